"""What stands and what goes."""

from __future__ import annotations

from tonelint.settle import settle
from tonelint.types import Finding, Span

TEXT = "  Dear customer, we regret \u200cthat.\u200f "


def found(
    start: int, end: int, family: str = "x", rule: str = "r", severity: str = "warning", blocker: bool = False
) -> Finding:
    return Finding(rule, family, severity, Span(start, end), "", "en", "clarity", 100, blocker)


def spans(*findings: Finding) -> list[tuple[int, int]]:
    return [(f.span.start, f.span.end) for f in settle(findings, TEXT)]


def test_edges_are_freed_of_space_and_invisible_marks() -> None:
    assert spans(found(0, 7)) == [(2, 6)]
    assert spans(found(26, len(TEXT))) == [(28, 33)]


def test_spans_are_cut_to_the_text() -> None:
    assert spans(found(-5, 6)) == [(2, 6)]
    assert spans(found(28, 999)) == [(28, 33)]


def test_nothing_visible_is_dropped() -> None:
    assert spans(found(0, 2), found(6, 6), found(900, 905), found(9, 4)) == []


def test_the_longest_of_one_rule_stays() -> None:
    assert spans(found(2, 6), found(2, 15), found(7, 15)) == [(2, 15)]


def test_the_more_severe_of_a_family_stays_even_if_shorter() -> None:
    short, long = found(2, 6, rule="a", severity="error"), found(2, 15, rule="b")
    assert [f.rule for f in settle([long, short], TEXT)] == ["a"]


def test_a_blocker_stays_before_all() -> None:
    blocker, error = found(2, 6, rule="a", blocker=True), found(2, 15, rule="b", severity="error")
    assert [f.rule for f in settle([error, blocker], TEXT)] == ["a"]


def test_other_families_stay_side_by_side_in_order() -> None:
    got = settle([found(7, 15, "z", "c"), found(2, 15, "y", "b"), found(2, 15, "x", "a")], TEXT)
    assert [f.rule for f in got] == ["a", "b", "c"]


def test_many_findings_take_little_time() -> None:
    text = "a" * 20_000
    many = [found(n, n + 2) for n in range(0, 20_000, 2)] + [found(n, n + 1) for n in range(20_000)]
    assert len(settle(many, text)) == 10_000


def test_what_a_team_decided_about_a_wording_is_all_that_is_said_of_it() -> None:
    team = found(2, 15, "house-style", "house-avoid")
    inside, same, wider = found(2, 6, "cliche", "a"), found(2, 15, "jargon", "b"), found(2, 20, "length", "c")
    assert [f.rule for f in settle([inside, same, wider, team], TEXT)] == ["house-avoid", "c"]
    blocker = found(2, 6, "privacy", "d", blocker=True)
    assert [f.rule for f in settle([blocker, team], TEXT)] == ["d", "house-avoid"]
    other = team._replace(rule="house-address", span=Span(4, 6))
    assert [f.rule for f in settle([same, other], TEXT)] == ["b", "house-address"]
    assert [f.rule for f in settle([other, found(2, 15, "unfilled-placeholder", "slot")], TEXT)] == [
        "slot",
        "house-address",
    ]


def test_of_a_slot_that_nobody_filled_nothing_else_is_said() -> None:
    slot = found(2, 15, "unfilled-placeholder", "slot", "error")
    inside, wider = found(7, 15, "wrong-name", "a", "error"), found(2, 20, "emphasis", "b")
    assert [f.rule for f in settle([inside, wider, slot], TEXT)] == ["slot", "b"]
    assert [f.rule for f in settle([inside, slot._replace(severity="hint")], TEXT)] == ["slot", "a"]


def test_what_is_decided_may_overlap() -> None:
    decided = [found(2, 20, "house-style", "house-avoid"), found(4, 6, "unfilled-placeholder", "slot")]
    assert [f.rule for f in settle([*decided, found(8, 10, "jargon", "a")], TEXT)] == ["house-avoid", "slot"]


def test_many_decisions_take_little_time() -> None:
    text = "a" * 40_000
    slots = [found(n, n + 2, "unfilled-placeholder") for n in range(0, 40_000, 2)]
    assert len(settle([*slots, *(found(n, n + 1) for n in range(0, 40_000, 2))], text)) == 20_000
