"""What is left of the findings when they are tidied: one for each place and family, in the order of the text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Sequence
from itertools import accumulate

from tonelint.types import SEVERITIES, Finding, Span

# Seen by nobody, hence never worth underlining at an edge: zero-width space and non-joiner, direction marks, BOM.
_UNSEEN = frozenset("\u200b\u200c\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
# A team's word on a wording goes before ours; what nobody has filled in is no wording at all.
_DECIDED = frozenset(["house-avoid", "house-prefer"])
_TEAM, _SLOT = "house-style", "unfilled-placeholder"


def settle(findings: Iterable[Finding], text: str) -> tuple[Finding, ...]:
    """Returns the findings that stand, sorted by span, then rule; spans are code points of `text`.

    Spans are cut to the text and freed of white space and invisible marks at their edges; a finding with nothing left
    is dropped. Where findings of one family overlap, one stays: a blocker before others, then the more severe, then
    the longer, then the first. Findings of different families stay side by side, but where a team has decided about a
    wording (`avoid` and `prefer` of its house style), or nobody has filled in a slot, nothing else is said of those
    words, blockers apart. Settling twice changes nothing, and the order that they come in does not matter.

    >>> long = Finding("cliche", "cliche", "info", Span(0, 11), "", "en", "clarity", 90)
    >>> [f.span for f in settle([long._replace(span=Span(6, 11)), long], "rest assured ")]
    [Span(start=0, end=11)]
    """
    placed = (f._replace(span=_trim(f.span, text)) for f in findings)
    strongest = sorted((f for f in placed if f.span.start < f.span.end), key=_strength)
    taken: dict[str, list[Span]] = {}
    standing = [f for f in strongest if _take(f.span, taken.setdefault(f.family, []))]
    if decided := sorted(f.span for f in standing if _decides(f)):
        reach = list(accumulate((span.end for span in decided), max))
        standing = [f for f in standing if _stays(f) or not _inside(f.span, decided, reach)]
    return tuple(sorted(standing, key=lambda f: (f.span, f.rule, _strength(f))))


def _decides(finding: Finding) -> bool:
    return finding.rule in _DECIDED or (finding.family == _SLOT and finding.severity != "hint")


def _stays(finding: Finding) -> bool:
    return finding.blocker or finding.family == _TEAM or _decides(finding)


def _inside(span: Span, places: Sequence[Span], reach: Sequence[int]) -> bool:
    """Whether a span lies in one of those sorted places. reach: how far each of them, or one before it, goes."""
    before = bisect_right(places, span.start, key=lambda place: place.start) - 1
    return before >= 0 and reach[before] >= span.end


def _trim(span: Span, text: str) -> Span:
    start, end = max(span.start, 0), min(span.end, len(text))
    while start < end and _blank(text[start]):
        start += 1
    while start < end and _blank(text[end - 1]):
        end -= 1
    return Span(start, end)


def _blank(character: str) -> bool:
    return character.isspace() or character in _UNSEEN


def _strength(finding: Finding) -> tuple[bool, int, int, int, Span, str, str, str, str]:
    """Returns a key that sorts the strongest first."""
    length = finding.span.end - finding.span.start
    severity = SEVERITIES.index(finding.severity)
    return (
        not finding.blocker, -severity, -length, -finding.confidence, finding.span, finding.rule, finding.message,
        finding.dimension, finding.family,
    )  # fmt: skip


def _take(span: Span, taken: list[Span]) -> bool:
    """Returns whether the place is free, and takes it. `taken` is sorted and without overlap."""
    at = bisect_left(taken, span)
    if at and taken[at - 1].end > span.start:
        return False
    if at < len(taken) and taken[at].start < span.end:
        return False
    insort(taken, span)
    return True
