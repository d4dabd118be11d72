"""JSON, with the place of every string.

`json.loads` says whether a file is JSON and what is wrong with it; after it, a scan over the tokens (RFC 8259) keeps
their places, which `json` throws away.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import partial
from json.decoder import scanstring  # type: ignore[attr-defined]  # public, but not in the stubs
from typing import Any

from tonelint.errors import FormatError
from tonelint.formats.draft import Layer
from tonelint.formats.tree import Node, Text
from tonelint.formats.weaver import Weaver
from tonelint.text.lines import Lines

MAX_DEPTH = 200
_TOKEN = re.compile(r'[ \t\n\r]*(?:(?P<string>")|(?P<mark>[][{}:,])|(?P<plain>[^][{}:,"\s]+))')
_ESCAPE = re.compile(r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)")


def tree(source: str, path: str) -> Node:
    """Returns the document in a JSON file. Raises FormatError where it is none.

    >>> [reply] = tree('[{"body": "Hi\\\\nSara"}]', "a.json")
    >>> reply["body"].value, reply["body"].at
    ('Hi\\nSara', 11)
    >>> tree('[{"body": "Hi"]', "a.json")
    Traceback (most recent call last):
    tonelint.errors.FormatError: a.json:1:15: this is not JSON: expecting ',' delimiter
    """
    return document(source, path, 0, len(source))


def document(source: str, path: str, start: int, end: int) -> Node:
    """Returns the one document between two offsets. Raises FormatError where it is none."""
    try:
        json.loads(source[start:end])
    except json.JSONDecodeError as error:
        message = error.msg[0].lower() + error.msg[1:]
        raise FormatError(f"this is not JSON: {message}", path, *Lines(source).position(start + error.pos)) from None
    except (RecursionError, ValueError):  # ValueError: a number of more than some thousand digits
        raise FormatError("this JSON cannot be read: it is nested too deep, or a number is too long", path) from None
    return _Scan(source, path).document(start, end)


class _Scan:
    """Builds the tree of a text that is known to be JSON."""

    def __init__(self, source: str, path: str) -> None:
        self.source, self.path = source, path

    def document(self, start: int, end: int) -> Node:
        tokens = self._tokens(start, end)
        return self._node(next(tokens), tokens, 1)

    def _tokens(self, at: int, end: int) -> Iterator[Any]:
        """Yields a Text for a string, and a mark or a plain word as (itself,)."""
        while at < end:
            found = _TOKEN.match(self.source, at, end)
            if not found:
                return
            at = found.end()
            if found["string"]:
                value, at = scanstring(self.source, at, True)
                yield Text(value, found.end(), partial(layer, self.source, found.end(), at - 1))
            else:
                yield (found["mark"] or found["plain"],)

    def _node(self, token: Any, tokens: Iterator[Any], depth: int) -> Node:
        if depth > MAX_DEPTH:
            raise FormatError(f"this is nested more than {MAX_DEPTH} deep", self.path)
        if token == ("[",):
            return [self._node(t, tokens, depth + 1) for t in _members(tokens, "]")]
        if token == ("{",):
            pairs = ((key.value, next(tokens)) for key in _members(tokens, "}"))
            return {key: self._node(next(tokens), tokens, depth + 1) for key, _ in pairs}
        return token if isinstance(token, Text) else str(token[0])


def _members(tokens: Iterator[Any], end: str) -> Iterator[Any]:
    """Yields the first token of each member; the reader of a member takes the rest of it."""
    for token in tokens:
        if token == (end,):
            return
        if token != (",",):
            yield token


def layer(source: str, start: int, end: int) -> Layer:
    """Returns the layer of the string between two quotation marks, at `start` - 1 and at `end`."""
    weaver, at = Weaver(source), start
    for escape in _ESCAPE.finditer(source, start, end):
        weaver.same(at, escape.start())
        weaver.other(scanstring(escape[0] + '"', 0, True)[0], *escape.span())
        at = escape.end()
    weaver.same(at, end)
    return weaver.layer("json")
