"""The book of cues: the phrases of rules and acts, compiled to plain values that can be stored and read again."""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

from tonelint.errors import RuleError
from tonelint.index import postings
from tonelint.languages.base import Language
from tonelint.packed import Stripped, pack, strip
from tonelint.patterns import look, parts
from tonelint.phrases import Notation, PhraseError
from tonelint.text import document
from tonelint.trees import Nodes, size
from tonelint.types import ActRule, Entry, Rule, Unless

MOST_PARTS = 1_000_000
"""The nodes of all phrases, word sets put in: ten times those that come with tonelint, compiled in a minute or so."""
_SHOWN = 200  # characters of a phrase in a message
Sets = Mapping[str, Sequence[str]]
Range = tuple[int, int]


class Owner(NamedTuple):
    """Who has phrases in one language: a rule by its id, an act by ``act:`` and its name."""

    name: str
    code: str
    entries: tuple[Entry, ...]
    unless: Unless = Unless()
    sets: Sets = {}
    path: str = ""


def owners(of: Rule | ActRule) -> Iterator[Owner]:
    """Yields the owners that a rule or act is: one for each language of its phrases."""
    name = of.id if isinstance(of, Rule) else "act:" + of.name
    for code, entries in of.phrases.items():
        yield Owner(name, code, entries, of.unless.get(code, Unless()), of.sets.get(code, {}), of.path)


class Compiled(NamedTuple):
    """The cues of one language as plain values: strings, numbers, bytes, and tuples and mappings of them.

    rows: the trees of the patterns (packed.py). patterns: the row of each pattern by its number; those of cues come
    first, guards after them. looks, look_of: what patterns look for first, as a strip, and which of these each one
    does. cue_of: for each pattern of a cue the number of the cue. cues: a strip of owner, entry, the ranges of the
    patterns that it needs and that silence it, and its row. guards: by owner the ranges over, clause and sentence, and
    the names of acts. postings: the index.
    """

    rows: Stripped
    patterns: tuple[int, ...]
    looks: Stripped
    look_of: tuple[int, ...]
    cue_of: tuple[int, ...]
    cues: Stripped
    guards: Mapping[str, tuple[Any, ...]]
    postings: tuple[Any, ...]


class _Cue(NamedTuple):
    owner: str
    entry: Entry
    needs: Range | None
    unless: Range | None
    nodes: Nodes


