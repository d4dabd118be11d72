from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.counting import LINEAR, growth
from tests.languages.fa.words import ZWNJ, joined, keys, tokens
from tonelint.languages.fa.forms import TENSES, form
from tonelint.languages.fa.language import PERSIAN
from tonelint.languages.fa.paradigms import PERSONS, verbs, words

# Lemmas whose parts, left apart, are other words: participles that are nouns, preverbs like «پس».
APART = (*words()["apart"], "خواست", "نوشت", "بست")
LEMMAS = [verb.lemma for verb in verbs() if "c" in verb.flags and verb.present and not verb.lemma.startswith(APART)]
LEMMAS.remove("باشیدن")  # only «می‌باشد» is in use

JOINED = {
    "نمی شود": "نمیشود",
    "بر می گردد به صفحه": "برمیگردد به صفحه",
    "برمی گردیم": "برمیگردیم",
    "باز نخواهیم گشت": "بازنخواهیمگشت",
    "در می یابم": "درمییابم",
    "خواهیم توانست": "خواهیمتوانست",
    "ثبت شده است": "ثبت شدهاست",
    "شده اند و نشده بود": "شدهاند و نشدهبود",
    "گفته بوده باشند": "گفتهبودهباشند",
    "فرستاده نخواهد شد": "فرستادهنخواهدشد",
    "نامه فرستاده شده است": "نامه فرستادهشدهاست",
    "ارجاع داده شد": "ارجاع دادهشد",
    "درخواست ها را دیدم": "درخواستها را دیدم",
    "درخواست های تان رسید": "درخواستهایتان رسید",
    "شماره ای که داده اید": "شمارهای که دادهاید",
    "خسته ام": "خستهام",
    "بیانیه ی شما": "بیانیهی شما",
    "سریع تر از همه": "سریعتر از همه",
    "به روز رسانی کنید": "بهروزرسانی کنید",
    "پی گیری ها": "پیگیریها",
    "این که گفتید": "اینکه گفتید",
    "علی رغم تلاش": "علیرغم تلاش",
    "نا موجود": "ناموجود",
    "بی احترامی": "بیاحترامی",
    "می\u00a0شود": "میشود",
}

LEFT_ALONE = [
    "ماه می 2023",
    "در میان ما",
    "در نرم افزار",
    "باز نگه دارید",
    "5 ام",
    "کتاب ای",
    "تا فردا",
    "بسته شد",
    "این بسته است",
    "می، شود",
    "نمی. شود",
    "<url> ها",
    "پس می گیریم",
    "از تان",
]


@pytest.mark.parametrize(("text", "expected"), JOINED.items())
def test_what_is_one_word_is_joined(text: str, expected: str) -> None:
    assert keys(text) == expected


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_is_not_one_word_is_left_alone(text: str) -> None:
    if text.startswith("پس"):
        assert keys(text) == "پس میگیریم"
    else:
        assert joined(text) == tokens(text)


def test_a_line_break_separates() -> None:
    assert [token.key for token in joined("نمی\nشود")] == ["نمی", "شود"]


def test_spans_are_those_of_the_text() -> None:
    text = "پس بر  می گردیم."
    found = joined(text)
    assert [text[token.start : token.end] for token in found] == ["پس", "بر  می گردیم", "."]


@given(
    st.sampled_from(LEMMAS), st.sampled_from(TENSES), st.sampled_from(PERSONS),
    st.sampled_from(["pos", "neg"]), st.sampled_from(["formal", "spoken"]),
)  # fmt: skip
def test_three_spellings_are_one_word(lemma: str, tense: str, person: str, polarity: str, register: str) -> None:
    if tense == "imperative":
        person = "2" + person[1]
    if (tense, register) == ("perfect", "spoken") and person != "3s":
        return  # «شده‌م» is never written apart
    parts = re.split(f"[ {ZWNJ}]", form(lemma, tense, person, polarity, register))
    assert {keys(gap.join(parts)) for gap in ("", ZWNJ, " ", "\u00a0")} == {"".join(parts)}


@example(["بی", "باز", "ها"])
@given(st.lists(st.sampled_from(
    "می نمی شود شده است ها های ام ای بر باز در خواهد شد به روز رسانی بی که درخواست خانه 5 ، . <url> فرستاده".split()
)))  # fmt: skip
def test_joining_covers_the_same_text_and_is_done_once(pieces: list[str]) -> None:
    text = " ".join(pieces)
    once = joined(text)
    assert "".join(token.key for token in once) == "".join(token.key for token in tokens(text))
    assert all(left.end <= right.start for left, right in pairwise(once))
    assert {token.start for token in once} <= {token.start for token in tokens(text)}
    assert PERSIAN.join(once, text) == once


@pytest.mark.parametrize("parts", ["فرستاده می ها شده ", "بی ", "به روز "])
def test_the_cost_of_a_long_row_of_parts_is_linear(parts: str) -> None:
    def prepare(count: int) -> Callable[[], object]:
        text = parts * count
        return partial(PERSIAN.join, tokens(text), text)

    assert growth(prepare, 400) < LINEAR
