"""Cues: the phrases of rules and acts, compiled with what they need beside them and what silences them.

All cues of a language share one index, so a reply is scanned once, however many rules there are.
Guards are looked at only after a cue has matched.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from tonelint.errors import RuleError
from tonelint.languages.base import Language
from tonelint.patterns import Hit, Pattern, PatternSet
from tonelint.phrases import Node, Notation, PhraseError, nouns_in, verbs_in
from tonelint.places import Places
from tonelint.text import document
from tonelint.types import Act, Entry, Unless, Zone
from tonelint.views import View

Sets = Mapping[str, Sequence[str]]


class Cue(NamedTuple):
    """One phrase of an owner (the id of a rule, or ``act:`` and its name), with its own guards and the verbs in it.

    nouns are known only where a rewrite asks for the ending of one.
    """

    owner: str
    entry: Entry
    needs: PatternSet | None
    unless: PatternSet | None
    verbs: tuple[Node, ...]
    nouns: frozenset[str] = frozenset()


class Guards(NamedTuple):
    """What silences every cue of an owner in one language."""

    over: PatternSet | None = None
    clause: PatternSet | None = None
    sentence: PatternSet | None = None
    acts: frozenset[str] = frozenset()


class Cues:
    """The cues of all rules and acts. Built once; `hits` may be called from any thread."""

    def __init__(self, languages: Mapping[str, Language], words: Mapping[str, Sets]) -> None:
        self.languages = languages
        self.problems: list[RuleError] = []
        self._shared = {code: Notation(keys_of(one), words.get(code, {})) for code, one in languages.items()}
        self._patterns: dict[str, list[Pattern]] = {code: [] for code in languages}
        self._sets: dict[str, PatternSet] = {}
        self._guards: dict[tuple[str, str], Guards] = {}
        self._broken: set[str] = set()

    def add(self, owner: str, code: str, entries: Iterable[Entry], unless: Unless, sets: Sets, path: str) -> None:
        """Compiles the phrases of one owner in one language.

        Phrases that do not parse go to `problems`; their owner has no cues then, in no language: without a guard it
        would say too much.
        """
        if (owner, code) in self._guards:  # compiled again with the params of a profile: the phrases are the same
            return
        before = len(self.problems)
        language = self.languages[code]
        notation = Notation(keys_of(language), sets, self._shared[code])

        def compiled(phrases: Iterable[str], entry: Entry | None = None) -> PatternSet | None:
            patterns = [p for phrase in phrases if (p := self._pattern(notation, phrase, language, path, entry))]
            return PatternSet(patterns, language) if patterns else None

        self._guards[owner, code] = Guards(
            compiled(unless.over), compiled(unless.clause), compiled(unless.sentence), frozenset(unless.acts)
        )
        for entry in entries:
            pattern = self._pattern(notation, entry.match, language, path, entry)
            if pattern:
                needs, silent = compiled(entry.needs, entry), compiled(entry.unless, entry)
                nouns = nouns_in(pattern.nodes) if any("+}" in one for one in entry.rewrites) else frozenset[str]()
                pattern.payload = Cue(owner, entry, needs, silent, tuple(verbs_in(pattern.nodes)), nouns)
                self._patterns[code].append(pattern)
        if len(self.problems) > before:
            self._broken.add(owner)

    def _pattern(
        self, notation: Notation, phrase: str, language: Language, path: str, entry: Entry | None
    ) -> Pattern | None:
        try:
            return Pattern(notation.parse(phrase), language)
        except PhraseError as error:
            line = entry.line if entry else 0
            self.problems.append(RuleError(f"in the phrase “{phrase}”, character {error.column}: {error.message}",
                                           path, line, entry.column if entry else 0))  # fmt: skip
            return None

    def build(self) -> None:
        """Makes the index, after all owners were added."""
        for code, patterns in self._patterns.items():
            whole = [pattern for pattern in patterns if pattern.payload.owner not in self._broken]
            self._sets[code] = PatternSet(whole, self.languages[code])
        self._patterns = {}

    def guards(self, owner: str, code: str) -> Guards:
        """The guards of an owner in one language."""
        return self._guards.get((owner, code), Guards())

    def standing(self, owner: str, acts: Sequence[Act]) -> Callable[[Hit], bool]:
        """Returns a question: does a hit of this owner stand, out of reach of the acts that would silence it?"""
        reaches = {
            code: Reaches(acts, guards.acts) for code in self.languages if (guards := self.guards(owner, code)).acts
        }

        def stands(hit: Hit) -> bool:
            code = hit.view.language.code
            return code not in reaches or not reaches[code].touch(hit)

        return stands

    def hits(self, views: Iterable[View], zones: Sequence[Zone]) -> dict[str, list[Hit]]:
        """Scans sentences once. Returns the hits of each owner that no phrase guard silences, in text order."""
        found: dict[str, list[Hit]] = {}
        mentions = Places((zone.start, zone.end) for zone in zones if zone.kind == "mention")
        for view in views:
            for hit in self._sets[view.language.code].hits(view):
                if not (mentions and mentions.contain(*hit.view.span(hit.start, hit.end))) and not self._silenced(hit):
                    found.setdefault(hit.payload.owner, []).append(hit)
        return found

    def _silenced(self, hit: Hit) -> bool:
        cue, view = hit.payload, hit.view
        if cue.needs and not _guard(cue.needs, view).places:
            return True
        if cue.unless and (_guard(cue.unless, view).over(hit) or _guard(cue.unless, view).beside(hit)):
            return True
        guards = self.guards(cue.owner, view.language.code)
        return bool(
            (guards.over and _guard(guards.over, view).over(hit))
            or (guards.clause and _guard(guards.clause, view).beside(hit))
            or (guards.sentence and _guard(guards.sentence, view).places)
        )


class _Guard(NamedTuple):
    """Where a set of guards matched in a sentence: places in words, and the numbers of their clauses."""

    places: Places
    clauses: frozenset[int]

    def over(self, hit: Hit) -> bool:
        return self.places.overlap(hit.start, hit.end)

    def beside(self, hit: Hit) -> bool:
        return bool(self.clauses) and hit.view.clause_at(hit.start) in self.clauses


def _guard(patterns: PatternSet, view: View) -> _Guard:
    """The guards in a sentence: looked for when they are first asked for, then remembered with the sentence."""
    known: _Guard | None = view.found.get(id(patterns))
    if known is None:
        hits = list(patterns.hits(view))
        clauses = frozenset(view.clause_at(hit.start) for hit in hits)
        known = view.found[id(patterns)] = _Guard(Places((hit.start, hit.end) for hit in hits), clauses)
    return known


class Reaches:
    """How far some acts reach in a reply: asked for each hit that they would silence."""

    def __init__(self, acts: Iterable[Act], names: frozenset[str]) -> None:
        self._places = Places(act.reach for act in acts if act.name in names)

    def touch(self, hit: Hit) -> bool:
        """Whether a hit lies, with at least one character, in the reach of one of the acts."""
        return self._places.overlap(*hit.view.span(hit.start, hit.end))


@cache
def keys_of(language: Language) -> Callable[[str], tuple[str, ...]]:
    """Returns a function: literal text → the keys that the text layer gives its words. It remembers its answers."""

    @cache
    def keys(text: str) -> tuple[str, ...]:
        tokens = language.join(document.tokens_of(text, 0, len(text)), text)
        return tuple(token.key for token in tokens if token.kind != "mark")

    return keys


def in_order(hits: Iterable[Hit]) -> Iterator[Hit]:
    """Hits by where they begin, longer ones first."""
    return iter(sorted(hits, key=lambda hit: (hit.view.number, hit.start, -hit.end)))
