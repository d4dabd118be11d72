"""Kinds that look only at acts and their order: sandwich, companion, count; and length."""

from __future__ import annotations

import importlib

import pytest

from tests.phrases.compiled import compiled
from tonelint.kinds import KINDS
from tonelint.linter import LANGUAGES
from tonelint.text import document
from tonelint.types import Act, Context, Match, Reply, Rule, Span
from tonelint.views import View


def reply(*names: str, text: str = "") -> Reply:
    """A reply whose n-th sentence is «word.» with the n-th act; "" is a sentence without one, "a+b" has two."""
    text = text or " ".join(f"Word{'x' * n}." for n, _ in enumerate(names))
    read = document.read(text, LANGUAGES)
    acts = []
    for number, (sentence, name) in enumerate(zip(read.sentences, names, strict=False)):
        for offset, one in enumerate(part for part in name.split("+") if part):
            start = sentence.start + offset
            acts.append(Act(one, start, start + 1, number, offset, Span(sentence.start, sentence.end)))
    views = [View(s, n, LANGUAGES["en"]) for n, s in enumerate(read.sentences)]
    return Reply(read, tuple(acts), Context(), views)


def matches(kind: str, said: Reply, **params: object) -> list[Match]:
    rule = Rule("r", "length", kind, "structure", "warning", {"en": "m"}, {"en": "w"}, params=params)
    return list(importlib.import_module(KINDS[kind]).compile(rule, compiled())(said))


SANDWICH = {"bad": ["refusal"], "before": ["thanks", "reason"], "after": ["alternative"]}


@pytest.mark.parametrize(
    ("names", "fires"),
    [
        (("thanks", "refusal", "alternative"), False),
        (("reason+refusal+alternative",), False),
        (("thanks", "refusal"), True),
        (("refusal", "alternative"), True),
        (("alternative", "refusal", "thanks"), True),
        (("thanks", "refusal", "alternative", "refusal"), True),
        (("thanks", "alternative"), False),
    ],
)
def test_sandwich(names: tuple[str, ...], fires: bool) -> None:
    found = matches("sandwich", reply(*names), **SANDWICH)
    assert len(found) == fires


@pytest.mark.parametrize(
    ("names", "fires"),
    [
        (("mishap", "alternative"), False),
        (("thanks", "mishap"), True),
        (("mishap",), True),
        (("mishap", "refusal", "alternative"), True),
    ],
)
def test_mild_news_alone_need_no_cushion_before_them(names: tuple[str, ...], fires: bool) -> None:
    told = {**SANDWICH, "bad": ["refusal", "mishap"], "mild": ["mishap"]}
    assert len(matches("sandwich", reply(*names), **told)) == fires


def test_sandwich_says_which_slice_is_missing() -> None:
    wording = {"missing-after": {"en": "a way out"}, "missing-before": {"en": "a kind word"}}
    (found,) = matches("sandwich", reply("thanks", "refusal"), **SANDWICH, **wording)
    assert found.values["missing"] == "a way out"


@pytest.mark.parametrize(
    ("names", "params", "count"),
    [
        (("refusal", "reason"), {"after": "1"}, 0),
        (("refusal", "", "reason"), {"after": "1"}, 1),
        (("refusal", "", "reason"), {"after": "any"}, 0),
        (("reason", "refusal"), {"after": "1"}, 1),
        (("reason", "refusal"), {"before": "1"}, 0),
        (("reason+refusal",), {"side": "after"}, 1),
        (("refusal+reason",), {"side": "after"}, 0),
        (("refusal", "refusal"), {}, 1),
        (("refusal", "refusal"), {"each": "yes"}, 2),
        (("refusal", "", "abuse"), {"unless": ["abuse"]}, 0),
        (("refusal+good-news",), {"beside": ["good-news"]}, 0),
        (("refusal", "good-news"), {"beside": ["good-news"], "after": "any"}, 1),
        (("thanks",), {}, 0),
    ],
)
def test_companion(names: tuple[str, ...], params: dict[str, object], count: int) -> None:
    assert len(matches("companion", reply(*names), when=["refusal"], needs=["reason"], **params)) == count


def test_count_flags_the_first_over_the_limit() -> None:
    said = reply("apology", "apology", "", "apology", "apology")
    (found,) = matches("count", said, act="apology", most="2")
    assert (found.start, found.values["count"]) == (said.document.sentences[3].start, "4")
    assert not matches("count", said, act="apology", most="4")


def test_length_of_sentence_paragraph_and_reply() -> None:
    said = reply(text="one two three. four five.\n\nsix seven.")
    assert [m.values["count"] for m in matches("length", said, sentence="2")] == ["3"]
    assert [m.values["count"] for m in matches("length", said, paragraph="4")] == ["5"]
    assert [m.values["count"] for m in matches("length", said, reply="6")] == ["7"]
    assert [m.values["count"] for m in matches("length", said, least="8")] == ["7"]
    assert not matches("length", said, sentence="3", paragraph="5", reply="7", least="7")


def test_companion_spares_situations() -> None:
    said = reply("refusal")
    params: dict[str, object] = {"when": ["refusal"], "needs": ["reason"], "spare": ["abuse"]}
    assert matches("companion", said, **params)
    assert not matches("companion", said._replace(context=Context(situation="abuse")), **params)


def test_companion_adds_what_is_missing_before_the_mark_that_ends_the_clause() -> None:
    said = reply("refusal", text="We cannot do it.")
    (found,) = matches("companion", said, when=["refusal"], needs=["reason"], add={"en": ", because ⟨why⟩"})
    assert found.wider == ((0, 15, "We cannot do it, because ⟨why⟩", ""),)


LONG = "We packed your lamp on Monday, and our driver brought it to the shop on Tuesday"


def test_a_long_sentence_is_cut_at_the_joint_next_to_its_middle() -> None:
    params = {"sentence": "9", "joints": ["and", "so"], "subjects": ["our", "it"]}
    (found,) = matches("length", reply("", text=f"{LONG}."), **params)
    assert found.rewrites[0][0].startswith("We packed your lamp on Monday. Our driver brought")
    (found,) = matches("length", reply("", text=LONG.replace(", and our", " and our")), **params)
    assert found.rewrites == ()


def test_a_link_parts_a_sentence() -> None:
    text = "We put it all on https://example.com/lamp where you can read it"
    assert matches("length", reply("", text=text), sentence="5") == []
    assert len(matches("length", reply("", text=text), sentence="4")) == 1


def test_companion_waits_until_there_are_enough() -> None:
    params = {"when": ["step"], "needs": ["picture"], "after": "any", "before": "any", "least": "3"}
    assert not matches("companion", reply("step", "step"), **params)
    assert len(matches("companion", reply("step", "step", "step"), **params)) == 1
    assert not matches("companion", reply("step", "step", "step", "picture"), **params)
