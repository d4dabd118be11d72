"""British and American spellings that count as one word."""

from __future__ import annotations

from functools import cache

from tonelint.lexicon import read


@cache
def spellings() -> dict[str, str]:
    """Returns what to read for each variant spelling, from lexicon/en_spelling.json.

    >>> spellings()["organised"], spellings()["cancelled"], spellings()["favourite"]
    ('organized', 'canceled', 'favorite')
    """
    return {
        stem + left: stem + right
        for group in read("en_spelling")["groups"]
        for stem in group["stems"].split() or [""]
        for left, right in group["endings"].items()
    }
