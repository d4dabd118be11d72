from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.languages.en.words import joined
from tonelint.languages.en.active import to_active
from tonelint.languages.en.passive import passives

ACTIVE = {
    "Your request has been received.": "We've received your request.",
    "Your claim hasn’t been approved yet.": "We haven’t approved your claim yet.",
    "Your claim has not yet been approved.": "We have not approved your claim yet.",
    "The refund will be issued within 3 business days.": "We'll issue the refund within 3 business days.",
    "Your ticket has now been updated.": "We've now updated your ticket.",
    "Your account has been successfully upgraded.": "We've upgraded your account.",
    "The keys were given to Ann, your case was handled.": "The keys were given to Ann, we handled your case.",
    "The address wasn't changed.": "We didn't change the address.",
    "Your label is being printed and your key is being cut.": "We're printing your label and your key is being cut.",
    "This issue is being looked into.": "We're looking into this issue.",
    "The letter was written on Monday.": None,
    "Your case was reviewed by our billing team.": "Our billing team reviewed your case.",
    "You'll be contacted by our team.": "Our team will contact you.",
    "You will be notified on Monday.": "We will notify you on Monday.",
    "It has been decided to extend the offer.": "We've decided to extend the offer.",
    "Sorry for the wait, your invoice was corrected.": "Sorry for the wait, we corrected your invoice.",
    "Your event has been organised.": "We've organised your event.",
    "Your card was declined.": None,
    "More features and tools will be added.": None,
    "This has all been forwarded to the depot.": None,
    "Your order was cancelled.": None,
    "It was sent on Monday.": "We sent it on Monday.",
    "Everything has been refunded.": "We've refunded everything.",
    "Mistakes were made.": "We made mistakes.",
    "Order 4711 has been shipped.": "We've shipped order 4711.",
    "Your account was suspended.": "We suspended your account.",
    "The parcel was packed and shipped.": "We packed and shipped the parcel.",
    "Your order was checked on Monday and sent today.": "We checked your order on Monday and sent it today.",
    "The bag you left here has been returned.": "We've returned the bag you left here.",
    "Your request has been received and will be reviewed.": "We've received your request and will review it.",
    "Your case was checked but was not closed.": "We checked your case but did not close it.",
    "Your order has been shipped and should arrive today.": "We've shipped your order and it should arrive today.",
    "The two lamps you wanted have been shipped.": "We've shipped the two lamps you wanted.",
    "Your bag has been found by our colleagues.": "Our colleagues have found your bag.",
    "Your bag hasn’t been checked by our team.": "Our team hasn’t checked your bag.",
    "It was decided to close the shop.": "We decided to close the shop.",
    "It was brought to our attention that the lift is slow.": None,
    "Your bag was sent to and checked in Rome.": None,
    "The lamps you wanted were shipped on Monday.": None,
    "Your card was charged twice and will be refunded.": None,
    "Your parcel was weighed, packed and shipped and has been sent.": None,
    "The form had been processed.": None,
}  # fmt: skip


def rewritten(text: str, speaker: str = "we") -> str | None:
    sentence = joined(text)
    for passive in passives(sentence, text):
        active = to_active(passive, sentence, text, speaker)
        if active is not None:
            assert active.safety == "review"
            return text[: active.start] + active.text + text[active.end :]
    return None


@pytest.mark.parametrize("text", [text for text in ACTIVE if ACTIVE[text] is not None])
def test_actor_is_said(text: str) -> None:
    assert rewritten(text) == ACTIVE[text]


@pytest.mark.parametrize("text", [text for text in ACTIVE if ACTIVE[text] is None])
def test_unsure_stays_as_it_is(text: str) -> None:
    assert rewritten(text) is None


@pytest.mark.parametrize("text", [text for text in ACTIVE if ACTIVE[text] is not None and " key" not in text])
def test_what_came_out_has_no_passive_left(text: str) -> None:
    better = rewritten(text)
    assert better is not None
    assert passives(joined(better), better) == []


@pytest.mark.parametrize(
    ("text", "becomes"),
    [
        ("Your label has been printed.", "I've printed your label."),
        ("Your label is being printed.", "I'm printing your label."),
        ("Sara, your label will be printed.", "Sara, I'll print your label."),
        ("Your label hasn't been printed.", "I haven't printed your label."),
    ],
)
def test_a_reply_that_speaks_as_i(text: str, becomes: str) -> None:
    assert rewritten(text, "I") == becomes


PIECES = "your refund has been is was will be being not yet sent noted by our team you it that and ,"


@given(st.lists(st.sampled_from(PIECES.split()), max_size=14))
def test_any_words_can_be_asked_for(words: list[str]) -> None:
    rewritten(" ".join(words))
