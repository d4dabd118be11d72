"""Nodes of a file → the values that the rest of tonelint passes round."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from tonelint.errors import RuleError, nearest
from tonelint.kinds import KINDS
from tonelint.rulebook.blocks import SLOT, BlockReader
from tonelint.rulebook.schema import CONTEXT, FAMILIES, LANGUAGES, MATURITIES, STATED, Overlay, Profile
from tonelint.rulebook.strict_yaml import Node, Table, Text
from tonelint.types import DIMENSIONS, SEVERITIES, ActRule, Rule

RULE_NEEDS = ("id", "family", "kind", "dimension", "severity", "why", "message", "examples")
RULE_KEYS = (
    *("id", "family", "kind", "dimension", "severity", "confidence", "blocker", "maturity", "source", "needs"),
    *("only", "why", "message", "sets", "phrases", "rewrites", "unless", "params", "examples"),
)
ACT_NEEDS = ("act", "about", "phrases", "examples")
ACT_KEYS = ("act", "about", "source", "sets", "phrases", "unless", "examples")
WORD_KEYS = ("words", "about", "source", "phrases")
OVERLAYS = ("follow-up", "saved-reply", "auto-reply")
OVERLAY_KEYS = ("severity", "params", "min-score")
PROFILE_KEYS = ("profile", "about", *OVERLAY_KEYS, *OVERLAYS)
RULE_ENTRY_KEYS = ("match", "rewrites", "safety", "with", "unless")
ACT_ENTRY_KEYS = ("match", "with", "unless")
_NAME = re.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*")


class WordSet(NamedTuple):
    """A word set as it stands in its file: what ``@name`` means in one language."""

    language: str
    name: str
    phrases: tuple[str, ...]
    path: str


class FileReader(BlockReader):
    """Reads the one rule, act, word set or profile of a file; `problems` tells whether it can be used."""

    def __init__(self, path: str, problems: list[RuleError] | None = None) -> None:
        super().__init__(path, problems)
        self.stem = os.path.splitext(os.path.basename(path))[0]

    def rule(self, node: Table) -> Rule:
        """Returns the rule in a file with ``id:``."""
        get = self.table(node, RULE_KEYS, RULE_NEEDS).values.get
        bad, good = self.examples(get("examples"))
        rule = Rule(
            id=self.name(get("id"), self.stem),
            family=self.choice(get("family"), FAMILIES),
            kind=self.choice(get("kind"), KINDS),
            dimension=self.choice(get("dimension"), DIMENSIONS),
            severity=self.choice(get("severity"), SEVERITIES),
            message=self.text_by_language(get("message")),
            why=self.text_by_language(get("why")),
            confidence=self.number(get("confidence"), 1, 100) or 100,
            blocker=self.flag(get("blocker")),
            maturity=self.choice(get("maturity"), MATURITIES, "stable"),
            source=self.texts(get("source")),
            needs=self._fields(get("needs")),
            sets=self.sets(get("sets")),
            phrases=self.rewritten(self.phrases(get("phrases"), RULE_ENTRY_KEYS), get("rewrites")),
            unless=self.unless(get("unless")),
            params=self.plain_table(get("params")),
            bad=bad,
            good=good,
            path=self.path,
        )
        self._rule_languages(node, rule)
        self._message_slots(node, rule)
        return rule

    def act(self, node: Table) -> ActRule:
        """Returns the act in a file with ``act:``."""
        get = self.table(node, ACT_KEYS, ACT_NEEDS).values.get
        yes, no = self.act_examples(get("examples"))
        act = ActRule(
            name=self.name(get("act"), self.stem),
            about=self.text(get("about")),
            sets=self.sets(get("sets")),
            phrases=self.phrases(get("phrases"), ACT_ENTRY_KEYS),
            unless=self.unless(get("unless")),
            yes=yes,
            no=no,
            path=self.path,
        )
        self._same_languages(node, "examples", act.phrases, every=True)
        for key in ("sets", "unless"):
            self._same_languages(node, key, act.phrases)
        return act

    def words(self, node: Table) -> WordSet:
        """Returns the word set in a file with ``words:``, which is called ``<language>-<name>.yaml``."""
        get = self.table(node, WORD_KEYS, ("words", "about", "phrases")).values.get
        self.text(get("about"))
        lang, _, rest = self.stem.partition("-")
        if lang not in LANGUAGES:
            self.fail(node, f'"{self.stem}.yaml" has to begin with the language of the words: fa- or en-')
        return WordSet(lang, self.name(get("words"), rest), self.texts(get("phrases")), self.path)

    def profile(self, node: Table) -> Profile:
        """Returns the profile in a file with ``profile:``."""
        table = self.table(node, PROFILE_KEYS, ("profile", "about"))
        get = table.values.get
        overlays = {name: self._overlay(self.table(over, OVERLAY_KEYS)) for name in OVERLAYS if (over := get(name))}
        own = self._overlay(table)
        name, about = self.name(get("profile"), self.stem), self.text(get("about"))
        return Profile(name, about, *own, overlays=overlays, path=self.path)

    def name(self, node: Node | None, stem: str) -> str:
        """Returns a name, which has to be `stem`."""
        name = self.text(node)
        if node is None or not name:
            return name
        if not _NAME.fullmatch(name):
            self.fail(node, f'"{name}" is no name; write small letters, digits and single hyphens')
        elif name != stem:
            self.fail(node, f'the name of the file says "{stem}", this says "{name}"; they have to be the same')
        return name

    def _fields(self, node: Node | None) -> tuple[str, ...]:
        """Context fields; of those joined by "|" one is enough, one with a value (turn=first) has to have it."""
        needs = self.texts(node)
        for item, need in zip(self.items(node), needs, strict=True):
            for field in need.split("|") if need else ():
                known = STATED if "=" in field else CONTEXT
                if field not in known:
                    self.fail(item, f'"{field}" is unknown here{nearest(field, known)}')
        return needs

    def _overlay(self, table: Table) -> Overlay:
        get = table.values.get
        severities = (*SEVERITIES, "off")
        severity = {rule: self.choice(n, severities) for rule, n in self.table(get("severity")).values.items()}
        params = {rule: self.plain_table(n) for rule, n in self.table(get("params")).values.items()}
        return Overlay(severity, params, self.number(get("min-score"), 0, 100))

    def _message_slots(self, node: Table, rule: Rule) -> None:
        """In a phrase rule, whatever its message names has to be captured by every phrase."""
        for lang, message in rule.message.items():
            for slot in set(SLOT.findall(message)) - {"match"}:
                for entry in rule.phrases.get(lang, ()):
                    if rule.kind == "phrase" and f"{slot}=(" not in entry.match and "@" not in entry.match:
                        place = Text("", False, entry.line, entry.column)
                        self.fail(place, f"the message needs {{{slot}}}; write {slot}=(…) in this phrase too")

    def _rule_languages(self, node: Table, rule: Rule) -> None:
        """A rule is declared for the languages of its message; every other part has to agree."""
        declared = rule.message
        for key in ("why", "examples"):
            self._same_languages(node, key, declared, every=True)
        if rule.kind == "phrase" and "phrases" not in node.values:
            self.fail(node, 'the key "phrases" is missing; a rule of kind phrase needs it')
        for key in ("phrases", "sets", "unless"):
            self._same_languages(node, key, declared, every=key == "phrases" and rule.kind == "phrase")
        only = self.text_by_language(node.values.get("only"))
        if len(declared) == 1 and set(only) != set(declared):
            (lang,) = declared
            self.fail(node.keys["message"], f"the rule is for {lang} only; say why: `only: {{{lang}: the reason}}`")
        elif len(declared) > 1 and only:
            self.fail(node.keys["only"], "the rule has a message in both languages; leave `only` out")

    def _same_languages(self, node: Table, key: str, declared: Mapping[str, Any], every: bool = False) -> None:
        """Notes a language that is too much under `key`, or (with `every`) one that is missing."""
        by = "phrases" if "act" in node.keys else "message"
        block = node.values.get(key)
        if not isinstance(block, Table):
            return
        for lang in block.keys.keys() - declared.keys() & set(LANGUAGES):
            self.fail(block.keys[lang], f'{key} has "{lang}", but {by} has not')
        for lang in declared.keys() - block.keys.keys() if every else ():
            self.fail(node.keys[key], f'{key} has no "{lang}", but {by} has')
