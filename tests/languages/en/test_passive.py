from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.languages.en.words import joined
from tonelint.languages.en.passive import Passive, passives

OURS = {
    "Your claim hasn’t yet been fully reviewed.": "hasn’t yet been fully reviewed",
    "Your request has been received.": "has been received",
    "The invoice will be sent soon.": "will be sent",
    "Your feedback has been noted.": "has been noted",
    "It was decided to close the branch.": "was decided",
    "It's been decided to keep the fee.": "'s been decided",
    "A decision has been made.": "has been made",
    "An error was made.": "was made",
    "It will be looked into.": "will be looked into",
    "The matter is being dealt with.": "is being dealt with",
    "Your application was declined.": "was declined",
    "You will be informed by Friday.": "will be informed",
    "You'll be contacted by our team.": "'ll be contacted",
    "The difference shall be remitted on verification.": "shall be remitted",
    "An inspection has been conducted.": "has been conducted",
    "Once your address has been confirmed, the card goes out.": "has been confirmed",
    "The key is lost, in which case a new one will be issued.": "will be issued",
    "The bag has been found and is being kept at the desk.": "has been found|is being kept",
    "Your feedback will be passed on to the kitchen.": "will be passed",
    "Your ticket was closed yesterday.": "was closed",
    "Your form has been sent to our printer and will be completed there.": "has been sent|will be completed",
    "The courier has been contacted.": "has been contacted",
    "Your application for a second permit was refused in June.": "was refused",
    "Your proposal went to the editor, and it was turned down.": "was turned down",
    "Your candidacy was not retained.": "was not retained",
    "The last bill was estimated.": "was estimated",
    "Complaints of this sort are handled in the order in which they come.": "are handled",
    "We've checked, and your refund has been processed.": "has been processed",
    "Your letter has been read and noted.": "has been read",
    "The permit was erroneously provisioned for two cars.": "was erroneously provisioned",
    "The old list was taken by mistake.": "was taken",
    "The concession is not granted on Sundays.": "is not granted",
    "The tender was not awarded.": "was not awarded",
    "The survey may not be disclosed before the sale.": "may not be disclosed",
    "It is acknowledged that the lift stood still.": "is acknowledged",
    "It should be noted that the fee has doubled.": "should be noted",
    "Restoration is anticipated in March.": "is anticipated",
    "You have been added to the list.": "have been added",
}

NOT_OURS = [
    "The parcel was automatically returned by the courier.",
    "The parcel was returned by the courier.",
    "You got charged by the bank.",
    "Your card was declined.",
    "Your payment was declined by the bank.",
    "Claims are handled by the insurer.",
    "The milk is processed in Leeds.",
    "The heating was turned off.",
    "You won't be charged again.",
    "You will be charged $5 on Monday.",
    "You were promised a call and it didn't happen.",
    "Is it possible that the box wasn't opened?",
    "Was your refund processed?",
    "Can you confirm that the form was sent",
    "We're closed on Sunday.",
    "Our workshop is located in Leeds.",
    "I was tired of the old layout too.",
    "You must be tired of waiting.",
    "Here's how to get started.",
    "The parcel is expected on Friday.",
    "The doors are painted red.",
    "He is used to late shifts.",
    "You're all set.",
    "The price is based on your plan.",
    "The form can be found under Settings.",
    "Two batteries are included.",
    "The item that was sent to you is blue.",
    "The parcel, which has been sent to Leeds, is late.",
    "If your order has been shipped, we can't change it.",
    "Please make sure the update has been processed.",
    "Glad to hear it was resolved.",
    "This message was sent automatically.",
    "Your report will be sent to us.",
    "I was informed of your call.",
    "We were very impressed.",
    "The parcel was damaged in transit.",
    "It should be fixed by your plumber.",
    "Let us know how it was handled.",
    "Your form has been signed by the doctor.",
    "Your parcel was damaged.",
    "Your form was signed in May.",
    "Heavy rain is anticipated.",
    "Sorry that you were moved twice.",
    "You can be refunded until Friday.",
    "The fare can't be beaten.",
    "The train was packed this morning.",
    "It is understood by everyone here.",
]

NONE_AT_ALL = [
    "Here's how to get started.",
    "We're closed on Sunday.",
    "It is located in Leeds.",
    "I am very interested in this.",
    "I've sent the parcel.",
    "We have been there.",
    "You need to speed up.",
    "What happened has become clear.",
]


def found(text: str, level: str) -> list[str]:
    sentence = joined(text)
    return [text[sentence[p.first].start : sentence[p.last].end] for p in passives(sentence, text) if p.level == level]


@pytest.mark.parametrize("text", OURS)
def test_hidden_actor_is_us(text: str) -> None:
    assert "|".join(found(text, "ours")) == OURS[text]


@pytest.mark.parametrize("text", NOT_OURS)
def test_hidden_actor_is_not_us(text: str) -> None:
    assert found(text, "ours") == []


@pytest.mark.parametrize("text", NONE_AT_ALL)
def test_only_looks_like_a_passive(text: str) -> None:
    assert found(text, "ours") + found(text, "other") == []


@pytest.mark.parametrize(
    ("text", "agent"),
    [
        ("It was returned by the courier.", "the courier"),
        ("Your case was reviewed by our billing team.", "our billing team"),
        ("It will be sent by Friday.", ""),
        ("It will be sent by e-mail.", ""),
        ("It was changed by mistake.", ""),
        ("It was solved by restarting the router.", ""),
        ("It was sent to the address given by your bank.", ""),
    ],
)
def test_agent_is_who_and_not_how_or_when(text: str, agent: str) -> None:
    assert only(text).agent == agent


@pytest.mark.parametrize(
    ("text", "aspect"),
    [
        ("It is sent daily.", "present"),
        ("It was sent.", "past"),
        ("It has not been sent.", "perfect"),
        ("It had been sent.", "pluperfect"),
        ("It is being sent.", "progressive"),
        ("It was being sent.", "past-progressive"),
        ("It will be sent.", "future"),
        ("It will have been sent.", "modal"),
        ("It can be sent.", "modal"),
        ("It needs to be sent.", "infinitive"),
        ("You got charged twice.", "get"),
    ],
)
def test_auxiliaries_tell_the_time(text: str, aspect: str) -> None:
    assert only(text).aspect == aspect


def test_our_team_named_does_not_change_whose_passive_it_is() -> None:
    for text in ("Your claim was reviewed.", "Your refund has been approved.", "The fee will be waived."):
        assert found(text[:-1] + " by our team.", "ours") == found(text, "ours")


def test_a_long_chain_takes_no_longer_for_each_word() -> None:
    text = "was sent " * 3000 + "have been " * 3000
    assert len(passives(joined(text), text)) == 3000


PIECES = "has have been is was be being will not sent made by our team you it that which if and get , ? x"


@given(st.lists(st.sampled_from(PIECES.split()), max_size=14))
def test_passives_lie_in_the_sentence_one_after_the_other(words: list[str]) -> None:
    text = " ".join(words)
    sentence = joined(text)
    at = -1
    for passive in passives(sentence, text):
        assert at < passive.first < passive.last < len(sentence)
        assert passive.subject is None or 0 <= passive.subject < passive.first
        at = passive.last


def only(text: str) -> Passive:
    (passive,) = passives(joined(text), text)
    return passive
