"""Senses: what a word is about, coarsely, so that what was learnt of a courier holds for the postman as well.

They are what WordNet calls supersenses (`<https://wordnet.princeton.edu>`_), but sorted by what turns a reply: a desk,
a promise, a delay, toil. Each word of ``lexicon/<code>_senses.json`` has one; it is found in all its forms.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, partial
from typing import NamedTuple

from tonelint import lexicon
from tonelint.languages.base import Language
from tonelint.memo import Memo
from tonelint.types import Reading

SENSE, SHAPE = "~", "^"  # what they begin with
Meaning = tuple[str, str]  # a sense and a shape
_ANY, _VERB = "*", "verb"  # the sense of a word, and of a verb, that has none of its own


class Senses(NamedTuple):
    """The senses of a language. of: by word. themselves: the words of grammar, each a sense of its own."""

    of: Mapping[str, str]
    themselves: frozenset[str]


@cache
def meanings(language: Language) -> Mapping[str, Meaning]:
    """Returns for each word of a language what it is about, and what is left of it in grammar: of a verb its form.

    A word of grammar has itself as its shape, and as its sense if it has no other. What is no word has itself as both.
    Words are looked up when they are asked for.

    >>> from tonelint.languages.en.language import ENGLISH
    >>> known = meanings(ENGLISH)
    >>> known["depots"], known["the"], known["forwarded"]
    (('~thing.place', '^*'), ('~the', '^the'), ('~deed.pass', '^past'))
    """
    return Memo(partial(_meaning, language))


def _meaning(language: Language, key: str) -> Meaning:
    if not key[:1].isalpha():
        return SENSE + key, SHAPE + key
    readings, known = language.readings(key), _senses(language.code)
    verb = readings[0] if readings and not readings[0].ambiguous else None
    lemmas, nouns = [reading.lemma for reading in readings[:1]], [key, *language.stems(key)]
    senses = (known.of.get(word) for word in (lemmas + nouns if verb else nouns + lemmas))
    itself = key if key in known.themselves else ""
    sense = next(filter(None, senses), itself or (_VERB if verb else _ANY))
    shape = itself or (_form(readings[0]) if readings else _ANY)
    return SENSE + sense, SHAPE + shape


def _form(reading: Reading) -> str:
    return ".".join(filter(None, [reading.tense, reading.person, "no" if reading.polarity == "neg" else ""]))


@cache
def _senses(code: str) -> Senses:
    read = lexicon.read(f"{code}_senses")
    of = {word: sense for sense, words in read["senses"].items() for word in words.split()}
    return Senses(of, frozenset(read["themselves"].split()))
