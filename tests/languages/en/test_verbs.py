from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonelint.languages.en.language import ENGLISH
from tonelint.languages.en.verbs import TENSES, form, readings, reinflect, verbs

LEMMAS = sorted(verbs().alone | verbs().homographs | {"be", "have"})

FORMS = {
    "ship": "ship ships shipped shipped shipping",
    "resubmit": "resubmit resubmits resubmitted resubmitted resubmitting",
    "resell": "resell resells resold resold reselling",
    "reset": "reset resets reset reset resetting",
    "visit": "visit visits visited visited visiting",
    "carry": "carry carries carried carried carrying",
    "tie": "tie ties tied tied tying",
    "agree": "agree agrees agreed agreed agreeing",
    "give": "give gives gave given giving",
    "have": "have has had had having",
    "undo": "undo undoes undid undone undoing",
    "process": "process processes processed processed processing",
}

READ = {
    "sent": ("send", "past", False),
    "orders": ("order", "s", True),
    "left": ("leave", "past", True),
    "meeting": ("meet", "ing", True),
    "apologised": ("apologize", "past", False),
    "cancelled": ("cancel", "past", False),
    "canceled": ("cancel", "past", False),
    "overpaid": ("overpay", "past", False),
    "is": ("be", "s", False),
    "could": ("can", "past", False),
}

NO_VERBS = "the news status bus less unused overview reality mission '  sent1"


@pytest.mark.parametrize("lemma", FORMS)
def test_forms_are_spelt_right(lemma: str) -> None:
    assert [form(lemma, tense) for tense in TENSES] == FORMS[lemma].split()


@pytest.mark.parametrize("key", READ)
def test_likeliest_reading_comes_first(key: str) -> None:
    first = readings(key)[0]
    assert (first.lemma, first.tense, first.ambiguous) == READ[key]


@pytest.mark.parametrize("key", NO_VERBS.split())
def test_what_is_no_verb_has_no_reading(key: str) -> None:
    assert readings(key) == ()


@given(st.sampled_from(LEMMAS), st.sampled_from(TENSES))
def test_every_form_is_read_back(lemma: str, tense: str) -> None:
    assert any(r.lemma == lemma and r.tense == tense for r in readings(form(lemma, tense)))


@given(st.text(max_size=40))
def test_any_word_can_be_asked_for(key: str) -> None:
    assert all(r.lemma and r.tense in TENSES for r in readings(key))
    assert ENGLISH.stems(key)[0] == key


@pytest.mark.parametrize(("key", "person"), [("am", "1s"), ("is", "3s"), ("sends", "3s"), ("sent", ""), ("send", "")])
def test_person_is_known_where_the_form_shows_it(key: str, person: str) -> None:
    assert readings(key)[0].person == person


@pytest.mark.parametrize(
    ("key", "lemma", "becomes"),
    [("purchased", "buy", "bought"), ("utilising", "use", "using"), ("obtains", "get", "gets")],
)
def test_another_verb_takes_the_same_form(key: str, lemma: str, becomes: str) -> None:
    assert reinflect(readings(key)[0], lemma) == becomes
