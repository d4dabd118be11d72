"""A YAML text in its file: which characters of the file say which of the text, for all five ways to write one.

After YAML 1.1 (yaml.org/spec/1.1, sections 9.1 and 9.2) as the parser reads it. The parser gives the text and where it
begins and ends; what comes out here is held against it, and where the two differ the text is one piece that cannot be
edited.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import NamedTuple

from tonelint.formats.draft import FIXED, Layer, Piece
from tonelint.formats.weaver import Weaver, line_end

_LINE_END = r"(?:\r\n|\n|\r|\x85)"
_BREAK = re.compile(_LINE_END)
_HEADER = re.compile(rf"[|>][0-9]?(?P<chomp>[-+]?)[0-9]?[ \t]*(?:#[^\r\n\x85]*)?(?:{_LINE_END}|\Z)")
_LINE = re.compile(rf"(?P<lead> *)(?P<rest>[^\r\n\x85]*)(?:{_LINE_END}|\Z)")
_LEAD = re.compile(r"(?: *\n)*( *)")
_FOLD = rf"(?P<fold>(?<![ \t])[ \t]*(?:{_LINE_END}[ \t]*)+)"
_UNITS = {
    "yaml-plain": re.compile(_FOLD),
    "yaml-single": re.compile(rf"(?P<quote>'')|{_FOLD}"),
    "yaml-double": re.compile(
        rf"\\(?:x(?P<x>[0-9a-fA-F]{{2}})|u(?P<u>[0-9a-fA-F]{{4}})|U(?P<U>[0-9a-fA-F]{{8}})"
        rf"|(?P<join>(?:{_LINE_END}[ \t]*)+)|(?P<named>.))|{_FOLD}"
    ),
}
_NAMED = dict(zip('0abt\tnvfre "/\\N_LP', '\0\a\b\t\t\n\v\f\r\x1b "/\\\x85\xa0\u2028\u2029'))
_STYLES = {"|": "yaml-literal", ">": "yaml-folded", "'": "yaml-single", '"': "yaml-double"}
_PROPERTIES = re.compile(r"(?:[&!]\S*\s+)*")
_INDENT = re.compile(r"[ \t]*(?:- +)*")


def layer(source: str, value: str, style: str | None, start: int, end: int) -> Layer:
    """Returns the layer of a scalar that the source holds from `start` up to `end`, as the parser says."""
    spelling = _STYLES.get(style or "", "yaml-plain")
    start = _PROPERTIES.match(source, start).end()  # type: ignore[union-attr]  # it matches nothing as well
    if spelling in _UNITS:
        inset = 0 if spelling == "yaml-plain" else 1
        made = _flow(source, start + inset, end - inset, spelling)
    else:
        made = _block(source, value, spelling, start)
    return made if made.text == value else Layer(value, (Piece(0, len(value), start, end, FIXED),) if value else ())


def _flow(source: str, start: int, end: int, spelling: str) -> Layer:
    weaver, at = Weaver(source), start
    for unit in _UNITS[spelling].finditer(source, start, end):
        weaver.same(at, unit.start())
        text, at = _unit(unit), unit.end()
        if text:
            weaver.other(text, *unit.span())
        else:
            weaver.swallow(at)
    weaver.same(at, end)
    line = source[max(source.rfind("\n", 0, start), source.rfind("\r", 0, start)) + 1 : start]
    indent = " " * (len(_INDENT.match(line)[0]) + 2)  # type: ignore[index]  # it matches nothing as well
    return weaver.layer(spelling, line_end(source) * 2 + indent)


def _unit(unit: re.Match[str]) -> str:
    """Returns the text of an escape, of a pair of quotation marks or of line ends."""
    kind, run = unit.lastgroup or "", unit[unit.lastgroup or 0]
    if kind in ("x", "u", "U"):
        return chr(min(int(run, 16), 0x10FFFF))
    if kind == "named":
        return _NAMED.get(run, run)
    if kind == "quote":
        return "'"
    more = len(_BREAK.findall(run)) - 1
    return "\n" * more if more or kind == "join" else " "


class _Row(NamedTuple):
    """A line of a block scalar: its text from `start` up to `end`, without indentation; the next begins at `after`."""

    start: int
    end: int
    after: int


def _block(source: str, value: str, spelling: str, start: int) -> Layer:
    header = _HEADER.match(source, start)
    if not header:
        return Layer("", ())
    indent = _indented(source, value, header.end())
    rows = list(_rows(source, header.end(), indent))
    full = [index for index, row in enumerate(rows) if row.start < row.end]
    weaver = Weaver(source)
    _add_breaks(weaver, rows, 0, full[0] if full else 0)
    for index, following in zip_longest(full, full[1:]):
        weaver.same(rows[index].start, rows[index].end)
        if following is None:
            last = {"-": index, "+": len(rows)}.get(header["chomp"], index + 1)
            _add_breaks(weaver, rows, index, last)
        elif spelling == "yaml-folded" and not any(source[rows[i].start] in " \t" for i in (index, following)):
            _add_fold(weaver, rows, index, following)
        else:
            _add_breaks(weaver, rows, index, following)
    double = 2 if spelling == "yaml-folded" else 1
    return weaver.layer(spelling, line_end(source) * double + " " * indent)


def _indented(source: str, value: str, at: int) -> int:
    """Returns how far the text is indented: the spaces of its first line with words, less those that it keeps."""
    for line in _LINE.finditer(source, at):
        if line["rest"]:
            kept = _LEAD.match(value)
            return len(line["lead"]) - (len(kept[1]) if kept else 0)
    return 0


def _rows(source: str, at: int, indent: int) -> Iterator[_Row]:
    for line in _LINE.finditer(source, at):
        lead = len(line["lead"])
        if lead < indent and line["rest"]:
            return
        yield _Row(line.start() + min(lead, indent), line.end("rest"), line.end())


def _add_breaks(weaver: Weaver, rows: list[_Row], first: int, last: int) -> None:
    """Adds the line ends of some rows, each with the indentation of the line after it."""
    for index in range(first, last):
        row = rows[index]
        if row.end < row.after:
            weaver.other("\n", row.end, rows[index + 1].start if index + 1 < len(rows) else row.after)


def _add_fold(weaver: Weaver, rows: list[_Row], first: int, last: int) -> None:
    """Adds what a folded line end is: a space; with blank lines after it, a line end for each of those."""
    if last == first + 1:
        weaver.other(" ", rows[first].end, rows[last].start)
    else:
        weaver.other("\n", rows[first].end, rows[first + 2].start)
        _add_breaks(weaver, rows, first + 2, last)
