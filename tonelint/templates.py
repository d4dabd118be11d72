"""Rewrite templates: ``{x}`` a capture, ``{x:کردن}`` a captured verb as the same form of another verb, ``{match}``.

``{x:2p}`` puts a captured verb into another form, ``{x:کردن subjunctive 2p}`` both. ``{x:درخواست+}`` puts another noun
in the place of a captured one and keeps its ending; ``{-x}`` takes a captured piece away, if there is one. What is
captured stays byte for byte; everything else is put as the writer would have put it.
"""

from __future__ import annotations

import re
from typing import Any

from tonelint.matching import has_features
from tonelint.patterns import Hit
from tonelint.phrases import CATEGORIES
from tonelint.text.fold import fold

# Nouns after which an ending of one letter is spelt in another way: queries, boxes; «پیامم», but «نامه‌ام».
_SPELT_ANEW = re.compile(r"(?:s|x|z|ch|sh|[^\Waeiou]y|[اوه])$")
_NEVER_JOINED = "اآدذرزژو"
TURN = re.compile(r"\{:(\w+)\}")
_PAIRS = (("«", "»"), ("“", "”"), ("(", ")"), ("[", "]"))
_SLOT = re.compile(r"\{(-?\w+)(?::([^{}]+))?\}")


def edit(template: str, text: str, hit: Hit) -> tuple[int, int, str] | None:
    """Returns what a rewrite puts where, as (start, end, words) in code points; None where it has no such form.

    ``{:drop}`` and the like turn the clause; every other template is filled and fitted into its place.
    """
    view = hit.view
    if turn := TURN.fullmatch(template):
        return view.language.turn(turn[1], view.words, hit.start, hit.end, text)
    words = fill(template, text, hit)
    return None if words is None else view.language.fit(words, view.words, *place(template, hit), text)


def fill(template: str, text: str, hit: Hit) -> str | None:
    """Returns the replacement for what a hit flagged, or None where it has no such form.

    None as well when a slot names a capture that took no part in the match: half a rewrite is none. A capture without
    words leaves nothing, and no second blank either.
    """
    parts, at = [], 0
    for slot in _SLOT.finditer(template):
        piece = _slot(slot[1], slot[2], text, hit)
        if piece is None:
            return None
        parts += [_styled(template[at : slot.start()], text, hit), piece]
        apart = template[max(slot.start() - 1, 0)] in " {"  # «{a} {b} {c}» without b has one blank, «{a}{b} {c}» too
        at = slot.end() + (not piece and apart and template[slot.end() :][:1] == " ")
    return "".join([*parts, _styled(template[at:], text, hit)])


def place(template: str, hit: Hit) -> tuple[int, int]:
    """Returns the words that a filled template replaces: those of the match, and up to all that it names.

    A phrase may capture what it only looks ahead at, `&(…)`: it is not underlined, but a rewrite may need it.
    """
    slots = (slot[1].lstrip("-") for slot in _SLOT.finditer(template))
    named = [hit.captures.get(name, (hit.start, hit.end)) for name in slots]
    return min([hit.start, *(a for a, _ in named)]), max([hit.end, *(b for _, b in named)])


def _styled(words: str, text: str, hit: Hit) -> str:
    return hit.view.language.in_style_of(words, text) if words.strip() else words


def _slot(name: str, lemma: str | None, text: str, hit: Hit) -> str | None:
    if name.startswith("-"):
        return ""
    start, end = (hit.start, hit.end) if name == "match" else hit.captures.get(name, (0, -1))
    if end < start:
        return None
    if lemma is None:
        return _quoted(hit, text, start, end)
    if lemma.endswith("+"):
        word = hit.view.text(text, end - 1, end) if end > start else ""
        better = _declined(word, hit, end - 1, lemma[:-1]) if word else None
    else:
        better = _reinflected(hit, start, end, lemma)
    return better and _styled(better, text, hit)


def _quoted(hit: Hit, text: str, start: int, end: int) -> str:
    """Captured words, with the quotation mark or bracket at an edge that belongs to one among them."""
    view = hit.view
    piece = view.text(text, start, end)
    whole = view.span(min(hit.start, start), max(hit.end, end))
    first, last = (view.words[start].start, view.words[end - 1].end) if piece else (0, 0)
    for opened, closed in _PAIRS if piece else ():
        if piece.count(opened) > piece.count(closed) and text[last : last + 1] == closed and last < whole.end:
            piece, last = piece + closed, last + 1
        elif piece.count(closed) > piece.count(opened) and text[first - 1 : first] == opened and first > whole.start:
            piece, first = opened + piece, first - 1
    return piece


def _declined(word: str, hit: Hit, index: int, noun: str) -> str | None:
    """The noun with the ending of a word that is a form of a noun of the phrase; None where it would be spelt anew."""
    for stem in hit.view.language.stems(hit.view.keys[index]):
        if stem in hit.payload.nouns:
            size = next((n for n in range(1, len(word) + 1) if fold(word[:n]) == stem), len(word) + 1)
            ending = word[size:].strip(" \u200c")
            if size > len(word) or (_SPELT_ANEW.search(noun) and len(ending) == 1):
                return None
            apart = word[size : size + 1] in ("\u200c", " ") or ending.startswith("ها")
            return noun + ("\u200c" if ending and apart and noun[-1] not in _NEVER_JOINED else "") + ending
    return None


def _reinflected(hit: Hit, start: int, end: int, form: str) -> str | None:
    """The verb among the captured words, in the reading that the phrase asked for, put into another verb or form."""
    view, wanted = hit.view, hit.payload.verbs
    changes: dict[str, Any] = {CATEGORIES[word]: word for word in form.split() if word in CATEGORIES}
    lemma = next((word for word in form.split() if word not in CATEGORIES), "")
    for index in range(start, end):
        for reading in view.language.readings(view.keys[index]):
            if any((lemmas is None or reading.lemma in lemmas) and has_features(reading, features)
                   for _, lemmas, features in wanted):  # fmt: skip
                return view.language.reinflect(reading._replace(**changes), lemma or reading.lemma)
    return None
