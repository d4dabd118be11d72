"""Words that a writer left apart are one word: «می شود», «درخواست ها», «خواهد شد», «شده است», «به روز رسانی».

A sentence is read from its end: each word is held against what its right neighbour has become, so that «بر می
گردد» and «فرستاده خواهد شد» grow together step by step. Linear in the number of tokens.
"""

from __future__ import annotations

from functools import lru_cache

from tonelint.languages.fa import paradigms
from tonelint.languages.fa.verbs import LONGEST, preverbs, readings
from tonelint.types import Token

_GAPS = frozenset(" \u00a0\u202f\u200c\u200b\u200e\u200f\t")
_MOST_PARTS = 3  # words that a listed word has after its first
_AUXILIARIES = frozenset(["بودن", "شدن"])


def join(tokens: list[Token], text: str) -> list[Token]:
    """Returns the tokens of one sentence with those made one that are one word; spans stay those of the text.

    >>> text = "درخواست ها ثبت نمی شود"
    >>> words = [Token(0, 7, "درخواست", "word"), Token(8, 10, "ها", "word"), Token(11, 14, "ثبت", "word"),
    ...          Token(15, 18, "نمی", "word"), Token(19, 22, "شود", "word")]
    >>> [text[token.start:token.end] for token in join(words, text)]
    ['درخواست ها', 'ثبت', 'نمی شود']
    """
    joined: list[Token] = []
    lists = _lists()
    right = None
    for token in reversed(tokens):
        if right is not None and joins(token.key, right.key) and _adjacent(token, right, text):
            joined.pop()
            token = Token(token.start, right.end, token.key + right.key, "word")
        if token.key in lists and joined and _may_follow(token.key, joined[-1].key):
            token = _with_the_rest(token, joined, lists[token.key], text)
        joined.append(token)
        right = token
    joined.reverse()
    return joined


def _with_the_rest(first: Token, joined: list[Token], rests: frozenset[str], text: str) -> Token:
    """Returns the token with those after it that make a listed word with it; they are taken off `joined`."""
    last, key = first, ""
    for count in range(1, min(_MOST_PARTS, len(joined)) + 1):
        following = joined[-count]
        if not _adjacent(last, following, text):
            break
        last, key = following, key + following.key
        if key in rests or any(key.startswith(rest) and key[len(rest) :] in _suffixes() for rest in rests):
            del joined[-count:]
            return Token(first.start, last.end, first.key + key, "word")
    return first


@lru_cache(maxsize=1 << 12)
def _may_follow(first: str, following: str) -> bool:
    return any(rest.startswith(following) or following.startswith(rest) for rest in _lists()[first])


def _adjacent(left: Token, right: Token, text: str) -> bool:
    return left.kind == right.kind == "word" and all(text[at] in _GAPS for at in range(left.end, right.start))


@lru_cache(maxsize=1 << 14)
def joins(left: str, right: str) -> bool:
    """Whether two neighbouring keys are one word.

    >>> joins("می", "شود"), joins("می", "گوید"), joins("ماه", "می"), joins("شماره", "ای"), joins("کتاب", "ای")
    (True, True, False, True, False)
    """
    if not (left.isalpha() and right.isalpha()) or len(right) > LONGEST:
        return False
    if left in _moods():
        return bool(readings(left + right))
    if left in _preverbs_apart():
        return _prefixed(left, right)
    if right in _suffixes():
        return left not in _bare() and (not _finite(left) or bool(readings(left + right)))
    if left in _prefixes():
        apart = any(right in words for words in (_bare(), _moods(), _preverbs_apart()))
        return len(right) > 1 and not apart and not _finite(right)
    return left[-1] == "ه" and _after_he(left, right)


def _finite(key: str) -> bool:
    """Whether a word is a verb that no noun ending follows."""
    found = readings(key)
    return bool(found) and not any(one.ambiguous or one.tense in ("participle", "infinitive") for one in found)


def _prefixed(preverb: str, right: str) -> bool:
    """«بر می‌گردیم», «باز نخواهیم گشت»: only with می, or negated, since the preverbs are prepositions too."""
    if not right.startswith(("می", "ن", "خواه")) or not any(not one.ambiguous for one in readings(right)):
        return False
    return any(one.lemma.startswith(preverb) and not one.ambiguous for one in readings(preverb + right))


def _after_he(left: str, right: str) -> bool:
    if right in _endings_after_he():
        return len(left) > 2 and left not in _bare()
    if left in _nounlike():
        return False
    if right == "است":
        return _participle(left)
    return (
        any(one.lemma in _AUXILIARIES for one in readings(right))
        and _participle(left)
        and any(not one.ambiguous for one in readings(left + right))
    )


def _participle(key: str) -> bool:
    return any(one.tense == "participle" and one.lemma in common() for one in readings(key))


@lru_cache(maxsize=1)
def common() -> frozenset[str]:
    """Returns the lemmas of the verbs of everyday and office Persian."""
    return frozenset(verb.lemma for verb in paradigms.verbs() if "c" in verb.flags)


@lru_cache(maxsize=1)
def _lists() -> dict[str, frozenset[str]]:
    """First word -> what may follow it, joined, of the words that are listed as written apart."""
    table: dict[str, set[str]] = {}
    for entry in paradigms.words()["spaced"]:
        first, *rest = entry.split()
        table.setdefault(first, set()).add("".join(rest))
    return {first: frozenset(rests) for first, rests in table.items()}


@lru_cache(maxsize=1)
def _moods() -> frozenset[str]:
    """What a verb form begins with and cannot end with: می, نمی, خواهیم, نخواهد, برمی, بازنخواهند …"""
    signs = ("می", "نمی", *paradigms.FUTURE, *("ن" + auxiliary for auxiliary in paradigms.FUTURE))
    return frozenset(preverb + sign for preverb in ("", *preverbs()) for sign in signs)


@lru_cache(maxsize=1)
def _preverbs_apart() -> frozenset[str]:
    return frozenset(preverbs()) - frozenset(paradigms.words()["apart"])


def _word_set(name: str) -> frozenset[str]:
    return frozenset(paradigms.words()[name])


@lru_cache(maxsize=1)
def _suffixes() -> frozenset[str]:
    return _word_set("suffixes")


@lru_cache(maxsize=1)
def _endings_after_he() -> frozenset[str]:
    return _word_set("after_he")


@lru_cache(maxsize=1)
def _bare() -> frozenset[str]:
    return _word_set("bare")


@lru_cache(maxsize=1)
def _prefixes() -> frozenset[str]:
    return _word_set("prefixes")


@lru_cache(maxsize=1)
def _nounlike() -> frozenset[str]:
    return _word_set("nouns")
