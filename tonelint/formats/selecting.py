"""Paths into a tree: ``macros.actions[field=comment_value].value``.

A path is keys with dots between them. Lists are gone through by themselves; a number takes one member (from 0), ``*``
every value. ``[key=value]`` after a key keeps the tables in which that stands. Paths with ``|`` between them are tried
in turn, and the first that leads anywhere counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from tonelint.errors import UsageError
from tonelint.formats.tree import Node, text_of

_STEP = re.compile(r"(?P<key>[^.\[\]]+)(?:\[(?P<field>[^\[\]=]+)=(?P<value>[^\[\]]*)\])?(?:\.(?=.)|$)")


class Found(NamedTuple):
    """A node at the end of a path. trail: the keys and numbers that lead to it; records: the tables on the way."""

    node: Node
    trail: tuple[str, ...] = ()
    records: tuple[dict[str, Node], ...] = ()


def find(node: Node, path: str) -> list[Found]:
    """Returns what a path leads to, in the order of the file. Raises UsageError for a path that is none.

    >>> [found.trail for found in find({"a": [{"b": "x"}, {"b": "y"}]}, "a.b")]
    [('a', '0', 'b'), ('a', '1', 'b')]
    >>> [found.node for found in find([{"k": "t", "v": "x"}, {"k": "u", "v": "y"}], "*[k=u].v")]
    ['y']
    """
    for alternative in path.split("|"):
        found = [Found(node)]
        for step in _steps(alternative.strip()):
            found = [after for before in found for after in _follow(before, step)]
        if found := [leaf for before in found for leaf in _spread(before)]:
            return found
    return []


def value(records: tuple[dict[str, Node], ...], path: str) -> Node | None:
    """Returns what a path leads to in the innermost record that has it; None where no record has.

    >>> value(({"name": "outer", "id": "1"}, {"name": "inner"}), "name"), value(({"id": "1"}, {}), "name | id")
    ('inner', '1')
    """
    for alternative in path.split("|"):
        for record in reversed(records):
            if alternative.strip() in record:  # a column may have dots in its heading
                return record[alternative.strip()]
            if found := find(record, alternative):
                return found[0].node
    return None


class _Step(NamedTuple):
    key: str
    field: str | None
    value: str | None


@lru_cache(maxsize=256)
def _steps(path: str) -> tuple[_Step, ...]:
    found = list(_STEP.finditer(path))
    if "".join(step[0] for step in found) != path:
        raise UsageError(f"the path “{path}” cannot be read; it is keys with dots between them, as macros.*.body")
    return tuple(_Step(*step.group("key", "field", "value")) for step in found)


def _spread(found: Found) -> Iterator[Found]:
    """Yields the members of a list, and of lists in it; anything else as it is."""
    if not isinstance(found.node, list):
        yield found
        return
    for index, member in enumerate(found.node):
        yield from _spread(found._replace(node=member, trail=(*found.trail, str(index))))


def _follow(found: Found, step: _Step) -> Iterator[Found]:
    for after in _into(found, step.key):
        if step.field is None:
            yield after
        else:
            yield from (one for one in _spread(after) if _has(one.node, step.field, step.value))


def _has(node: Node, field: str, wanted: str | None) -> bool:
    return isinstance(node, dict) and text_of(node.get(field)) == wanted


def _into(found: Found, key: str) -> Iterator[Found]:
    node = found.node
    if isinstance(node, dict):
        records = (*found.records, node)
        for name in node if key == "*" else [key] if key in node else []:
            yield Found(node[name], (*found.trail, name), records)
    elif isinstance(node, list):
        if key.isdecimal():
            yield from (found._replace(node=n, trail=(*found.trail, key)) for n in node[int(key) :][:1])
        elif key == "*":
            yield from _spread(found)
        else:
            yield from (after for member in _spread(found) for after in _into(member, key))
