"""Patterns and sets of patterns: what matches where in a sentence.

Cost grows with the sentence, not with the number of patterns: a pattern is looked at only where the index says that
it has what it needs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from tonelint.index import Index, Postings
from tonelint.languages.base import Language
from tonelint.matching import Captures, Step, matcher
from tonelint.tags import needs, starts, tagged_of
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


class Look(NamedTuple):
    """What a sentence must have before a pattern is tried: where a match may begin, and the words that it contains.

    starts: the tags of which its first word has one, None for any word. heads: only at the beginning of a sentence.
    needs: for each of some words the tags of which it has one.
    """

    starts: frozenset[str] | None
    heads: bool
    needs: tuple[frozenset[str], ...]


def look(nodes: Nodes) -> Look:
    """Returns what to look for before a pattern is tried."""
    return Look(starts(nodes), nodes[0][0] == "start", needs(nodes, _MOST_NEEDS))


class Patterns:
    """All patterns of one language, by number, behind one index. Made ready one by one, when they are first needed.

    look, nodes and payload are asked for by the number of a pattern.
    """

    __slots__ = ("_index", "_language", "_look", "_looks", "_nodes", "_payload", "_steps")

    def __init__(
        self,
        language: Language,
        postings: Postings,
        look: Callable[[int], Look],
        nodes: Callable[[int], Nodes],
        payload: Callable[[int], Any],
    ) -> None:
        self._language = language
        self._index = Index(language, postings)
        self._look = look
        self._nodes = nodes
        self._payload = payload
        self._looks: dict[int, Look] = {}
        self._steps: dict[int, Step] = {}

    def hits(self, view: View, first: int, end: int) -> Iterator[Hit]:
        """Yields every match in a sentence of the patterns from number `first` up to `end`, pattern by pattern.

        Those of one pattern come from left to right; none overlaps the one before.
        """
        candidates = view.candidates
        if candidates is None:
            candidates = view.candidates = self._index.candidates(view)
        for number in candidates.between(first, end):
            places = self._places(view, number)
            if not places:
                continue
            step, behind = self._steps.get(number), 0
            if step is None:
                step = self._steps[number] = matcher(self._nodes(number), self._language)
            for place in places:
                if place >= behind:
                    captures: Captures = {}
                    stop = step(view, place, captures)
                    if stop > place:
                        yield Hit(self._payload(number), view, place, stop, captures)
                        behind = stop

    def _places(self, view: View, number: int) -> Sequence[int]:
        """The words of a sentence with which a match may begin; none if a word that it needs is nowhere."""
        look = self._looks.get(number)
        if look is None:
            look = self._looks[number] = self._look(number)
        tagged = view.tagged
        if tagged is None:
            tagged = view.tagged = tagged_of(self._language, view.keys)
        for need in look.needs:
            if need.isdisjoint(tagged.tags):
                return ()
        if look.starts is None:
            places: Sequence[int] = range(len(view.keys))
        else:
            places = tagged.places(look.starts)
        if look.heads:
            head = view.head
            return [place for place in places if place < head]
        return places


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
