"""Kind likely: the clause of a sentence that is likely to do something, and the words that decided."""

from __future__ import annotations

import pytest

from tests.labeller.made import FAULT, LACK, made
from tonelint import labeller
from tonelint.cues import Cues
from tonelint.kinds import likely
from tonelint.linter import LANGUAGES
from tonelint.text import document
from tonelint.types import Context, Match, Reply, Rule
from tonelint.views import View


def found(monkeypatch: pytest.MonkeyPatch, text: str, **params: object) -> list[Match]:
    weights = {"gadzooks": 100, "zounds": 60}
    own = made({}, weights) if "whole" in params else made(weights)
    monkeypatch.setattr(labeller, "of", lambda code: own)
    rule = Rule(
        "odd-likely",
        "odd",
        "likely",
        "care",
        "info",
        {"en": "odd: {words}"},
        {},
        params={"label": LACK if "whole" in params else FAULT, "least": "3", **params},
    )
    read = document.read(text, LANGUAGES, "en")
    views = [View(sentence, number, LANGUAGES["en"]) for number, sentence in enumerate(read.sentences)]
    return list(likely.compile(rule, Cues(LANGUAGES, {}))(Reply(read, (), Context(), views)))


def test_the_clause_that_speaks_loudest(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "It works well, gadzooks indeed, and so on. It does."
    [match] = found(monkeypatch, text)
    assert text[match.start : match.end] == "gadzooks indeed"
    assert match.values == {"match": "gadzooks indeed", "words": "gadzooks"}


def test_the_words_that_decided_are_told_in_their_order(monkeypatch: pytest.MonkeyPatch) -> None:
    [match] = found(monkeypatch, "Zounds it works Gadzooks.")
    assert match.values["words"] == "Zounds, Gadzooks"


def test_only_the_likeliest_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Zounds it works. Zounds gadzooks it works."
    [match] = found(monkeypatch, text)
    assert match.values["words"] == "Zounds, gadzooks"


def test_short_sentences_are_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not found(monkeypatch, "Gadzooks indeed.")
    assert found(monkeypatch, "Gadzooks indeed.", least="2")


def test_only_what_holds_a_phrase_where_the_rule_asks_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not found(monkeypatch, "Gadzooks it works.", phrased="yes")
    assert found(monkeypatch, "Gadzooks it works.", phrased="no")


def test_what_could_stand_in_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    [match] = found(monkeypatch, "Gadzooks it works.", put={"en": "⟨what happened⟩"})
    assert match.rewrites == (("⟨what happened⟩", "idea"),)


def test_a_reply_as_a_whole_is_flagged_at_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Zounds, gadzooks. It works well."
    more: dict[str, object] = {"whole": "yes", "add": {"en": "Bye!"}}
    [match] = found(monkeypatch, text, **more)
    assert text[match.start : match.end] == "It works well."
    assert match.values["words"] == "Zounds, gadzooks"
    assert match.rewrites == (("It works well. Bye!", "review"),)
    assert not found(monkeypatch, "It works well. It does.", **more)
    assert not found(monkeypatch, text, **more, least="6")


def test_the_sentence_that_asks_for_what_is_lacking_is_flagged(monkeypatch: pytest.MonkeyPatch) -> None:
    own = made({}, {"gadzooks": 100}, {"no": {"zounds": 50}})
    monkeypatch.setattr(labeller, "of", lambda code: own)
    params = {"label": LACK, "least": "3", "whole": "yes", "at": "no", "add": {"en": "Why?"}}
    rule = Rule("odd-likely", "odd", "likely", "care", "info", {"en": "odd"}, {}, params=params)
    read = document.read("So it goes. Zounds it is. Gadzooks.", LANGUAGES, "en")
    views = [View(sentence, number, LANGUAGES["en"]) for number, sentence in enumerate(read.sentences)]
    check = likely.compile(rule, Cues(LANGUAGES, {}))
    [match] = check(Reply(read, (), Context(), views))
    assert read.text[match.start : match.end] == "Zounds it is."
    assert match.rewrites == (("Zounds it is. Why?", "review"),)
    [match] = check(Reply(read, (), Context(), views[1:]))  # as where the first one is quoted
    assert read.text[match.start : match.end] == "Zounds it is."
