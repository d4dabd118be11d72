"""Spelling variants, and where the pieces of a text are in them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonelint.linter import LANGUAGES
from tonelint.spelling import variants
from tonelint.text import document
from tonelint.types import Span


def spelt(text: str, language: str) -> dict[str, str]:
    return {variant.name: variant.text for variant in variants(text, language)}


def test_persian() -> None:
    text = "ما ۱۲ خانه‌های‌شان را نمی‌بینم.\nبه‌روز"
    assert spelt(text, "fa") == {
        "joined": "ما ۱۲ خانههایشان را نمیبینم.\nبهروز",
        "spaced": "ما ۱۲ خانه های شان را نمی بینم.\nبه‌روز",
        "arabic-letters": "ما ۱۲ خانه‌هاي‌شان را نمي‌بينم.\nبه‌روز",
        "diacritics": "م\u064eا ۱۲ خا\u064eنه‌ه\u064eای‌ش\u064eان ر\u064eا نم\u064eی‌بی\u064eنم.\nب\u064eه‌رو\u064eز",
        "kashida": "ما ۱۲ خان\u0640ه‌های‌شان را نم\u0640ی‌بی\u0640نم.\nب\u0640ه‌روز",
        "nbsp": "ما\u00a0۱۲\u00a0خانه‌های‌شان\u00a0را\u00a0نمی‌بینم.\nبه‌روز",
        "latin-digits": "ما 12 خانه‌های‌شان را نمی‌بینم.\nبه‌روز",
        "crlf": "ما ۱۲ خانه‌های‌شان را نمی‌بینم.\r\nبه‌روز",
        "symbol-first": "\U0001f4cc " + text,
        "rtl-mark": "\u202b" + text,
    }


def test_english() -> None:
    assert spelt("- I can't say 12 to A12, don't.", "en") == {
        "nbsp": "- I\u00a0can't\u00a0say\u00a012\u00a0to\u00a0A12, don't.",
        "curly-apostrophe": "- I can’t say 12 to A12, don’t.",
        "rtl-mark": "\u202b- I can't say 12 to A12, don't.",
    }


@pytest.mark.parametrize(
    ("joined", "spaced"),
    [
        ("نمی‌شود", "نمی شود"),
        ("درخواست‌ها", "درخواست ها"),
        ("نامه‌هایتان", "نامه هایتان"),
        ("رفته‌ام", "رفته ام"),
        ("خانه‌ای", "خانه ای"),
        ("آماده‌ست", "آماده ست"),
        ("سریع‌تر", "سریع تر"),
        ("کیف‌تون", "کیف تون"),
    ],
)
def test_a_space_may_stand_before_an_ending(joined: str, spaced: str) -> None:
    assert spelt(f"«{joined}»", "fa")["spaced"] == f"«{spaced}»"


@pytest.mark.parametrize("stem", ["خانه", "کتاب", "نگرانی", "سریع"])
def test_what_is_spaced_the_language_joins_again(stem: str) -> None:
    endings = "ها های هایی هایتان هامون ات اش مان تون تر ترین ام ایم اید اند ای ی ست".split()
    spaced = [spelt(f"{stem}\u200c{ending}", "fa").get("spaced", "") for ending in endings]
    assert len([text for text in spaced if text]) == len(endings) - (0 if stem == "خانه" else 7)
    for text in filter(None, spaced):
        (sentence,) = document.read(text, LANGUAGES, "fa").sentences
        assert len(sentence.tokens) == 1, text


@pytest.mark.parametrize(
    "word", ["به‌روز", "پرداخت‌شده", "پیش‌فرض", "هم‌وطن", "قدیمی‌ساز", "بی‌تا", "نیم‌فاصله‌گذاری", "نگرانی‌ای"]
)
def test_compounds_are_not_taken_apart(word: str) -> None:
    assert "spaced" not in spelt(f"این {word} است", "fa")


@pytest.mark.parametrize("text", ["Subject: hello", "- item", "> quoted", "1. one", "[name] hi", "موضوع: سلام", ""])
def test_a_symbol_does_not_change_what_a_line_is(text: str) -> None:
    assert "symbol-first" not in spelt(text, "en")


def test_persian_digits_only_in_persian_texts_and_not_beside_latin_letters() -> None:
    assert "persian-digits" not in spelt("12", "en")
    assert spelt("کد 12 در x.ir/12 {12} A1-2", "fa")["persian-digits"] == "کد ۱۲ در x.ir/12 {۱۲} A1-2"
    assert "latin-digits" not in spelt("A۱", "fa")


def test_positions() -> None:
    text = "بله نمی‌شود!\nخب"
    flag = Span(text.index("نمی"), text.index("!"))
    pieces = {v.name: v.text[slice(*v.span(flag))] for v in variants(text, "fa")}
    assert pieces["joined"] == "نمیشود"
    assert pieces["spaced"] == "نمی شود"
    assert pieces["arabic-letters"] == "نمي‌شود"
    assert pieces["diacritics"].replace("\u064e", "") == pieces["kashida"].replace("\u0640", "") == "نمی‌شود"
    assert pieces["crlf"] == pieces["symbol-first"] == pieces["rtl-mark"] == pieces["nbsp"] == "نمی‌شود"
    assert {v.text[v.positions[-1] :] for v in variants(text, "fa")} == {""}


@given(st.text(alphabet="می شودنخه\u200c ۱۲34ab'\n.يك-:{}", max_size=30), st.sampled_from(["fa", "en"]))
def test_every_variant_differs_and_maps_every_place(text: str, language: str) -> None:
    for variant in variants(text, language):
        assert variant.text != text
        assert len(variant.positions) == len(text) + 1
        assert list(variant.positions) == sorted(variant.positions)
        assert variant.positions[-1] == len(variant.text)
        for n, char in enumerate(text):
            piece = variant.text[variant.positions[n] : variant.positions[n + 1]]
            assert char in piece or variant.name not in ("diacritics", "kashida", "crlf", "symbol-first", "rtl-mark")
