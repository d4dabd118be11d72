"""Markdown files: one reply each. Front matter, headings and fenced code are not the agent's wording."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from tonelint.formats.draft import FIXED, SAME, Draft, Layer, Piece
from tonelint.formats.front_matter import front_matter
from tonelint.formats.text import reply_id
from tonelint.types import Selector

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})(.*)")
_HEADING = re.compile(r" {0,3}#{1,6}(?:[ \t]|$)")
_UNDERLINE = re.compile(r" {0,3}=+[ \t]*$")
_VISIBLE = re.compile(r"[^\r\n]")


def read(source: str, path: str, select: Selector | None = None) -> tuple[Draft, ...]:
    """Returns the reply of a Markdown file, with blanks in place of what is no part of it.

    >>> [draft] = read("# Refund\\n\\nHi Sara,\\n", "refund.md")
    >>> draft.text
    '        \\n\\nHi Sara,\\n'
    """
    start, context = front_matter(source, path)
    return (Draft(path, reply_id(path), source, (_layer(source, start),), context),)


def _layer(source: str, start: int) -> Layer:
    pieces, at, text = [], start, "".join(_wording(source[start:]))
    for line in text.splitlines(keepends=True):
        kind = SAME if source.startswith(line, at) else FIXED
        pieces.append(Piece(at - start, at - start + len(line), at, at + len(line), kind))
        at += len(line)
    return Layer(text, tuple(pieces))


def _wording(text: str) -> Iterator[str]:
    fence = ""
    lines = text.splitlines(keepends=True)
    for line, following in zip_longest(lines, lines[1:], fillvalue=""):
        if fence:
            closes = _fence(line)
            fence = "" if closes.startswith(fence) and not line.strip().strip(fence[0]) else fence
            yield _blank(line)
        else:
            fence = _fence(line)
            yield _blank(line) if fence or _is_heading(line, following) else line


def _is_heading(line: str, following: str) -> bool:
    """Returns whether this is a heading or the ``===`` below one. Dashes are none: they often part a signature."""
    return bool(_HEADING.match(line) or _UNDERLINE.match(line) or (line.strip() and _UNDERLINE.match(following)))


def _fence(line: str) -> str:
    """Returns the marks that open or close a code block, "" if the line does neither (`` ```a``` `` is inline)."""
    found = _FENCE.match(line)
    return "" if not found or (found[1][0] == "`" and "`" in found[2]) else found[1]


def _blank(line: str) -> str:
    return _VISIBLE.sub(" ", line)
