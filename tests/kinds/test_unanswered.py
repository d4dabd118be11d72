"""Kind unanswered: what the customer wrote calls for an answer that the reply does not give."""

from __future__ import annotations

import pytest

from tests.phrases.compiled import Owner, compiled
from tonelint.kinds import unanswered
from tonelint.linter import LANGUAGES
from tonelint.text import document
from tonelint.types import Act, Context, Entry, Match, Reply, Rule, Span
from tonelint.views import View

PARAMS: dict[str, object] = {
    "heard": ["trouble"],
    "said": ["apology"],
    "answers": ["promise"],
    "spare": ["abuse"],
    "add": {"en": "⟨What we do⟩."},
}


def matches(text: str, *acts: str, message: str | None = None, situation: str | None = None) -> list[Match]:
    """What is found in a reply that has the named acts; “broken” in the message is the act trouble."""
    cues = compiled(Owner("act:trouble", "en", (Entry("broken"),)))
    rule = Rule("r", "missing-next-step", "unanswered", "ownership", "warning", {"en": "m"}, {"en": "w"}, params=PARAMS)
    check = unanswered.compile(rule, cues)
    read = document.read(text, LANGUAGES)
    views = [View(s, n, LANGUAGES["en"]) for n, s in enumerate(read.sentences)]
    done = tuple(Act(name, 0, 1, 0, 0, Span(0, 1)) for name in acts)
    return list(check(Reply(read, done, Context(customer_message=message, situation=situation), views)))


@pytest.mark.parametrize(
    ("acts", "message", "fires"),
    [
        ((), "The door is broken", True),
        (("promise",), "The door is broken", False),
        ((), "When do you open?", False),
        ((), None, False),
        (("apology",), "When do you open?", True),
        (("apology", "promise"), "The door is broken", False),
    ],
)
def test_the_message_or_an_apology_calls_for_an_answer(acts: tuple[str, ...], message: str | None, fires: bool) -> None:
    assert bool(matches("We hear you. Nice weather.", *acts, message=message)) == fires


def test_the_last_sentence_is_flagged_and_the_answer_goes_behind_it() -> None:
    text = "We hear you. Nice weather."
    (found,) = matches(text, message="It is broken")
    assert text[found.start : found.end] == "Nice weather."
    assert found.wider == ((found.start, found.end, "Nice weather. ⟨What we do⟩.", ""),)


def test_abuse_needs_no_answer() -> None:
    assert not matches("We hear you.", message="It is broken", situation="abuse")


def test_a_reply_without_words_is_left_alone() -> None:
    assert not matches("", message="It is broken")
