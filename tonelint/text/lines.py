"""Where an offset lies in a file: line and column, or UTF-16 units. The only place that converts between them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

_LINE_END = re.compile(r"\r\n|\n|\r")
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class Lines:
    r"""The lines of a text. Offsets are code points from 0; lines and columns count from 1, columns in code points.

    A line ends with \n, \r\n or \r, which belong to the line that they end.

    >>> lines = Lines("Hi\r\nthere 🙂!")
    >>> lines.position(4), lines.offset(2, 1)
    ((2, 1), 4)
    >>> lines.utf16(11), lines.from_utf16(12)
    (12, 11)
    """

    __slots__ = ("_astral", "_length", "_starts", "_units")

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]
        self._astral = [] if text.isascii() else [match.start() for match in _ASTRAL.finditer(text)]
        self._units = [offset + index for index, offset in enumerate(self._astral)]

    def __len__(self) -> int:
        return len(self._starts)

    def position(self, offset: int) -> tuple[int, int]:
        """Returns line and column of an offset. Raises ValueError where the text has no such offset."""
        self._check(offset)
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def offset(self, line: int, column: int) -> int:
        """Returns the offset of a line and column. Raises ValueError where the text has no such place."""
        if 1 <= line <= len(self._starts) and column >= 1:
            offset = self._starts[line - 1] + column - 1
            last = line == len(self._starts)
            if offset <= self._length if last else offset < self._starts[line]:
                return offset
        raise ValueError(f"The text has no line {line}, column {column}.")

    def utf16(self, offset: int) -> int:
        """Returns how many UTF-16 units come before an offset. Raises ValueError where there is no such offset."""
        self._check(offset)
        return offset + bisect_left(self._astral, offset)

    def from_utf16(self, units: int) -> int:
        """Returns the offset that so many UTF-16 units come before; the middle of a character is its beginning."""
        offset = units - bisect_left(self._units, units)
        self._check(offset)
        return offset

    def _check(self, offset: int) -> None:
        if not 0 <= offset <= self._length:
            raise ValueError(f"The text has no offset {offset}: it has {self._length} characters.")
