"""Senses: what a word is about, coarsely, so that what was learnt of a courier holds for the postman as well.

They are what WordNet calls supersenses (`<https://wordnet.princeton.edu>`_), but sorted by what turns a reply: a desk,
a promise, a delay, toil. Each word of ``lexicon/<code>_senses.json`` has one; it is found in all its forms.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from tonelint import lexicon
from tonelint.languages.base import Language
from tonelint.types import Reading

ANY, VERB = "*", "verb"  # the sense of a word, and of a verb, that has none of its own
_MOST_WORDS = 20_000  # remembered per language, then it starts anew
_SEEN: dict[str, dict[str, tuple[str, str]]] = {}


class Senses(NamedTuple):
    """The senses of a language. of: by word. themselves: the words of grammar, each a sense of its own."""

    of: Mapping[str, str]
    themselves: frozenset[str]


def sense_and_shape(language: Language, key: str) -> tuple[str, str]:
    """Returns what a word is about, and what is left of it in grammar: its form if it is a verb.

    A word of grammar has itself as its shape, and as its sense if it has no other. What is no word has itself as both.

    >>> from tonelint.languages.en.language import English
    >>> sense_and_shape(English(), "depots"), sense_and_shape(English(), "the")
    (('thing.place', '*'), ('the', 'the'))
    >>> sense_and_shape(English(), "forwarded")
    ('deed.pass', 'past')
    """
    seen = _SEEN.setdefault(language.code, {})
    found = seen.get(key)
    if found is None:
        if len(seen) >= _MOST_WORDS:
            seen.clear()
        found = seen[key] = _looked_up(language, key)
    return found


def _looked_up(language: Language, key: str) -> tuple[str, str]:
    if not key[:1].isalpha():
        return key, key
    senses = _senses(language.code)
    readings = language.readings(key)
    form = _form(readings[0]) if readings else ANY
    shape = key if key in senses.themselves else form
    verbs = [readings[0].lemma] if readings else []
    nouns = [key, *language.stems(key)]
    surely = bool(readings) and not readings[0].ambiguous
    for word in verbs + nouns if surely else nouns + verbs:
        if sense := senses.of.get(word):
            return sense, shape
    return key if key in senses.themselves else VERB if surely else ANY, shape


def _form(reading: Reading) -> str:
    return ".".join(filter(None, [reading.tense, reading.person, "no" if reading.polarity == "neg" else ""]))


@cache
def _senses(code: str) -> Senses:
    read = lexicon.read(f"{code}_senses")
    of = {word: sense for sense, words in read["senses"].items() for word in words.split()}
    return Senses(of, frozenset(read["themselves"].split()))
