"""Contractions: "can't", "we'll" and "gonna" are two words each, "thx" is another spelling of one.

What is known stands in lexicon/en_contractions.json. Of what is read as a verb, only 's and 'd have more than
one meaning; the words after them decide.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from operator import itemgetter

from tonelint.languages.en.spelling import spellings
from tonelint.languages.en.verbs import readings
from tonelint.lexicon import read
from tonelint.types import Token


@cache
def _known() -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Returns, for every spelling that stands for other words: the pieces it is cut into, and their keys."""
    data = read("en_contractions")
    known: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {}
    known |= {wrong: ((wrong,), (right,)) for wrong, right in {**spellings(), **data["words"]}.items()}
    for cut, keys in data["split"].items():
        known[cut.replace("|", "")] = (tuple(cut.split("|")), tuple(keys.split()))
    endings = {**data["endings"], "'d": "'d", "'s": "'s"}
    for ending, stems in data["plain"].items():
        bare = ending.replace("'", "")
        for stem in stems.split():
            if ending == "'t":
                first, keys = stem + "n", ({"ca": "can", "wo": "will"}.get(stem, stem), "not")
                known[first + bare] = ((stem, "nt"), keys)
            else:
                known[stem + bare] = ((stem, bare), (stem, endings[ending]))
    for stem in data["not"].split():
        known[stem + "n't"] = ((stem, "n't"), (stem, "not"))
    return known


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(read("en_contractions")[name].split())


@cache
def _beside() -> dict[str, tuple[str, frozenset[str]]]:
    """Returns chat letters with what they stand for, and the words next to which they do."""
    whole = {"r": "are", "b": "be"}
    beside = read("en_contractions")["beside"]
    return {letter: (whole[letter], frozenset(words.split())) for letter, words in beside.items()}


def split(key: str) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Returns the pieces of a spelling and the keys they stand for, or None if the word stands for itself.

    's and 'd stay as they are: only the next words tell what they mean.

    >>> split("can't"), split("we'll"), split("thx"), split("well")
    ((('ca', "n't"), ('can', 'not')), (('we', "'ll"), ('we', 'will')), (('thx',), ('thanks',)), None)
    """
    known = _known().get(key)
    if known is not None or not 0 < key.count("'") <= 3:
        return known
    stem, mark, ending = key.rpartition("'")
    if not stem:
        return None
    word = {"re": "are", "ve": "have", "ll": "will", "d": "'d", "s": "'s"}.get(ending)
    if ending == "m" and stem == "i":
        word = "am"
    if word is None:
        return None
    pieces, keys = split(stem) or ((stem,), (stem,))
    return (*pieces, mark + ending), (*keys, word)


def join(tokens: list[Token]) -> list[Token]:
    """Returns the tokens of a sentence with contractions split and other spellings put right.

    The spans of the parts are never empty and lie end to end in the span of the whole.

    >>> [(t.start, t.end, t.key) for t in join([Token(0, 5, "can't", "word"), Token(6, 10, "wait", "word")])]
    [(0, 2, 'can'), (2, 5, 'not'), (6, 10, 'wait')]
    """
    if _plain.issuperset(map(_key, tokens)):
        return tokens
    out: list[Token] = []
    unsettled: list[int] = []  # places of words that may have more than one meaning
    for token in tokens:
        parts = None if token.key in _plain else split(token.key)
        if parts is not None:
            first = len(out)
            out.extend(_cut(token, *parts))
            unsettled.extend(range(first, len(out)))
        else:
            if token.key in _LETTERS:
                unsettled.append(len(out))
            else:
                _remember(token.key)
            out.append(token)
    for at in unsettled:
        out[at] = _settled(out, at)
    return out


_LETTERS = frozenset(("r", "b"))
_PLAIN_LIMIT = 50_000  # keys
_plain: set[str] = set()  # keys that were seen to stand for themselves: most words, most of the time
_key = itemgetter(2)


def _remember(key: str) -> None:
    if len(_plain) >= _PLAIN_LIMIT:
        _plain.clear()
    _plain.add(key)


def _cut(token: Token, pieces: tuple[str, ...], keys: tuple[str, ...]) -> Iterator[Token]:
    """Yields one token for each key. A span too short for all of them (folding may shorten) stays one token."""
    if token.end - token.start < len(pieces):
        yield token
        return
    start = token.start
    for i, (piece, key) in enumerate(zip(pieces, keys, strict=True), 1):
        rest = len(pieces) - i
        end = token.end if not rest else min(start + len(piece), token.end - rest)
        yield Token(start, end, key, token.kind)
        start = end


def _settled(tokens: list[Token], at: int) -> Token:
    """Returns a token of two meanings with the key that its neighbours ask for."""
    token = tokens[at]
    before = tokens[at - 1].key if at else ""
    if token.key in _beside():
        word, words = _beside()[token.key]
        after = tokens[at + 1].key if at + 1 < len(tokens) else ""
        return token._replace(key=word) if before in words or (after in words and token.key == "r") else token
    if token.key not in ("'s", "'d"):
        return token
    after = next((t.key for t in tokens[at + 1 : at + 5] if t.key not in _words("skipped")), "")
    if token.key == "'d":
        return token._replace(key="had" if _is_perfect(after) else "would")
    if after in _words("has_before") and (after == "been" or before in _words("is_has")):
        return token._replace(key="has")
    behind = tokens[at + 1].key if at + 1 < len(tokens) else ""  # “the shop's closed stock” owns, “the shop's not” is
    is_verb = before in _words("is_has") or behind in _words("is_before")
    return token._replace(key="is") if is_verb else token


def _is_perfect(key: str) -> bool:
    """Whether 'd before this word is had: "better", or a participle that is no base form."""
    tenses = {reading.tense for reading in readings(key)}
    return key in _words("had_before") or ("participle" in tenses and "base" not in tenses)
