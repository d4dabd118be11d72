"""What in a text is not the agent's own wording: quoted mail, code, addresses, placeholders, signatures …"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tonelint.text import inline, regions
from tonelint.text.fold import MARKS, fold
from tonelint.types import Zone

_FORMAT = re.compile(r"%(?:\d+\$)?[a-z@]")
_BLANK = re.compile(r"[Xx]{2,}(?:[/.-][Xx]+)*")
_NAME = re.compile(rf"[^\W\d_](?:[\w .'’\u200c{MARKS}-]*\w)?")


def find(text: str) -> tuple[Zone, ...]:
    """Returns the zones of a text, sorted, not overlapping, never empty. Takes time linear in the text.

    A mention, signature or footer that holds an address or a placeholder lies around it, in pieces.

    >>> [(zone.kind, "Hi {name}, see x.com/a"[zone.start:zone.end]) for zone in find("Hi {name}, see x.com/a")]
    [('placeholder', '{name}'), ('url', 'x.com/a')]
    """
    lines = regions.lines_of(text)
    hidden = regions.code(text, lines)
    hidden = sorted(hidden + regions.quotes(text, _outside(lines, hidden)))
    body = _outside(lines, hidden)
    ends: list[Zone] = []
    if footer := regions.footer(text, body):
        ends.append(footer)
        body = [line for line in body if line.start < footer.start]
    if signature := regions.signature(text, body):
        ends.insert(0, signature)
    words, mentions = _inside(text, hidden)
    if not (words or mentions or ends):
        return tuple(hidden)
    mentions = [zone for zone in _cut(mentions, words) if not text[zone.start : zone.end].isspace()]
    single = sorted(hidden + words + mentions)
    left = [zone for zone in _cut(ends, single) if not text[zone.start : zone.end].isspace()]
    return tuple(sorted(single + left))


def placeholder_name(text: str, zone: Zone) -> str:
    """Returns the variable that a placeholder stands for, folded; "" for blanks, XXX and formats such as %s.

    >>> text = "Hi {{ Customer.Name | there }} ____ [نامِ مشتري]"
    >>> [placeholder_name(text, zone) for zone in find(text)]
    ['customer.name', '', 'نام مشتری']
    """
    piece = text[zone.start : zone.end].removeprefix("&lt;")
    if _FORMAT.fullmatch(piece) or _BLANK.fullmatch(piece):
        return ""
    found = _NAME.search(piece)
    return fold(found[0]).strip("_ ") if found else ""


def _inside(text: str, hidden: list[Zone]) -> tuple[list[Zone], list[Zone]]:
    """Returns the zones that stand for words, and the mentions, outside of quoted mail and code."""
    words: list[Zone] = []
    mentions: list[Zone] = []
    for start, end in _between(hidden, len(text)):
        for zone in inline.scan(text, start, end):
            (mentions if zone.kind == "mention" else words).append(zone)
    if spelled := _cut(inline.spelled_out(text), sorted(hidden + words)):
        words = sorted(words + spelled)
    return words, mentions


def _outside(lines: list[regions.Line], zones: list[Zone]) -> list[regions.Line]:
    if not zones:
        return lines
    covered = iter([*zones, Zone(lines[-1].end, lines[-1].end, "")])
    zone = next(covered)
    kept = []
    for line in lines:
        while zone.end <= line.start:
            zone = next(covered)
        if line.start < zone.start:
            kept.append(line)
    return kept


def _between(zones: Iterable[Zone], end: int) -> Iterator[tuple[int, int]]:
    place = 0
    for zone in zones:
        if zone.start > place:
            yield place, zone.start
        place = zone.end
    if end > place:
        yield place, end


def _cut(zones: list[Zone], others: list[Zone]) -> list[Zone]:
    """Returns what is left of zones outside of others. Both are sorted; neither overlaps itself."""
    if not (zones and others):
        return zones
    pieces: list[Zone] = []
    at = 0
    for start, end, kind in zones:
        while at < len(others) and others[at].end <= start:
            at += 1
        later = at
        while later < len(others) and others[later].start < end:
            if others[later].start > start:
                pieces.append(Zone(start, others[later].start, kind))
            start = others[later].end
            later += 1
        if start < end:
            pieces.append(Zone(start, end, kind))
        at = max(at, later - 1)
    return pieces
