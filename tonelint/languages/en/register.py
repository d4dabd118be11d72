"""English words whose spelling alone shows how they are meant ("gonna", "u", "pls"): their keys are plain words'."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from tonelint.languages.register import NOTHING, SLANG, SPOKEN, Sign
from tonelint.lexicon import read
from tonelint.types import Token


@lru_cache(maxsize=1)
def _spellings() -> Mapping[str, Sign]:
    lexicon = read("en_register")
    slang = {piece: Sign(SLANG, "", other) for piece, other in lexicon["slang"].items()}
    return {**slang, **{piece: Sign(SPOKEN, "", other) for piece, other in lexicon["spoken"].items()}}


def signs(words: Sequence[Token], text: str) -> list[Sign]:
    """Returns what each word of a sentence shows; of a spelling that is two words («gon|na»), the first shows it.

    >>> [sign.style for sign in signs([Token(0, 1, "you", "word"), Token(2, 6, "know", "word")], "u know")]
    ['spoken', '']
    """
    known, found = _spellings(), []
    for word, after in zip(words, [*words[1:], *words[-1:]]):
        end = after.end if after.start == word.end and after.kind == "word" else word.end
        found.append(known.get(text[word.start : end].lower(), NOTHING) if word.kind == "word" else NOTHING)
    return found
