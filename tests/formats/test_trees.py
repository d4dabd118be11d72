"""Our scans read what the parsers of others read."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tonelint.errors import FormatError
from tonelint.formats import csv as our_csv
from tonelint.formats import json as our_json
from tonelint.formats import yaml as our_yaml
from tonelint.formats.tree import Node, Text

texts = st.text(alphabet="aسé🙂\"\\/\n\t\r \ud800\x00\u2028{}[]:,#'", max_size=12)
readable = st.text(alphabet="aسé🙂\"\\\n \u2028{}[]:,#'-", max_size=12)


def values(leaves: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    return st.recursive(leaves, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(leaves, inner, max_size=4))


def plain(node: Node) -> object:
    if isinstance(node, Text):
        return node.value
    if isinstance(node, dict):
        return {key: plain(value) for key, value in node.items()}
    return [plain(member) for member in node] if isinstance(node, list) else node


@given(values(texts), st.booleans(), st.sampled_from([None, 1]))
def test_json(value: Any, ascii_only: bool, indent: int | None) -> None:
    assert plain(our_json.tree(json.dumps(value, ensure_ascii=ascii_only, indent=indent), "a.json")) == value


def test_what_is_no_text_in_json_is_no_reply() -> None:
    assert our_json.tree('{"a": [1, -2.5e3, true, null, NaN]}', "a.json") == {
        "a": ["1", "-2.5e3", "true", "null", "NaN"]
    }


@given(values(readable), st.sampled_from([None, "'", '"', "|", ">"]), st.booleans())
def test_yaml(value: Any, style: str | None, flow: bool) -> None:
    source = yaml.dump(value, default_style=style, default_flow_style=flow, allow_unicode=True)
    assert plain(our_yaml.tree(source, "a.yaml")) == value


def full(rows: Iterable[list[str]]) -> list[list[str]] | None:
    """Returns the rows without empty lines."""
    return [row for row in rows if row not in ([], [""])]


@settings(max_examples=300)
@given(st.text(alphabet='ab",;\n\r ', max_size=24))
def test_csv(source: str) -> None:
    """A file that the `csv` module reads in its strict way has the same cells here; one that it refuses is refused."""
    part = our_csv.delimiter(source)
    try:
        theirs = full(csv.reader(io.StringIO(source, newline=""), delimiter=part, strict=True))
    except csv.Error:
        theirs = None
    try:
        ours = full([cell.value for cell in row] for row in our_csv.rows(source, "a.csv"))
    except FormatError:
        ours = None
    assert ours == theirs
