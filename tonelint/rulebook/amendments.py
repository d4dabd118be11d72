"""Rules as a team changes them without a copy of their files: ``cliche-thanks+:`` in its settings.

What is added stands beside what the rule has: phrases, guards, word sets, examples. A severity or a param goes over
the rule's own and over those of profiles.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from tonelint.cuebook import keys_of
from tonelint.errors import ConfigError, nearest
from tonelint.languages.base import Language
from tonelint.phrases import Notation, PhraseError
from tonelint.rulebook.blocks import SLOT, BlockReader
from tonelint.rulebook.loader import Rulebook
from tonelint.rulebook.params import mistakes
from tonelint.rulebook.reading import RULE_ENTRY_KEYS
from tonelint.rulebook.schema import BUILT_IN_ACTS, FAMILIES, Amendment, Overlay, Profile
from tonelint.rulebook.strict_yaml import Node, Table
from tonelint.types import SEVERITIES, Entry, Example, Rule, Unless

OF_ALL = ("severity", "params")
KEYS = (*OF_ALL, "phrases", "without", "unless", "sets", "examples")
LEVELS = (*SEVERITIES, "off")


def laid_over(book: Rulebook, amendments: Iterable[Amendment], languages: Mapping[str, Language]) -> Rulebook:
    """Returns the rulebook with rules amended, in order. A family stands for all of its rules, for severity and params.

    Raises ConfigError with line and column for the first mistake: rules, phrases, acts and params that do not exist.
    """
    rules = {rule.id: rule for rule in book.rules}
    profiles = dict(book.profiles)
    acts = {act.name for act in book.acts}
    for one in amendments:
        reader = AmendmentReader(one, languages, book.words, acts)
        for rule in _meant(reader, one, rules):
            rules[rule.id] = reader.amended(rule)
            profiles = {name: _without(profile, rule.id, reader.severity, reader.params)
                        for name, profile in profiles.items()}  # fmt: skip
    return book._replace(rules=tuple(rules.values()), profiles=profiles)


def _meant(reader: AmendmentReader, one: Amendment, rules: Mapping[str, Rule]) -> list[Rule]:
    if one.rule in rules:
        return [rules[one.rule]]
    if one.rule not in FAMILIES:
        reader.stop(one.node, f'there is no rule "{one.rule}"{nearest(one.rule, (*rules, *FAMILIES))}')
    found = [rule for rule in rules.values() if rule.family == one.rule]
    for name, key in one.node.keys.items():
        if name not in OF_ALL:
            of_phrases = [rule.id for rule in found if rule.phrases]
            reader.stop(key, f'"{one.rule}" is a family; {name} belong to one rule: {", ".join(of_phrases)}')
    return found


def _without(profile: Profile, rule: str, severity: str, params: Mapping[str, object]) -> Profile:
    """A profile that says nothing any more of what an amendment decides."""
    own = _silent(Overlay(profile.severity, profile.params), rule, severity, params)
    overlays = {name: _silent(one, rule, severity, params) for name, one in profile.overlays.items()}
    return profile._replace(severity=own.severity, params=own.params, overlays=overlays)


def _silent(overlay: Overlay, rule: str, severity: str, params: Mapping[str, object]) -> Overlay:
    if severity and rule in overlay.severity:
        overlay = overlay._replace(severity={k: v for k, v in overlay.severity.items() if k != rule})
    if params and rule in overlay.params:
        left = {key: value for key, value in overlay.params[rule].items() if key not in params}
        others = {key: value for key, value in overlay.params.items() if key != rule}
        overlay = overlay._replace(params={**others, rule: left} if left else others)
    return overlay


class AmendmentReader(BlockReader):
    """Reads one amendment; everything in it is looked at, so that nothing is found wrong later."""

    def __init__(
        self, one: Amendment, languages: Mapping[str, Language], words: Mapping[str, Any], acts: Collection[str]
    ) -> None:
        super().__init__(one.path)
        self.acts, self.languages, self.shared = acts, languages, words
        self.node = self.table(one.node, KEYS)
        self._settle()
        self.severity = self.choice(self.node.values.get("severity"), LEVELS)
        self.params = self.plain_table(self.node.values.get("params"))
        self._settle()

    def stop(self, node: Node, message: str) -> None:
        """Raises ConfigError at the place of a node."""
        raise ConfigError(message, self.path, node.line, node.column)

    def _settle(self) -> None:
        if self.problems:
            first = min(self.problems, key=lambda one: (one.line, one.column))
            raise ConfigError(first.message, self.path, first.line, first.column)

    def amended(self, rule: Rule) -> Rule:
        """Returns a rule with this amendment. Raises ConfigError for the first mistake in it."""
        get = self.node.values.get
        for name in ("phrases", "without", "unless", "sets", "examples"):
            self._languages(name, rule)
        self._params(rule)
        sets = _both(rule.sets, self.sets(get("sets")), lambda old, new: {**old, **new}, {})
        phrases = dict(rule.phrases)
        for code, entries in self.phrases(get("phrases"), RULE_ENTRY_KEYS).items():
            self._phrases(rule, code, entries, sets.get(code, {}))
            phrases[code] = (*phrases.get(code, ()), *entries)
        for code, matches in self.by_language(get("without")).items():
            phrases[code] = self._left(phrases.get(code, ()), matches)
        unless = _both(rule.unless, self._unless(sets), _added, Unless())
        bad, good = self._examples(get("examples"))
        self._settle()
        return rule._replace(
            severity=self.severity or rule.severity,
            params={**rule.params, **self.params},
            sets=sets,
            phrases=phrases,
            unless=unless,
            bad=_both(rule.bad, bad, tuple.__add__, ()),
            good=_both(rule.good, good, tuple.__add__, ()),
        )

    def _languages(self, name: str, rule: Rule) -> None:
        for code, key in self.table(self.node.values.get(name)).keys.items():
            if code not in rule.message:
                self.stop(key, f"{name}: {rule.id} is a rule for {' and '.join(rule.message)} only")
        if name in ("phrases", "without") and name in self.node.keys and not rule.phrases:
            self.stop(self.node.keys[name], f"{rule.id} is a rule of kind {rule.kind}, which has no phrases")

    def _params(self, rule: Rule) -> None:
        for steps, message in mistakes(rule.kind, self.params, self.acts):
            node: Node = self.node.values["params"]
            for step in steps:
                node = node.keys[step] if isinstance(node, Table) and step in node.keys else node
            self.stop(node, message)

    def _phrases(self, rule: Rule, code: str, entries: Iterable[Entry], sets: Mapping[str, Any]) -> None:
        notation = self._notation(code, sets)
        slots = set(SLOT.findall(rule.message[code])) - {"match", "note"} if rule.kind == "phrase" else set()
        for entry in entries:
            for phrase in (entry.match, *entry.needs, *entry.unless):
                self._parse(notation, phrase, entry.line, entry.column)
            for slot in sorted(slots):
                if f"{slot}=(" not in entry.match and "@" not in entry.match:
                    message = f"the message of {rule.id} needs {{{slot}}}; write {slot}=(…) in this phrase too"
                    raise ConfigError(message, self.path, entry.line, entry.column)

    def _notation(self, code: str, sets: Mapping[str, Any]) -> Notation:
        keys = keys_of(self.languages[code])
        return Notation(keys, sets, Notation(keys, self.shared.get(code, {})))

    def _parse(self, notation: Notation, phrase: str, line: int, column: int) -> None:
        try:
            if phrase:
                notation.parse(phrase)
        except PhraseError as error:
            message = f"in the phrase “{phrase}”, character {error.column}: {error.message}"
            raise ConfigError(message, self.path, line, column) from None

    def _left(self, entries: tuple[Entry, ...], matches: Node) -> tuple[Entry, ...]:
        """The entries without those whose phrase is named, as it stands in the rule's file."""
        known = [entry.match for entry in entries]
        named = self.choices(matches, known)
        return tuple(entry for entry in entries if entry.match not in named)

    def _unless(self, sets: Mapping[str, Any]) -> dict[str, Unless]:
        node = self.node.values.get("unless")
        found = self.unless(node)
        for code, table in self.by_language(node).items():
            notation = self._notation(code, sets.get(code, {}))
            for name, items in self.table(table).values.items():
                for item in self.items(items):
                    if name == "acts":
                        self.choice(item, sorted({*BUILT_IN_ACTS, *self.acts}))
                    else:
                        self._parse(notation, self.text(item), item.line, item.column)
        return found

    def _examples(self, node: Node | None) -> tuple[dict[str, tuple[Example, ...]], dict[str, tuple[Example, ...]]]:
        """Unlike a rule, an amendment may have few examples or none: the rule has its own."""
        bad: dict[str, tuple[Example, ...]] = {}
        good: dict[str, tuple[Example, ...]] = {}
        for code, both in self.by_language(node).items():
            get = self.table(both, ("bad", "good")).values.get
            bad[code] = tuple(map(self._bad, self.items(get("bad"))))
            good[code] = tuple(map(self._good, self.items(get("good"))))
        return bad, good


def _added(old: Unless, new: Unless) -> Unless:
    return Unless(*(before + after for before, after in zip(old, new)))


def _both(old: Mapping[str, Any], new: Mapping[str, Any], join: Any, empty: Any) -> dict[str, Any]:
    """Returns two mappings by language as one."""
    return {**old, **{code: join(old.get(code, empty), value) for code, value in new.items()}}
