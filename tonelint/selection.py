"""Where replies stand in files: chosen by the settings, used by the formats."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Selector(NamedTuple):
    """Where replies stand in a file of records (YAML, JSON, JSON Lines, CSV): the notation is in docs/formats.md.

    body: the path of the text, as ``macros.*.body``, or a column. name, language and context (field of `Context` to
    path) are looked up in the record that holds the body; "" where there is none.
    """

    body: str
    name: str = ""
    language: str = ""
    context: Mapping[str, str] = {}


class Choice(NamedTuple):
    """How a file is to be read: as which format ("" for as it looks), and where replies stand in it."""

    format: str = ""
    select: Selector | None = None
