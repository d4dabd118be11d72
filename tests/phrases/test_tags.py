"""Tags: what a word is found by, and what a phrase cannot do without."""

from __future__ import annotations

import pytest

from tests.phrases.compiled import Owner, hits
from tonelint.cuebook import keys_of
from tonelint.linter import LANGUAGES
from tonelint.phrases import Notation
from tonelint.tags import first_tags, needs, starts, tags_of
from tonelint.trees import Nodes
from tonelint.types import Entry


def nodes(phrase: str, code: str = "en") -> Nodes:
    return Notation(keys_of(LANGUAGES[code]), {}).parse(phrase)


def tags(word: str, code: str) -> frozenset[str]:
    (key,) = keys_of(LANGUAGES[code])(word)
    return tags_of(LANGUAGES[code])[key]


@pytest.mark.parametrize(
    ("word", "code", "found", "not_found"),
    [
        ("sent", "en", {"sent", "V:send", "V:*"}, {"V-:send", "#"}),
        ("tickets", "en", {"tickets", "N:ticket", "N:tickets"}, {"#"}),
        ("12", "en", {"12", "#"}, {"V:*"}),
        ("۱۲", "fa", {"12", "#"}, {"V:*"}),
        ("می‌توانیم", "fa", {"V:توانستن", "V:*"}, {"V-:توانستن", "V-:*"}),
        ("نمی‌توانیم", "fa", {"V:توانستن", "V:*", "V-:توانستن", "V-:*"}, set()),
        ("درخواست‌هایتان", "fa", {"N:درخواست"}, {"V:*"}),
    ],
)
def test_what_a_word_is_found_by(word: str, code: str, found: set[str], not_found: set[str]) -> None:
    own = tags(word, code)
    assert own >= found
    assert own.isdisjoint(not_found)


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("the refund", [{"the"}, {"refund"}]),
        ("{send} ticket+", [{"V:send"}, {"N:ticket"}]),
        ("(refund|the money) back", [{"refund", "money"}, {"back"}]),
        ("(kindly)? send", [{"send"}]),
        ("!(no) _ …", []),
        ("x=(we) &(_ sorry)", [{"we"}, {"sorry"}]),
        ("we &(… sorry) say", [{"we"}, {"say"}]),
        ("within <number> days", [{"within"}, {"#"}, {"days"}]),
        ("{* 2} now", [{"V:*"}, {"now"}]),
        ("{* neg} now", [{"V-:*"}, {"now"}]),
    ],
)
def test_what_every_match_contains_one_behind_the_other(phrase: str, expected: list[set[str]]) -> None:
    assert [set(one) for one in needs(nodes(phrase), 3)] == expected


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("^ send it", {"send"}),
        ("(kindly)? send", {"kindly", "send"}),
        ("!(no) (a|b c)", {"a", "b"}),
        ("x=({send}) it", {"V:send"}),
        ("… send", None),
        ("(_|send) it", None),
        (", send", {",", "،"}),
    ],
)
def test_what_a_match_begins_with(phrase: str, expected: set[str] | None) -> None:
    assert starts(nodes(phrase)) == expected


def test_what_may_be_nothing_has_no_first_word() -> None:
    assert first_tags(nodes("(kindly)? send")[:1]) is None
    assert first_tags(nodes("kindly")) == frozenset(["kindly"])


@pytest.mark.parametrize("text", ["نمی‌توانیم بفرستیم", "نمي توانيم بفرستیم", "نمیتوانیم بفرستیم", "نمی‌تونیم بفرستیم"])
@pytest.mark.parametrize(
    "phrase", ["{توانستن neg}", "{* neg 1p}", "{توانستن 1p} {فرستادن}", "{*} {فرستادن subjunctive}"]
)
def test_the_index_finds_persian_verbs_in_every_spelling(phrase: str, text: str) -> None:
    assert len(hits(text, Owner("r", "fa", (Entry(phrase),)))["r"]) == 1
