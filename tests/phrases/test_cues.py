"""Cues: what a phrase needs beside it, what silences it, and what is said of phrases that are none."""

from __future__ import annotations

import pytest

from tests.phrases.compiled import Owner, book, hits
from tonelint.cues import Reaches, in_order
from tonelint.types import Act, Entry, Span, Unless


def pieces(text: str, *owners: Owner) -> list[str]:
    return [hit.view.text(text, hit.start, hit.end) for hit in in_order(hits(text, *owners).get("r", ()))]


def rule(match: str, code: str = "en", owner: str = "r", **guards: tuple[str, ...]) -> Owner:
    needs, unless = guards.pop("needs", ()), guards.pop("unless", ())
    return Owner(owner, code, (Entry(match, needs=needs, unless=unless),), Unless(**guards))


def test_all_owners_are_found_in_one_scan_each_in_its_language() -> None:
    text = "We can't ship it. نمی‌توانیم بفرستیم."
    found = hits(text, rule("can not"), rule("{ship}", owner="s"), rule("{توانستن neg}", "fa", "t"))
    assert {owner: [hit.view.text(text, hit.start, hit.end) for hit in some] for owner, some in found.items()} == {
        "r": ["can't"], "s": ["ship"], "t": ["نمی‌توانیم"],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We cannot wait to see it.", []),
        ("We cannot wait, and we cannot ship.", ["cannot"]),
        ("We wait and cannot ship.", ["cannot"]),
    ],
)
def test_over_silences_what_it_overlaps(text: str, found: list[str]) -> None:
    assert pieces(text, rule("can not", over=("not wait",))) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Soon we cannot ship it.", []),
        ("We cannot ship it soon.", []),
        ("We cannot ship it, but soon we can.", ["cannot"]),
        ("We cannot ship it. Soon we can.", ["cannot"]),
        ("Soon we cannot ship it, nor can we soon: we cannot.", ["cannot"]),
    ],
)
def test_clause_silences_in_its_clause(text: str, found: list[str]) -> None:
    assert pieces(text, rule("can not", clause=("soon",))) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We cannot ship it, but soon we can.", []),
        ("Soon! We cannot ship it.", ["cannot"]),
    ],
)
def test_sentence_silences_in_its_sentence(text: str, found: list[str]) -> None:
    assert pieces(text, rule("can not", sentence=("soon",))) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We cannot ship it.", ["cannot"]),
        ("It rains, so we cannot go, but we can ship.", ["cannot"]),
        ("We cannot go. We ship.", []),
    ],
)
def test_with_asks_for_a_companion_in_the_sentence(text: str, found: list[str]) -> None:
    assert pieces(text, rule("can not", needs=("{ship}", "{mail}"))) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We cannot ship it today.", []),
        ("We cannot ship it, but today we can.", ["cannot"]),
        ("We cannot go.", []),
    ],
)
def test_the_guards_of_an_entry_silence_over_and_in_the_clause(text: str, found: list[str]) -> None:
    assert pieces(text, rule("can not", unless=("today", "can not go"))) == found


def test_the_guards_of_an_entry_leave_other_entries_alone() -> None:
    entries = (Entry("can not", unless=("today",)), Entry("{refuse}"))
    assert pieces("We cannot ship it today and refuse to.", Owner("r", "en", entries, Unless())) == ["refuse"]


def test_guards_hold_in_every_spelling() -> None:
    noon = rule("{توانستن neg}", "fa", over=("{توانستن neg} صبر",))
    for text in ("نمی‌توانیم صبر کنیم.", "نمیتوانیم صبر کنیم.", "نمي توانيم صبر کنیم."):
        assert pieces(text, noon) == []
    assert pieces("نمی‌توانیم بفرستیم.", noon) == ["نمی‌توانیم"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('The screen says "cannot ship".', []),
        ("The screen says “we cannot ship” and we cannot say why.", ["cannot"]),
        ('We "cannot" ship.', []),
        ('We cannot "ship" it.', ["cannot"]),
    ],
)
def test_what_is_only_mentioned_is_passed_over(text: str, found: list[str]) -> None:
    assert pieces(text, rule("can not")) == found


def test_a_phrase_that_is_half_mentioned_counts() -> None:
    assert pieces('We cannot "ship" it.', rule("can not {ship}")) == ['cannot "ship']


def act(name: str, text: str, piece: str) -> Act:
    start = text.index(piece)
    return Act(name, start, start + 1, 0, 0, Span(start, start + len(piece)))


def test_acts_silence_what_they_reach() -> None:
    text = "If we cannot ship it, you can, and we cannot."
    first, second = in_order(hits(text, rule("can not"))["r"])
    acts = [act("condition", text, "If we cannot ship it"), act("reason", text, "and we cannot")]
    assert Reaches(acts, frozenset(["condition"])).touch(first)
    assert not Reaches(acts, frozenset(["condition"])).touch(second)
    assert Reaches(acts, frozenset(["condition", "reason"])).touch(second)
    assert not Reaches([], frozenset(["condition"])).touch(first)


def test_a_reach_that_only_meets_a_hit_does_not_silence_it() -> None:
    text = "We cannot ship."
    (hit,) = hits(text, rule("can not"))["r"]
    assert not Reaches([act("condition", text, "We ")], frozenset(["condition"])).touch(hit)
    assert Reaches([act("condition", text, "We c")], frozenset(["condition"])).touch(hit)


def test_hits_are_in_order_the_longer_first() -> None:
    entries = (Entry("not ship"), Entry("can"), Entry("can not"))
    text = "We cannot ship. We can."
    assert pieces(text, Owner("r", "en", entries, Unless())) == ["cannot", "can", "not ship", "can"]


BROKEN = [
    (Owner("r", "en", (Entry("(can", line=7, column=5), Entry("ship")), Unless()), "x.yaml:7:5"),
    (Owner("r", "en", (Entry("ship", needs=("@nobody",), line=8, column=3),), Unless()), "x.yaml:8:3"),
    (Owner("r", "en", (Entry("ship", unless=("{}",), line=9, column=3),), Unless()), "x.yaml:9:3"),
    (Owner("r", "en", (Entry("ship"),), Unless(over=("(",))), "x.yaml"),
]


@pytest.mark.parametrize(("owner", "place"), BROKEN, ids=["match", "with", "unless", "over"])
def test_an_owner_with_a_phrase_that_is_none_says_nothing(owner: Owner, place: str) -> None:
    other = rule("can not", owner="s")
    (problem,) = book(owner, other).problems
    assert str(problem).startswith(f"{place}: in the phrase “")
    assert hits("We cannot ship.", owner, other).keys() == {"s"}


def test_a_phrase_that_is_none_silences_its_owner_in_every_language() -> None:
    english, persian = rule("(can"), rule("{توانستن neg}", "fa")
    assert hits("نمی‌توانیم.", persian).keys() == {"r"}
    assert hits("نمی‌توانیم.", english, persian) == hits("نمی‌توانیم.", persian, english) == {}


def test_a_word_set_of_the_owner_goes_before_the_shared_one() -> None:
    shared = {"en": {"us": ["we"], "them": ["they"]}}
    text = "we ship, they ship, you ship"
    assert [h.view.text(text, h.start, h.end) for h in hits(text, rule("(@us|@them) ship"), words=shared)["r"]] == [
        "we ship", "they ship",
    ]  # fmt: skip
    own = Owner("r", "en", (Entry("(@us|@them) ship"),), Unless(), {"us": ["you"]})
    assert [h.view.text(text, h.start, h.end) for h in in_order(hits(text, own, words=shared)["r"])] == [
        "they ship", "you ship",
    ]  # fmt: skip
