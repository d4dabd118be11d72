"""From findings to one number between 0 and 100, in integers only, so that every Python gives the same.

Each visible finding takes a share p of what is left in its dimension: an error .60, a warning .35, an info .10,
a hint nothing; times the confidence of its rule. Of findings of one dimension whose spans overlap only one counts.
Which one: the choice of findings without overlap that costs most. (Clusters that grow from overlap to overlap would
let a small finding between two large ones raise the score.)

    keep_d = product of (1 - p)        loss = sum of W_d * (1 - keep_d)        value = floor(100 - loss)

At most 99 if anything visible was found, at most 49 while a blocker stands. The text's length plays no part, and no
share is ever given back: a finding more can only lower the value, a finding less can only raise it.
The shares and weights are set by experts, not fitted to ratings of readers.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from tonelint.errors import UsageError, nearest
from tonelint.types import DIMENSIONS, Finding, Span

WEIGHTS: Mapping[str, int] = {
    "positivity": 20, "clarity": 20, "ownership": 20, "care": 15, "structure": 15, "personal": 10,
}  # fmt: skip
SHARES: Mapping[str, int] = {"error": 60, "warning": 35, "info": 10, "hint": 0}  # percent
BANDS: tuple[tuple[int, str], ...] = ((90, "ready"), (80, "good"), (65, "polish"), (50, "rework"), (0, "do-not-send"))
LABELS: Mapping[str, Mapping[str, str]] = {
    "ready": {"fa": "آماده‌ی ارسال", "en": "ready to send"},
    "good": {"fa": "خوب", "en": "good"},
    "polish": {"fa": "کمی صیقل می‌خواهد", "en": "needs polish"},
    "rework": {"fa": "بازنویسی می‌خواهد", "en": "needs rework"},
    "do-not-send": {"fa": "فعلاً نفرستید", "en": "do not send yet"},
}

VISIBLE_CAP, BLOCKER_CAP = 99, 49
_UNIT = 10_000  # percent of a share times percent of confidence
_ONE = 10**24  # 1 in fixed point: exact for six shares in a dimension, then rounded down


class Part(NamedTuple):
    """What one visible finding took from the score.

    `lost` is in hundredths of a point; 0 where an overlapping finding of the same dimension counts instead.
    """

    rule: str
    dimension: str
    span: Span
    lost: int


class Score(NamedTuple):
    """A value from 0 to 100, the name of its band, and a part for every visible finding, in the order of the text."""

    value: int
    band: str
    parts: tuple[Part, ...] = ()


def score(findings: Iterable[Finding], weights: Mapping[str, int] = WEIGHTS) -> Score:
    """Returns the score of what was found. The order of the findings does not matter.

    The parts add up to ``100 * (100 - value)`` exactly. A dimension's loss is divided among its counted findings in
    proportion to their p; rounding to whole points likewise over all of them; to whole hundredths by largest
    remainder, the earlier finding first. What the cap at 49 takes besides is divided evenly among the blockers, what
    the cap at 99 takes (it can only in dimensions of weight 0) among all visible findings in proportion to their p.

    Raises `UsageError` if a weight is negative or for no known dimension, or if the weights do not add up to 100.

    >>> late = Finding("vague-time", "vague-time", "warning", Span(0, 4), "", "en", "ownership", 100)
    >>> value, band, (part,) = score([late])
    >>> value, band, part.lost
    (93, 'ready', 700)
    >>> score([])
    Score(value=100, band='ready', parts=())
    """
    check_weights(weights)
    visible = sorted((f for f in findings if _share(f)), key=_order)
    losses = [0] * len(visible)
    for dimension in DIMENSIONS:
        _lose(visible, dimension, weights.get(dimension, 0), losses)
    uncapped = (100 * _ONE - sum(losses)) // _ONE
    value = min(uncapped, _cap(visible))
    lost = _apportion(100 * (100 - uncapped), losses)
    extra = _apportion(100 * (uncapped - value), _payers(visible))
    parts = (Part(f.rule, f.dimension, f.span, one + more) for f, one, more in zip(visible, lost, extra, strict=True))
    return Score(value, band(value), tuple(parts))


def band(value: int) -> str:
    """Returns the band of a value.

    >>> [band(n) for n in (90, 89, 65, 50, 49)]
    ['ready', 'good', 'polish', 'rework', 'do-not-send']
    """
    return next(name for least, name in BANDS if value >= least)


def check_weights(weights: Mapping[str, int]) -> None:
    """Raises `UsageError` if these are no weights; returns nothing.

    >>> check_weights({"clarity": 60, "care": 40})
    >>> check_weights({"clarity": 60})
    Traceback (most recent call last):
    tonelint.errors.UsageError: the weights add up to 60, not to 100
    """
    for dimension, weight in weights.items():
        if dimension not in DIMENSIONS:
            raise UsageError(f'no dimension "{dimension}"{nearest(dimension, DIMENSIONS)}')
        if weight < 0:
            raise UsageError(f'the weight of "{dimension}" is {weight}; it must not be below 0')
    if sum(weights.values()) != 100:
        raise UsageError(f"the weights add up to {sum(weights.values())}, not to 100")


def _share(finding: Finding) -> int:
    """Returns p in ten-thousandths."""
    return SHARES[finding.severity] * finding.confidence


def _order(finding: Finding) -> tuple[Span, str, int, str, bool]:
    return (finding.span, finding.rule, _share(finding), finding.dimension, finding.blocker)


def _cap(visible: Sequence[Finding]) -> int:
    if not visible:
        return 100
    return BLOCKER_CAP if any(f.blocker for f in visible) else VISIBLE_CAP


def _payers(visible: Sequence[Finding]) -> list[int]:
    """Returns in what proportion the findings bear what a cap takes."""
    if any(f.blocker for f in visible):
        return [int(f.blocker) for f in visible]
    return [_share(f) for f in visible]


def _lose(visible: Sequence[Finding], dimension: str, weight: int, losses: list[int]) -> None:
    """Writes into `losses` what each counted finding of one dimension takes, in points times `_ONE`."""
    members = [i for i, f in enumerate(visible) if f.dimension == dimension]
    if not members:
        return
    keep, counted = _dearest([visible[i] for i in members])
    counted = [members[at] for at in counted]
    shares = [_share(visible[i]) for i in counted]
    for i, loss in zip(counted, _apportion(weight * (_ONE - keep), shares), strict=True):
        losses[i] = loss


def _dearest(findings: Sequence[Finding]) -> tuple[int, list[int]]:
    """Returns what is kept, times `_ONE`, and which findings count: the choice without overlap that keeps least.

    Weighted interval scheduling (Kleinberg and Tardos, Algorithm Design, 6.1): sorted by end, `kept[n]` is the least
    that can be kept with the first n. Each step maps a smaller value to a smaller one, so that rounding keeps the laws.
    """
    order = sorted(range(len(findings)), key=lambda i: (findings[i].span.end, i))
    ends = [_end(findings[i]) for i in order]
    kept, before = [_ONE], []
    for n, i in enumerate(order):
        before.append(bisect_right(ends, findings[i].span.start, 0, n))
        kept.append(min(kept[n], kept[before[n]] * (_UNIT - _share(findings[i])) // _UNIT))
    counted, n = [], len(order)
    while n:
        if kept[n] < kept[n - 1]:
            counted.append(order[n - 1])
            n = before[n - 1]
        else:
            n -= 1
    return kept[-1], sorted(counted)


def _end(finding: Finding) -> int:
    # an empty span takes room, or two findings at one place would both count
    return max(finding.span.end, finding.span.start + 1)


def _apportion(total: int, proportions: Sequence[int]) -> list[int]:
    """Returns `total` in whole parts, by largest remainder, the earlier first. All 0 if no proportion is above 0.

    >>> _apportion(100, [1, 1, 1])
    [34, 33, 33]
    """
    whole = sum(proportions)
    if not whole:
        return [0] * len(proportions)
    parts = [total * p // whole for p in proportions]
    by_remainder = sorted(range(len(parts)), key=lambda i: (-(total * proportions[i] % whole), i))
    for i in by_remainder[: total - sum(parts)]:
        parts[i] += 1
    return parts
