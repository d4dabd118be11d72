"""A rewrite in the writer's own hand: joints, voice, endings, digits, marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonelint.languages.fa.habits import Habits, habits, in_style_of
from tonelint.text.fold import fold

ZWNJ = "\u200c"
WORDS = ["می‌شود", "درخواست‌ها", "نمی‌توانید", "به‌زودی", "را", "است", "بفرستید", "۲", "لطفاً", "کرده‌ایم"]


@pytest.mark.parametrize(
    ("text", "mi", "plural", "other"),
    [
        ("سلام، فرم را بفرستید.", ZWNJ, ZWNJ, ZWNJ),
        ("فرم‌ها می‌رسد.", ZWNJ, ZWNJ, ZWNJ),
        ("فرم ها می رسد.", " ", " ", " "),
        ("فرم میرسد.", "", " ", " "),
        ("بسته‌تان فردا میرسد.", "", ZWNJ, ZWNJ),
        ("دو میلیون تومان برمی‌گردد و ثبت می شود و می رود.", " ", " ", ZWNJ),
        ("تنها آنها میزان را می‌دانند.", ZWNJ, ZWNJ, ZWNJ),
    ],
)
def test_joints_are_those_of_the_writer(text: str, mi: str, plural: str, other: str) -> None:
    assert habits(text)[:3] == (mi, plural, other)


@pytest.mark.parametrize(
    ("text", "words", "put"),
    [
        ("سفارشتون رو میفرستیم", "آن را برایتان می‌فرستیم", "اون رو براتون میفرستیم"),
        ("اگه نیومد خبرم کنین", "بفرستید", "بفرستین"),
        ("اگه نیومد خبرم کنید", "بفرستید", "بفرستید"),
        ("سفارش شما را می فرستیم", "آن را برایتان می‌فرستیم", "آن را برایتان می فرستیم"),
        ("تا 3 روز", "۴ روز", "4 روز"),
        ("تا ۳ روز", "4 روز", "۴ روز"),
        ("سلام, فردا می‌رسد", "نه، امروز", "نه, امروز"),
        ("جدید بود", "جدید", "جدید"),
        ("بسته را فرستادم.", "عذر می‌خواهیم", "عذر می‌خواهم"),
        ("بسته رو فرستادم.", "خبر می‌دهیم", "خبر می‌دم"),
        ("بسته را فرستادم و می‌پرسیم.", "عذر می‌خواهیم", "عذر می‌خواهیم"),
        ("بسته را فرستادیم.", "عذر می‌خواهم", "عذر می‌خواهیم"),
        ("بسته را فرستادیم.", "خودم خبر می‌دهم", "خودم خبر می‌دهم"),
        ("بسته رو فرستادم.", "خودم خبرتان می‌کنم", "خودم خبرتون می‌کنم"),
        ("بسته رو فرستادم.", "تا تابستان نوبت داستان شماست", "تا تابستان نوبت داستان شماست"),
        ("بسته را فرستادم.", "خودم خبرتان می‌کنم", "خودم خبرتان می‌کنم"),
    ],
)
def test_words_are_put_as_the_writer_would(text: str, words: str, put: str) -> None:
    assert in_style_of(words, text) == put


@given(st.lists(st.sampled_from(WORDS)).map(" ".join), st.sampled_from(["", " ", ZWNJ]))
def test_putting_it_so_twice_is_putting_it_so_once(words: str, joint: str) -> None:
    text = f"امروز می{joint}رسد"
    assert in_style_of(in_style_of(words, text), text) == in_style_of(words, text)


@given(st.lists(st.sampled_from(WORDS)).map(" ".join), st.sampled_from(["", " ", ZWNJ]))
def test_a_spelling_is_the_same_word(words: str, joint: str) -> None:
    assert fold(in_style_of(words, f"امروز می{joint}رسد").replace(" ", "")) == fold(words.replace(" ", ""))


@given(st.text(max_size=60))
def test_any_text_has_habits(text: str) -> None:
    assert isinstance(habits(text), Habits)
