"""A whole reply rewritten: its best rewrites put in, checked together, and again until there is nothing left to do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from tonelint.offers import Checked, Offers, worse
from tonelint.rewrite import apart, best, edited
from tonelint.types import Edit, Finding

_PASSES, _CHECKS = 25, 64  # bounds that only texts made to reach them reach
_NEW = -1
Again = Callable[[str], Checked]


class Revision(NamedTuple):
    """A rewritten reply, and the edits that make it from the text as it was: sorted, without overlap."""

    text: str
    edits: tuple[Edit, ...] = ()


class Steps:
    """A text that is edited again and again, and that knows what all of it comes to.

    >>> steps = Steps("Kindly reply.")
    >>> steps.make([Edit(0, 6, "Please do")])
    >>> steps.make([Edit(6, 9, "")])
    >>> steps.revision()
    Revision(text='Please reply.', edits=(Edit(start=0, end=6, text='Please'),))
    """

    def __init__(self, text: str) -> None:
        self.text, self._length = text, len(text)
        self._origin = list(range(len(text)))  # where each character stood in the first text

    def make(self, edits: Iterable[Edit]) -> None:
        """Makes edits of the text as it now is. They must not overlap."""
        origin, at = list[int](), 0
        edits = sorted(edits)
        for edit in edits:
            origin += [*self._origin[at : edit.start], *[_NEW] * len(edit.text)]
            at = edit.end
        self._origin = origin + self._origin[at:]
        self.text = edited(self.text, edits)

    def revision(self) -> Revision:
        """Returns the text as it now is, and the edits that lead to it from the first one."""
        return Revision(self.text, tuple(self._edits()))

    def _edits(self) -> Iterator[Edit]:
        at = start = 0
        for place, first in enumerate([*self._origin, self._length]):
            if first == _NEW:
                continue
            if first > at or place > start:
                yield Edit(at, first, self.text[start:place])
            at, start = first + 1, place + 1


def revise(
    text: str, findings: Sequence[Finding], safety: str = "safe", *, hints: bool = True, again: Again | None = None
) -> Revision:
    """Returns a reply with the best rewrite of each finding that is at least as safe as asked for.

    Of rewrites that overlap one is put in, and the others where they are still wanted when the reply is checked again
    (`tonelint.rewrite.apart`). If rewrites make the reply worse together, those are left out that do. Without hints,
    those are put right only where that is safe. To revise the result changes nothing more.
    again: how a text is checked again; if not given, by the linter that the findings come from. Where they come from
    none, their rewrites are put in once.
    """
    trial = next((f.rewrites.trial for f in findings if isinstance(f.rewrites, Offers)), None)
    bare = again or (trial.bare if trial else None)
    again = again or (trial.again if trial else None)
    steps, seen = Steps(text), {text}
    for _ in range(_PASSES):
        chosen = apart(best(f, "safe" if f.severity == "hint" and not hints else safety) for f in findings)
        if bare is not None:
            chosen = _standing(steps.text, chosen, bare)
        steps.make(chain.from_iterable(chosen))
        if again is None or steps.text in seen:
            break
        seen.add(steps.text)
        findings = again(steps.text).findings
    return steps.revision()


def _standing(text: str, rewrites: Sequence[Sequence[Edit]], again: Again) -> list[Sequence[Edit]]:
    """The rewrites that do not make a reply worse when they are put in together: all, or else halves of them."""
    if not rewrites:
        return []
    before, standing, parts = again(text), list[Sequence[Edit]](), [rewrites]
    for _ in range(_CHECKS):
        if not parts:
            break
        part = parts.pop()
        if not worse(before, again(edited(text, chain.from_iterable([*standing, *part])))):
            standing += part
        elif len(part) > 1:
            parts += [part[len(part) // 2 :], part[: len(part) // 2]]
    return standing
