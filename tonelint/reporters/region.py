"""Where a piece of a reply lies in its file, in the ways that formats count."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from typing import NamedTuple

from tonelint.formats import Draft
from tonelint.text.lines import Lines

_WIDTHS = ("[\u0080-\u07ff]", "[\u0800-\uffff]", "[\U00010000-\U0010ffff]")  # two, three, four bytes of UTF-8


class Region(NamedTuple):
    """A run of a file. Lines and columns count from 1, columns in code points; the end is the place after the last."""

    line: int
    column: int
    end_line: int
    end_column: int


def region(draft: Draft, start: int, end: int) -> Region:
    """Returns the run of the file that holds the reply's text from `start` up to `end`.

    >>> from tonelint.formats import replies
    >>> [draft] = replies("---\\nchannel: chat\\n---\\nHi Sara", "a.txt")
    >>> region(draft, 3, 7)
    Region(line=4, column=4, end_line=4, end_column=8)
    """
    return stretch(draft.source, *draft.run(start, end))


def stretch(source: str, start: int, end: int) -> Region:
    """Returns the region of a run of the source that is given by its code points."""
    lines = _lines(source)
    return Region(*lines.position(start), *lines.position(end))


@lru_cache(maxsize=2)  # a file may hold thousands of replies, and they come one after the other
def _lines(source: str) -> Lines:
    return Lines(source)


class Bytes:
    """How many bytes of UTF-8 come before an offset of a text.

    >>> Bytes("a ⟨گ⟩").before(5), len("a ⟨گ⟩".encode()[:7].decode())
    (10, 4)
    """

    def __init__(self, text: str) -> None:
        self._wide = () if text.isascii() else tuple(_offsets(pattern, text) for pattern in _WIDTHS)

    def before(self, offset: int) -> int:
        """Returns the number of bytes before an offset (code points)."""
        return offset + sum(more * bisect_left(wide, offset) for more, wide in enumerate(self._wide, 1))


def _offsets(pattern: str, text: str) -> list[int]:
    return [found.start() for found in re.finditer(pattern, text)]


@lru_cache(maxsize=2)
def bytes_of(source: str) -> Bytes:
    """Returns the count of bytes of a source, made once for all replies in it."""
    return Bytes(source)
