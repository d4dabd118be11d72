"""CSV with the place of every cell. The `csv` module says what a cell holds, but not where it stands.

After RFC 4180; cells may be parted by commas, semicolons or tabs, whichever stands first in the line of headings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from tonelint.errors import FormatError
from tonelint.formats.draft import Layer
from tonelint.formats.tree import Node, Text
from tonelint.formats.weaver import Weaver
from tonelint.text.lines import Lines

_PARTS = re.compile(r'"[^"]*"|([,;\t])|[\r\n]')
_LINE_END = re.compile(r"\r\n|\n|\r|\Z")
_QUOTED = re.compile(r'"[^"]*(?:""[^"]*)*"(?!")')


def tree(source: str, path: str) -> Node:
    """Returns the rows of a CSV file as tables by heading. Raises FormatError for a quotation mark without end.

    >>> [row] = tree('name,body\\nlate,"Hi ""Sara"", hello"', "a.csv")
    >>> row["body"].value, row["body"].at
    ('Hi "Sara", hello', 16)
    """
    found = rows(source, path)
    headings = [cell.value.strip() for cell in next(found, [])]
    return [dict(zip(headings, row)) for row in found if len(row) > 1 or row[0].value]


def delimiter(source: str) -> str:
    """Returns what parts the cells: the first comma, semicolon or tab outside of quotation marks in the first line.

    >>> delimiter('"a,b";c,d')
    ';'
    """
    for found in _PARTS.finditer(source):
        if found[1] or found[0] in "\r\n":
            return found[1] or ","
    return ","


def rows(source: str, path: str) -> Iterator[list[Text]]:
    """Yields the rows; a delimiter at the very end of the file is followed by an empty cell."""
    part = delimiter(source)
    plain = re.compile(rf"[^{part}\r\n]*")
    row: list[Text] = []
    at = 0
    while at < len(source) or row:
        quoted = source.startswith('"', at) and not (part == "\t" and not _closed(source, at, part))
        cell = (_QUOTED if quoted else plain).match(source, at)
        if not cell:
            raise FormatError("this quotation mark is never closed", path, *Lines(source).position(at))
        row.append(_text(source, *cell.span(), quoted))
        at = cell.end()
        if source.startswith(part, at):
            at += 1
        elif line_end := _LINE_END.match(source, at):
            at = line_end.end()
            yield row
            row = []
        else:
            message = "something follows the closing quotation mark; inside a cell it has to be doubled"
            raise FormatError(message, path, *Lines(source).position(at))


def _closed(source: str, at: int, part: str) -> bool:
    """Returns whether a cell is quoted as a whole: between tabs quotation marks are often mere characters."""
    cell = _QUOTED.match(source, at)
    return cell is not None and (source.startswith(part, cell.end()) or bool(_LINE_END.match(source, cell.end())))


def _text(source: str, start: int, end: int, quoted: bool) -> Text:
    if not quoted:
        return Text(source[start:end], start, partial(_layer, source, start, end, "csv-plain"))
    inside = start + 1, end - 1
    value = source[slice(*inside)].replace('""', '"')
    return Text(value, inside[0], partial(_layer, source, *inside, "csv-quoted"))


def _layer(source: str, start: int, end: int, spelling: str) -> Layer:
    weaver, at = Weaver(source), start
    while spelling == "csv-quoted" and (mark := source.find('""', at, end)) >= 0:
        weaver.same(at, mark)
        weaver.other('"', mark, mark + 2)
        at = mark + 2
    weaver.same(at, end)
    return weaver.layer(spelling)
