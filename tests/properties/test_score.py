"""The laws of the score and of settling."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tonelint.score import WEIGHTS, score
from tonelint.settle import settle
from tonelint.types import DIMENSIONS, SEVERITIES, Finding, Span

TEXT = " سلام sara, \u200cwe are\u200f sorry.\n\n  بله \t"


@st.composite
def some_finding(draw: st.DrawFn) -> Finding:
    start = draw(st.integers(-2, len(TEXT) + 2))
    return Finding(
        rule=draw(st.sampled_from("abc")),
        family=draw(st.sampled_from("xy")),
        severity=draw(st.sampled_from(SEVERITIES)),
        span=Span(start, start + draw(st.integers(0, 20))),
        message=draw(st.sampled_from("mn")),
        language="en",
        dimension=draw(st.sampled_from(DIMENSIONS[:3])),
        confidence=draw(st.integers(1, 100)),
        blocker=draw(st.integers(0, 9)) == 0,
    )


@st.composite
def some_weights(draw: st.DrawFn) -> dict[str, int]:
    cuts = sorted(draw(st.lists(st.integers(0, 100), min_size=5, max_size=5)))
    return {d: b - a for d, a, b in zip(DIMENSIONS, [0, *cuts], [*cuts, 100], strict=True)}


findings_of = st.lists(some_finding(), max_size=25)
weights_of = st.just(WEIGHTS) | some_weights()


@given(findings_of, some_finding(), weights_of)
def test_a_finding_more_never_raises_and_a_finding_less_never_lowers(
    findings: list[Finding], other: Finding, weights: dict[str, int]
) -> None:
    value = score(findings, weights).value
    assert score([*findings, other], weights).value <= value
    for i in range(len(findings)):
        assert score(findings[:i] + findings[i + 1 :], weights).value >= value


@given(findings_of, weights_of)
def test_the_parts_add_up_to_what_is_lost(findings: list[Finding], weights: dict[str, int]) -> None:
    got = score(findings, weights)
    assert 0 <= got.value <= 100
    assert sum(part.lost for part in got.parts) == 100 * (100 - got.value)
    assert all(part.lost >= 0 for part in got.parts)
    assert len(got.parts) == sum(f.severity != "hint" for f in findings)


@given(st.data(), findings_of)
def test_order_does_not_matter(data: st.DataObject, findings: list[Finding]) -> None:
    mixed = data.draw(st.permutations(findings))
    assert score(mixed) == score(findings)
    assert settle(mixed, TEXT) == settle(findings, TEXT)


@given(findings_of, some_finding(), weights_of)
def test_a_hint_changes_nothing(findings: list[Finding], other: Finding, weights: dict[str, int]) -> None:
    assert score([*findings, other._replace(severity="hint")], weights) == score(findings, weights)


@given(findings_of, weights_of)
def test_100_if_and_only_if_nothing_visible_and_49_while_a_blocker_stands(
    findings: list[Finding], weights: dict[str, int]
) -> None:
    visible = [f for f in findings if f.severity != "hint"]
    value = score(findings, weights).value
    assert (value == 100) == (not visible)
    assert value <= 49 or not any(f.blocker for f in visible)


@given(findings_of)
def test_settling_twice_is_settling_once(findings: list[Finding]) -> None:
    once = settle(findings, TEXT)
    assert settle(once, TEXT) == once


@given(findings_of)
def test_what_stands_is_in_the_text_sorted_and_apart_within_a_family(findings: list[Finding]) -> None:
    standing = settle(findings, TEXT)
    assert list(standing) == sorted(standing, key=lambda f: (f.span, f.rule))
    for f in standing:
        assert 0 <= f.span.start < f.span.end <= len(TEXT)
        assert TEXT[f.span.start : f.span.end].strip() == TEXT[f.span.start : f.span.end]
    for family in "xy":
        spans = [f.span for f in standing if f.family == family]
        assert all(a.end <= b.start for a, b in pairwise(spans))


@given(findings_of)
def test_every_dropped_finding_was_blank_or_has_a_stronger_relative_in_its_place(findings: list[Finding]) -> None:
    standing = settle(findings, TEXT)
    for f in findings:
        start, end = max(f.span.start, 0), max(min(f.span.end, len(TEXT)), 0)
        if not TEXT[start:end].strip(" \t\n\u200c\u200f"):
            continue
        rank = SEVERITIES.index(f.severity)
        assert any(
            kept.family == f.family
            and kept.span.start < end
            and start < kept.span.end
            and (kept.blocker or SEVERITIES.index(kept.severity) >= rank)
            for kept in standing
        )
