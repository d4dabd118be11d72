"""Blocks and sentences: where paragraphs, list items and sentences begin and end."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Sequence

from tonelint.text.fold import fold
from tonelint.text.layout import words
from tonelint.types import Block, Zone

WRAPPED_FROM = 60
"""A line shorter than this was ended on purpose; in code points."""

_LINE = re.compile(r"([^\r\n]*)(\r\n|\n|\r|\Z)")
_ORDINAL = r"(?:اول|دوم|سوم|چهارم|پنجم|ششم|هفتم|هشتم|نهم|دهم|آخر|\d{1,2})"
_BULLET = re.compile(
    r"[\s>\u200e\u200f\u202a-\u202e]*(?:"
    r"(?P<number>\(?\d{1,2}(?:[.)](?!\d)|[ \t]?[-–:](?=[ \t]+(?!\d)|[\u0600-\u06ff])|\ufe0f?\u20e3))"
    r"|[•·●▪◦‣∙■□◾◽▫➤►➢✓][ \t]*"
    r"|[-–*+—][ \t]+(?=\S)|-(?=[\u0621-\u06cc])"
    r"|[✅❌☑✔✖📌🔹🔸🔻🔺👉➡🔴🟢🟡🔵⚪⚫⭕▶◀⛔️⚠🔟][\ufe0f]?"
    r"|(?:مرحله|گام|قدم)[ \u200c]?(?:ی[ \u200c]?)?" + _ORDINAL + r"[ \t]*[:.)\-–،]"
    r"|[Ss]tep \d{1,2}[ \t]*[:.)\-–]"
    r"|[a-hA-H]\)[ \t]"
    r")"
)  # fmt: skip
_HEADING = re.compile(r"[ \t>]{0,6}#{1,6}[ \t]+\S")
_SUBJECT = re.compile(r"[ \t]*(?:Subject|موضوع)[ \t]*:", re.I)
_LOWER_START = r"[ \t>]*[a-z]"
_INDENTED = r"[ \t]{2,}\S|\t"
_LAST_WORD = r"([^\W_]+)[ \t]*$"
_REGIONS = frozenset({"code", "quote", "signature", "footer"})
_JOINED = frozenset({"paragraph", *_REGIONS})

_END = re.compile(
    r"[.!?؟۔…\r\n<](?:"
    r"(?<=[.!?؟۔…])[.!?؟۔…]*(?P<close>(?:[\"'»”’)\]*_]|</[A-Za-z]{1,8}>)*)"
    r"|(?<=\r)\n|(?<=[\r\n])"
    r"|(?<=<)(?P<tag>(?:[bB][rR]|/?[pP]|/?[dD][iI][vV]|/?[lL][iI]|/?[tT][rR]|/[hH]\d|[hH][rR])\b[^<>\r\n]{0,600}>\s*))"
)
# Vowel marks belong to the word: «رفتَم.» does not end in a word of one letter.
_QUOTES = frozenset("\"'»”’")
_LOUD = frozenset("!?؟")


def blocks(text: str, zones: Sequence[Zone]) -> list[Block]:
    """Returns the blocks of a text. They tile it: blank lines belong to the block that they follow.

    >>> [block.kind for block in blocks("Hi,\\n\\n1. Open it.\\n2. Save it.\\n", ())]
    ['paragraph', 'list-item', 'list-item']
    """
    if not text:
        return []
    regions = [zone for zone in zones if zone.kind in _REGIONS and _fills_lines(text, zone)]
    found: list[Block] = []
    begun, kind, gap, at, before = 0, "", False, 0, ""
    for match in _LINE.finditer(text):
        line = match[1]
        if not line or line.isspace():
            gap = True
            continue
        while at < len(regions) and regions[at].end <= match.start():
            at += 1
        in_region = at < len(regions) and regions[at].start < match.end(1)
        here = regions[at].kind if in_region else _kind(line, not kind)
        if not kind:
            kind = here
        elif not _continues(kind, here, gap, before, line):
            found.append(Block(begun, match.start(), kind))
            begun, kind = match.start(), here
        gap, before = False, line
    return [*found, Block(begun, len(text), kind or "paragraph")]


def _fills_lines(text: str, zone: Zone) -> bool:
    """Whether a zone is a block of its own: nothing but blanks before it in its line, and no code inside a line."""
    before = text[max(0, zone.start - 200) : zone.start]
    line = before[max(before.rfind("\n"), before.rfind("\r")) + 1 :]
    inline = zone.kind == "code" and not any(end in text[zone.start : zone.end] for end in "\r\n")
    return not inline and not line.strip()


def _kind(line: str, first: bool) -> str:
    if first and _SUBJECT.match(line):
        return "subject"
    if _HEADING.match(line):
        return "heading"
    return "list-item" if _BULLET.match(line) else "paragraph"


def _continues(kind: str, here: str, gap: bool, before: str, line: str) -> bool:
    """Whether a line of kind `here` belongs to the block of `kind` that the line `before` belongs to."""
    if kind == here:
        return kind in _JOINED and not (gap and kind == "paragraph")
    hangs = kind == "list-item" and here == "paragraph" and not gap
    return hangs and (bool(re.match(_INDENTED, line)) or goes_on(before, line))


def goes_on(line: str, following: str) -> bool:
    """Whether a line was broken by a mail program in the middle of a sentence, as far as the two lines tell."""
    line = line.rstrip()
    if len(line) < WRAPPED_FROM or line[-1] in ".!?؟۔…:؛;" or _BULLET.match(following):
        return False
    if line[-1] in ",،" or re.match(_LOWER_START, following):
        return True
    last = re.search(_LAST_WORD, line[-20:])
    return last is not None and fold(last[1]) in words("goes_on")


def bullet(text: str, block: Block) -> tuple[int, int] | None:
    """Returns the offsets of the number that a list item begins with; None for other blocks and other bullets."""
    found = _BULLET.match(text, block.start) if block.kind == "list-item" else None
    return found.span("number") if found and found.group("number") else None


def sentences(text: str, block: Block, solid: Sequence[Zone] = ()) -> list[tuple[int, int]]:
    """Returns the offsets of the sentences of a block, which they tile. `solid` zones, sorted, are never split.

    >>> text = "Version 2.1 is out, e.g. for Dr. Lang. Try it!"
    >>> [text[start:end] for start, end in sentences(text, Block(0, len(text), "paragraph"))]
    ['Version 2.1 is out, e.g. for Dr. Lang.', ' Try it!']
    """
    found: list[tuple[int, int]] = []
    number = bullet(text, block)
    place = number[1] if number else block.start
    start = line_start = block.start
    for match in _END.finditer(text, place, block.end):
        at, end = match.span()
        first = text[at]
        if solid and first not in "\r\n" and (zone := _inside(solid, at)) and not (first == "<" and zone.start == at):
            continue
        if first in "\r\n":
            wrapped = at - line_start >= WRAPPED_FROM and goes_on(text[line_start:at], _next_line(text, end, block.end))
            ends = not wrapped
            line_start = end
        else:
            ends = first == "<" or _stop_ends(text, start, at, match["close"], end, block.end)
        if ends:
            found.append((start, end))
            start = end
    if start < block.end:
        found.append((start, block.end))
    return found


def _inside(solid: Sequence[Zone], at: int) -> Zone | None:
    index = bisect_right(solid, (at, sys.maxsize, "")) - 1
    return solid[index] if index >= 0 and solid[index].end > at else None


def _next_line(text: str, start: int, end: int) -> str:
    return text[start : min(start + 40, end)].split("\n", 1)[0]


def _stop_ends(text: str, start: int, at: int, close: str, end: int, limit: int) -> bool:
    """Whether a full stop, question mark, exclamation mark or ellipsis ends the sentence that began at `start`."""
    stop = text[at : end - len(close)]
    after = text[end] if end < limit else " "
    following = text[end : min(end + 4, limit)].lstrip()[:1]
    if not following:
        return True
    if close and not _QUOTES.isdisjoint(close) and following.isalpha() and not following.isupper():
        return False
    if not _LOUD.isdisjoint(stop):
        return True
    if len(stop) > 1 or stop == "…":
        return after.isspace() and not "a" <= following <= "z"
    return _full_stop_ends(text, start, at, after, following)


def _full_stop_ends(text: str, start: int, at: int, after: str, following: str) -> bool:
    before = text[max(start, at - 24) : at].rsplit(None, 1)
    word = before[-1].lstrip("([{\"'«“‘*_>") if before else ""
    if word.isdigit() and (after.isdigit() or (len(word) <= 2 and not text[start : at - len(word)].strip())):
        return False
    if not after.isspace() and following not in "\"'«“([*_":
        return _runs_on(word, after)
    key = fold(word)
    if key in words("abbreviations_before_number"):
        return not following.isdigit()
    if key in words("abbreviations_that_may_end"):
        return following.isupper()
    return key not in words("abbreviations") and not (len(key) == 1 and key.isalpha())


def _runs_on(word: str, after: str) -> bool:
    """Whether a sentence ends although no space follows: "done.We", «گذاشتم.1. برو»."""
    if len(word) < 2 or not word[-1].isalpha():
        return not after.isalnum() and not after.isascii() and len(word) > 1
    if "\u0600" <= word[-1] <= "\u06ff":
        return "\u0600" <= after <= "\u06ff" or after.isdigit() or not after.isascii()
    return word[-1].islower() and (after.isupper() or not after.isascii())
