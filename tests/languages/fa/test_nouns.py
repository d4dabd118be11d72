from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.languages.fa.words import key
from tonelint.languages.fa.nouns import MOST, stems

NOUNS = {
    "درخواست": "درخواست‌ها درخواست‌های درخواست‌هایی درخواستی درخواستم درخواستتان درخواستشون درخواست‌هایتان درخواستو درخواستتونو",
    "شماره": "شماره‌ای شماره‌ی شماره‌ها شماره‌های شماره‌ام شماره‌اش شماره‌تان شماره‌مون",
    "مشتری": "مشتری‌ها مشتریا مشتریای مشتری‌مان",
    "آماده": "آماده‌ست آماده‌اند آماده‌ایم آماده‌اید",
    "حساب": "حسابتونو حسابشان حسابی حسابا حساباتون حسابه",
    "تیکت": "تیکتی تیکت‌ها تیکتتون تیکتم",
}


@pytest.mark.parametrize(("noun", "spelling"), [(noun, one) for noun, forms in NOUNS.items() for one in forms.split()])
def test_the_noun_is_among_the_stems(noun: str, spelling: str) -> None:
    assert noun in stems(key(spelling))


@pytest.mark.parametrize("word", ["5", "<url>", "", "ها", "را"])
def test_what_has_no_endings(word: str) -> None:
    assert stems(word) == (word,)


@given(st.text("آابتدرسشکلمنوهی", max_size=30))
def test_few_stems_the_word_first_each_a_beginning_of_it(word: str) -> None:
    found = stems(word)
    assert found[0] == word
    assert len(found) == len(set(found)) <= MOST
    assert all(word.startswith(stem) for stem in found)
