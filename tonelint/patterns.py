"""Patterns and sets of patterns: what matches where in a sentence.

Cost grows with the sentence, not with the number of patterns: a pattern is looked at only where the index says that
it has what it needs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from tonelint.index import Index, numbers
from tonelint.matching import Captures, Step, matcher
from tonelint.phrases import Nodes
from tonelint.views import View


class Hit(NamedTuple):
    """Where a pattern matched: word indexes in a view, half-open, and what was captured."""

    payload: Any
    view: View
    start: int
    end: int
    captures: Mapping[str, tuple[int, int]]


class Patterns:
    """All patterns of one language, by number, behind one index. Compiled one by one, when they are first needed.

    nodes and payload are asked for by the number of a pattern.
    """

    __slots__ = ("_index", "_nodes", "_payload", "_steps")

    def __init__(self, index: Index, nodes: Callable[[int], Nodes], payload: Callable[[int], Any]) -> None:
        self._index = index
        self._nodes = nodes
        self._payload = payload
        self._steps: dict[int, Step] = {}

    def hits(self, view: View, first: int, end: int) -> Iterator[Hit]:
        """Yields every match in a sentence of the patterns from number `first` up to `end`, pattern by pattern."""
        if view.candidates is None:
            view.candidates = self._index.candidates(view)
        wanted = (view.candidates >> first) & ((1 << (end - first)) - 1)
        for number in numbers(wanted):
            yield from self._hits(view, first + number)

    def _hits(self, view: View, number: int) -> Iterator[Hit]:
        """Yields the matches of one pattern from left to right; none overlaps the one before."""
        behind = 0
        for place in self._index.begin(view, number):
            if place >= behind:
                step = self._steps.get(number)
                if step is None:
                    step = self._steps[number] = matcher(self._nodes(number))
                captures: Captures = {}
                end = step(view, place, captures)
                if end > place:
                    yield Hit(self._payload(number), view, place, end, captures)
                    behind = end


class PatternSet(NamedTuple):
    """Patterns with neighbouring numbers: from `first` up to `end`."""

    patterns: Patterns
    first: int
    end: int

    def hits(self, view: View) -> Iterator[Hit]:
        """Yields every match of every pattern in a sentence, pattern by pattern in the order they were given."""
        return self.patterns.hits(view, self.first, self.end)


def parts(nodes: Nodes) -> Sequence[Nodes]:
    """A pattern that is nothing but alternatives, as one pattern each: then each is found by its own words."""
    if len(nodes) == 1 and nodes[0][0] == "choice":
        return [part for sequence in nodes[0][1] for part in parts(sequence)]
    return [nodes]
