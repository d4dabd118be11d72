"""What was learnt comes back from its file as it was."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tonelint.weights import Weights, restored, stored

NUMBERS = st.lists(st.floats(-100, 100), max_size=4).map(tuple)
LIMITS = st.lists(st.floats(allow_nan=False), max_size=4).map(tuple)
NAMES = st.lists(st.text(), max_size=3, unique=True).map(tuple)
NAMED = st.dictionaries(st.text(), NUMBERS, max_size=3)
WORTH = st.tuples(st.floats(0, 1), st.floats(0, 1))
DATA = st.binary(max_size=50)
WEIGHTS = st.builds(
    Weights, NAMES, NAMES, NUMBERS, NAMED, NUMBERS, NUMBERS, NAMED, NUMBERS, LIMITS, LIMITS, WORTH, DATA, DATA, DATA,
    DATA, DATA,
)  # fmt: skip


@given(WEIGHTS)
def test_weights_come_back_as_they_were_stored(weights: Weights) -> None:
    assert restored(stored(weights)) == weights
