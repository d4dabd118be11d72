"""Files → a rulebook: everything that can be used, and every mistake in the rest."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from tonelint.errors import RuleError
from tonelint.rulebook import references, source
from tonelint.rulebook.reading import FileReader, WordSet
from tonelint.rulebook.schema import Profile
from tonelint.rulebook.strict_yaml import Table, parse
from tonelint.types import ActRule, Rule

Value: TypeAlias = Rule | ActRule | WordSet | Profile


class Rulebook(NamedTuple):
    """All that is known about replies, as it stands in the files.

    words: phrases by language and name of the set. profiles: by name. problems: what is wrong in files that were
    left out, in the order of the files.
    """

    rules: tuple[Rule, ...] = ()
    acts: tuple[ActRule, ...] = ()
    words: Mapping[str, Mapping[str, tuple[str, ...]]] = {}
    profiles: Mapping[str, Profile] = {}
    problems: tuple[RuleError, ...] = ()


def load(places: Iterable[str | os.PathLike[str]]) -> Rulebook:
    """Returns the rulebook of some folders (or single files), most often `source.folders(…)`.

    A file with a mistake is left out and the others go on. Raises RuleError only for a place that does not exist.
    """
    paths = dict.fromkeys(os.path.abspath(path) for place in places for path in source.files(place))
    problems: list[RuleError] = []
    found: dict[tuple[str, str], Value] = {}
    broken: set[str] = set()
    for path in paths:
        value, mistakes = read(path)
        problems += mistakes
        if value is None:
            broken.add(os.path.splitext(os.path.basename(path))[0])
        elif (first := found.setdefault(_identity(value), value)) is not value:
            kind, name = _identity(value)
            problems.append(references.at(value.path, f"{name} is already in {first.path}; choose another name", kind))
    return _checked(_rulebook(found.values()), broken, problems)


def read(path: str) -> tuple[Value | None, list[RuleError]]:
    """Returns what is in one file, and what is wrong with it: the value is None if anything is."""
    try:
        with open(path, "rb") as file:
            value, problems = _read(file.read(), path)
    except OSError as error:
        return None, [RuleError(f"the file cannot be read: {error.strerror}", path)]
    return value, list(problems)


@lru_cache(maxsize=512)
def _read(data: bytes, path: str) -> tuple[Value | None, Sequence[RuleError]]:
    """Remembered, because the linters of one process have most files in common."""
    node, problems = parse(data, path)
    reader = FileReader(path, problems)
    if node is None:
        if not problems:
            problems.append(RuleError("the file is empty", path, 1, 1))
        return None, problems
    table = reader.table(node)
    head = next(iter(table.keys), "")
    readers: dict[str, Callable[[Table], Value]] = {
        "id": reader.rule,
        "act": reader.act,
        "words": reader.words,
        "profile": reader.profile,
    }
    if head in readers:
        value = readers[head](table)
        return (None if problems else value), problems
    if isinstance(node, Table):
        heads = ", ".join(f"{name}:" for name in readers)
        reader.fail(node, f"the first key has to say what the file is; it is one of {heads}")
    return None, problems


def _identity(value: Value) -> tuple[str, str]:
    if isinstance(value, Rule):
        return "id", value.id
    if isinstance(value, WordSet):
        return "words", f"{value.language}-{value.name}"
    return "act" if isinstance(value, ActRule) else "profile", value.name


def _rulebook(values: Iterable[Value]) -> Rulebook:
    values = list(values)
    words: dict[str, dict[str, tuple[str, ...]]] = {}
    for value in values:
        if isinstance(value, WordSet):
            words.setdefault(value.language, {})[value.name] = value.phrases
    return Rulebook(
        rules=tuple(value for value in values if isinstance(value, Rule)),
        acts=tuple(value for value in values if isinstance(value, ActRule)),
        words=words,
        profiles={value.name: value for value in values if isinstance(value, Profile)},
    )


def _checked(book: Rulebook, broken: set[str], problems: list[RuleError]) -> Rulebook:
    """Leaves out what names things that do not exist. Names of broken files count as existing: one error is enough."""
    rule_names = {rule.id for rule in book.rules} | broken
    act_names = {act.name for act in book.acts} | broken
    kinds = {rule.id: rule.kind for rule in book.rules}
    mistakes: list[RuleError] = []
    for rule in book.rules:
        mistakes += [*references.unknown_acts(rule, act_names), *references.wrong_params(rule, kinds, act_names)]
    for act in book.acts:
        mistakes += references.unknown_acts(act, act_names)
    for profile in book.profiles.values():
        mistakes += references.wrong_params(profile, kinds, act_names)
        problems += references.unknown_rules(profile, rule_names)
    problems += mistakes
    left_out = {mistake.path for mistake in mistakes}
    in_circle = references.circle(book.acts)
    for act in in_circle.values():
        message = f"the acts {', '.join(in_circle)} wait for each other in unless.acts"
        problems.append(references.at(act.path, message, "unless"))
    left_out |= {act.path for act in in_circle.values()}
    return book._replace(
        rules=tuple(rule for rule in book.rules if rule.path not in left_out),
        acts=tuple(act for act in book.acts if act.path not in left_out),
        profiles={name: profile for name, profile in book.profiles.items() if profile.path not in left_out},
        problems=tuple(sorted(problems, key=lambda e: (e.path, e.line, e.column))),
    )
