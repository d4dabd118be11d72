"""Patterns and sets of patterns: what matches where in a sentence.

Cost grows with the sentence, not with the number of patterns: a pattern is looked at only where the index says that
it has what it needs.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from tonelint.index import Index, Postings
from tonelint.languages.base import Language
from tonelint.matching import Captures, Step, matcher
from tonelint.tags import needs, starts, tags_of
from tonelint.trees import Nodes
from tonelint.views import View

_MOST_NEEDS = 3


class Hit(NamedTuple):
    """Where a pattern matched: word indexes in a view, half-open, and what was captured."""

    payload: Any
    view: View
    start: int
    end: int
    captures: Mapping[str, tuple[int, int]]


class _Ready(NamedTuple):
    """A pattern that was needed once: how it matches, where a match may begin, and the words that it contains.

    starts: the tags of which its first word has one, None for any word. heads: only at the beginning of a sentence.
    """

    step: Step
    starts: frozenset[str] | None
    heads: bool
    needs: tuple[frozenset[str], ...]


class Patterns:
    """All patterns of one language, by number, behind one index. Made ready one by one, when they are first needed.

    nodes and payload are asked for by the number of a pattern.
    """

    __slots__ = ("_index", "_language", "_nodes", "_payload", "_ready")

    def __init__(
        self, language: Language, postings: Postings, nodes: Callable[[int], Nodes], payload: Callable[[int], Any]
    ) -> None:
        self._language = language
        self._index = Index(language, postings)
        self._nodes = nodes
        self._payload = payload
        self._ready: dict[int, _Ready] = {}

    def hits(self, view: View, first: int, end: int) -> Iterator[Hit]:
        """Yields every match in a sentence of the patterns from number `first` up to `end`, pattern by pattern."""
        candidates = view.candidates
        if candidates is None:
            candidates = view.candidates = self._index.candidates(view)
        for place in range(bisect_left(candidates, first), bisect_left(candidates, end)):
            yield from self._hits(view, candidates[place])

    def _hits(self, view: View, number: int) -> Iterator[Hit]:
        """Yields the matches of one pattern from left to right; none overlaps the one before."""
        ready, behind = self._ready.get(number) or self._make_ready(number), 0
        for place in self._places(view, ready):
            if place >= behind:
                captures: Captures = {}
                end = ready.step(view, place, captures)
                if end > place:
                    yield Hit(self._payload(number), view, place, end, captures)
                    behind = end

    def _make_ready(self, number: int) -> _Ready:
        nodes = self._nodes(number)
        ready = _Ready(matcher(nodes), starts(nodes), nodes[0][0] == "start", needs(nodes, _MOST_NEEDS))
        self._ready[number] = ready
        return ready

    def _places(self, view: View, ready: _Ready) -> Sequence[int]:
        """The words of a sentence with which a match may begin; none if a word that it needs is nowhere."""
        tags = view.tags
        if tags is None:
            tags = view.tags = [tags_of(self._language, key) for key in view.keys]
        for need in ready.needs:
            for own in tags:
                if not need.isdisjoint(own):
                    break
            else:
                return ()
        if ready.heads:
            tags = tags[: view.head]
        if ready.starts is None:
            return range(len(tags))
        return [place for place, own in enumerate(tags) if not ready.starts.isdisjoint(own)]


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
