"""Rewrite templates: ``{x}`` a capture, ``{x:کردن}`` a captured verb as the same form of another verb, ``{match}``."""

from __future__ import annotations

import regex

from tonelint.matching import has_features
from tonelint.patterns import Hit

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
    return hit.view.text(text, start, end) if lemma is None else _reinflected(hit, start, end, lemma)


def _reinflected(hit: Hit, start: int, end: int, lemma: str) -> str | None:
    """The verb among the captured words, in the reading that the phrase asked for, as the same form of another verb."""
    view, wanted = hit.view, hit.payload.verbs
    for index in range(start, end):
        for reading in view.language.readings(view.keys[index]):
            if any((lemmas is None or reading.lemma in lemmas) and has_features(reading, features)
                   for _, lemmas, features in wanted):  # fmt: skip
                return view.language.reinflect(reading, lemma)
    return None
