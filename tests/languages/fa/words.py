"""Sentences as tokens, without the text layer: words with ZWNJ and diacritics in them, numbers, marks."""

from __future__ import annotations

import re

from tonelint.languages.fa.language import PERSIAN
from tonelint.text.fold import fold
from tonelint.types import Token

ZWNJ = "\u200c"
_PIECE = re.compile(r"\d+|<\w+>|[^\W\d_](?:[^\W\d_]|[\u064b-\u0652\u0640\u200c])*|[^\w\s\u200c]")


def tokens(text: str) -> list[Token]:
    """Returns the tokens of a text as one sentence, not yet joined."""
    return [Token(m.start(), m.end(), fold(m.group()), _kind(m.group())) for m in _PIECE.finditer(text)]


def joined(text: str) -> list[Token]:
    """Returns the tokens as Persian sees them."""
    return PERSIAN.join(tokens(text), text)


def keys(text: str) -> str:
    """Returns the keys of the joined tokens, with spaces between."""
    return " ".join(token.key for token in joined(text))


def key(form: str) -> str:
    """Returns the key of a form that is one word for `join`."""
    return fold(form).replace(" ", "")


def _kind(piece: str) -> str:
    if piece[0] == "<":
        return "zone"
    return "word" if piece[0].isalpha() else "number" if piece[0].isdigit() else "punctuation"
