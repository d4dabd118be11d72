"""What a word is about is found in all its forms, and the lists say it once."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonelint import lexicon
from tonelint.languages.base import Language
from tonelint.languages.en.language import ENGLISH
from tonelint.languages.fa.language import PERSIAN
from tonelint.linter import LANGUAGES
from tonelint.senses import SENSE, SHAPE, meanings
from tonelint.text.document import tokens_of


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_word_has_one_sense_and_is_written_as_rules_see_it(code: str) -> None:
    read = lexicon.read(f"{code}_senses")
    words = Counter(word for own in read["senses"].values() for word in own.split())
    assert [word for word, times in words.items() if times > 1] == []
    every = [*words, *read["themselves"].split()]
    assert [word for word in every if [t.key for t in tokens_of(word, 0, len(word))] != [word]] == []
    assert len(words) > 4000 and all(len(name.split(".")) == 2 for name in read["senses"])


def test_both_languages_have_the_same_senses() -> None:
    names = [set(lexicon.read(f"{code}_senses")["senses"]) for code in LANGUAGES]
    assert names[0] == names[1]


@pytest.mark.parametrize(
    ("language", "key", "sense", "shape"),
    [
        (ENGLISH, "couriers", "person.colleague", "s.3s"), (ENGLISH, "depots", "thing.place", "*"),
        (ENGLISH, "forwarded", "deed.pass", "past"), (ENGLISH, "unfortunately", "trait.sorry", "*"),
        (ENGLISH, "you", "you", "you"), (ENGLISH, "gadzooks", "*", "*"), (ENGLISH, "#", "#", "#"),
        (PERSIAN, "همکارانمان", "person.colleague", "*"), (PERSIAN, "میفرستیم", "deed.send", "present.1p"),
        (PERSIAN, "نفرستادند", "deed.send", "past.3p.no"), (PERSIAN, "متاسفانه", "trait.sorry", "*"),
        (PERSIAN, "شما", "شما", "شما"), (PERSIAN, "گیلیلی", "*", "*"), (PERSIAN, "؟", "؟", "؟"),
    ],
)  # fmt: skip
def test_words(language: Language, key: str, sense: str, shape: str) -> None:
    assert meanings(language)[key] == (SENSE + sense, SHAPE + shape)


@given(st.text())
def test_any_string_has_a_sense_and_a_shape(key: str) -> None:
    for language in (ENGLISH, PERSIAN):
        sense, shape = meanings(language)[key]
        assert sense.startswith(SENSE) and shape.startswith(SHAPE)
