from __future__ import annotations

import pytest

from tests.languages.fa.words import joined
from tonelint.languages.base import Language
from tonelint.languages.fa.language import PERSIAN


def test_persian_is_a_language() -> None:
    language: Language = PERSIAN
    assert language.code == "fa"
    assert language.readings("میشود")[0].lemma == "شدن"
    assert language.stems("درخواستها")[-1] == "درخواست"


@pytest.mark.parametrize("word", "ولی اما لیکن منتها چون زیرا پس بنابراین اگر اگه چنانچه وگرنه هرچند بلکه".split())
def test_conjunctions_begin_a_clause(word: str) -> None:
    assert PERSIAN.breaks_clause(joined(word)[0])


@pytest.mark.parametrize("text", ["بنا بر این", "در حالی که", "در صورتی که", "چون که", "زیرا که"])
def test_conjunctions_written_apart(text: str) -> None:
    found = joined(text)
    assert len(found) == 1
    assert PERSIAN.breaks_clause(found[0])


@pytest.mark.parametrize("word", ["که", "تا", "و", "سلام", "شد"])
def test_other_words_do_not(word: str) -> None:
    assert not PERSIAN.breaks_clause(joined(word)[0])
