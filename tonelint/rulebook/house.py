"""A team's house style (docs/house.md): one file → rules like all others, and changes to those that exist."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import regex

from tonelint.cuebook import keys_of
from tonelint.errors import ConfigError, RuleError, TextError
from tonelint.languages.base import Language
from tonelint.lexicon import read
from tonelint.phrases import Notation, PhraseError
from tonelint.rulebook.blocks import BlockReader
from tonelint.rulebook.loader import Rulebook
from tonelint.rulebook.schema import Profile
from tonelint.rulebook.strict_yaml import Items, Node, Table, Text, parse
from tonelint.types import Entry, Rule, Unless

KEYS = ("avoid", "prefer", "address", "phone", "number", "jargon", "customer_words", "limits", "placeholders")
ADDRESS = {"تو": "one", "شما": "many"}
# Where the most words of a sentence, paragraph or reply are a param.
LIMITS = {"sentence": "long-sentence", "paragraph": "long-paragraph", "reply": "house-reply"}
_VERB = re.compile(r"\{(?!match\})([^{}:]+)\}")
_NOUN = re.compile(r"([\w\u200c-]+)\+")
_SLOT = re.compile(r"\{(?:\w+:)?([^{}+]+)\+?\}")
_Phrases = dict[str, tuple[Entry, ...]]


def laid_over(book: Rulebook, style: str | Mapping[str, Any], languages: Mapping[str, Language]) -> Rulebook:
    """Returns the rulebook with a house style laid over it: the path of a file, or the same as a mapping.

    Raises TextError if the file cannot be read, ConfigError with line and column for the first mistake in it; in a
    mapping mistakes have no place.
    """
    path, node, problems = _parsed(style)
    reader = HouseReader(path, problems, _notations(book, languages))
    table = reader.table(node, KEYS)
    limits = reader.limits(table.values.get("limits"), book.profiles)
    words = reader.phrases_by_language(table.values.get("customer_words"))
    rules = [rule._replace(path=path) for rule in _rules(reader, table)]
    if problems:
        first = min(problems, key=lambda one: (one.line, one.column))
        raise ConfigError(first.message, path, first.line, first.column)
    return book._replace(
        rules=tuple(_fitted(rule, table, words) for rule in (*book.rules, *rules)),
        profiles={name: _limited(profile, limits.get(name, {})) for name, profile in book.profiles.items()},
    )


def _notations(book: Rulebook, languages: Mapping[str, Language]) -> dict[str, Notation]:
    return {code: Notation(keys_of(language), book.words.get(code, {})) for code, language in languages.items()}


def _parsed(style: str | Mapping[str, Any]) -> tuple[str, Node | None, list[RuleError]]:
    if isinstance(style, Mapping):
        return "house", _node(style), []
    try:
        with open(style, "rb") as file:
            return style, *parse(file.read(), style)
    except OSError as error:
        raise TextError(f"{style}: cannot be read: {error.strerror or error}") from None


def _node(value: object) -> Node:
    """Returns a value of Python as the node that it would be in a file."""
    if isinstance(value, Mapping):
        keys = {str(key): Text(str(key), False, 0, 0) for key in value}
        return Table({str(key): _node(one) for key, one in value.items()}, keys, 0, 0)
    if isinstance(value, (list, tuple)):
        return Items(tuple(map(_node, value)), 0, 0)
    return Text(str(value), True, 0, 0)


def _rules(reader: HouseReader, table: Table) -> Iterator[Rule]:
    """Yields the rules that the parts of a house style come to; a part that is not set comes to none."""
    get = table.values.get
    if avoided := reader.avoid(get("avoid")):
        yield _rule("house-avoid", phrases=avoided)
    if preferred := reader.prefer(get("prefer")):
        yield _rule("house-prefer", phrases=preferred)
    if form := reader.choice(get("address"), ADDRESS):
        params = {"find": "address", "you": ADDRESS.get(form, "")}
        yield _rule("house-address", slots={"form": form}, params=params)
    for name in ("phone", "number"):
        if name in table.values:
            yield reader.format(f"house-{name}", table.values[name])
    terms = reader.jargon(get("jargon"))
    for name, params in (("house-jargon", {}), ("house-acronym", {"capitals": "yes"})):
        if own := _terms(terms, bool(params)):
            yield _rule("house-jargon", phrases=own, params=params)._replace(id=name)
    if "limits" in table.values:
        yield _rule("house-reply")
    if names := reader.texts(get("placeholders")):
        yield _rule("house-placeholder", params={"declared": names})


def _terms(terms: _Phrases, capitals: bool) -> _Phrases:
    """Returns the terms that are written in capitals («AR»), or the others."""
    chosen = {
        code: tuple(e for e in entries if (e.match.isascii() and e.match.isupper()) == capitals)
        for code, entries in terms.items()
    }
    return {code: entries for code, entries in chosen.items() if entries}


def _rule(name: str, slots: Mapping[str, str] | None = None, **fields: Any) -> Rule:
    """Returns a rule of ``lexicon/house.json``; slots are filled in its messages once and for all."""
    known = {key: value for key, value in read("house")[name].items() if key != "patterns"}
    for slot, value in (slots or {}).items():
        known["message"] = {code: text.replace(f"{{{slot}}}", value) for code, text in known["message"].items()}
    return Rule(name, **{**known, **fields})


def _fitted(rule: Rule, table: Table, words: _Phrases) -> Rule:
    """Returns a rule as the house style leaves it: silent where `house-address` says more, jargon without `words`."""
    if rule.id == "register-address" and "address" in table.values:
        return rule._replace(severity="off")
    if rule.family != "jargon" or not words:
        return rule
    unless = dict(rule.unless)
    for code, entries in words.items():
        old = unless.get(code, Unless())
        unless[code] = old._replace(over=(*old.over, *(entry.match for entry in entries)))
    known, params = rule.params.get("known"), rule.params
    if isinstance(known, tuple):
        params = {**params, "known": (*known, *(entry.match for entries in words.values() for entry in entries))}
    return rule._replace(unless=unless, params=params)


def _limited(profile: Profile, limits: Mapping[str, str]) -> Profile:
    params = dict(profile.params)
    for name, most in limits.items():
        params[LIMITS[name]] = {**params.get(LIMITS[name], {}), name: most}
    return profile._replace(params=params)


class HouseReader(BlockReader):
    """Reads the parts of a house style; every phrase is parsed, so that none is found wrong later."""

    def __init__(self, path: str, problems: list[RuleError], notations: Mapping[str, Notation]) -> None:
        super().__init__(path, problems)
        self.notations = notations

    def avoid(self, node: Node | None) -> _Phrases:
        """Returns what is not to be written: a phrase, or `match` with `use` and `reason`."""
        languages = self.by_language(node).items()
        return {code: tuple(self._avoided(code, item) for item in self.items(items)) for code, items in languages}

    def _avoided(self, code: str, node: Node) -> Entry:
        if isinstance(node, Text):
            return self.entry(code, node)
        if not isinstance(node, Table) or "match" not in node.values:
            self.fail(node, 'a phrase or a mapping with "match" has to stand here; quote a phrase that begins with {')
            return Entry("")
        get = self.table(node, ("match", "use", "reason")).values.get
        entry, reason = self.entry(code, node.values["match"], get("use")), self.text(get("reason"))
        return entry._replace(note=f" ({reason})" if reason else "")

    def prefer(self, node: Node | None) -> _Phrases:
        """Returns what is written in other words: the phrase, and what to write instead."""
        found: dict[str, tuple[Entry, ...]] = {}
        for code, pairs in self.by_language(node).items():
            table = self.table(pairs)
            entries = [self.entry(code, table.keys[key], offer) for key, offer in table.values.items()]
            for entry, offer in zip(entries, table.values.values()):
                if not all(entry.rewrites) or not entry.rewrites:
                    self.fail(offer, "what to write instead has to stand here; words without it belong under avoid")
            found[code] = tuple(e._replace(note=_SLOT.sub(r"\1", e.rewrites[0])) for e in entries if e.rewrites)
        return found

    def jargon(self, node: Node | None) -> _Phrases:
        """Returns the team's own terms; the first rewrite explains a term where it stands, the second replaces it."""
        found: dict[str, tuple[Entry, ...]] = {}
        for code, pairs in self.by_language(node).items():
            table = self.table(pairs)
            glosses = {key: self.text(gloss) for key, gloss in table.values.items()}
            found[code] = tuple(
                self.entry(code, table.keys[key])._replace(
                    rewrites=(f"{{match}} ({gloss})", gloss), safety="review", note=gloss
                )
                for key, gloss in glosses.items()
            )
        return found

    def phrases_by_language(self, node: Node | None) -> _Phrases:
        """Returns lists of phrases."""
        languages = self.by_language(node).items()
        return {code: tuple(self.entry(code, item) for item in self.items(items)) for code, items in languages}

    def entry(self, code: str, node: Node, use: Node | None = None) -> Entry:
        """Returns a phrase with what to write instead, which takes the form of the one verb or noun that was found."""
        match, offers = self.text(node), self._offers(use)
        for word, form in ((_VERB, r"{x:\1}"), (_NOUN, r"{x:\1+}")):
            if len(word.findall(match)) == 1 and "=(" not in match and any(map(word.search, offers)):
                match = word.sub(r"x=(\g<0>)", match)
                offers = tuple(word.sub(form, offer) for offer in offers)
        quoted = isinstance(node, Text) and node.quoted and node.column > 0
        entry = Entry(match, offers, self._safety(None, offers), line=node.line, column=node.column + quoted)
        self._parse(code, node, match)
        if use is not None:
            self._rewrite_slots(use if isinstance(use, Items) else Items((use,), use.line, use.column), entry)
        return entry

    def _parse(self, code: str, node: Node, match: str) -> None:
        try:
            if match:
                self.notations[code].parse(match)
        except PhraseError as error:
            self.fail(node, f"in the phrase “{match}”, character {error.column}: {error.message}")

    def _offers(self, node: Node | None) -> tuple[str, ...]:
        if isinstance(node, Items):
            return self.texts(node, empty=True)
        return () if node is None else (self.text(node, empty=True),)

    def format(self, name: str, node: Node) -> Rule:
        """Returns the rule for numbers that are written in another way than `pattern` and `example` say."""
        get = self.table(node, ("pattern", "example"), ("pattern", "example")).values.get
        source, example = self.text(get("pattern")), self.text(get("example"))
        try:
            if source and example and not regex.fullmatch(source, example, timeout=1):
                self.fail(get("example") or node, f"the example does not match the pattern {source}")
        except (regex.error, TimeoutError) as error:
            self.fail(get("pattern") or node, f"this is no regular expression that can be used: {error}")
        params = {"patterns": tuple(read("house")[name]["patterns"]), "fine": (source,)}
        return _rule(name, slots={"example": example}, params=params)

    def limits(self, node: Node | None, profiles: Mapping[str, Profile]) -> dict[str, dict[str, str]]:
        """Returns the most words of a sentence, paragraph or reply, by profile."""
        found: dict[str, dict[str, str]] = {}
        for name, part in self.table(node, profiles).values.items():
            numbers = {key: self.number(one, 1, 9999) for key, one in self.table(part, LIMITS).values.items()}
            found[name] = {key: str(number) for key, number in numbers.items() if number is not None}
        return found
