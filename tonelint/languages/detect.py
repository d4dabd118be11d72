"""Which language a sentence is in, by the script of its words."""

from __future__ import annotations

from collections.abc import Iterable

from tonelint.types import Token

_ARABIC = frozenset(map(chr, range(0x0600, 0x0700)))

FOREIGN = 2
"""So many words in Latin script a word in Arabic script are still product names in a Persian sentence."""


def language_of(tokens: Iterable[Token]) -> str:
    """Returns "fa", "en", or "" where there is no word. Zones and marks do not count.

    Product and file names make no English sentence of a Persian one, so Latin words count for less.

    >>> language_of([Token(0, 5, "لطفا", "word"), Token(6, 12, "chrome", "word"), Token(13, 16, "را", "word")])
    'fa'
    """
    letters = [key[0] for _, _, key, kind in tokens if kind == "word" and key]
    if not letters:
        return ""
    persian = sum(map(_ARABIC.__contains__, letters))
    return "fa" if persian * (FOREIGN + 1) >= len(letters) else "en"
