"""Phrases that would stop a process: one clear sentence each, at once."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence

import pytest

from tonelint.phrases import Notation, PhraseError

DOUBLED = {f"s{n}": [f"@s{n + 1} @s{n + 1}"] for n in range(20)} | {"s20": ["word"]}
EITHER = {f"s{n}": [f"a @s{n + 1}", f"b @s{n + 1}"] for n in range(20)} | {"s20": ["word"]}
CHAIN = {f"s{n}": [f"(x @s{n + 1})?"] for n in range(500)} | {"s500": ["word"]}


def refused(phrase: str, sets: Mapping[str, Sequence[str]] | None = None) -> str:
    begun = time.process_time()
    with pytest.raises(PhraseError) as raised:
        Notation(lambda text: tuple(text.split()), sets).parse(phrase)
    assert time.process_time() - begun < 2
    return str(raised.value)


@pytest.mark.parametrize(
    ("phrase", "sets", "sentence"),
    [
        ("(" * 50_000 + "a" + ")" * 50_000, {}, "this is nested more than 30 deep"),
        ("!(" * 500 + "a" + ")" * 500, {}, "this is nested more than 30 deep"),
        ("a " * 201, {}, "more than 200 words follow each other; split it"),
        ("(" + "|".join(["a b"] * 6_000) + ")", {}, "with its word sets it has more than 10,000 parts; split it"),
        ("@s0", DOUBLED, "more than 200 words follow each other; split it"),
        ("@s0", EITHER, "with its word sets it has more than 10,000 parts; split it"),
        ("@s0", CHAIN, "this is nested more than 30 deep"),
        ("a …999999999 b", {}, "a gap has 99 words at most"),
        ("a …" + "9" * 5000 + " b", {}, "a gap has 99 words at most"),
    ],
    ids=lambda value: value[:20] if isinstance(value, str) else "",
)
def test_what_is_too_much(phrase: str, sets: Mapping[str, Sequence[str]], sentence: str) -> None:
    assert refused(phrase, sets) == sentence


def test_a_digit_that_is_no_number() -> None:
    """It ended the process once: "²" is a digit to Python, and no number."""
    assert Notation(lambda text: tuple(text.split())).parse("a …² b")


def test_a_long_phrase_is_matched() -> None:
    words = " ".join(["a"] * 150)
    assert len(Notation(lambda text: tuple(text.split())).parse(words)) == 150
