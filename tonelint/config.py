"""A team's settings: what `tonelint.yaml` says, as values."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from tonelint.errors import ConfigError, TextError, UsageError, nearest
from tonelint.types import SEVERITIES

if TYPE_CHECKING:
    from tonelint.rulebook.strict_yaml import Node, Table


class Settings(NamedTuple):
    """What a team decides about checking; the defaults are what happens without a file.

    profile: the name of a profile in ``rules/profiles``, None for the one of the channel. severity: rule id to error,
    warning, info, hint or off. min_score: 0-100, None for the profile's. fail_on: the lowest severity of a finding
    that fails a reply, or never. language: "fa" or "en" for all messages, None for the language of each reply.
    rule_folders: folders with the team's own rule files. house: the team's house style (docs/house.md), the path of a
    file or the same as a mapping. only: if not empty, just these rules run. off: these do not.

    >>> Settings().fail_on
    'error'
    """

    profile: str | None = None
    severity: Mapping[str, str] = {}
    min_score: int | None = None
    fail_on: str = "error"
    language: str | None = None
    rule_folders: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    off: tuple[str, ...] = ()
    house: str | Mapping[str, Any] | None = None


def load(path: str | os.PathLike[str]) -> Settings:
    """Returns the settings in a YAML file; rule folders and the house style are taken from the file's own folder.

    Raises TextError if the file cannot be read, ConfigError with line and column for the first mistake in it: what is
    not YAML, unknown and duplicate keys, values that do not exist. Whether rules and profiles exist is not known here.
    """
    from tonelint.rulebook.strict_yaml import Table, parse

    path = os.fspath(path)
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError as error:
        raise TextError(f"{path}: cannot be read: {error.strerror or error}") from None
    node, problems = parse(data, path)
    if problems:
        raise ConfigError(problems[0].message, path, problems[0].line, problems[0].column)
    if node is None:
        return Settings()
    if not isinstance(node, Table):
        raise ConfigError("settings must be lines like key: value", path, node.line, node.column)
    return Settings(**dict(_value(node, name, path) for name in node.keys))


def _value(table: Table, name: str, path: str) -> tuple[str, Any]:
    """Returns one setting, read as its kind of value."""
    if name not in _READERS:
        key = table.keys[name]
        raise ConfigError(f'the key "{name}" is unknown{nearest(name, _READERS)}', path, key.line, key.column)
    node = table.values[name]
    try:
        return name, _READERS[name](node, path)
    except UsageError as error:
        raise ConfigError(f"{name}: {error}", path, node.line, node.column) from None


def _word(node: Node, path: str) -> str:
    value = getattr(node, "value", None)
    if not isinstance(value, str) or not value:
        raise UsageError("one word is expected here")
    return value


def _one_of(known: Sequence[str]) -> Callable[[Node, str], str]:
    def read(node: Node, path: str) -> str:
        return _known(_word(node, path), known)

    return read


def _known(value: str, known: Sequence[str]) -> str:
    if value not in known:
        raise UsageError(f'"{value}" is not known{nearest(value, known)}')
    return value


def _score(node: Node, path: str) -> int:
    value = _word(node, path)
    if not (value.isascii() and value.isdecimal() and len(value) <= 3 and int(value) <= 100):
        raise UsageError(f'"{value}" is not a whole number from 0 to 100')
    return int(value)


def _words(node: Node, path: str) -> tuple[str, ...]:
    items = getattr(node, "items", None)
    if not isinstance(items, tuple):
        raise UsageError("a list is expected here, like [one, two]")
    return tuple(_word(item, path) for item in items)


def _folders(node: Node, path: str) -> tuple[str, ...]:
    base = os.path.dirname(path)
    return tuple(os.path.join(base, folder) for folder in _words(node, path))


def _path(node: Node, path: str) -> str:
    return os.path.join(os.path.dirname(path), _word(node, path))


def _severities(node: Node, path: str) -> dict[str, str]:
    values = getattr(node, "values", None)
    if not isinstance(values, dict):
        raise UsageError("lines like rule: severity are expected here")
    levels = (*SEVERITIES, "off")
    for value in values.values():
        try:
            _known(_word(value, path), levels)
        except UsageError as error:
            raise ConfigError(f"severity: {error}", path, value.line, value.column) from None
    return {rule: _word(value, path) for rule, value in values.items()}


_READERS: Mapping[str, Callable[[Node, str], object]] = {
    "profile": _word,
    "severity": _severities,
    "min_score": _score,
    "fail_on": _one_of((*SEVERITIES, "never")),
    "language": _one_of(("fa", "en")),
    "rule_folders": _folders,
    "only": _words,
    "off": _words,
    "house": _path,
}
