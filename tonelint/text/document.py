"""A text that is read once: zones, blocks, sentences and tokens, for every rule to look at."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import accumulate, repeat

from tonelint.languages.base import Language
from tonelint.languages.detect import language_of
from tonelint.memo import Memo
from tonelint.text import segment, zones
from tonelint.text.fold import APOSTROPHES, INVISIBLE, KEYS, MARKS
from tonelint.types import Block, Document, Sentence, Token, Zone

_LETTERS = r"[^\W\d_]+"
_TOKEN = re.compile(
    # a word: letters with marks, invisible joints and apostrophes inside; Latin words may hold digits
    rf"({_LETTERS}(?:[{MARKS}]+(?:{_LETTERS})?|[\u00ac{INVISIBLE}]+(?={_LETTERS}){_LETTERS}"
    rf"|[{APOSTROPHES}](?={_LETTERS}){_LETTERS}|(?<=[A-Za-z])[0-9]+(?:{_LETTERS})?)*"
    # a number: digits with separators between them
    r"|\d+(?:[.,:/٫٬]\d+)*"
    # punctuation in a row, a bracket, other signs in a row
    rf"|[.,;:!?،؛؟۔…]+|[()\[\]{{}}]|_+|[^\w\s{INVISIBLE}.,;:!?،؛؟۔…()\[\]{{}}][^\w\s.,;:!?،؛؟۔…()\[\]{{}}\u200b-\u200c\u200e-\u202e]*)"
)
_SINGLE = frozenset({"url", "email", "placeholder", "handle", "reference", "code", "html"})
_PUNCTUATION = frozenset(".,;:!?،؛؟۔…")
_new = tuple.__new__


def _kind(piece: str) -> str:
    first = piece[0]
    if first.isdecimal():
        return "number"
    if first.isalnum():
        return "word"
    return "punctuation" if first in _PUNCTUATION else "mark"


_KINDS = Memo(_kind)


def read(text: str, languages: Mapping[str, Language], language: str | None = None) -> Document:
    """Returns a text as rules look at it. Any str can be read, in time linear in its length.

    languages: the languages that there are, by code; each joins the words of its sentences.
    language: the code of the language of all sentences, if it is known; else each shows its own by its script.

    >>> document = read("Hi Sara,\\nplease see https://example.com.", {})
    >>> [token.key for sentence in document.sentences for token in sentence.tokens]
    ['hi', 'sara', ',', 'please', 'see', '<url>', '.']
    """
    found = zones.find(text)
    blocks = segment.blocks(text, found)
    pieces = _sentences(text, blocks, [zone for zone in found if zone.kind in _SINGLE])
    known = [language] * len(pieces) if language else _languages([tokens for tokens, _ in pieces])
    sentences = []
    for (tokens, block), code in zip(pieces, known):
        joined = languages[code].join(tokens, text) if code in languages else tokens
        sentences.append(Sentence(tokens[0].start, tokens[-1].end, tuple(joined), code, block))
    most = Counter(code for code in known if code).most_common(1)
    return Document(text, found, tuple(blocks), tuple(sentences), most[0][0] if most else "")


def tokens_of(text: str, start: int, end: int) -> list[Token]:
    """Returns the tokens between two offsets of a text, as if there were no zones."""
    pieces = _TOKEN.split(text[start:end])
    places = list(accumulate(map(len, pieces), initial=start))
    words = pieces[1::2]
    keys, kinds = map(KEYS.__getitem__, words), map(_KINDS.__getitem__, words)
    return list(map(_new, repeat(Token), zip(places[1::2], places[2::2], keys, kinds)))


def _sentences(text: str, blocks: Sequence[Block], solid: Sequence[Zone]) -> list[tuple[list[Token], int]]:
    """Returns the tokens of each sentence and the index of its block. Marks alone go with the sentence before."""
    tokens = _tokens(text, blocks, solid)
    starts = [token[0] for token in tokens]
    found: list[tuple[list[Token], int]] = []
    first = 0
    for index, block in enumerate(blocks):
        for _, end in segment.sentences(text, block, solid) if block.kind != "code" else ():
            last = bisect_left(starts, end, first)
            inside, first = tokens[first:last], last
            if not inside:
                continue
            if inside[0].kind == "mark" and found and found[-1][1] == index and _only_marks(inside):
                found[-1][0].extend(inside)
            else:
                found.append((inside, index))
    return found


def _only_marks(tokens: Sequence[Token]) -> bool:
    return all(token.kind == "mark" for token in tokens)


def _tokens(text: str, blocks: Sequence[Block], solid: Sequence[Zone]) -> list[Token]:
    """Returns the tokens of a text; zones that stand for a word, and numbers of list items, are one each."""
    apart = [*solid]
    apart += [Zone(*number, "number") for block in blocks if (number := segment.bullet(text, block))]
    if len(apart) > len(solid):
        apart.sort()
    found: list[Token] = []
    place = 0
    for start, end, kind in apart:
        if start >= place:
            found += tokens_of(text, place, start)
            found += _single(text, start, end, kind)
            place = end
    return found + tokens_of(text, place, len(text)) if place else tokens_of(text, 0, len(text))


def _single(text: str, start: int, end: int, kind: str) -> tuple[Token, ...]:
    if kind == "number":
        return (Token(start, end, KEYS[text[start:end]], "mark"),)
    if kind == "code" and "\n" in text[start:end]:
        return ()
    marks = kind == "html" and not text.startswith("&amp;", start)
    return (Token(start, end, f"<{kind}>", "mark" if marks else "zone"),)


def _languages(pieces: Sequence[list[Token]]) -> list[str]:
    """Returns the language of each sentence; one without words is in the language of its neighbour."""
    codes = list(map(language_of, pieces))
    for index, code in enumerate(codes):
        if not code and index:
            codes[index] = codes[index - 1]
    known = next((code for code in codes if code), "")
    return [code or known for code in codes]
