"""What holds for every file of every format: places are exact, and edits do what they say and nothing else."""

from __future__ import annotations

import json
import quopri
import re
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.formats.made import FILES, block_file, csv_file, json_file, texts, words, yaml_file
from tonelint.errors import TextError
from tonelint.formats import Draft, Layer, edited, replies
from tonelint.types import Edit

Make = Callable[[list[str], Callable[[Any], Any]], tuple[str, str]]


def yaml_value(source: str) -> str:
    return str(yaml.safe_load(source))


def in_double(run: str) -> str:
    return yaml_value(f'"a{run}b"')[1:-1]


def in_single(run: str) -> str:
    return yaml_value(f"'a{run}b'")[1:-1]


def in_html(run: str) -> str:
    return "\n" if run.startswith("<br") else " " if run.isspace() else unescape(run)


def in_po(run: str) -> str:
    return str(json.loads('"' + re.sub(r'"\s*"', "", run) + '"'))


def folded(run: str) -> str:
    breaks = len(re.findall(r"\r\n|\n", run))
    assert not run.strip("\r\n ")
    return " " if breaks == 1 else "\n" * (breaks - 1)


def printable(run: str) -> str:
    return quopri.decodestring(run.encode()).decode()


# How each spelling is read, by somebody else's code where there is any.
READERS: dict[str, Callable[[str], str]] = {
    "json": lambda run: str(json.loads(f'"{run}"')),
    "csv-quoted": lambda run: run.replace('""', '"'),
    "yaml-double": in_double,
    "yaml-single": in_single,
    "yaml-plain": folded,
    "html": in_html,
    "po": in_po,
    "quoted-printable": printable,
}


def check_layer(layer: Layer, below: str) -> None:
    offset = at = 0
    for piece in layer.pieces:
        assert piece.start == offset < piece.end and at <= piece.at <= piece.to
        offset, at = piece.end, piece.to
        text, run = layer.text[piece.start : piece.end], below[piece.at : piece.to]
        if piece.kind == "same":
            assert text == run
        elif piece.kind == "escape" and layer.spelling in ("lines", "yaml-literal", "yaml-folded"):
            assert text in ("\n", " ") and not run.strip("\r\n\t >") and run.strip("\t >")
        elif piece.kind == "escape" and layer.spelling != "base64":
            assert READERS[layer.spelling](run) == text
    assert offset == len(layer.text) and at <= len(below)


def drafts_of(make: Make, wanted: list[str], data: st.DataObject) -> tuple[Draft, ...]:
    path, source = make(wanted, data.draw)
    return replies(source, path)


@pytest.mark.parametrize("make", FILES, ids=lambda make: make.__name__)
@settings(max_examples=60)
@given(wanted=st.lists(texts, min_size=1, max_size=3), data=st.data())
def test_every_piece_of_the_source_says_its_piece_of_the_text(
    make: Make, wanted: list[str], data: st.DataObject
) -> None:
    for draft in drafts_of(make, wanted, data):
        for layer, below in zip(draft.layers, [draft.source, *(layer.text for layer in draft.layers)]):
            check_layer(layer, below)


@pytest.mark.parametrize("make", [json_file, yaml_file, csv_file], ids=lambda make: make.__name__)
@settings(max_examples=60)
@given(wanted=st.lists(texts, min_size=1, max_size=3), data=st.data())
def test_records_hold_what_was_written_into_them(make: Make, wanted: list[str], data: st.DataObject) -> None:
    wanted = [f"Hi {text}" for text in wanted]  # mere tags are no reply
    drafts = drafts_of(make, wanted, data)
    assert [draft.layers[0].text.replace("\r\n", "\n") for draft in drafts] == wanted
    assert [draft.id for draft in drafts] == [f"r{index}" for index in range(len(wanted))]


@settings(max_examples=150)
@given(wanted=st.lists(texts, min_size=1, max_size=3), data=st.data())
def test_block_scalars_are_exact(wanted: list[str], data: st.DataObject) -> None:
    """They are never one piece that stands for the whole, which is what is left where the parser reads otherwise."""
    for draft in drafts_of(block_file, wanted, data):
        assert all(piece.kind != "fixed" for piece in draft.layers[0].pieces)


@st.composite
def edits(draw: st.DrawFn, length: int, new: st.SearchStrategy[str]) -> list[Edit]:
    places = sorted(draw(st.lists(st.integers(0, length), min_size=2, max_size=6, unique=length > 5)))
    return [Edit(a, b, draw(new)) for a, b in zip(places[::2], places[1::2])]


def after(text: str, changes: list[Edit]) -> str:
    for edit in reversed(changes):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


@pytest.mark.parametrize("make", FILES, ids=lambda make: make.__name__)
@settings(max_examples=80)
@given(wanted=st.lists(texts, min_size=1, max_size=3), data=st.data())
def test_edits_are_made_exactly_or_refused_in_one_line(make: Make, wanted: list[str], data: st.DataObject) -> None:
    drafts = drafts_of(make, wanted, data)
    if not drafts:
        return
    draft = data.draw(st.sampled_from(drafts))
    changes = data.draw(edits(len(draft.text), texts | st.just("")))
    try:
        new = edited(draft.source, [(draft, changes)])
    except TextError as error:
        assert str(error).startswith(f"{draft.path}:") and "\n" not in str(error)
        return
    for before, now in zip(drafts, replies(new, draft.path), strict=True):
        assert now.text == (after(draft.text, changes) if before.id == draft.id else before.text)
    start, end = draft.layers[0].run(0, len(draft.layers[0].text))
    assert new.startswith(draft.source[:start]) and new.endswith(draft.source[end:])


@pytest.mark.parametrize("make", FILES, ids=lambda make: make.__name__)
@settings(max_examples=40)
@given(sentences=st.lists(words, min_size=1, max_size=3), data=st.data())
def test_a_word_for_a_word_is_never_refused(make: Make, sentences: list[list[str]], data: st.DataObject) -> None:
    path, source = make([" ".join(sentence) for sentence in sentences], data.draw)
    drafts = replies(source, path)
    draft = data.draw(st.sampled_from(drafts))
    if draft.layers[0].spelling == "base64":
        return
    found = data.draw(st.sampled_from(list(re.finditer(r"[\w\u200c]+", draft.text))))
    new = edited(source, [(draft, [Edit(*found.span(), "it's «خوب»")])])
    start, end = draft.run(*found.span())
    assert new.startswith(source[:start]) or draft.layers[0].spelling in ("yaml-plain", "csv-plain")
    assert new.endswith(source[end:]) or draft.layers[0].spelling in ("yaml-plain", "csv-plain")
    changed = {one.id: one.text for one in replies(new, path)}
    assert changed[draft.id] == draft.text[: found.start()] + "it's «خوب»" + draft.text[found.end() :]


@pytest.mark.parametrize("make", FILES, ids=lambda make: make.__name__)
@settings(max_examples=40)
@given(wanted=st.lists(texts, min_size=1, max_size=3), data=st.data())
def test_positions_grow_with_offsets(make: Make, wanted: list[str], data: st.DataObject) -> None:
    for draft in drafts_of(make, wanted, data):
        places = [draft.position(offset) for offset in range(len(draft.text) + 1)]
        assert places == sorted(places)
