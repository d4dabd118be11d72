"""From a replacement to edits: capitals, apostrophes, deletions, overlaps."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonelint.rewrite import apply, rewrites
from tonelint.types import Edit, Finding, Match, Rewrite, Span


def rewritten(text: str, piece: str, replacement: str, language: str = "en") -> str:
    start = text.index(piece)
    match = Match(start, start + len(piece), language, {}, ((replacement, "safe"),))
    return apply(text, [finding(*rewrites(match, text), start=start, end=start + len(piece))])


def finding(*made: Rewrite, start: int = 0, end: int = 1) -> Finding:
    return Finding("r", "cliche", "warning", Span(start, end), "", "en", "clarity", 100, False, made)


@pytest.mark.parametrize(
    ("text", "piece", "replacement", "becomes"),
    [
        ("Kindly reply soon.", "Kindly", "please", "Please reply soon."),
        ("and kindly reply", "kindly", "please", "and please reply"),
        ("KINDLY reply", "KINDLY", "please", "please reply"),
        ("I’ve seen what’s there. It is attached.", "It is", "it's", "I’ve seen what’s there. It’s attached."),
        ("It is attached.", "It is", "it's", "It's attached."),
        ("Unfortunately, we moved.", "Unfortunately", "", "We moved."),
        ("We moved, unfortunately.", ", unfortunately", "", "We moved."),
        ("We unfortunately moved.", "unfortunately", "", "We moved."),
        ("It was fine unfortunately", "unfortunately", "", "It was fine"),
    ],
)
def test_one_piece(text: str, piece: str, replacement: str, becomes: str) -> None:
    assert rewritten(text, piece, replacement) == becomes


def test_persian_deletion_takes_the_comma_along() -> None:
    assert rewritten("متأسفانه، بسته دیر رسید.", "متأسفانه", "", "fa") == "بسته دیر رسید."


def test_a_rewrite_that_changes_nothing_is_not_offered() -> None:
    assert rewrites(Match(0, 2, "en", {}, (("Hi", "safe"),)), "Hi you") == ()


def test_a_gap_makes_an_idea() -> None:
    (idea,) = rewrites(Match(0, 4, "en", {}, (("by ⟨day⟩", "safe"),)), "soon")
    assert idea.safety == "idea"
    assert apply("soon", [finding(idea, end=4)], "review") == "soon"


def test_review_is_applied_only_when_asked_for() -> None:
    (made,) = rewrites(Match(0, 4, "en", {}, (("now", "review"),)), "soon")
    found = [finding(made, end=4)]
    assert (apply("soon", found), apply("soon", found, "review")) == ("soon", "now")


def test_a_rewrite_of_several_pieces_is_applied_whole_or_not_at_all() -> None:
    text = "You have to sign and you have to send."
    twice = Rewrite("please", (Edit(0, 11, "Please"), Edit(21, 32, "please")), "safe", "")
    other = Rewrite("then", (Edit(17, 24, "then you"),), "safe", "")
    found = [finding(twice), finding(other, start=17, end=24)]
    assert apply(text, found) == apply(text, found[::-1]) == "Please sign and please send."
    early = Rewrite("Do", (Edit(0, 3, "Do"),), "safe", "")
    assert (
        apply(text, [finding(early), finding(Rewrite("", twice.edits[::-1], "safe", ""))])
        == "Please sign and please send."
    )
    later = Rewrite("", (Edit(9, 11, ""), Edit(21, 32, "please")), "safe", "")
    assert apply(text, [finding(Rewrite("", (Edit(0, 11, "Please"),), "safe", "")), finding(later)]) == (
        "Please sign and you have to send."
    )


def test_additions_at_one_place_are_all_made() -> None:
    added = [finding(Rewrite(more, (Edit(2, 2, more),), "safe", "")) for more in (" b", " a")]
    assert apply("Hi", added) == "Hi a b"


EDITS = st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20), st.text(max_size=3)), max_size=5)


@given(st.text(min_size=20, max_size=20), EDITS)
def test_nothing_outside_the_edits_changes(text: str, edits: list[tuple[int, int, str]]) -> None:
    found = []
    for a, b, new in edits:
        start, end = min(a, b), max(a, b)
        found.append(finding(Rewrite(new, (Edit(start, end, new),), "safe", ""), start=start, end=end))
    changed = apply(text, found)
    first = min((f.span.start for f in found), default=len(text))
    last = max((f.span.end for f in found), default=len(text))
    assert changed.startswith(text[:first])
    assert changed.endswith(text[last:])