class CueBook:
    """Takes the phrases of all owners; then `compiled` gives what `Cues` is made of. Mistakes go to `problems`."""

    def __init__(self, languages: Mapping[str, Language], words: Mapping[str, Sets]) -> None:
        self.problems: list[RuleError] = []
        self._languages = languages
        self._shared = {code: Notation(keys_of(one), words.get(code, {})) for code, one in languages.items()}
        self._parsed = {code: _parsed(code, repr(words.get(code))) for code in languages}
        self._cues: dict[str, list[_Cue]] = {code: [] for code in languages}
        self._guards: dict[str, list[Nodes]] = {code: [] for code in languages}
        self._guarded: dict[str, dict[str, tuple[Any, ...]]] = {code: {} for code in languages}
        self._broken: set[str] = set()
        self._parts = 0

    def add(self, owner: Owner) -> None:
        """Compiles the phrases of one owner.

        Phrases that do not parse go to `problems`, and so does the first of each owner for which there is no more
        room (`MOST_PARTS`); their owner has no cues then, in no language: without a guard it would say too much.
        """
        before = len(self.problems)
        notation = Notation(keys_of(self._languages[owner.code]), owner.sets, self._shared[owner.code])
        unless = owner.unless
        reaches = [self._range(owner, notation, phrases) for phrases in (unless.over, unless.clause, unless.sentence)]
        self._guarded[owner.code][owner.name] = (*reaches, tuple(unless.acts))
        for entry in owner.entries:
            nodes = self._nodes(owner, notation, entry.match, entry)
            if nodes:
                needs, silent = (self._range(owner, notation, some, entry) for some in (entry.needs, entry.unless))
                self._cues[owner.code].append(_Cue(owner.name, entry, needs, silent, nodes))
        if len(self.problems) > before:
            self._broken.add(owner.name)

    def _range(
        self, owner: Owner, notation: Notation, phrases: Iterable[str], entry: Entry | None = None
    ) -> Range | None:
        guards = self._guards[owner.code]
        first = len(guards)
        for phrase in phrases:
            nodes = self._nodes(owner, notation, phrase, entry)
            guards.extend(parts(nodes) if nodes else ())
        return (first, len(guards)) if len(guards) > first else None

    def _nodes(self, owner: Owner, notation: Notation, phrase: str, entry: Entry | None) -> Nodes | None:
        known = {} if owner.sets else self._parsed[owner.code]
        place = owner.path, *((entry.line, entry.column) if entry else (0, 0))
        if self._parts > MOST_PARTS:
            self._refuse(owner, place)
            return None
        try:
            nodes = known.get(phrase) or notation.parse(phrase)
        except PhraseError as error:
            shown = " ".join(phrase[:_SHOWN].split()) + "…" * (len(phrase) > _SHOWN)
            message = f"in the phrase “{shown}”, character {error.column}: {error.message}"
            self.problems.append(RuleError(message, *place))
            return None
        known[phrase] = nodes
        self._parts += size(nodes)
        return nodes

    def _refuse(self, owner: Owner, place: tuple[str, int, int]) -> None:
        """Notes, once for each owner, that there is no room for its phrases."""
        if owner.name not in self._broken:
            self._broken.add(owner.name)
            message = f"the phrases of all rules have more than {MOST_PARTS:,} parts, word sets put in; leave some out"
            self.problems.append(RuleError(message, *place))

    def compiled(self) -> dict[str, Compiled]:
        """Returns the cues of each language, after all owners were added."""
        return {code: self._compiled(code) for code in self._languages}

    def _compiled(self, code: str) -> Compiled:
        cues = [cue for cue in self._cues[code] if cue.owner not in self._broken]
        pieces = [(number, part) for number, cue in enumerate(cues) for part in parts(cue.nodes)]
        trees = [*(part for _, part in pieces), *self._guards[code]]
        rows, places = pack([*trees, *(cue.nodes for cue in cues)])

        def moved(piece: Range | None) -> Range | None:
            return piece and (piece[0] + len(pieces), piece[1] + len(pieces))

        plain: Iterator[Any] = (
            (cue.owner, tuple(cue.entry), moved(cue.needs), moved(cue.unless), place)
            for cue, place in zip(cues, places[len(trees) :])
        )
        guards = {name: (*map(moved, reaches), acts) for name, (*reaches, acts) in self._guarded[code].items()}
        return Compiled(
            rows,
            places[: len(trees)],
            *_looks(trees),
            tuple(number for number, _ in pieces),
            strip(marshal.dumps(one) for one in plain),
            guards,
            tuple(postings(trees)),
        )


def _looks(trees: Iterable[Nodes]) -> tuple[Stripped, tuple[int, ...]]:
    """What the patterns look for first, each once, and for each pattern which of them."""
    seen: dict[bytes, int] = {}
    places = tuple(seen.setdefault(marshal.dumps(tuple(look(tree))), len(seen)) for tree in trees)
    return strip(seen), places


@lru_cache(maxsize=8)
def _parsed(code: str, words: str) -> dict[str, Nodes]:
    """The phrases of a language that were parsed before with these word sets: books of one process differ little."""
    return {}


@cache
def keys_of(language: Language) -> Callable[[str], tuple[str, ...]]:
    """Returns a function: literal text → the keys that the text layer gives its words. It remembers its answers."""

    @cache
    def keys(text: str) -> tuple[str, ...]:
        tokens = language.join(document.tokens_of(text, 0, len(text)), text)
        return tuple(token.key for token in tokens if token.kind != "mark")

    return keys
