"""YAML without its surprises: every scalar is a string, everything knows its line and column.

Read from the parser's events, not its nodes: those hide anchors, and are built recursively in C, where deep
nesting ends the process. Duplicate keys, anchors, aliases, tags and second documents are errors.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple, TypeAlias

from tonelint.errors import RuleError

MAX_BYTES = 1_000_000
MAX_DEPTH = 20

# What YAML 1.1 (section 5.1) does not call printable, but for surrogates, which UTF-8 cannot hold.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
# A comment without a blank after its sign is rather a text that was meant: "order #5".
_CUT = re.compile(r"[ \t]+#[^\s#]")
_STARTERS = "@`%!*&,>|"


class Text(NamedTuple):
    """A scalar. quoted tells ``""`` from nothing at all; line and column count from 1."""

    value: str
    quoted: bool
    line: int
    column: int


class Items(NamedTuple):
    """A list."""

    items: tuple[Node, ...]
    line: int
    column: int


class Table(NamedTuple):
    """A mapping: values by key, and the keys themselves with their places."""

    values: dict[str, Node]
    keys: dict[str, Text]
    line: int
    column: int


Node: TypeAlias = Text | Items | Table


def parse(data: bytes, path: str) -> tuple[Node | None, list[RuleError]]:
    """Returns the document in `data` and what is wrong with it. The node is None where nothing could be read.

    >>> node, problems = parse(b"id: no", "a.yaml")
    >>> node.values["id"]
    Text(value='no', quoted=False, line=1, column=5)
    >>> print(parse(b"id: a\\nid: b", "a.yaml")[1][0])
    a.yaml:2:1: the key "id" is here twice; the first is in line 1
    """
    try:
        text = _decode(data, path)
        builder = _Builder(path, text.splitlines() if _CUT.search(text) else [])
        node = builder.document(_events(text, path))
    except RuleError as error:
        return None, [error]
    return node, builder.problems


def _decode(data: bytes, path: str) -> str:
    if len(data) > MAX_BYTES:
        raise RuleError(f"the file has {len(data):,} bytes; {MAX_BYTES:,} is the limit", path)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig")
        raise RuleError("this byte is not UTF-8; save the file as UTF-8", path, *_place(before, len(before))) from None
    if found := _UNPRINTABLE.search(text):
        code = f"U+{ord(found.group()):04X}"
        raise RuleError(f"the character {code} cannot stand in YAML", path, *_place(text, found.start()))
    return text


def _place(text: str, offset: int) -> tuple[int, int]:
    """Returns line and column, from 1, of an offset."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def _events(text: str, path: str) -> Iterator[Any]:
    import yaml  # here, because a process that finds its rules compiled needs no YAML

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        yield from yaml.parse(text, Loader=loader)
    except yaml.MarkedYAMLError as error:
        raise _syntax_error(error, text, path) from None


def _syntax_error(error: Any, text: str, path: str) -> RuleError:
    mark, problem = error.problem_mark, error.problem or "unreadable"
    if "end of stream" in problem and error.context_mark and "quoted" in (error.context or ""):
        mark = error.context_mark
        return RuleError("this quotation mark is never closed", path, mark.line + 1, mark.column + 1)
    lines = text.splitlines()
    line = lines[mark.line] if mark.line < len(lines) else ""
    return RuleError(_syntax_message(problem, line, mark.column), path, mark.line + 1, mark.column + 1)


def _syntax_message(problem: str, line: str, column: int) -> str:
    """Returns what to do, judged by the line: the parser's own words speak of tokens and indicators."""
    if "\t" in line[: column + 1]:
        return "YAML cannot be indented with tabs; use spaces"
    if "mapping values are not allowed" in problem:
        return 'a text with ": " in it must stand in quotes (or the indentation is wrong)'
    start = re.match(r"\s*(?:- +)*(?:[\w-]+: +)?(\S?)", line)
    first = start.group(1) if start else ""
    if first in ("'", '"'):
        return "something follows the closing quotation mark; put the whole text in the other kind of quotes"
    if first in ("[", "{"):
        return f'a text that begins with "{first}", or has , [ ] {{ }} in it inside brackets, must stand in quotes'
    if first and first in _STARTERS:
        return f'a text that begins with "{first}" must stand in quotes'
    return f"this is not YAML: {problem}"


class _Builder:
    """Makes nodes of events."""

    def __init__(self, path: str, lines: list[str]) -> None:
        self.path = path
        self.lines = lines
        self.problems: list[RuleError] = []

    def document(self, events: Iterator[Any]) -> Node | None:
        node: Node | None = None
        for event in events:
            kind = type(event).__name__
            if kind == "DocumentStartEvent" and node is not None:
                raise self.error("a second document begins here; one rule file holds one rule", event)
            if kind not in ("StreamStartEvent", "StreamEndEvent", "DocumentStartEvent", "DocumentEndEvent"):
                node = self.node(event, events, 1)
        return node

    def error(self, message: str, event: Any) -> RuleError:
        return RuleError(message, self.path, event.start_mark.line + 1, event.start_mark.column + 1)

    def node(self, event: Any, events: Iterator[Any], depth: int) -> Node:
        kind, mark = type(event).__name__, event.start_mark
        line, column = mark.line + 1, mark.column + 1
        if depth > MAX_DEPTH:
            raise self.error(f"this is nested more than {MAX_DEPTH} deep", event)
        if kind == "AliasEvent":
            self.problems.append(self.error(_no("an alias", "*", event.anchor), event))
            return Text("", True, line, column)
        if event.anchor is not None:
            self.problems.append(self.error(_no("an anchor", "&", event.anchor), event))
        if event.tag is not None:
            self.problems.append(self.error(_no("a tag", "!", event.tag.removeprefix("!")), event))
        if kind == "ScalarEvent":
            self.check_whole(event)
            return Text(event.value, bool(event.style), line, column)
        if kind == "SequenceStartEvent":
            return Items(tuple(self.node(e, events, depth + 1) for e in _until_end(events)), line, column)
        return self.table(events, depth, line, column)

    def check_whole(self, event: Any) -> None:
        """Notes a text that YAML takes the end off as a comment."""
        end = event.end_mark
        line = self.lines[end.line] if end.line < len(self.lines) else ""
        if not event.style and _CUT.match(line, end.column):
            message = 'what follows " #" is a comment to YAML; a text with " #" in it must stand in quotes'
            self.problems.append(self.error(message, event))

    def table(self, events: Iterator[Any], depth: int, line: int, column: int) -> Table:
        values: dict[str, Node] = {}
        keys: dict[str, Text] = {}
        for event in _until_end(events):
            key = self.node(event, events, depth + 1)
            value = self.node(next(events), events, depth + 1)
            if not isinstance(key, Text):
                self.problems.append(self.error("a key must be a text", event))
            elif key.value in keys:
                first = keys[key.value].line
                message = f'the key "{key.value}" is here twice; the first is in line {first}'
                self.problems.append(self.error(message, event))
            else:
                keys[key.value], values[key.value] = key, value
        return Table(values, keys, line, column)


def _until_end(events: Iterator[Any]) -> Iterator[Any]:
    """Yields the events that begin a child; the children's own events are taken in between by `node`."""
    for event in events:
        if type(event).__name__ in ("SequenceEndEvent", "MappingEndEvent"):
            return
        yield event


def _no(what: str, sign: str, name: str) -> str:
    return f'"{sign}{name}" is {what} to YAML, which is not allowed here; a text that begins with {sign} needs quotes'
