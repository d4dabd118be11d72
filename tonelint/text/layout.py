"""The words that show how a reply is laid out: sign-offs, abbreviations, headers of quoted mail (`layout.json`)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from tonelint.text.fold import KEYS, MARKS, fold

_LETTER = rf"[^\W_][{MARKS}]*"
_WORD = re.compile(rf"(?:{_LETTER})+(?:['’.\u200c-](?:{_LETTER})+)*")


@cache
def _data() -> dict[str, list[str]]:
    import json
    import os

    path = os.path.join(os.path.dirname(os.path.dirname(__file__)), "lexicon", "layout.json")
    with open(path, encoding="utf-8") as file:
        data: dict[str, list[str]] = json.load(file)
    return data


@cache
def words(name: str) -> frozenset[str]:
    """Returns a list of the data file as folded keys. Raises KeyError where there is no such list.

    >>> "با احترام" in words("sign_offs")
    True
    """
    return frozenset(fold(phrase) for phrase in _data()[name])


@cache
def beginnings(name: str) -> tuple[str, ...]:
    """Returns a list of the data file as folded beginnings of a line, fit for `str.startswith`."""
    return tuple(fold(phrase) for phrase in _data()[name])


def plain(line: str) -> str:
    """Returns a line folded, with one space between words and without marks around it.

    >>> plain("  **Kind  Regards,**")
    'kind regards'
    """
    return " ".join(map(KEYS.__getitem__, line.split())).strip(" *_~-|.,!:;…>#")


def keys(piece: str) -> list[str]:
    """Returns the folded words of a short piece of text, as a name or a label is made of.

    >>> keys("[Customer’s Name]")
    ["customer's", 'name']
    >>> keys("روَابط عمومی")
    ['روابط', 'عمومی']
    """
    return [fold(word) for word in _WORD.findall(piece)]


def any_of(name: str, candidates: Iterable[str]) -> bool:
    """Whether one of the candidates is in a list, as it is or with a Persian ending («شماره‌ی», «نام‌های»)."""
    known = words(name)
    return any(key in known or key.removesuffix("ی").removesuffix("ها") in known for key in candidates)
