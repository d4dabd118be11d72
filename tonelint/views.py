"""A sentence as patterns see it: its words without marks, and the clauses they make."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from tonelint.languages.base import Language
from tonelint.types import Sentence, Span, Token

COMMAS = frozenset([",", "،"])
# Before the first word these may stand: a bullet, a link, a number.
NO_WORDING = frozenset(["punctuation", "zone", "number"])
CLAUSE_ENDS = frozenset([*COMMAS, ";", "؛", ":", "—", "–", "…"])


class Tagged(NamedTuple):
    """What the words of a sentence can be found by.

    tags: those of all words. where: by tag, the indexes of the words that have it.
    """

    tags: frozenset[str]
    where: Mapping[str, Sequence[int]]

    def places(self, tags: frozenset[str]) -> Sequence[int]:
        """Returns the indexes of the words that have one of some tags, in order.

        >>> Tagged(frozenset("ab"), {"a": [0, 2], "b": [1]}).places(frozenset("abc"))
        [0, 1, 2]
        """
        here = [self.where[tag] for tag in tags & self.tags]
        return here[0] if len(here) == 1 else sorted({place for one in here for place in one})


class View:
    """The words of one sentence as patterns see them: marks (quotes, brackets, emoji) are left out.

    words are tokens; every index below is an index into them. number is that of the sentence in the document;
    signature tells whether it belongs to the signature, where wording rules do not look.
    """

    __slots__ = (
        "candidates", "dead_ends", "found", "keys", "language", "number", "sentence", "signature",
        "tagged", "words",
    )  # fmt: skip

    def __init__(self, sentence: Sentence, number: int, language: Language, signature: bool = False) -> None:
        self.sentence = sentence
        self.number = number
        self.signature = signature
        self.language = language
        self.words = [token for token in sentence.tokens if token.kind != "mark"]
        self.keys = [token.key for token in self.words]
        self.candidates: Any = None  # the patterns that may match, as the index knows them
        self.tagged: Tagged | None = None  # what its words can be found by
        self.dead_ends: set[tuple[object, int]] = set()  # where the rest of a pattern is known not to match
        # What was looked for here before: guards by their first number. It stays true of the same sentence elsewhere.
        self.found: dict[int | str, Any] = {}

    def span(self, start: int, end: int) -> Span:
        """Code points of the words from `start` up to `end`."""
        return Span(self.words[start].start, self.words[end - 1].end)

    def text(self, text: str, start: int, end: int) -> str:
        """The words from `start` up to `end` as they stand in the text."""
        return text[self.words[start].start : self.words[end - 1].end] if end > start else ""

    @property
    def head(self) -> int:
        """How many words may count as the first one: punctuation, zones and numbers, and one more."""
        for index, word in enumerate(self.words):
            if word.kind not in NO_WORDING:
                return index + 1
        return len(self.words)

    @property
    def clauses(self) -> list[tuple[int, int]]:
        """Index ranges of the clauses: pieces between commas, colons and conjunctions."""
        clauses: list[tuple[int, int]] | None = self.found.get("clauses")
        if clauses is None:
            clauses = self.found["clauses"] = _clauses(self.words, self.language.breaks_clause)
        return clauses

    def clause_at(self, index: int) -> int:
        """The number of the clause that holds the word at `index`."""
        return max(bisect_right(self.clauses, index, key=lambda clause: clause[0]) - 1, 0)


def _clauses(words: Sequence[Token], breaks: Callable[[Token], bool]) -> list[tuple[int, int]]:
    edges = [0]
    for index, word in enumerate(words):
        if word.kind == "punctuation" and word.key[:1] in CLAUSE_ENDS:
            edges.append(index + 1)
        elif index and word.kind == "word" and breaks(word):
            edges.append(index)
    edges.append(len(words))
    return [(a, b) for a, b in pairwise(edges) if b > a]
