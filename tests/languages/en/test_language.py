from __future__ import annotations

import pytest

from tests.languages.en.words import joined
from tonelint.languages.base import Language
from tonelint.languages.en.language import ENGLISH


def test_english_is_a_language() -> None:
    language: Language = ENGLISH
    assert language.code == "en"


@pytest.mark.parametrize(
    ("key", "stem"),
    [("tickets", "ticket"), ("policies", "policy"), ("boxes", "box"), ("customer's", "customer"), ("people", "person"),
     ("purchases", "purchase"), ("ticket", "ticket")],
)  # fmt: skip
def test_stem_is_among_the_candidates(key: str, stem: str) -> None:
    assert stem in ENGLISH.stems(key)
    assert len(ENGLISH.stems(key)) <= 3


@pytest.mark.parametrize("key", ["address", "status", "this"])
def test_key_itself_comes_first(key: str) -> None:
    assert ENGLISH.stems(key)[0] == key


def test_clauses_break_at_conjunctions_and_not_at_and() -> None:
    sentence = joined("We checked and sent it, but the label was late because it rained")
    assert [t.key for t in sentence if ENGLISH.breaks_clause(t)] == ["but", "because"]
