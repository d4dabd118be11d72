"""JSON Lines (jsonlines.org): a document in every line."""

from __future__ import annotations

import re

from tonelint.formats.json import document
from tonelint.formats.tree import Node

_LINE = re.compile(r"[^\n]+")


def tree(source: str, path: str) -> Node:
    """Returns the documents as a list. Raises FormatError for a broken line.

    >>> [first, second] = tree('{"body": "Hi"}\\n{"body": "Bye"}\\n', "a.jsonl")
    >>> second["body"].at
    25
    """
    return [document(source, path, *line.span()) for line in _LINE.finditer(source) if not line[0].isspace()]
