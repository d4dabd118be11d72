"""Matching phrases on the words of a sentence: a view of the sentence, a pattern, and a set of patterns with its index.

Cost grows with the sentence, not with the number of patterns: a pattern is looked at only when a word
that each of its matches must contain (its anchor) is in the sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from tonelint.languages.base import Language
from tonelint.phrases import Node, Nodes, takes_words
from tonelint.types import Reading, Sentence, Span, Token

Captures = dict[str, tuple[int, int]]
Next = Callable[["View", int, Captures], int]
Step = Callable[["View", int, Captures], int]

COMMAS = frozenset([",", "،"])
CLAUSE_ENDS = frozenset([*COMMAS, ";", "؛", ":", "—", "–", "…"])
_ANY_VERB, _ANY_NUMBER = "V:*", "#"


class View:
    """The words of one sentence as patterns see them: marks (quotes, brackets, emoji) are left out.

    words are tokens; every index below is an index into them. number is that of the sentence in the document;
    signature tells whether it belongs to the signature, where wording rules do not look.
    """

    __slots__ = ("_clauses", "dead_ends", "keys", "language", "number", "sentence", "signature", "words")

    def __init__(self, sentence: Sentence, number: int, language: Language, signature: bool = False) -> None:
        self.sentence = sentence
        self.number = number
        self.signature = signature
        self.language = language
        self.words = [token for token in sentence.tokens if token.kind != "mark"]
        self.keys = [token.key for token in self.words]
        self._clauses: list[tuple[int, int]] | None = None
        self.dead_ends: set[tuple[int, int]] = set()

    def span(self, start: int, end: int) -> Span:
        """Code points of the words from `start` up to `end`."""
        return Span(self.words[start].start, self.words[end - 1].end)

    def text(self, text: str, start: int, end: int) -> str:
        """The words from `start` up to `end` as they stand in the text."""
        return text[self.words[start].start : self.words[end - 1].end] if end > start else ""

    @property
    def clauses(self) -> list[tuple[int, int]]:
        """Index ranges of the clauses: pieces between commas, colons and conjunctions."""
        if self._clauses is None:
            self._clauses = _clauses(self.words, self.language.breaks_clause)
        return self._clauses

    def clause_at(self, index: int) -> int:
        """The number of the clause that holds the word at `index`."""
        for number, (start, end) in enumerate(self.clauses):
            if start <= index < end:
                return number
        return max(len(self.clauses) - 1, 0)


def _clauses(words: Sequence[Token], breaks: Callable[[Token], bool]) -> list[tuple[int, int]]:
    edges = [0]
    for index, word in enumerate(words):
        if word.kind == "punctuation" and word.key[:1] in CLAUSE_ENDS:
            edges.append(index + 1)
        elif index and word.kind == "word" and breaks(word):
            edges.append(index)
    edges.append(len(words))
    return [(a, b) for a, b in pairwise(edges) if b > a]


class Hit(NamedTuple):
    """Where a pattern matched: word indexes in a view, half-open, and what was captured."""

    payload: Any
    view: View
    start: int
    end: int
    captures: Mapping[str, tuple[int, int]]


class Pattern:
    """One phrase of one language, ready to match. Compiled when it is first needed."""

    __slots__ = ("_match", "anchors", "language", "nodes", "payload", "starts")

    def __init__(self, nodes: Nodes, language: Language, payload: Any = None) -> None:
        self.nodes = nodes
        self.language = language
        self.payload = payload
        self.anchors = _anchors(nodes)[1]
        self.starts = _starts(nodes)
        self._match: Step | None = None

    def match_at(self, view: View, index: int) -> tuple[int, Captures] | None:
        """Returns the end and the captures of the match that begins at `index`, or None."""
        if self._match is None:
            self._match = _sequence(self.nodes, lambda _view, at, _captures: at)
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

    __slots__ = ("_always", "_by_anchor", "_known", "_language", "_nouns", "_tags", "_verbs")

    def __init__(self, patterns: Iterable[Pattern], language: Language) -> None:
        self._language = language
        self._by_anchor: dict[str, list[Pattern]] = {}
        self._always: list[Pattern] = []
        known: set[str] = set()
        for pattern in patterns:
            if pattern.anchors is None:
                self._always.append(pattern)
            for tag in pattern.anchors or ():
                self._by_anchor.setdefault(tag, []).append(pattern)
            known.update(pattern.anchors or (), pattern.starts or ())
        self._known = frozenset(known)
        self._verbs = any(tag.startswith("V:") for tag in known)
        self._nouns = any(tag.startswith("N:") for tag in known)
        self._tags: dict[str, tuple[str, ...]] = {}

    def hits(self, view: View) -> Iterator[Hit]:
        """Yields every match of every pattern in a sentence, pattern by pattern."""
        memo, tags, candidates = self._tags, [], dict.fromkeys(self._always)
        for key in view.keys:
            found = memo.get(key)
            if found is None:
                found = self._remember(key)
            tags.append(found)
            for tag in found:
                if tag in self._by_anchor:
                    candidates.update(dict.fromkeys(self._by_anchor[tag]))
        for pattern in candidates:
            yield from pattern.hits(view, tags)

    def _remember(self, key: str) -> tuple[str, ...]:
        if len(self._tags) > 20_000:
            self._tags.clear()
        tags = {key, _ANY_NUMBER} if key[:1].isdigit() else {key}
        if self._verbs:
            readings = self._language.readings(key)
            tags.update("V:" + reading.lemma for reading in readings)
            if readings:
                tags.add(_ANY_VERB)
        if self._nouns:
            tags.update("N:" + stem for stem in self._language.stems(key))
        self._tags[key] = found = tuple(tags & self._known)
        return found


# Steps: each node becomes a function (view, index, captures) → end of the whole match, or -1. `then` is the rest.


def _sequence(nodes: Nodes, then: Next) -> Step:
    for node in reversed(nodes):
        then = _STEPS[node[0]](node, then)
    return then


def _key(node: Node, then: Next) -> Step:
    keys = node[1]

    def step(view: View, index: int, captures: Captures) -> int:
        return then(view, index + 1, captures) if index < len(view.keys) and view.keys[index] in keys else -1

    return step


def _noun(node: Node, then: Next) -> Step:
    stems = node[1]

    def step(view: View, index: int, captures: Captures) -> int:
        if index < len(view.keys) and not stems.isdisjoint(view.language.stems(view.keys[index])):
            return then(view, index + 1, captures)
        return -1

    return step


def _verb(node: Node, then: Next) -> Step:
    lemmas, features = node[1], node[2]

    def step(view: View, index: int, captures: Captures) -> int:
        if index >= len(view.keys):
            return -1
        for reading in view.language.readings(view.keys[index]):
            if (lemmas is None or reading.lemma in lemmas) and has_features(reading, features):
                return then(view, index + 1, captures)
        return -1

    return step


def has_features(reading: Reading, features: Iterable[tuple[str, frozenset[str]]]) -> bool:
    """Whether a reading has one of the allowed values in each category."""
    for category, allowed in features:
        if category == "sure":
            if reading.ambiguous:
                return False
        elif getattr(reading, category) not in allowed:
            return False
    return True


def _word(_node: Node, then: Next) -> Step:
    def step(view: View, index: int, captures: Captures) -> int:
        fits = index < len(view.words) and view.words[index].kind != "punctuation"
        return then(view, index + 1, captures) if fits else -1

    return step


def _number(_node: Node, then: Next) -> Step:
    def step(view: View, index: int, captures: Captures) -> int:
        fits = index < len(view.words) and view.words[index].kind == "number"
        return then(view, index + 1, captures) if fits else -1

    return step


def _comma(_node: Node, then: Next) -> Step:
    def step(view: View, index: int, captures: Captures) -> int:
        fits = index < len(view.keys) and view.keys[index] in COMMAS
        return then(view, index + 1, captures) if fits else -1

    return step


def _found(_view: View, index: int, _captures: Captures) -> int:
    return index


def _remembered(then: Next) -> Next:
    """The same, with its failures kept in the view.

    What comes next fits or does not fit at a place, whatever came before it; so parts that may take more or fewer
    words, one behind the other, stay linear.
    """

    def remembered(view: View, index: int, captures: Captures) -> int:
        here = (id(then), index)
        if here in view.dead_ends:
            return -1
        end = then(view, index, captures)
        if end < 0:
            view.dead_ends.add(here)
        return end

    return remembered


def _gap(node: Node, then: Next) -> Step:
    """Takes as few words as it can, and none at which `barred` would match."""
    most, commas, barred = node[1], node[2], node[3]
    then = _remembered(then)
    bars = _sequence(barred, _found) if barred else None

    def step(view: View, index: int, captures: Captures) -> int:
        left = most
        while True:
            end = then(view, index, captures)
            if end >= 0:
                return end
            if index >= len(view.words) or (bars and bars(view, index, {}) >= 0):
                return -1
            if view.words[index].kind != "punctuation":
                left -= 1
            elif not (commas and view.keys[index] in COMMAS):
                return -1
            if left < 0:
                return -1
            index += 1

    return step


def _start(_node: Node, then: Next) -> Step:
    def step(view: View, index: int, captures: Captures) -> int:
        first = all(word.kind in {"punctuation", "zone", "number"} for word in view.words[:index])
        return then(view, index, captures) if first else -1

    return step


def _end(_node: Node, then: Next) -> Step:
    def step(view: View, index: int, captures: Captures) -> int:
        last = all(word.kind == "punctuation" for word in view.words[index:])
        return then(view, index, captures) if last else -1

    return step


def _choice(node: Node, then: Next) -> Step:
    """Alternatives in order; those that begin with a plain word are tried only where that word stands."""
    if any(len(sequence) != 1 for sequence in node[1]):
        then = _remembered(then)
    steps = [_sequence(sequence, then) for sequence in node[1]]
    first = [_first_keys(sequence) for sequence in node[1]]
    others = [step for step, keys in zip(steps, first, strict=True) if keys is None]
    keyed = {
        key: [step for step, own in zip(steps, first, strict=True) if own is None or key in own]
        for key in frozenset().union(*(keys for keys in first if keys))
    }

    def step(view: View, index: int, captures: Captures) -> int:
        for one in keyed.get(view.keys[index], others) if index < len(view.keys) else others:
            end = one(view, index, captures)
            if end >= 0:
                return end
        return -1

    return step


def _first_keys(sequence: Nodes) -> frozenset[str] | None:
    """The keys of which the first word has to be one; None where that cannot be told by keys alone."""
    tags = _starts(sequence) if any(takes_words(node) for node in sequence) else None
    return None if tags is None or any(tag == _ANY_NUMBER or tag[:2] in {"V:", "N:"} for tag in tags) else tags


def _optional(node: Node, then: Next) -> Step:
    return _choice(("choice", (node[1], ())), then)


def _capture(node: Node, then: Next) -> Step:
    name = node[1]

    def close(view: View, index: int, captures: Captures) -> int:
        before = captures.get(name)
        captures[name] = (captures["(" + name][0], index)
        end = then(view, index, captures)
        if end < 0 and before is not None:
            captures[name] = before
        return end

    inner = _sequence(node[2], close)

    def step(view: View, index: int, captures: Captures) -> int:
        captures["(" + name] = (index, index)
        return inner(view, index, captures)

    return step


def _not(node: Node, then: Next) -> Step:
    inner = _sequence(node[1], _found)

    def step(view: View, index: int, captures: Captures) -> int:
        return -1 if inner(view, index, {}) >= 0 else then(view, index, captures)

    return step


def _ahead(node: Node, then: Next) -> Step:
    inner = _sequence(node[1], _found)

    def step(view: View, index: int, captures: Captures) -> int:
        return then(view, index, captures) if inner(view, index, captures) >= 0 else -1

    return step


_STEPS: dict[str, Callable[[Node, Next], Step]] = {
    "key": _key, "noun": _noun, "verb": _verb, "word": _word, "number": _number, "comma": _comma, "gap": _gap,
    "start": _start, "end": _end, "choice": _choice, "optional": _optional, "capture": _capture, "not": _not,
    "ahead": _ahead,
}  # fmt: skip


# The index: which tags a word must have for a pattern to be worth trying.


def _tags(node: Node) -> frozenset[str] | None:
    """The tags of which a word that this node takes has at least one; None: any word will do."""
    if node[0] == "key":
        return frozenset(node[1])
    if node[0] == "noun":
        return frozenset("N:" + stem for stem in node[1])
    if node[0] == "verb":
        return frozenset([_ANY_VERB]) if node[1] is None else frozenset("V:" + lemma for lemma in node[1])
    if node[0] == "number":
        return frozenset([_ANY_NUMBER])
    return frozenset(COMMAS) if node[0] == "comma" else None


_COMMON = frozenset(
    (
        "i we you the it a an to of for in on is are be have has do not will can your our this that and or if with as "
        "at by from V:be V:have V:do V:will V:can ما شما من را رو از به در با که این و برای تا هم یک بر V:کردن V:شدن "
        "V:بودن V:دادن V:داشتن V:توانستن # , ،"
    ).split()
)


def _anchors(nodes: Nodes) -> tuple[int, frozenset[str] | None]:
    """The rarest thing that each match must contain: (how common, tags); None if there is no such thing."""
    best: tuple[int, frozenset[str] | None] = (1_000_000, None)
    for node in nodes:
        if node[0] == "choice":
            parts = [_anchors(sequence) for sequence in node[1]]
            tags = None if any(p[1] is None for p in parts) else frozenset().union(*(p[1] for p in parts if p[1]))
            found = (sum(p[0] for p in parts), tags)
        elif node[0] in {"capture", "ahead"}:
            found = _anchors(node[-1])
        else:
            tags = _tags(node)
            found = (sum(200 if t == _ANY_VERB else 30 if t in _COMMON else 1 for t in tags or ()), tags)
        if found[1] is not None and found[0] < best[0]:
            best = found
    return best


def _starts(nodes: Nodes) -> frozenset[str] | None:
    """The tags of which the first word of a match has at least one; None: any word may begin it."""
    tags: frozenset[str] = frozenset()
    for node in nodes:
        if node[0] in {"start", "end", "not", "ahead"}:
            continue
        if node[0] in {"choice", "optional", "capture"}:
            sequences = node[1] if node[0] == "choice" else (node[-1],)
            parts = [_starts(sequence) for sequence in sequences]
            if any(part is None for part in parts):
                return None
            tags = tags.union(*(part for part in parts if part))
            if node[0] == "optional":
                continue
            return tags
        own = _tags(node)
        return None if own is None else tags | own
    return tags
