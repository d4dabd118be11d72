from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonelint.languages.en.habits import habit, in_full, in_style_of

FULL = {
    "we'll": "we will", "I'm": "I am", "don't": "do not", "can't": "cannot", "won't": "will not", "let's": "let us",
    "It’s": "It is", "that's": "that is", "Tom's": "Tom's", "customers'": "customers'", "she'd": "she'd",
}  # fmt: skip


@pytest.mark.parametrize("word", FULL)
def test_contractions_in_full(word: str) -> None:
    assert in_full(word) == FULL[word]


@pytest.mark.parametrize(
    ("text", "becomes"),
    [
        ("I'm sorry, we do not organize it.", "we've organized it and don't mind"),
        ("We do not open today.", "we have organized it and do not mind"),
        ("Yours sincerely, Tom", "we have organized it and do not mind"),
        ("We don’t favour colour.", "we’ve organised it and don’t mind"),
        ("The theatre is open.", "we've organised it and don't mind"),
    ],
)
def test_words_are_put_as_the_writer_would(text: str, becomes: str) -> None:
    assert in_style_of("we've organized it and don't mind", text) == becomes


def test_a_contraction_behind_a_captured_word_is_written_out() -> None:
    assert in_style_of("'ll be able to", "We do not open today.") == " will be able to"


WRITTEN = st.lists(
    st.sampled_from("we'll don’t do not it is Dear Mr Roe, colour color I’m I've sent".split()), max_size=9
)
OFFERED = st.lists(
    st.sampled_from("we've don't it's 12.50 {{id}} https://a.example/b's the theater please".split()), max_size=6
)


@given(WRITTEN.map(" ".join), OFFERED.map(" ".join))
def test_style_is_one_and_twice_is_once(text: str, words: str) -> None:
    better = in_style_of(words, text)
    own = habit(text)
    assert in_style_of(better, text) == better
    assert not re.search(r"\w[" + ("'" if own.apostrophe == "’" else "’") + r"]\w", better)
    assert own.contracts or not re.search(r"(?i)\b(?:don|we|it)['’](?:t|ve|s)\b", better)
    assert [word for word in better.split() if word[0].isdigit() or word[0] == "{"] == [
        word for word in words.split() if word[0].isdigit() or word[0] == "{"
    ]
