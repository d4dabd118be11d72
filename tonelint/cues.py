"""Cues: the phrases of rules and acts, found in a reply, with what they need beside them and what silences them.

All cues of a language share one index, so a reply is scanned once, however many rules there are.
Guards are looked at only after a cue has matched.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from tonelint.cuebook import Compiled
from tonelint.index import Postings
from tonelint.languages.base import Language
from tonelint.packed import Packed, Strip
from tonelint.patterns import Hit, Look, Patterns, PatternSet
from tonelint.places import Places
from tonelint.trees import Node, Nodes, nouns_in, verbs_in
from tonelint.types import Act, Document, Entry
from tonelint.views import View


class Cue(NamedTuple):
    """One phrase of an owner (the id of a rule, or ``act:`` and its name), with its own guards."""

    owner: str
    entry: Entry
    needs: PatternSet | None
    unless: PatternSet | None
    nodes: Nodes

    @property
    def verbs(self) -> tuple[Node, ...]:
        """The verbs that the phrase asks for."""
        return tuple(verbs_in(self.nodes))

    @property
    def nouns(self) -> frozenset[str]:
        """The keys of the nouns that the phrase takes in any form."""
        return nouns_in(self.nodes)


class Guards(NamedTuple):
    """What silences every cue of an owner in one language."""

    over: PatternSet | None = None
    clause: PatternSet | None = None
    sentence: PatternSet | None = None
    acts: frozenset[str] = frozenset()


_NO_GUARDS = Guards()
Known = dict[tuple[object, ...], tuple[list[Hit], dict[int | str, Any]]]


class Cues:
    """The cues of all rules and acts. `hits` may be called from any thread."""

    def __init__(self, languages: Mapping[str, Language], compiled: Mapping[str, Compiled]) -> None:
        self.languages = languages
        self._compiled = compiled
        self._cues: dict[str, _Cues] = {}

    def _of(self, code: str) -> _Cues:
        if code not in self._cues:
            self._cues[code] = _Cues(self.languages[code], self._compiled[code])
        return self._cues[code]

    def standing(self, owner: str, acts: Sequence[Act]) -> Callable[[Hit], bool]:
        """Returns a question: does a hit of this owner stand, out of reach of the acts that would silence it?"""
        reaches = {  # there is a hit, so the cues of its language are known
            code: Reaches(acts, guards.acts)
            for code, cues in tuple(self._cues.items())
            if (guards := cues.guards(owner)).acts
        }
        if not reaches:
            return _stands

        def stands(hit: Hit) -> bool:
            code = hit.view.language.code
            return code not in reaches or not reaches[code].touch(hit)

        return stands

    def hits(self, views: Iterable[View], document: Document, known: Known | None = None) -> dict[str, list[Hit]]:
        """Scans sentences once. Returns the hits of each owner that no phrase guard silences, in text order.

        known: what was found in sentences before; those of this document are added.
        """
        found: dict[str, list[Hit]] = {}
        known = {} if known is None else known
        mentions = Places((zone.start, zone.end) for zone in document.zones if zone.kind == "mention")
        for view in views:
            for hit in self._in(view, document.text, known):
                if not (mentions and mentions.contain(*view.span(hit.start, hit.end))):
                    found.setdefault(hit.payload.owner, []).append(hit)
        return found

    def _in(self, view: View, text: str, known: Known) -> Iterable[Hit]:
        """The hits in a sentence; of one with the same words they are known, and what else was found in it is, too."""
        own = text[view.sentence.start : view.sentence.end]
        sentence = (own, view.language.code, view.signature, *view.keys, *(word.kind for word in view.words))
        if sentence in known:
            hits, view.found = known[sentence]
            return [hit._replace(view=view) for hit in hits]
        cues = self._of(view.language.code)
        found = [hit for hit in cues.all.hits(view) if not cues.silence(hit)]
        known[sentence] = found, view.found
        return found


def _stands(_hit: Hit) -> bool:
    return True


class _Cues:
    """The cues of one language; each is made when it is first needed."""

    def __init__(self, language: Language, compiled: Compiled) -> None:
        self._compiled = compiled
        self._trees = Packed(compiled.rows)
        self._looks = Strip(compiled.looks)
        self._plain = Strip(compiled.cues)
        self._made: dict[int, Cue] = {}
        self._guards: dict[str, Guards] = {}
        postings = Postings(*compiled.postings)
        self._patterns = Patterns(language, postings, self._look_of, self._tree_of, self._cue_of)
        self.all = self._set((0, len(compiled.cue_of)))

    def _set(self, numbers: tuple[int, int]) -> PatternSet:
        return PatternSet(self._patterns, *numbers)

    def _look_of(self, pattern: int) -> Look:
        return Look(*self._looks[self._compiled.look_of[pattern]])

    def _tree_of(self, pattern: int) -> Nodes:
        tree: Nodes = self._trees[self._compiled.patterns[pattern]]
        return tree

    def _cue_of(self, pattern: int) -> Cue | None:
        """The cue of a pattern; patterns of guards have none."""
        if pattern >= len(self._compiled.cue_of):
            return None
        number = self._compiled.cue_of[pattern]
        cue = self._made.get(number)
        if cue is None:
            owner, entry, needs, unless, row = self._plain[number]
            nodes = self._trees[row]
            cue = Cue(owner, Entry(*entry), needs and self._set(needs), unless and self._set(unless), nodes)
            self._made[number] = cue
        return cue

    def guards(self, owner: str) -> Guards:
        """The guards of an owner."""
        if owner not in self._compiled.guards:
            return _NO_GUARDS
        guards = self._guards.get(owner)
        if guards is None:
            over, clause, sentence, acts = self._compiled.guards[owner]
            first, second, third = (reach and self._set(reach) for reach in (over, clause, sentence))
            guards = Guards(first, second, third, frozenset(acts))
            self._guards[owner] = guards
        return guards

    def silence(self, hit: Hit) -> bool:
        """Whether the phrase of a hit lacks what it needs, or stands where it is silent."""
        cue, view = hit.payload, hit.view
        if cue.needs and not _guard(cue.needs, view).places:
            return True
        if cue.unless and (_guard(cue.unless, view).over(hit) or _guard(cue.unless, view).beside(hit)):
            return True
        over, clause, sentence, _ = self.guards(cue.owner)
        return bool(
            (over and _guard(over, view).over(hit))
            or (clause and _guard(clause, view).beside(hit))
            or (sentence and _guard(sentence, view).places)
        )


class _Guard(NamedTuple):
    """Where a set of guards matched in a sentence: places in words, and the numbers of their clauses."""

    places: Places
    clauses: frozenset[int]

    def over(self, hit: Hit) -> bool:
        return self.places.overlap(hit.start, hit.end)

    def beside(self, hit: Hit) -> bool:
        return bool(self.clauses) and hit.view.clause_at(hit.start) in self.clauses


_NOWHERE = _Guard(Places(()), frozenset())


def _guard(patterns: PatternSet, view: View) -> _Guard:
    """The guards in a sentence: looked for when they are first asked for, then remembered with the sentence."""
    known: _Guard | None = view.found.get(patterns.first)
    if known is None:
        hits = list(patterns.hits(view))
        clauses = frozenset(view.clause_at(hit.start) for hit in hits)
        known = _Guard(Places((hit.start, hit.end) for hit in hits), clauses) if hits else _NOWHERE
        view.found[patterns.first] = known
    return known


class Reaches:
    """How far some acts reach in a reply: asked for each hit that they would silence."""

    def __init__(self, acts: Iterable[Act], names: frozenset[str]) -> None:
        self._places = Places(act.reach for act in acts if act.name in names)

    def touch(self, hit: Hit) -> bool:
        """Whether a hit lies, with at least one character, in the reach of one of the acts."""
        return self._places.overlap(*hit.view.span(hit.start, hit.end))


def in_order(hits: Iterable[Hit]) -> Iterator[Hit]:
    """Hits by where they begin, longer ones first."""
    return iter(sorted(hits, key=lambda hit: (hit.view.number, hit.start, -hit.end)))
