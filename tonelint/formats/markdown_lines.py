"""The lines of a Markdown file and what they are: headings, fenced code, blockquotes, comments, prose.

Blocks as in CommonMark 0.31 (spec.commonmark.org), as far as they matter here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import NamedTuple

from tonelint.formats.draft import FIXED, Layer
from tonelint.formats.weaver import Weaver, line_end

_LINE = re.compile(r"(?P<line>[^\r\n]*)(?:\r\n|\n|\r|\Z)")
_FENCE = re.compile(r" {0,3}(?P<marks>`{3,}|~{3,})(?P<info>.*)", re.S)
_HEADING = re.compile(r" {0,3}(?P<marks>#{1,6})(?P<title>[ \t].*|$)", re.S)
_CLOSING = re.compile(r"(?:\A|[ \t])#+\Z")
_UNDERLINE = re.compile(r" {0,3}=+[ \t]*$")
_QUOTE = re.compile(r" {0,3}>[ \t]?")
_COMMENT = re.compile(r" {0,3}<!--")
_VISIBLE = re.compile(r"[^\r\n]")


class Row(NamedTuple):
    """A line: its text from `start` up to `end`, and where the next begins.

    kind: heading, underline, fence (opens or closes), code (in a fence), quote, comment, blank, prose. mark: what a
    heading or a fence begins with. words: a heading's title, a fence's language.
    """

    start: int
    end: int
    after: int
    kind: str
    mark: str = ""
    words: str = ""


def prose(source: str, found: list[Row]) -> Layer:
    """Returns the layer of lines, those with headings and code in them as blanks."""
    weaver = Weaver(source)
    for row in found:
        if row.kind in ("heading", "underline", "fence", "code", "comment"):
            weaver.other(_VISIBLE.sub(" ", source[row.start : row.after]), row.start, row.after, FIXED)
        else:
            weaver.same(row.start, row.after)
    return weaver.layer("plain")


def quote(source: str, found: list[Row]) -> Layer:
    """Returns the layer of the lines of a blockquote, without the marks before them.

    >>> [*lines] = rows("> Hi,\\n>\\n> Bye\\n", 0)
    >>> quote("> Hi,\\n>\\n> Bye\\n", lines).text
    'Hi,\\n\\nBye\\n'
    """
    weaver, lead = Weaver(source), "> "
    for row, following in zip_longest(found, found[1:]):
        mark = _QUOTE.match(source, row.start, row.end)
        start = mark.end() if mark else row.start
        lead = mark[0] if mark and start < row.end else lead
        weaver.same(start, row.end)
        if row.end < row.after:
            weaver.other("\n", row.end, _after(source, following) if following else row.after)
    return weaver.layer("lines", line_end(source) + lead)


def _after(source: str, row: Row) -> int:
    mark = _QUOTE.match(source, row.start, row.end)
    return mark.end() if mark else row.start


def rows(source: str, start: int) -> Iterator[Row]:
    """Yields the lines from an offset on."""
    fence, comment = "", False
    lines = [found for found in _LINE.finditer(source, start) if found.end() > found.start()]
    for found, following in zip_longest(lines, lines[1:]):
        line, place = found["line"], (found.start(), found.end("line"), found.end())
        if fence:
            mark = _fence(line)
            closes = mark[0].startswith(fence) and not mark[1]
            yield Row(*place, "fence" if closes else "code", fence)
            fence = "" if closes else fence
        elif comment or _COMMENT.match(line):
            yield Row(*place, "comment")
            comment = "-->" not in line
        else:
            row = Row(*place, *_kind(line, following["line"] if following else ""))
            yield row
            fence = row.mark if row.kind == "fence" else ""


def _kind(line: str, following: str) -> tuple[str, str, str]:
    """Returns kind, mark and words of a line outside of code. Dashes below a line often part a signature from it."""
    mark, info = _fence(line)
    heading = _HEADING.match(line)
    if mark:
        return "fence", mark, info
    if heading:
        return "heading", heading["marks"], _CLOSING.sub("", heading["title"].strip()).rstrip()
    if _UNDERLINE.match(line):
        return "underline", "", ""
    if _QUOTE.match(line):
        return "quote", "", ""
    if line.strip() and _UNDERLINE.match(following):
        return "heading", "#", line.strip()
    return "prose" if line.strip() else "blank", "", ""


def _fence(line: str) -> tuple[str, str]:
    """Returns the marks that open or close a code block and what follows them (`` ```a``` `` is inline: nothing)."""
    found = _FENCE.match(line)
    inline = not found or (found["marks"][0] == "`" and "`" in found["info"])
    return ("", "") if inline or not found else (found["marks"], found["info"].strip())
