"""Facts: the pieces of a reply that no rewrite may touch: numbers, dates, names, addresses, codes, quoted words.

A fact survives if it stands in what an edit puts in, letter for letter, as often as in what the edit takes out. What
stands outside of the edits cannot change, so only the words that an edit touches are looked at.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from tonelint import lexicon
from tonelint.languages.names import lists, person, squeeze
from tonelint.rewrite import edited
from tonelint.types import Context, Document, Edit, Span

_AMOUNT = r"[$€£¥₹%٪#№+\-−]"
_NUMBER = re.compile(rf"{_AMOUNT}*(?<![^\W\d_])\d(?:[\d.,:/٫٬،\-–']*\d)?(?:[ \u00a0]?[$€£¥₹%٪]|st\b|nd\b|rd\b|th\b)?")
_WORD = re.compile(r"[^\W\d_](?:[^\W_]|[\u200c\-](?=[^\W\d_])|[’'](?!s\b)(?=[^\W\d_]))*")
_FAR = 100  # code points; no word is longer


class Fact(NamedTuple):
    """A piece that has to survive: code points of the text, and its kind (number, name, date, or that of a zone)."""

    start: int
    end: int
    kind: str


def lost(document: Document, context: Context, edits: Sequence[Edit]) -> list[Fact]:
    """Returns the facts that edits would lose, in the order of the text. Edits must not overlap.

    >>> from tonelint.text.document import read
    >>> text = "We ship 3 boxes to Sara on Monday."
    >>> [text[fact.start : fact.end] for fact in lost(read(text, {}), Context(), [Edit(8, 34, "2 boxes soon.")])]
    ['3', 'Sara', 'Monday']
    """
    gone, names = [], _named(context)
    for start, end in _regions(document, edits):
        zones = _zones(document, start, end)
        facts = sorted([*zones, *_outside(zones, _worded(document.text[start:end], names, start))])
        better = edited(document.text, edits, start, end) if facts else ""
        left = {document.text[f.start : f.end]: _count(document.text[f.start : f.end], f.kind, better) for f in facts}
        for fact in facts:
            piece = document.text[fact.start : fact.end]
            left[piece] -= 1
            if left[piece] < 0:
                gone.append(fact)
    return gone


def _regions(document: Document, edits: Sequence[Edit]) -> list[Span]:
    """The pieces that edits touch, grown to whole words and zones; those that then overlap are one."""
    grown: list[Span] = []
    for edit in sorted(edits):
        touched = list(_between(document, edit.start, edit.end))
        start = _grow(document.text, min([edit.start, *(zone.start for zone in touched)]), -1)
        end = _grow(document.text, max([edit.end, *(zone.end for zone in touched)]), 1)
        if grown and grown[-1].end >= start:
            start, end = grown[-1].start, max(grown.pop().end, end)
        grown.append(Span(start, end))
    return grown


def _grow(text: str, at: int, step: int) -> int:
    """The edge of the word at a place, in steps of -1 or 1."""
    for _ in range(_FAR):
        beside = at - 1 if step < 0 else at
        if not 0 <= beside < len(text) or text[beside].isspace():
            break
        at += step
    return at


def _between(document: Document, start: int, end: int) -> Iterator[Fact]:
    zones = document.zones
    at = max(bisect_left(zones, start, key=lambda zone: zone.start) - 1, 0)
    while at < len(zones) and zones[at].start < end:
        if zones[at].end > start:
            yield Fact(*zones[at])
        at += 1


def _zones(document: Document, start: int, end: int) -> list[Fact]:
    return [zone for zone in _between(document, start, end) if start <= zone.start and zone.end <= end]


def _outside(zones: Sequence[Fact], facts: Iterable[Fact]) -> Iterator[Fact]:
    """The facts that are no part of a zone, which survives as a whole."""
    ends = [zone.end for zone in zones]
    for fact in facts:
        at = bisect_right(ends, fact.start)
        if at == len(zones) or fact.end <= zones[at].start:
            yield fact


def _worded(text: str, names: frozenset[str], start: int) -> Iterator[Fact]:
    """Numbers, dates and names in a piece of text that begins at `start`."""
    for number in _NUMBER.finditer(text):
        yield Fact(start + number.start(), start + number.end(), "number")
    words = list(_WORD.finditer(text))
    before = [None, *words]
    for previous, word in zip(before, words):
        kind = (
            "date"
            if squeeze(word[0]) in _dates()
            else "name"
            if _is_name(word[0], previous and previous[0], names)
            else ""
        )
        if kind:
            yield Fact(start + word.start(), start + word.end(), kind)


def _is_name(word: str, before: str | None, names: frozenset[str]) -> bool:
    key = squeeze(word)
    latin = key.isascii()
    if key in names:
        return word[:1].isupper() or not latin
    mine = lists("en" if latin else "fa")
    if latin and not word[:1].isupper():
        return False
    if before and squeeze(before) in mine.titles:
        return not _is_common(key, latin)
    return key in mine.given and key not in mine.also_words


def _is_common(key: str, latin: bool) -> bool:
    values = lists("en" if latin else "fa").values
    return any(key in values.get(name, ()) for name in ("generic", "honorifics", "roles", "not-names", "titles"))


@cache
def _named(context: Context) -> frozenset[str]:
    """The words of the names that are known, folded; those of one letter are left out."""
    known = filter(None, (person(name or "") for name in (context.customer_name, context.agent_name)))
    return frozenset(key for one in known for key in one.keys if len(key) > 1)


@cache
def _dates() -> frozenset[str]:
    words = lexicon.read("dates")
    return frozenset(squeeze(word) for language in ("fa", "en") for word in words[language].split())


def _count(piece: str, kind: str, text: str) -> int:
    """How often a piece stands in a text, not as a part of a longer word or number; a day whatever its case."""
    if kind == "number":
        return sum(number[0] == piece for number in _NUMBER.finditer(text))
    before = f"(?<!{_same_script(piece[0])})" if piece[:1].isalnum() else ""
    after = f"(?!{_same_script(piece[-1])})" if piece[-1:].isalnum() else ""
    return len(re.findall(before + re.escape(piece) + after, text, re.IGNORECASE if kind == "date" else 0))


def _same_script(letter: str) -> str:
    """What would make a word longer: people write Persian right behind a handle or an address, «@saraرا»."""
    return "[A-Za-z0-9_]" if letter.isascii() else r"\w"
