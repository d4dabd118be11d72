"""Patterns and sets of patterns with their index.

Cost grows with the sentence, not with the number of patterns: a pattern is looked at only when the words
that each of its matches must contain are in the sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from tonelint.languages.base import Language
from tonelint.matching import Captures, Step, matcher
from tonelint.phrases import Nodes
from tonelint.tags import MOST_WORDS, needs, starts, tags_of
from tonelint.views import View


class Hit(NamedTuple):
    """Where a pattern matched: word indexes in a view, half-open, and what was captured."""

    payload: Any
    view: View
    start: int
    end: int
    captures: Mapping[str, tuple[int, int]]


class Pattern:
    """One phrase of one language, ready to match. Compiled when it is first needed."""

    __slots__ = ("_match", "language", "needs", "nodes", "payload", "starts")

    def __init__(self, nodes: Nodes, language: Language, payload: Any = None) -> None:
        self.nodes = nodes
        self.language = language
        self.payload = payload
        self.needs = needs(nodes)
        self.starts = starts(nodes)
        self._match: Step | None = None

    def match_at(self, view: View, index: int) -> tuple[int, Captures] | None:
        """Returns the end and the captures of the match that begins at `index`, or None."""
        if self._match is None:
            self._match = matcher(self.nodes)
        captures: Captures = {}
        end = self._match(view, index, captures)
        return (end, captures) if end > index else None

    def hits(self, view: View, tags: Sequence[Sequence[str]]) -> Iterator[Hit]:
        """Yields the matches in a sentence from left to right; none overlaps the one before."""
        index, count, starts = 0, len(view.words), self.starts
        while index < count:
            if starts is None or not starts.isdisjoint(tags[index]):
                found = self.match_at(view, index)
                if found:
                    yield Hit(self.payload, view, index, found[0], found[1])
                    index = found[0]
                    continue
            index += 1


class PatternSet:
    """Patterns of one language behind one index."""

    __slots__ = ("_always", "_by_anchor", "_known", "_language", "_patterns", "_tags")

    def __init__(self, patterns: Iterable[Pattern], language: Language) -> None:
        self._language = language
        self._patterns = [part for whole in patterns for part in _parts(whole)]
        self._by_anchor: dict[str, list[int]] = {}
        self._always: list[int] = []
        self._tags: dict[str, tuple[str, ...]] = {}
        known: set[str] = set()
        for number, pattern in enumerate(self._patterns):
            if not pattern.needs:
                self._always.append(number)
            for tag in pattern.needs[0] if pattern.needs else ():
                self._by_anchor.setdefault(tag, []).append(number)
            known.update(pattern.starts or (), *pattern.needs)
        self._known = frozenset(known)

    def hits(self, view: View) -> Iterator[Hit]:
        """Yields every match of every pattern in a sentence, pattern by pattern in the order they were given."""
        known = self._tags
        tags = [known[key] if key in known else self._remember(key) for key in view.keys]
        present = set().union(*tags)
        candidates = set(self._always).union(*(self._by_anchor[tag] for tag in present if tag in self._by_anchor))
        for number in sorted(candidates):
            pattern = self._patterns[number]
            if not any(need.isdisjoint(present) for need in pattern.needs):
                yield from pattern.hits(view, tags)

    def _remember(self, key: str) -> tuple[str, ...]:
        if len(self._tags) > MOST_WORDS:
            self._tags.clear()
        self._tags[key] = found = tuple(tags_of(self._language, key) & self._known)
        return found


def _parts(pattern: Pattern) -> Iterator[Pattern]:
    """A pattern that is nothing but alternatives, as one pattern each: then each has its own anchor."""
    if len(pattern.nodes) == 1 and pattern.nodes[0][0] == "choice":
        for sequence in pattern.nodes[0][1]:
            yield from _parts(Pattern(sequence, pattern.language, pattern.payload))
    else:
        yield pattern
