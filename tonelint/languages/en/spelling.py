"""British and American spellings that count as one word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from tonelint.lexicon import read


@cache
def spellings() -> dict[str, str]:
    """Returns what to read for each variant spelling, from lexicon/en_spelling.json.

    >>> spellings()["organised"], spellings()["cancelled"], spellings()["favourite"]
    ('organized', 'canceled', 'favorite')
    """
    return {left: right for group in read("en_spelling")["groups"] for left, right in _pairs(group)}


@cache
def british() -> dict[str, str]:
    """Returns the American spelling of each word that is written in another way in Britain.

    >>> british()["organised"], "recieve" in british()
    ('organized', False)
    """
    groups = (group for group in read("en_spelling")["groups"] if group.get("side") == "british")
    return {left: right for group in groups for left, right in _pairs(group)}


def _pairs(group: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for stem in group["stems"].split() or [""]:
        for left, right in group["endings"].items():
            yield stem + left, stem + right
