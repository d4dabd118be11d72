"""A whole reply rewritten: its best rewrites put in, checked together, and again until there is nothing left to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from tonelint.offers import Offers, Trial, worse
from tonelint.rewrite import apart, best, edited
from tonelint.types import Edit, Finding

_PASSES, _CHECKS = 25, 64  # bounds that only texts made to reach them reach
_NEW = -1


class Revision(NamedTuple):
    """A rewritten reply, and the edits that make it from the text as it was: sorted, without overlap."""

    text: str
    edits: tuple[Edit, ...] = ()


def revise(text: str, findings: Sequence[Finding], safety: str = "safe") -> Revision:
    """Returns a reply with the best rewrite of each finding that is at least as safe as asked for.

    Of rewrites that overlap one is put in, and the others where they are still wanted when the reply is checked again
    (`tonelint.rewrite.apart`). If rewrites make the reply worse together, those are left out that do. Hints are put
    right only where that is safe. To revise the result changes nothing more.
    Findings that do not come from a linter cannot be checked again: their rewrites are put in once.
    """
    trial = next((f.rewrites.trial for f in findings if isinstance(f.rewrites, Offers)), None)
    better, origin, seen = text, list(range(len(text))), {text}
    for _ in range(_PASSES):
        chosen = apart(best(f, "safe" if f.severity == "hint" else safety) for f in findings)
        if trial is not None:
            chosen = _standing(better, chosen, trial)
        edits = sorted(chain.from_iterable(chosen))
        better, origin = edited(better, edits), _traced(origin, edits)
        if trial is None or better in seen:
            break
        seen.add(better)
        findings = trial.again(better).findings
    return Revision(better, tuple(_edits(better, origin, len(text))))


def _standing(text: str, rewrites: Sequence[Sequence[Edit]], trial: Trial) -> list[Sequence[Edit]]:
    """The rewrites that do not make a reply worse when they are put in together: all, or else halves of them."""
    if not rewrites:
        return []
    before, standing, parts = trial.again(text), list[Sequence[Edit]](), [rewrites]
    for _ in range(_CHECKS):
        if not parts:
            break
        part = parts.pop()
        if not worse(before, trial.again(edited(text, chain.from_iterable([*standing, *part])))):
            standing += part
        elif len(part) > 1:
            parts += [part[len(part) // 2 :], part[: len(part) // 2]]
    return standing


def _traced(origin: Sequence[int], edits: Sequence[Edit]) -> list[int]:
    """Where each character of an edited text stood in the first one; origin: the same for the text before."""
    traced, at = list[int](), 0
    for edit in edits:
        traced += [*origin[at : edit.start], *[_NEW] * len(edit.text)]
        at = edit.end
    return traced + list(origin[at:])


def _edits(text: str, origin: Sequence[int], length: int) -> Iterator[Edit]:
    """The edits that lead from the first text, which has that length, to this one."""
    at = start = 0
    for place, first in enumerate([*origin, length]):
        if first == _NEW:
            continue
        if first > at or place > start:
            yield Edit(at, first, text[start:place])
        at, start = first + 1, place + 1
