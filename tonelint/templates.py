"""Rewrite templates: ``{x}`` a capture, ``{x:کردن}`` a captured verb as the same form of another verb, ``{match}``."""

from __future__ import annotations

import regex

from tonelint.patterns import Hit, View

_SLOT = regex.compile(r"\{(\w+)(?::([^{}]+))?\}")


def fill(template: str, text: str, hit: Hit) -> str | None:
    """Returns the replacement for what a hit flagged, or None where it has no such form.

    None as well when a slot names a capture that took no part in the match: half a rewrite is none.
    """
    parts, at = [], 0
    for slot in _SLOT.finditer(template):
        piece = _slot(slot[1], slot[2], text, hit)
        if piece is None:
            return None
        parts += [template[at : slot.start()], piece]
        at = slot.end()
    return "".join([*parts, template[at:]])


def _slot(name: str, lemma: str | None, text: str, hit: Hit) -> str | None:
    start, end = (hit.start, hit.end) if name == "match" else hit.captures.get(name, (0, 0))
    if end <= start:
        return None
    return hit.view.text(text, start, end) if lemma is None else _reinflected(hit.view, start, end, lemma)


def _reinflected(view: View, start: int, end: int, lemma: str) -> str | None:
    """The only verb among the captured words, as the same form of another verb."""
    for index in range(start, end):
        readings = view.language.readings(view.keys[index])
        if readings:
            return view.language.reinflect(readings[0], lemma)
    return None
