"""Sentences as tokens, without the text layer: words with inner apostrophes, numbers, marks."""

from __future__ import annotations

import re

from tonelint.languages.en.language import ENGLISH
from tonelint.types import Token

_PIECE = re.compile(r"\d+|[^\W\d_]+(?:['’][^\W\d_]+)*|[^\w\s]")


def tokens(text: str) -> list[Token]:
    """Returns the tokens of a text as one sentence, not yet joined."""
    return [
        Token(m.start(), m.end(), m.group().lower().replace("’", "'"), _kind(m.group())) for m in _PIECE.finditer(text)
    ]


def joined(text: str) -> list[Token]:
    """Returns the tokens as English sees them."""
    return ENGLISH.join(tokens(text), text)


def keys(text: str) -> str:
    """Returns the keys of the joined tokens, with spaces between."""
    return " ".join(token.key for token in joined(text))


def _kind(piece: str) -> str:
    if piece[0].isalpha():
        return "word"
    return "number" if piece.isdigit() else "punctuation" if piece in ".,;:!?" else "mark"
