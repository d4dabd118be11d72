"""Phrases compiled as the linter compiles them, and looked for in a text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tonelint.cues import Cues, Sets
from tonelint.linter import LANGUAGES
from tonelint.patterns import Hit
from tonelint.text import document
from tonelint.types import Entry, Unless
from tonelint.views import View


class Owner(NamedTuple):
    """What a rule says in one language."""

    name: str
    code: str
    entries: tuple[Entry, ...]
    unless: Unless = Unless()
    sets: Mapping[str, Sequence[str]] = {}


def compiled(*owners: Owner, words: Mapping[str, Sets] | None = None) -> Cues:
    """Returns the cues of some owners, ready to be looked for."""
    cues = Cues(LANGUAGES, words or {})
    for owner in owners:
        cues.add(owner.name, owner.code, owner.entries, owner.unless, owner.sets, "x.yaml")
    cues.build()
    return cues


def hits(text: str, *owners: Owner, words: Mapping[str, Sets] | None = None) -> dict[str, list[Hit]]:
    """Returns the hits in a text that no guard silences, by owner."""
    read = document.read(text, LANGUAGES)
    views = [View(sentence, n, LANGUAGES[sentence.language or "en"]) for n, sentence in enumerate(read.sentences)]
    return compiled(*owners, words=words).hits(views, read.zones)
