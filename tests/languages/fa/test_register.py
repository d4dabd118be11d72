"""What Persian words show about the voice of a text, and whom they address."""

from __future__ import annotations

import pytest

from tonelint.languages.fa.register import sign, signs
from tonelint.linter import LANGUAGES
from tonelint.text import document


def styles(text: str) -> dict[str, str]:
    (sentence,) = document.read(text, LANGUAGES, "fa").sentences
    return {text[w.start : w.end]: s.style for w, s in zip(sentence.tokens, signs(sentence.tokens, text)) if s.style}


@pytest.mark.parametrize(
    ("key", "style"),
    [
        ("میشه", "spoken"),
        ("میشود", "written"),
        ("میگردد", "office"),
        ("میگردیم", ""),
        ("نمایید", "office"),
        ("نمایش", ""),
        ("بفرمایید", ""),
        ("فرمایید", "office"),
        ("کنید", ""),
        ("زیتون", ""),
        ("درمان", ""),
        ("حسابتون", "spoken"),
        ("سلام", ""),
        ("اگه", "spoken"),
    ],
)
def test_style(key: str, style: str) -> None:
    assert sign(key).style == style


@pytest.mark.parametrize(
    ("key", "you"),
    [
        ("سفارشت", "one"),
        ("سفارشات", ""),
        ("کارت", ""),
        ("مشکلات", ""),
        ("شمارهات", "one"),
        ("بفرست", "one"),
        ("بفرستید", "many"),
        ("شیش", ""),
        ("ببخشید", ""),
        ("نوشتهای", ""),
        ("شما", "many"),
    ],
)
def test_whom(key: str, you: str) -> None:
    assert sign(key).you == you


def test_the_object_marker_is_no_face() -> None:
    assert styles("بسته رو بفرستید") == {"رو": "spoken"}
    assert styles("از این رو بفرستید") == {}
    assert styles("کار رو به پایان است") == {"است": "written"}
    assert styles("پول رو به حساب ریختیم") == {"رو": "spoken"}


def test_a_label_orders_nobody() -> None:
    (sentence,) = document.read("گزینه‌ی مرا به خاطر بسپار", LANGUAGES, "fa").sentences
    assert not any(one.you for one in signs(sentence.tokens))


@pytest.mark.parametrize(
    ("text", "addressed"),
    [
        ("تو رو خدا ببخشید", False),
        ("تو را به جان عزیزت ببخش", False),
        ("تو رو می‌شناسم", True),
        ("بیا تو", False),
        ("تو سایت هست", False),
    ],
)
def test_an_oath_addresses_nobody(text: str, addressed: bool) -> None:
    (sentence,) = document.read(text, LANGUAGES, "fa").sentences
    found = signs(sentence.tokens)
    assert addressed == any(one.you == "one" for word, one in zip(sentence.tokens, found) if word.key == "تو")


@pytest.mark.parametrize(
    ("text", "addressed"),
    [("سلام آقای کردی", False), ("خانم رفتی عزیز", False), ("جناب ماندی", False), ("آقای محترم کجا رفتی", True)],
)
def test_what_stands_behind_a_title_is_a_name(text: str, addressed: bool) -> None:
    (sentence,) = document.read(text, LANGUAGES, "fa").sentences
    assert addressed == any(one.you == "one" for one in signs(sentence.tokens))
