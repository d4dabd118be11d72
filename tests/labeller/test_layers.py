"""Matrices of whole numbers: they sum as floating numbers would, within their steps."""

from __future__ import annotations

from operator import mul

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonelint.layers import LARGEST, NOTHING, Features, Layer, counted, packed

WEIGHTS = st.integers(-LARGEST, LARGEST)


@given(st.integers(1, 60), st.integers(1, 8), st.data())
def test_sums_are_those_of_the_matrix(rows: int, columns: int, data: st.DataObject) -> None:
    matrix = [data.draw(st.lists(WEIGHTS, min_size=columns, max_size=columns)) for _ in range(rows)]
    values = data.draw(st.lists(st.floats(-40, 40), min_size=rows, max_size=rows))
    parts, layer = counted(values), Layer(packed(matrix), columns, 0.25)
    assert list(layer(parts)) == [sum(map(mul, parts, column)) for column in zip(*matrix)]
    assert [list(row) for row in layer.rows] == matrix


@given(st.lists(st.floats(allow_nan=False, allow_infinity=False)))
def test_values_are_counted_in_parts_between_nothing_and_the_most(values: list[float]) -> None:
    assert all(
        part == pytest.approx(512 * min(max(value, 0), 31.999), abs=1) for part, value in zip(counted(values), values)
    )


def test_the_largest_sum_stays_in_its_lane() -> None:
    matrix = [[LARGEST, -LARGEST]] * 128
    high, low = Layer(packed(matrix), 2, 1.0)(counted([1000.0] * 128))
    assert high == -low == 128 * LARGEST * 16383


def test_a_layer_without_columns_says_nothing() -> None:
    assert Layer(b"", 0, 1.0)([]) == ()


@given(st.lists(st.tuples(st.text(min_size=1)), max_size=20))
def test_features_that_weigh_nothing_sum_to_nothing(features: list[tuple[str]]) -> None:
    known = Features(bytes([NOTHING]) * (65536 * 3), 3)
    assert known.steps(sum(map(known.__getitem__, features))) == [0, 0, 0]
