"""Places in the file are those of the piece as it is spelled there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reporters.made import draft
from tests.reporters.test_sarif import FILES
from tonelint.reporters.region import Bytes, region
from tonelint.text.lines import Lines


@pytest.mark.parametrize(("path", "source"), FILES)
def test_a_region_is_the_run_of_the_file_that_says_the_piece(path: str, source: str) -> None:
    one, lines = draft(source, path), Lines(source)
    start = one.text.index("must")
    place = region(one, start, start + 4)
    assert source[lines.offset(place.line, place.column) : lines.offset(place.end_line, place.end_column)] == "must"


def test_an_escape_is_as_wide_as_it_is_spelled() -> None:
    one = draft('{"replies": [{"name": "a", "body": "\\u06af must"}]}', "replies.json")
    assert region(one, 0, 1) == (1, 37, 1, 43)


@given(text=st.text(st.characters(exclude_categories=["Cs"])), data=st.data())
def test_bytes_are_those_of_utf_8(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    assert Bytes(text).before(offset) == len(text[:offset].encode())
