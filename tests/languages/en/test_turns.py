"""Clauses that are dropped or turned into requests. The found words stand in brackets; what is promised, behind them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.languages.en.words import joined
from tonelint.languages.base import TURNS
from tonelint.languages.en.fit import fit
from tonelint.languages.en.turns import turn
from tonelint.rewrite import rewrites
from tonelint.types import Match

DROP = {
    "We open at nine. [We are here to help] if you would like to send a photo.": None,
    "We open at nine. [We are here to help] if you need anything.": "We open at nine.",
    "We open at nine. You are [not just a number to us].": "We open at nine.",
    "We open at nine. Please [accept our warmest regards].": "We open at nine.",
    "We open at nine. So [our people love you].": "We open at nine.",
    "Which lamp is it? [We are here to help], just need a photo.": None,
    "Please send it so that you know that [we value your trust].": "Please send it.",
    "Your bag left at nine. We hope that you know that [we value your trust].": "Your bag left at nine.",
    "[Our people pride themselves] on friendly drivers.": None,
    "Your refund is on its way, and [your joy is our goal].": "Your refund is on its way.",
    "[Your joy is our goal], so please send us a photo.": "Please send us a photo.",
    "[Your joy is our goal] and it will be read on Monday.": "It will be read on Monday.",
    "Your refund is on its way, [your joy is our goal], and Tom has the keys.": (
        "Your refund is on its way, and Tom has the keys."
    ),
    "If you need us, [we are always there]; your refund is on its way.": "Your refund is on its way.",
    "We refunded you because [your joy is our goal].": "We refunded you.",
    "Because [we love what we do], we've refunded you.": "We've refunded you.",
    "Hi Sara, [your joy is our goal].": "Hi Sara.",
    "[We love] feedback and will send you a cheque.": None,
    "[We strive] to answer within 24 hours, and your bag is here.": None,
    "I am glad, [is your joy our goal]?": None,
}  # fmt: skip
REQUEST = {
    "[We will hold you to the] contract.": None,
    "[You'd better pay] today.": "Please pay today.",
    "[It is imperative that you] call today.": "Please call today.",
    "[I must insist that you] return the key.": "Please return the key.",
    "To change it [you need to] call us.": "To change it please call us.",
    "[You must] send us the form by Friday.": "Please send us the form by Friday.",
    "If you want it back, [you have to] send it.": "If you want it back, please send it.",
    "So [you have to] call us.": "So please call us.",
    "[You must not] share the code.": "Please don't share the code.",
    "I do not mind, but [you must not] share it.": "I do not mind, but please do not share it.",
    "[You need to] be logged in.": "Please make sure you're logged in.",
    "The form [must be signed] and returned by Friday.": "Please sign and return the form by Friday.",
    "A photo of the meter [needs to be sent] as well.": "Please send a photo of the meter as well.",
    "Once done, the key [has to be returned] to us.": "Once done, please return the key to us.",
    "I can help because [you must] send it.": None,
    "The form that [you must] sign is here.": None,
    "You can print it and then [you need to] sign it.": None,
    "[You need to] please call us.": None,
    "The lease [must be signed] by the tenant.": None,
    "The lease [must not be signed].": None,
}
OTHERS = {
    "Customers [are expected to] read it.": ("ask", "We ask customers to read it."),
    "Each [guest has to] sign the form.": ("ask", "We ask each guest to sign the form."),
    "[Your own doctor has to sign] page two.": ("need", "We need your own doctor to sign page two."),
    "They [have to be in our hands] by the 15th.": ("need", "We need them by the 15th."),
    "A [signature is required].": ("need", "We need a signature."),
    "Guests [must not] smoke.": ("ask", None),
}
SORRY = {
    "[We apologise for any trouble] this may have caused and appreciate your help.": None,
    "[I'm sorry you feel that way] about our fees.": "I'm sorry about this.",
    "[We apologise for any trouble] this may have caused.": "We're sorry about this.",
    "Hi Sara! [So sorry if] your lamp wasn't what you'd hoped for 🙏": "Hi Sara! I'm sorry about this 🙏",
    "We checked, and [I'm sorry if] you are upset, but it stays.": "We checked, and I'm sorry about this, but it stays.",
    "[Sorry if] it took 30 days.": None,
    "[Sorry if] it took long and the lamp was broken.": None,
    "I was [sorry if] it took long.": None,
}


def turned(name: str, marked: str) -> str | None:
    """The text with the first rewrite that the turn comes to."""
    start, text = marked.index("["), marked.replace("[", "").replace("]", "")
    end = marked.index("]") - 1
    begin = max(text.rfind(mark, 0, start) + 2 for mark in (". ", "? ", "! "))
    begin = 0 if begin == 1 else begin  # where no sentence goes before
    words = [t._replace(start=t.start + begin, end=t.end + begin) for t in joined(text[begin:]) if t.kind != "mark"]
    inside = [n for n, word in enumerate(words) if start <= word.start < end]
    found = turn(name, words, inside[0], inside[-1] + 1, text)
    if found is None:
        return None
    (edit,) = rewrites(Match(start, end, "en", wider=((*found, "review"),)), text)[0].edits
    return text[: edit.start] + edit.text + text[edit.end :]


@pytest.mark.parametrize("marked", DROP)
def test_clause_that_says_nothing_goes(marked: str) -> None:
    assert turned("drop", marked) == DROP[marked]


@pytest.mark.parametrize("marked", REQUEST)
def test_orders_become_requests(marked: str) -> None:
    assert turned("request", marked) == REQUEST[marked]


@pytest.mark.parametrize("marked", OTHERS)
def test_duties_of_others_are_what_we_ask_or_need(marked: str) -> None:
    name, becomes = OTHERS[marked]
    assert turned(name, marked) == becomes


@pytest.mark.parametrize("marked", SORRY)
def test_sorry_is_said_plainly(marked: str) -> None:
    assert turned("sorry", marked) == SORRY[marked]


def test_last_words_of_a_reply_stay() -> None:
    assert turned("drop", "[Your joy is our goal].") is None


PIECES = (
    "you must please not be signed form the and if , ; . we can until because so Monday 12 their it sorry is".split()
)


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=14), st.data())
def test_any_words_can_be_asked_for(pieces: list[str], data: st.DataObject) -> None:
    text = " ".join(pieces)
    words = joined(text)
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first + 1, len(words)))
    for name in TURNS:
        found = turn(name, words, first, last, text)
        assert found is None or 0 <= found[0] < found[1] <= len(text)
    for better in ("", "the reply time", "specialists", "this"):
        start, end, _ = fit(better, words, first, last, text)
        assert 0 <= start < end <= len(text)


def test_a_sentence_without_end_is_left_alone() -> None:
    text = "we pride ourselves on it, and " * 60
    words = joined(text)
    assert turn("drop", words, 0, 3, text) is None
