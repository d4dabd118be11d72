from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.languages.en.words import joined, keys, tokens
from tonelint.languages.en.language import ENGLISH
from tonelint.types import Token

SPLIT = {
    "can't": "can not", "cannot": "can not", "won't": "will not", "shan't": "shall not", "don't": "do not",
    "isn't": "is not", "I'm": "i am", "we'll": "we will", "you've": "you have", "they're": "they are",
    "let's": "let us", "gonna": "going to", "y'all": "you all", "shouldn't've": "should not have", "Sara's": "sara 's",
    "thx": "thanks", "pls": "please", "organised": "organized", "cancelled": "canceled",
    "favourite colour": "favorite color", "enquiry": "inquiry", "recieved": "received",
    "r u there": "are you there", "to b sure": "to be sure",
}  # fmt: skip

SETTLED = {
    "it's been sent": "it has been sent",
    "it's not yet been sent": "it has not yet been sent",
    "it's arrived": "it has arrived",
    "it's late": "it is late",
    "it's sent daily": "it is sent daily",
    "the parcel's been lost": "the parcel has been lost",
    "the parcel's label": "the parcel 's label",
    "the parcel's closed lid": "the parcel 's closed lid",
    "the customer's full name": "the customer 's full name",
    "the answer's no": "the answer is no",
    "the limit's not going up": "the limit is not going up",
    "the shop's at the corner": "the shop is at the corner",
    "you'd better wait": "you had better wait",
    "they'd already sent it": "they had already sent it",
    "they'd send it": "they would send it",
    "I'd put it back": "i would put it back",
}

BARE = "cant dont didnt isnt wasnt couldnt havent arent youre youve weve theyre im ive thats wont"
OWN_WORDS = "well were shell hell ill id its wed lets b r o'clock customers"


@pytest.mark.parametrize("text", SPLIT)
def test_contraction_is_its_words(text: str) -> None:
    assert keys(text) == SPLIT[text]


@pytest.mark.parametrize("text", SETTLED)
def test_next_words_settle_what_s_and_d_mean(text: str) -> None:
    assert keys(text) == SETTLED[text]


@pytest.mark.parametrize("word", OWN_WORDS.split())
def test_words_of_their_own_stay(word: str) -> None:
    assert keys(word) == word


@pytest.mark.parametrize("bare", BARE.split())
def test_missing_apostrophe_makes_no_difference(bare: str) -> None:
    cut = {"im": 1, "youre": 3, "theyre": 4, "thats": 4, "ive": 1, "weve": 2, "youve": 3}.get(bare, len(bare) - 1)
    assert keys(bare) == keys(f"{bare[:cut]}'{bare[cut:]}") == keys(f"{bare[:cut]}’{bare[cut:]}")
    assert " " in keys(bare)


def test_parts_lie_end_to_end() -> None:
    assert [(t.start, t.end, t.key) for t in joined("We can’t.")] == [
        (0, 2, "we"),
        (3, 5, "can"),
        (5, 8, "not"),
        (8, 9, "."),
    ]


words = st.one_of(
    st.sampled_from([*SPLIT, *SETTLED, "d'you", "dunno", "he'd've", "'", "rock'n'roll"]),
    st.text(alphabet="acdehilnorstuvwy'’", max_size=12),
)


@given(st.lists(words, max_size=6))
def test_parts_tile_the_words_they_come_from(pieces: list[str]) -> None:
    text = " ".join(pieces)
    before, after = tokens(text), joined(text)
    assert all(token.start < token.end for token in after)
    ends = {token.end for token in after}
    assert {t.start for t in before} <= {t.start for t in after} and {t.end for t in before} <= ends
    inner = [(a.end, b.start) for a, b in pairwise(after)]
    assert all(left <= right for left, right in inner)
    assert sum(t.end - t.start for t in before) == sum(t.end - t.start for t in after)


@given(st.lists(words, max_size=6))
def test_curly_and_straight_apostrophes_give_the_same_words(pieces: list[str]) -> None:
    text = " ".join(pieces)
    assert keys(text.replace("’", "'")) == keys(text.replace("'", "’"))


@pytest.mark.parametrize("key", ["x" + "'re" * 5000, "'" * 5000, "can't", "y'all"])
@pytest.mark.parametrize("length", [1, 2, 9])
def test_a_span_of_any_length_is_cut_or_left(key: str, length: int) -> None:
    parts = ENGLISH.join([Token(3, 3 + length, key, "word")], "")
    assert parts[0].start == 3 and parts[-1].end == 3 + length
    assert all(part.start < part.end for part in parts)
