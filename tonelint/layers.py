"""Layers: matrices of what was learnt, kept as integers with a lane for each column, so that a row is one addition."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Sequence
from functools import cached_property
from operator import mul

from tonelint.features import Feature, buckets
from tonelint.memo import Memo

NOTHING = 128  # the byte of the weight 0
LARGEST = 1023  # of a weight of a `Layer`, in steps
# Values are multiplied as whole numbers; even of 128 rows no sum runs over its lane.
FINE, _MOST, _FAR = 512, (1 << 14) - 1, 32.0
_MOST_FEATURES = 50_000
_LANE = 4  # bytes
_MIDDLE = 1 << 8 * _LANE - 1  # of a lane: what stands for 0 where weights may be negative


class Features(Memo[Feature, int]):
    """What each feature weighs: one integer with a lane of bytes for each column, so that to sum is one addition.

    Its bytes are never negative: the last lane tells how many have been summed, and so how many times `NOTHING`.
    Features are weighed when they are asked for.
    """

    def __init__(self, rows: bytes | memoryview, columns: int) -> None:
        self._rows, self._columns = rows, columns
        self._lanes = struct.Struct(f"<{columns + 1}I")
        super().__init__(lambda feature: sum(map(self._row, buckets(feature))), _MOST_FEATURES)

    def _row(self, number: int) -> int:
        """A row of weights, each in its lane, and a lane that says that it is one."""
        width = self._columns
        lanes = bytearray(self._lanes.size)
        lanes[: width * _LANE : _LANE] = self._rows[number * width : (number + 1) * width]
        lanes[width * _LANE] = 1
        return int.from_bytes(lanes, "little")

    def share(self, feature: Feature, gains: Sequence[float]) -> float:
        """Returns what a feature adds to a sum of the columns.

        gains: what a step of each counts for; then how much less it is each time that `NOTHING` is summed.
        """
        lanes = self._lanes.unpack(self[feature].to_bytes(self._lanes.size, "little"))
        return float(sum(map(mul, gains, lanes)))

    def steps(self, total: int) -> list[int]:
        """Returns what a sum of features weighs for each column, in steps."""
        *lanes, summed = self._lanes.unpack(total.to_bytes(self._lanes.size, "little"))
        none = summed * NOTHING
        return [lane - none for lane in lanes]


class Layer:
    """A matrix: what each of some values adds to each of some sums. Values are whole numbers, in parts of 1/512.

    part: what 1 in a sum is worth.

    >>> layer = Layer(packed([[3, -2], [1, 5]]), 2, 0.5)
    >>> [one * layer.part for one in layer(counted([1.0, 2.0]))]
    [2.5, 4.0]
    >>> layer.rows
    [(3, -2), (1, 5)]
    """

    def __init__(self, data: bytes | memoryview, columns: int, step: float) -> None:
        """data: as `packed` packs it. step: what a weight of 1 is worth."""
        size = columns * _LANE
        self._lanes, self.part = struct.Struct(f"<{columns}i"), step / FINE
        self._zero = int.from_bytes(struct.pack(f"<{columns}I", *[_MIDDLE] * columns), "little")
        starts = range(0, len(data), size) if size else range(0)
        self._rows = [int.from_bytes(data[start : start + size], "little") - self._zero for start in starts]

    def __call__(self, values: Iterable[int]) -> tuple[int, ...]:
        """Returns the sums, in steps of `part`."""
        return self._sums(sum(map(mul, values, self._rows), self._zero))

    @cached_property
    def rows(self) -> list[tuple[int, ...]]:
        """The weights, in steps."""
        return [self._sums(self._zero + row) for row in self._rows]

    def _sums(self, total: int) -> tuple[int, ...]:
        """The lanes of a total, each of which stands as much above the middle as its sum is above 0."""
        found: tuple[int, ...] = self._lanes.unpack((total ^ self._zero).to_bytes(self._lanes.size, "little"))
        return found


def counted(values: Iterable[float]) -> list[int]:
    """Returns values as layers take them: what is negative counts for nothing, what is beyond 32 for 32.

    >>> counted([-1.0, 0.25, 100.0])
    [0, 128, 16383]
    """
    return [0 if value <= 0 else int(value * FINE) if value < _FAR else _MOST for value in values]


def packed(rows: Sequence[Sequence[int]]) -> bytes:
    """Returns the rows of a matrix as a `Layer` reads them; a weight is at most 1,023, or -1,023."""
    return b"".join(struct.pack(f"<{len(row)}I", *[weight + _MIDDLE for weight in row]) for row in rows)
