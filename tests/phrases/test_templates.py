"""Rewrite templates: captures, verbs put into the same form, and slots that cannot be filled."""

from __future__ import annotations

import pytest

from tests.phrases.compiled import Owner, hits
from tonelint.cues import in_order
from tonelint.templates import fill
from tonelint.types import Entry


def filled(template: str, phrase: str, text: str, code: str = "en") -> list[str | None]:
    found = hits(text, Owner("r", code, (Entry(phrase, (template,)),))).get("r", ())
    return [fill(template, text, hit) for hit in in_order(found)]


@pytest.mark.parametrize(
    ("template", "phrase", "text", "result"),
    [
        ("we", "our team", "Our team ships.", "we"),
        ("{match}, please", "send it", "Send  it now.", "Send  it, please"),
        ("{x} it", "(kindly)? x=({send|mail})", "Kindly Mail it.", "Mail it"),
        ("{b} {a}", "a=(_) and b=(_)", "salt and Pepper", "Pepper salt"),
        ("{x}", "x=(the …) office", "the “big” office", "the “big”"),
        ("{x} it", "x=(send the …2) now", "send the (big box) now", "send the (big box) it"),
        ("{x} it", "now x=(…3 box)", "now (the big) box", "(the big) box it"),
        ("{x}", "send x=(the “big”)", "send the “big”", "the “big"),
        ("100%", "fully", "fully", "100%"),
        ("", "kindly", "kindly send", ""),
        ("{} {2x!}", "kindly", "kindly send", "{} {2x!}"),
    ],
)
def test_captures_stand_as_they_were_written(template: str, phrase: str, text: str, result: str) -> None:
    assert filled(template, phrase, text) == [result]


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("We purchase it.", "buy"),
        ("She purchases it.", "buys"),
        ("We purchased it.", "bought"),
        ("It was purchased.", "bought"),
        ("We are purchasing it.", "buying"),
        ("PURCHASED by us", "bought"),
    ],
)
def test_an_english_verb_in_the_same_form(text: str, result: str) -> None:
    assert filled("{x:buy}", "x=({purchase})", text) == [result]


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("بررسی می‌نماییم", "می‌کنیم"),
        ("بررسی می نماییم", "می کنیم"),
        ("بررسی نمی‌نمایم", "نمی‌کنم"),
        ("بررسی نمایید", "کنید"),
        ("بررسی نمودیم", "کردیم"),
        ("بررسی ننمودند", "نکردند"),
        ("بررسی نموده است", "کرده است"),
        ("بررسی خواهیم نمود", "خواهیم کرد"),
        ("بررسی نموده بودیم", "کرده بودیم"),
        ("بررسی نمودن", "کردن"),
    ],
)
def test_a_persian_verb_in_the_same_form(text: str, result: str) -> None:
    assert filled("{x:کردن}", "x=({نمودن})", text, "fa") == [result]


@pytest.mark.parametrize(
    ("template", "phrase", "text", "result"),
    [
        ("{x:2p}", "x=({دادن subjunctive})", "خریدار پول را بدهد", "بدهید"),
        ("{x:کردن 1p}", "ثبت x=({شدن})", "ثبت شده بود", "کرده بودیم"),
        ("{x:subjunctive 2p}", "می‌توان …3 x=({* short})", "می‌توان فرم را فرستاد", "بفرستید"),
        ("{x:present}", "x=({کردن imperfect})", "پیگیری نمی‌کردم", "نمی‌کنم"),
    ],
)
def test_a_verb_in_another_form(template: str, phrase: str, text: str, result: str) -> None:
    assert filled(template, phrase, text, "fa") == [result]


def test_what_is_looked_ahead_at_may_be_named() -> None:
    assert filled("please {g} {v}", "you must &(g=(…3) v=({send}))", "you must now send it") == ["please now send"]
    assert filled("please {g} {v}", "you must &(g=(…3) v=({send}))", "you must send it") == ["please send"]
    assert filled("{v}{g} {w}", "v=({send}) g=((,)?) w=(it)", "send it, send, it") == ["send it", "send, it"]
    assert filled("thanks{-v}", "many thanks (&(v=(so much)))?", "many thanks, many thanks so much") == ["thanks"] * 2
    assert filled("{g} {v}", "you g=((now)?) v=({send})", "you send it") == ["send"]


@pytest.mark.parametrize(
    ("template", "phrase", "text", "result", "language"),
    [
        ("{x:request+}", "x=(ticket+)", "both tickets", "requests", "en"),
        ("{x:request+}", "x=((case|ticket)+)", "one case", "request", "en"),
        ("{x:query+}", "x=(ticket+)", "one ticket", "query", "en"),
        ("{x:query+}", "x=(ticket+)", "both tickets", None, "en"),
        ("{x:rule+}", "x=(policy+)", "both policies", None, "en"),
        ("{x:پیام+}", "x=(نامه+)", "نامه‌های شما", "پیام‌های", "fa"),
        ("{x:پیام+}", "x=(نامه+)", "نامه های شما", "پیام های", "fa"),
        ("{x:پیام+}", "x=(کار+)", "کارهایتان", "پیام‌هایتان", "fa"),
        ("{x:خبر+}", "x=(پیام+)", "پیام‌هایتان", "خبرهایتان", "fa"),
        ("{x:خبر+}", "x=(پیام+)", "پیامتان", "خبرتان", "fa"),
        ("{x:نامه+}", "x=(پیام+)", "پیامم", None, "fa"),
    ],
)
def test_a_noun_with_the_same_ending(template: str, phrase: str, text: str, result: str | None, language: str) -> None:
    assert filled(template, phrase, text, language) == [result]


def test_the_reading_is_the_one_that_the_phrase_asked_for() -> None:
    assert filled("{x:write}", "had x=({put participle})", "we had put it") == ["written"]
    assert filled("{x:write}", "we x=({put past})", "we put it") == ["wrote"]


@pytest.mark.parametrize(
    ("template", "phrase", "text"),
    [
        ("{x}", "(x=(kindly))? send", "send it"),
        ("please {x}", "(x=(kindly) ask|kindly send) it", "kindly send it"),
        ("{y}", "x=(send)", "send it"),
        ("{x:buy}", "x=(the) {send}", "the send"),
        ("{x:buy} and {y}", "x=({send}) (y=(now))?", "send it"),
    ],
)
def test_a_slot_that_cannot_be_filled_leaves_no_rewrite(template: str, phrase: str, text: str) -> None:
    assert filled(template, phrase, text) == [None]


def test_a_verb_that_nobody_knows_leaves_no_rewrite() -> None:
    assert filled("{x:ناکردن}", "x=({نمودن})", "بررسی نمودیم", "fa") == [None]
