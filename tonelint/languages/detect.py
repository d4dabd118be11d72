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
    words = [key for _, _, key, kind in tokens if kind == "word"]
    if not words:
        return ""
    persian = sum(["\u0600" <= key[:1] <= "\u06ff" for key in words])
    return "fa" if persian * (FOREIGN + 1) >= len(words) else "en"
