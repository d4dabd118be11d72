"""The nodes of a settings file → values: each key has its reader, which says what else was expected."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from tonelint.config.settings import RENDERINGS, Format, Place, Suppression
from tonelint.errors import ConfigError, UsageError, nearest
from tonelint.rulebook.schema import CONTEXT, LANGUAGES, Amendment
from tonelint.rulebook.strict_yaml import Items, Node, Table, Text
from tonelint.selection import Choice, Selector
from tonelint.types import SEVERITIES

LEVELS = (*SEVERITIES, "off")
FORMAT_KEYS = ("format", "body", "name", "language", "context")
SUPPRESSION_KEYS = ("rule", "reason", "files", "reply", "text", "expires")
_ELSEWHERE = re.compile(r"~|[A-Za-z][A-Za-z0-9+.-]+://|.*\$[A-Za-z_{(]|.*%[A-Za-z_]+%")
_Read = Callable[[Node, str], Any]


def values(table: Table, path: str, known: Sequence[str] = ()) -> dict[str, Any]:
    """Returns the values under each key of a file, amendments by the name of their rule with ``+``.

    known: the keys that may stand here, all if empty. Raises ConfigError for the first mistake.
    """
    return {name: _value(table, name, path, known or tuple(READERS)) for name in table.keys}


def _value(table: Table, name: str, path: str, known: Sequence[str]) -> Any:
    node, key = table.values[name], table.keys[name]
    if name.endswith("+"):
        return (Amendment(name[:-1], path, _table(node, path, name)),)
    if name not in known:
        hint = "; it can only stand at the top" if name in READERS else nearest(name, known)
        hint += "" if "did you mean" in hint or name in READERS else "; what amends a rule ends with +"
        raise ConfigError(f'the key "{name}" is unknown{hint}', path, key.line, key.column)
    try:
        return READERS[name](node, path)
    except UsageError as error:
        raise ConfigError(f"{name}: {error}", path, node.line, node.column) from None


def table_of(node: Node | None, path: str) -> Table:
    """Returns the lines of a settings file. Raises ConfigError for anything else."""
    if node is None:
        return Table({}, {}, 1, 1)
    if not isinstance(node, Table):
        raise ConfigError("settings must be lines like key: value", path, node.line, node.column)
    return node


def words(node: Node, path: str) -> tuple[str, ...]:
    """Returns a list of words. Raises UsageError, with what was expected."""
    if not isinstance(node, Items):
        raise UsageError("a list is expected here, like [one, two]")
    return tuple(_word(item, path) for item in node.items)


def one_or_more(node: Node, path: str) -> tuple[str, ...]:
    """Returns a list of words, or one word as a list."""
    return words(node, path) if isinstance(node, Items) else (_word(node, path),)


def place_of(node: Node, path: str) -> Place:
    """Returns where a node stands."""
    return Place(path, node.line, node.column)


def beside(value: str, path: str) -> str:
    """Returns a path that stands in a file, taken from that file's folder.

    Raises UsageError for what is no path although it looks like one elsewhere: ``~``, variables, addresses. A file
    then never means another place on another machine.
    """
    if _ELSEWHERE.match(value):
        raise UsageError(f'"{value}" is no path; write it from the folder of this file, without ~, variables or ://')
    return os.path.join(os.path.dirname(path), value)


def _word(node: Node, path: str) -> str:
    if not isinstance(node, Text) or not node.value:
        raise UsageError("one word is expected here")
    return node.value


def _one_of(known: Sequence[str]) -> _Read:
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


def _paths(node: Node, path: str) -> tuple[str, ...]:
    return tuple(beside(folder, path) for folder in words(node, path))


def _path(node: Node, path: str) -> str:
    return beside(_word(node, path), path)


def _packs(node: Node, path: str) -> tuple[str, ...]:
    from tonelint.rulebook import packs  # here, because few teams have any, and looking for them takes a while

    return tuple(packs.folder(name) for name in words(node, path))


def _patterns(node: Node, path: str) -> tuple[tuple[str, str], ...]:
    return tuple((pattern, os.path.dirname(path)) for pattern in one_or_more(node, path))


def _renderings(node: Node, path: str) -> tuple[str, ...]:
    return tuple(_known(value, RENDERINGS) for value in words(node, path))


def _table(node: Node, path: str, name: str, known: Sequence[str] = ()) -> Table:
    """Returns a mapping whose keys are all known. Raises ConfigError with the place of what is wrong."""
    if not isinstance(node, Table):
        raise ConfigError(f"{name}: lines like key: value are expected here", path, node.line, node.column)
    for key in node.keys.values() if known else ():
        if key.value not in known:
            message = f'{name}: the key "{key.value}" is unknown{nearest(key.value, known)}'
            raise ConfigError(message, path, key.line, key.column)
    return node


def _each(table: Table, path: str, name: str, read: _Read) -> dict[str, Any]:
    """Returns every value of a mapping; a mistake has the place of its own value."""
    found = {}
    for key, node in table.values.items():
        try:
            found[key] = read(node, path)
        except UsageError as error:
            raise ConfigError(f"{name}: {error}", path, node.line, node.column) from None
    return found


def _severities(node: Node, path: str) -> dict[str, str]:
    if not isinstance(node, Table):
        raise UsageError("lines like rule: severity are expected here")
    return _each(node, path, "severity", _one_of(LEVELS))


def _params(node: Node, path: str) -> tuple[Amendment, ...]:
    """Params of rules are amendments of these rules."""
    if not isinstance(node, Table):
        raise UsageError("lines like rule: {name: value} are expected here")
    found = []
    for rule, one in node.values.items():
        params = _table(one, path, f"params: {rule}")
        keys = {"params": node.keys[rule]}
        found.append(Amendment(rule, path, Table({"params": params}, keys, one.line, one.column)))
    return tuple(found)


def _context(node: Node, path: str) -> dict[str, str]:
    table = _table(node, path, "context", tuple(CONTEXT))
    found = _each(table, path, "context", _word)
    for field, value in found.items():
        if (known := CONTEXT[field]) and value not in known:
            where = table.values[field]
            message = f'context: {field} cannot be "{value}"{nearest(value, known)}'
            raise ConfigError(message, path, where.line, where.column)
    return found


def _formats(node: Node, path: str) -> tuple[Format, ...]:
    table = _table(node, path, "formats")
    folder = os.path.dirname(path)
    return tuple(_format(files, folder, one, path) for files, one in table.values.items())


def _format(files: str, folder: str, node: Node, path: str) -> Format:
    """A format alone is its name; with more to say it is a mapping."""
    if isinstance(node, Text):
        return Format(files, folder, Choice(node.value), place_of(node, path))
    table = _table(node, path, "formats", FORMAT_KEYS)
    plain = {name: one for name, one in table.values.items() if name != "context"}
    keys = _each(table._replace(values=plain), path, "formats", _word)
    if "context" in table.values:
        fields = _table(table.values["context"], path, "formats: context", tuple(CONTEXT))
        keys["context"] = _each(fields, path, "formats: context", _word)
    form = keys.pop("format", "")
    if keys and "body" not in keys:
        message = 'formats: the key "body" is missing; it says where the text of a reply stands'
        raise ConfigError(message, path, table.line, table.column)
    return Format(files, folder, Choice(form, Selector(**keys) if keys else None), place_of(node, path))


def suppressions(node: Node, path: str, of_one_file: bool = False) -> tuple[Suppression, ...]:
    """Returns the findings that may stand: a list of mappings with `SUPPRESSION_KEYS`.

    of_one_file: they stand in the file of the reply, and cannot name others. Raises ConfigError for a mistake.
    """
    if not isinstance(node, Items):
        message = "suppress: a list is expected here, with a rule and a reason in each member"
        raise ConfigError(message, path, node.line, node.column)
    found = tuple(_suppression(item, path) for item in node.items)
    for one in found if of_one_file else ():
        if one.files:
            raise ConfigError("suppress: files cannot stand here; this is for the replies of this file", *one.place)
    return found


def _suppression(node: Node, path: str) -> Suppression:
    table = _table(node, path, "suppress", SUPPRESSION_KEYS)
    found = _each(table, path, "suppress", _word)
    for name in ("rule", "reason"):
        if name not in found:
            raise ConfigError(f'suppress: the key "{name}" is missing', path, table.line, table.column)
    if expires := found.get("expires"):
        from datetime import date  # here, because most teams never need it

        try:
            if date.fromisoformat(expires).isoformat() != expires:  # later Pythons read other spellings of a day too
                raise ValueError
        except ValueError:
            where = table.values["expires"]
            message = f'suppress: "{expires}" is no date; write it as 2027-01-31'
            raise ConfigError(message, path, where.line, where.column) from None
    return Suppression(**found, folder=os.path.dirname(path), place=place_of(table, path))


_ON_OFF = {"on": True, "off": False}
READERS: Mapping[str, _Read] = {
    "extends": one_or_more,
    "profile": _word,
    "severity": _severities,
    "params": _params,
    "min_score": _score,
    "fail_on": _one_of((*SEVERITIES, "never")),
    "language": _one_of(LANGUAGES),
    "rule_folders": _paths,
    "packs": _packs,
    "only": words,
    "off": words,
    "house": _path,
    "context": _context,
    "formats": _formats,
    "exclude": _patterns,
    "suppress": suppressions,
    "baseline": _path,
    "renderings": _renderings,
    "labeller": lambda node, path: _ON_OFF[_one_of(tuple(_ON_OFF))(node, path)],
    "overrides": lambda node, path: node,
}
"""The keys of a settings file, and how each is read."""

OVERRIDES = (
    "files",
    "profile",
    "severity",
    "params",
    "min_score",
    "fail_on",
    "language",
    "only",
    "off",
    "house",
    "context",
    "renderings",
    "labeller",
)
"""The keys of a member of ``overrides``; amendments besides."""
