"""Phrases compiled as the linter compiles them, and looked for in a text."""

from __future__ import annotations

from collections.abc import Mapping

from tonelint.cuebook import CueBook, Owner, Sets
from tonelint.cues import Cues
from tonelint.linter import LANGUAGES
from tonelint.patterns import Hit
from tonelint.text import document
from tonelint.views import View

__all__ = ["Owner", "book", "compiled", "hits"]


def book(*owners: Owner, words: Mapping[str, Sets] | None = None) -> CueBook:
    """Returns the book of the phrases of some owners."""
    made = CueBook(LANGUAGES, words or {})
    for owner in owners:
        made.add(owner._replace(path="x.yaml"))
    return made


def compiled(*owners: Owner, words: Mapping[str, Sets] | None = None) -> Cues:
    """Returns the cues of some owners, ready to be looked for."""
    return Cues(LANGUAGES, book(*owners, words=words).compiled())


def hits(text: str, *owners: Owner, words: Mapping[str, Sets] | None = None) -> dict[str, list[Hit]]:
    """Returns the hits in a text that no guard silences, by owner."""
    read = document.read(text, LANGUAGES)
    views = [View(sentence, n, LANGUAGES[sentence.language or "en"]) for n, sentence in enumerate(read.sentences)]
    return compiled(*owners, words=words).hits(views, read)
