"""Which language a sentence is in, by the script of its words."""

from __future__ import annotations

from collections.abc import Iterable

from tonelint.types import Token

FOREIGN = 2
"""So many words in Latin script a word in Arabic script are still product names in a Persian sentence."""


def language_of(tokens: Iterable[Token]) -> str:
    """Returns "fa", "en", or "" where there is no word. Zones and marks do not count.

    Product and file names make no English sentence of a Persian one, so Latin words count for less.

    >>> language_of([Token(0, 5, "لطفا", "word"), Token(6, 12, "chrome", "word"), Token(13, 16, "را", "word")])
    'fa'
    """
    persian = latin = 0
    for _, _, key, kind in tokens:
        if kind == "word" and key:
            if "\u0600" <= key[0] <= "\u06ff":
                persian += 1
            else:
                latin += 1
    if not (persian or latin):
        return ""
    return "fa" if persian * FOREIGN >= latin else "en"
