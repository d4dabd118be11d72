"""What the customer's message asks of a reply."""

from __future__ import annotations

import importlib

import pytest

from tests.phrases.compiled import compiled
from tonelint.kinds import KINDS
from tonelint.linter import LANGUAGES, Linter
from tonelint.testing import only
from tonelint.text import document
from tonelint.types import Act, Context, Match, Reply, Rule, Span
from tonelint.views import View


def reply(text: str, *acts: str, heard: tuple[str, ...] = (), situation: str | None = None) -> Reply:
    """A reply with all acts in its first sentence, and a message with the acts that were heard."""
    read = document.read(text, LANGUAGES)
    views = [View(s, n, LANGUAGES["en"]) for n, s in enumerate(read.sentences)]
    message = Reply(document.read("What?", LANGUAGES), _acts(heard), Context(customer_message="What?"))
    return Reply(read, _acts(acts), Context(situation=situation), views, {}, message)


def _acts(names: tuple[str, ...]) -> tuple[Act, ...]:
    return tuple(Act(name, 0, 2, 0, 0, Span(0, 2)) for name in names)


def matches(said: Reply, **params: object) -> list[Match]:
    rule = Rule("r", "empathy", "customer", "care", "warning", {"en": "m"}, {"en": "w"}, params=params)
    return list(importlib.import_module(KINDS["customer"]).compile(rule, compiled())(said))


@pytest.mark.parametrize(
    ("said", "heard", "situation", "fires"),
    [
        ((), ("anger",), None, True),
        (("apology",), ("anger",), None, False),
        ((), ("thanks",), None, False),
        ((), (), "complaint", True),
        ((), (), "outage", False),
        ((), ("anger", "joke"), None, False),
    ],
)
def test_when_and_needs(said: tuple[str, ...], heard: tuple[str, ...], situation: str | None, fires: bool) -> None:
    params = {"when": "anger", "unless": "joke", "situations": ("complaint",), "needs": ("apology",)}
    assert bool(matches(reply("It was sent.", *said, heard=heard, situation=situation), **params)) == fires


@pytest.mark.parametrize(("message", "fires"), [("It broke!!", True), ("It broke.", False), ("Broke?!", True)])
def test_some_acts_count_only_if_the_message_shouts(message: str, fires: bool) -> None:
    said = reply("It was sent.", heard=("trouble",))
    said = said._replace(context=Context(customer_message=message))
    assert bool(matches(said, loud="trouble", needs="apology")) == fires


def test_parts_that_are_missing_are_named() -> None:
    parts = {
        "sorry": {"acts": "apology", "en": "an apology", "fa": "پوزش"},
        "when": {"acts": ("time",), "en": "a time", "fa": "زمان"},
        "why": {"acts": ("reason",), "en": "a reason", "fa": "دلیل"},
    }
    (found,) = matches(reply("It broke.", "reason", situation="outage"), situations="outage", parts=parts)
    assert found.values["missing"] == "an apology, a time"


def test_has_underlines_the_act_and_rewrites_its_sentence() -> None:
    (found,) = matches(reply("No. Bye.", "refusal", heard=("ask",)), when="ask", has="refusal", add={"en": "Yes."})
    assert (found.start, found.end, found.wider) == (0, 2, ((0, 3, "Yes.", "review"),))
    assert not matches(reply("Yes.", heard=("ask",)), when="ask", has="refusal")


def test_the_first_sentence_that_is_no_greeting() -> None:
    said = reply("Hi Jo. It ships.", "greeting", heard=("ask",))
    (found,) = matches(said, when="ask", needs="time", place="first", add={"en": "I see."})
    assert said.document.text[found.start : found.end] == "It ships."
    assert found.rewrites == (("I see. It ships.", "review"),)
    (found,) = matches(said, when="ask", needs="time", place="last", add={"en": "By ⟨time⟩."})
    assert found.rewrites[0][0] == "It ships. By ⟨time⟩."


def test_nothing_known_means_silent_and_says_so() -> None:
    linter = only(Linter(), "complaint-unheard")
    report = linter.check("It was sent.")
    assert (report.findings, report.skipped) == ((), {"complaint-unheard": ("customer_message|situation",)})
    assert linter.check("It was sent.", situation="complaint").findings
    assert not linter.check("It was sent.", situation="complaint").skipped


def test_the_customers_own_words_are_an_echo() -> None:
    linter = only(Linter(), "complaint-unheard")
    message = "You are useless, nobody answers!"
    assert linter.check("It was sent.", customer_message=message).findings
    assert not linter.check("“Nobody answers”: I do. It was sent.", customer_message=message).findings
    assert linter.check("Press “Send” and wait.", customer_message=message).findings


@pytest.mark.parametrize("message", ["\ud800", "\x00" * 9, "😡" * 50, "؟" * 200, "!" * 2000])
def test_any_message_can_be_read(message: str) -> None:
    assert Linter().check("It was sent.", customer_message=message).text


@pytest.mark.parametrize(
    ("limits", "fires"),
    [({}, True), ({"message": "1", "reply": "3"}, True), ({"reply": "2"}, False)],
)
def test_only_short_messages_and_replies(limits: dict[str, str], fires: bool) -> None:
    assert bool(matches(reply("It was sent.", heard=("anger",)), when="anger", needs="apology", **limits)) == fires
