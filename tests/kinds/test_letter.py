"""What the kinds about whole replies share, and the kinds that stand on it: absent, signature, curt."""

from __future__ import annotations

import importlib
from collections.abc import Mapping

import pytest

from tests.phrases.compiled import compiled
from tonelint.context import context_of
from tonelint.kinds import KINDS
from tonelint.kinds.letter import content, is_letter, is_signed, opening
from tonelint.linter import LANGUAGES, Linter
from tonelint.text import document
from tonelint.types import Match, Reply, Rule

LINTER = Linter()
SIGNED = "Hi Ann,\n\nyour lamp is here. It is blue. It works.\n\nBest,\nTeam Lamp"


def reply(text: str, **context: str) -> Reply:
    known = context_of(None, context)
    return LINTER._read(document.read(text, LANGUAGES), known)


def matches(kind: str, text: str, params: Mapping[str, object], **context: str) -> list[Match]:
    message = {"fa": "m", "en": "m"}
    rule = Rule("r", "length", kind, "structure", "warning", message, message, params=params)
    return list(importlib.import_module(KINDS[kind]).compile(rule, compiled())(reply(text, **context)))


@pytest.mark.parametrize(
    ("text", "greets", "context", "is_one"),
    [
        ("It works.", False, {"channel": "email"}, True),
        ("It works.", True, {"channel": "chat"}, False),
        ("It works.", True, {}, True),
        ("It works.", False, {}, False),
        ("It works. It is blue. It is here.", False, {}, False),
        ("It works. It is blue. It is here.", False, {"customer_name": "Ann"}, True),
        (SIGNED, False, {}, True),
        (SIGNED, True, {"turn": "follow-up"}, False),
    ],
)
def test_is_letter(text: str, greets: bool, context: dict[str, str], is_one: bool) -> None:
    assert is_letter(reply(text, **context), ["email"], greets) is is_one


def test_content_leaves_out_signature_and_formula() -> None:
    said = reply(SIGNED)
    assert [view.sentence.start for view in content(said)][1:] == [SIGNED.index(x) for x in ("your", "It is", "It w")]
    assert is_signed(said)
    assert not is_signed(reply("It works."))
    assert not is_signed(reply("@ann Hi Ann, it works. ^JD"))


OFFER = {"act": "offer", "or": "question", "channels": "email", "add": {"en": "Write again."}}


def test_absent_points_at_the_last_sentence_and_adds_one() -> None:
    (found,) = matches("absent", SIGNED, OFFER)
    assert SIGNED[found.start : found.end] == "It works."
    assert found.rewrites == (("It works. Write again.", "review"),)


@pytest.mark.parametrize(
    ("text", "context"),
    [
        (SIGNED.replace("It works.", "Reply here any time."), {}),
        (SIGNED.replace("It works.", "Does it work?"), {}),
        (SIGNED, {"channel": "chat"}),
        ("Hi Ann, it works.", {}),
        ("", {"channel": "email"}),
    ],
)
def test_absent_is_silent(text: str, context: dict[str, str]) -> None:
    assert matches("absent", text, OFFER, **context) == []


def test_a_question_at_the_beginning_is_no_offer() -> None:
    text = SIGNED.replace("your lamp", "How are you? Your lamp").replace("It is blue", "It is red and blue")
    assert len(matches("absent", text, OFFER)) == 1


TEAMS = {"channels": "email", "teams": ["team", "support", "brand", "پشتیبانی", "واحد"]}


@pytest.mark.parametrize(
    ("signature", "flagged"),
    [
        ("Team Lamp", "Team Lamp"),
        ("The Support Team\nLampyard", "The Support Team"),
        ("{{brand}} Support", "{{brand}} Support"),
        ("Ann\nSupport", ""),
        ("Zork, Support", ""),
        ("{{agent}}\nSupport", ""),
        ("Support, Lampyard", "Support, Lampyard"),
        ("Sara from Support", ""),
        ("Zork", ""),
    ],
)
def test_signature(signature: str, flagged: str) -> None:
    text = SIGNED.replace("Team Lamp", signature)
    assert [text[m.start : m.end] for m in matches("signature", text, TEAMS)] == [flagged] * bool(flagged)


def test_a_persian_family_name_behind_the_unit() -> None:
    text = "سلام خانم نوری\n\nبسته رسید.\n\nبا احترام\nپشتیبانی"
    assert len(matches("signature", text, TEAMS)) == 1
    assert matches("signature", text + " – شکوری", TEAMS) == []


def test_an_agent_who_is_named_in_the_text() -> None:
    text = SIGNED.replace("It works.", "I am Zork.")
    assert matches("signature", text, TEAMS, agent_name="Zork Field") == []
    assert len(matches("signature", text, TEAMS, agent_name="Ben Field")) == 1


CURT = {"cold": "refusal", "warm": ["offer", "apology"], "reason": "reason", "few": "6", "most": "14"}


@pytest.mark.parametrize(
    ("text", "fires"),
    [
        ("We don't ship to islands.", True),
        ("We don't ship to islands, sorry about that.", False),
        ("We don't do that because we can't.", False),
        ("No refunds, because we don't.", True),
        ("The parcel is in Leeds.", False),
        ("We don't ship to islands. The boat leaves at nine and it is full of sheep and hay.", False),
        ("", False),
    ],
)
def test_curt(text: str, fires: bool) -> None:
    found = matches("curt", text, CURT)
    assert [text[m.start : m.end] for m in found] == [text] * fires


@pytest.mark.parametrize(
    ("params", "context", "count"),
    [
        ({}, {"channel": "chat"}, 0),
        ({"letters": "no"}, {"channel": "chat"}, 1),
        ({"letters": "no"}, {}, 1),
        ({"letters": "no", "signs": "[Ll]amp"}, {}, 0),
        ({"letters": "no", "signs": ["zzz", "[!]"]}, {}, 1),
        ({"letters": "no", "least": "8"}, {}, 0),
        ({"letters": "no", "least": "7"}, {}, 1),
    ],
)
def test_absent_anywhere(params: dict[str, object], context: dict[str, str], count: int) -> None:
    assert len(matches("absent", "Your lamp is here. It is blue.", {"act": "offer", **params}, **context)) == count


def test_absent_puts_first_what_belongs_there() -> None:
    params = {**OFFER, "or": "greeting", "place": "first", "letters": "no", "add": {"en": "Thanks for writing."}}
    (found,) = matches("absent", "Your lamp is here. It is blue.", params)
    assert found.rewrites == (("Thanks for writing. Your lamp is here.", "review"),)


def test_the_opening_is_what_comes_after_the_courtesies() -> None:
    said = opening(reply("Hi Ann! Thanks for your mail. It works. It is blue."))
    assert said is not None and [word.key for word in said.words[:2]] == ["it", "works"]
    assert opening(reply("")) is None
