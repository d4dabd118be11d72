"""Plain values as bytes that are read one by one, when they are first needed: a start reads few of thousands.

Trees of nodes are rows of such bytes; what many of them share is stored once.
"""

from __future__ import annotations

import marshal
from array import array
from collections import Counter
from collections.abc import Iterable
from itertools import accumulate
from typing import Any, NamedTuple

from tonelint.trees import Nodes

_ROW = "&"  # ("&", 7) stands for what is in row 7
_LEAST = 48  # bytes from which on it pays to have a row of its own


class Stripped(NamedTuple):
    """Values in marshal's format one behind the other, in anything that gives a slice of bytes; and where each ends."""

    data: Any
    ends: bytes


def strip(values: Iterable[bytes]) -> Stripped:
    """Returns values in marshal's format as a strip: one piece to read, whatever is then asked for.

    >>> Strip(strip([marshal.dumps("a"), marshal.dumps(7)]))[1]
    7
    """
    values = list(values)
    return Stripped(b"".join(values), array("I", accumulate(map(len, values))).tobytes())


class Strip:
    """The values of a strip by their number, each made when it is asked for."""

    __slots__ = ("_data", "_ends")

    def __init__(self, stripped: Stripped) -> None:
        self._data = stripped.data
        self._ends = array("I", stripped.ends)

    def __getitem__(self, number: int) -> Any:
        start = self._ends[number - 1] if number else 0
        return marshal.loads(self._data[start : self._ends[number]])


def pack(trees: Iterable[Nodes]) -> tuple[Stripped, tuple[int, ...]]:
    """Returns the rows, and for each tree the number of its row.

    >>> rows, places = pack([(("word",),), (("start",), ("word",)), (("word",),)])
    >>> Packed(rows)[places[1]], places
    ((('start',), ('word',)), (0, 1, 0))
    """
    trees = list(trees)
    return _Rows(trees).of(trees)


class _Rows:
    def __init__(self, trees: Iterable[Nodes]) -> None:
        self._seen: Counter[Any] = Counter()
        self._places: dict[Any, int] = {}
        self._rows: list[bytes] = []
        for tree in trees:
            self._count(tree)

    def of(self, trees: Iterable[Nodes]) -> tuple[Stripped, tuple[int, ...]]:
        places = tuple(self._place(tree) for tree in trees)
        return strip(self._rows), places

    def _count(self, tree: object) -> None:
        if isinstance(tree, tuple):
            self._seen[tree] += 1
            if self._seen[tree] == 1:
                for part in tree:
                    self._count(part)

    def _place(self, tree: Nodes) -> int:
        if tree not in self._places:
            self._put(tree, marshal.dumps(tuple(map(self._plain, tree))))
        return self._places[tree]

    def _plain(self, tree: Any) -> Any:
        if not isinstance(tree, tuple):
            return tree
        if tree in self._places:
            return (_ROW, self._places[tree])
        plain = tuple(map(self._plain, tree))
        if self._seen[tree] > 1 and len(row := marshal.dumps(plain)) >= _LEAST:
            return (_ROW, self._put(tree, row))
        return plain

    def _put(self, tree: Nodes, row: bytes) -> int:
        self._rows.append(row)
        self._places[tree] = len(self._rows) - 1
        return len(self._rows) - 1


class Packed:
    """The trees behind the rows, each made when it is first asked for."""

    __slots__ = ("_made", "_rows")

    def __init__(self, rows: Stripped) -> None:
        self._rows = Strip(rows)
        self._made: dict[int, Any] = {}

    def __getitem__(self, place: int) -> Any:
        if place not in self._made:
            self._made[place] = self._whole(self._rows[place])
        return self._made[place]

    def _whole(self, tree: Any) -> Any:
        if not isinstance(tree, tuple):
            return tree
        if len(tree) == 2 and tree[0] == _ROW:
            return self[tree[1]]
        return tuple(map(self._whole, tree))
