"""Places: pieces of a text or sentence, asked again and again whether they overlap another."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate


class Places:
    """Half-open pieces (start, end); a question costs the logarithm of their number.

    >>> places = Places([(0, 2), (5, 9)])
    >>> places.overlap(8, 12), places.overlap(2, 5), places.contain(6, 9), places.contain(8, 12), bool(Places([]))
    (True, False, True, False, False)
    """

    __slots__ = ("_ends", "_starts")

    def __init__(self, pieces: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(pieces)
        self._starts = [start for start, _ in ordered]
        self._ends = list(accumulate((end for _, end in ordered), max))

    def __bool__(self) -> bool:
        return bool(self._starts)

    def contain(self, start: int, end: int) -> bool:
        """Whether one of the pieces holds all from `start` up to `end`; for pieces that do not overlap each other."""
        before = bisect_right(self._starts, start)
        return bool(before) and self._ends[before - 1] >= end

    def overlap(self, start: int, end: int) -> bool:
        """Whether a piece has something in common with the one from `start` up to `end`."""
        before = bisect_left(self._starts, end)
        return bool(before) and self._ends[before - 1] > start
