"""Places answer as looking at every piece would."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tonelint.places import Places

PIECE = st.tuples(st.integers(0, 30), st.integers(1, 8)).map(lambda piece: (piece[0], piece[0] + piece[1]))


@given(st.lists(PIECE, max_size=8), PIECE)
def test_overlap(pieces: list[tuple[int, int]], asked: tuple[int, int]) -> None:
    start, end = asked
    assert Places(pieces).overlap(start, end) == any(a < end and start < b for a, b in pieces)


@given(st.sets(st.integers(0, 40), max_size=12), PIECE)
def test_contain(edges: set[int], asked: tuple[int, int]) -> None:
    ordered = sorted(edges)
    pieces = list(zip(ordered[::2], ordered[1::2], strict=False))
    start, end = asked
    assert Places(pieces).contain(start, end) == any(a <= start and end <= b for a, b in pieces)


def test_no_pieces() -> None:
    nothing = Places([])
    assert not nothing
    assert not nothing.overlap(0, 9)
    assert not nothing.contain(0, 9)
