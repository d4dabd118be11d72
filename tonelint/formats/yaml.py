"""YAML, with the place of every text: read from the parser's events, whose marks say where a scalar begins and ends."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from tonelint.errors import FormatError
from tonelint.formats.scalars import layer
from tonelint.formats.tree import Node, Text

MAX_DEPTH = 50


def tree(source: str, path: str) -> Node:
    """Returns the document in a YAML file, a list of them where there are several. Raises FormatError for a broken one.

    Anchors, tags and comments say nothing here; an alias is empty, because its text is checked where it stands.

    >>> tree("replies:\\n  - body: |\\n      Hi\\n", "a.yaml")["replies"][0]["body"].layer().pieces[0].at
    27
    """
    import yaml  # here, because most files that are checked are no YAML

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        documents = list(_Builder(source, path).documents(yaml.parse(source, Loader=loader)))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        raise FormatError(f"this is not YAML: {error.problem or error.context or 'unreadable'}", path, *place) from None
    except (yaml.YAMLError, ValueError) as error:
        raise FormatError(f"this is not YAML: {str(error).splitlines()[0]}", path) from None
    return documents[0] if len(documents) == 1 else documents


class _Builder:
    """Makes nodes of events. Nothing is expanded, so that no file grows by being read."""

    def __init__(self, source: str, path: str) -> None:
        self.source, self.path = source, path

    def documents(self, events: Iterator[Any]) -> Iterator[Node]:
        for event in events:
            if type(event).__name__ not in (
                "StreamStartEvent",
                "StreamEndEvent",
                "DocumentStartEvent",
                "DocumentEndEvent",
            ):
                yield self._node(event, events, 1)

    def _node(self, event: Any, events: Iterator[Any], depth: int) -> Node:
        kind, mark = type(event).__name__, event.start_mark
        if depth > MAX_DEPTH:
            raise FormatError(f"this is nested more than {MAX_DEPTH} deep", self.path, mark.line + 1, mark.column + 1)
        if kind == "ScalarEvent":
            return Text(
                event.value,
                mark.index,
                partial(layer, self.source, event.value, event.style, mark.index, event.end_mark.index),
            )
        if kind == "SequenceStartEvent":
            return [self._node(member, events, depth + 1) for member in _members(events)]
        if kind == "MappingStartEvent":
            return self._table(events, depth)
        return ""

    def _table(self, events: Iterator[Any], depth: int) -> Node:
        table: dict[str, Node] = {}
        for event in _members(events):
            key = self._node(event, events, depth + 1)
            table[key.value if isinstance(key, Text) else ""] = self._node(next(events), events, depth + 1)
        return table


def _members(events: Iterator[Any]) -> Iterator[Any]:
    for event in events:
        if type(event).__name__ in ("SequenceEndEvent", "MappingEndEvent"):
            return
        yield event
