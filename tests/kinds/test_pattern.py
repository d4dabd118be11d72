"""Kind pattern: what is seen in the characters."""

from __future__ import annotations

import pytest

from tests.phrases.compiled import compiled
from tonelint.context import context_of
from tonelint.errors import RuleError
from tonelint.kinds import expressions, pattern
from tonelint.linter import LANGUAGES, Linter
from tonelint.text import document
from tonelint.types import Match, Rule

LINTER = Linter()


def found(text: str, languages: tuple[str, ...] = ("fa", "en"), **params: object) -> list[Match]:
    message = dict.fromkeys(languages, "m")
    rule = Rule("r", "emphasis", "pattern", "care", "info", message, message, params=params)
    reply = LINTER._read(document.read(text, LANGUAGES), context_of(None, {}))
    return list(pattern.compile(rule, compiled())(reply))


def pieces(text: str, **params: object) -> list[str]:
    return [text[m.start : m.end] for m in found(text, ("fa", "en"), **params)]


def test_the_group_flag_or_all_of_it() -> None:
    assert pieces("a bb c", patterns="b+") == ["bb"]
    assert pieces("a bb c", patterns="b(?P<flag>b)") == ["b"]


def test_the_longest_of_those_that_overlap() -> None:
    assert pieces("abcd", patterns=["bc", "bcd", "cd"]) == ["bcd"]


def test_zones_signatures_and_quotes_are_not_ours() -> None:
    text = "Hi Ann, `x!!` and “y!!” and https://a.com/!!b.\n\nBest,\nZork!!\n\n> z!!"
    assert pieces(text, patterns="!!") == []


def test_most_is_fine() -> None:
    assert pieces("a! b! c!", patterns="!", most="2") == ["!"]
    assert pieces("a! b!", patterns="!", most="2") == []


def test_beside_an_act_of_the_same_sentence() -> None:
    text = "We don't ship to islands 😊 It is here 😊"
    assert [m.start for m in found("We don't ship to islands 😊", patterns="😊", beside="refusal")] == [25]
    assert found("It is here 😊", patterns="😊", beside="refusal") == []
    assert len(found(text, patterns="😊")) == 2


def test_what_stands_in_the_place() -> None:
    (match,) = found("You MUST go.", patterns="MUST", put={"en": "{lower}"})
    assert match.rewrites == (("must", "review"),)
    (match,) = found("You MUST go.", patterns="MUST", put={"fa": "x"})
    assert match.rewrites == ()


def test_only_the_languages_of_the_rule() -> None:
    assert found("این خیلی خوب است!!", languages=("en",), patterns="!!") == []


def test_a_pattern_that_runs_away_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """It would not come back otherwise."""
    monkeypatch.setattr(expressions, "_SECONDS", 0.05)
    with pytest.raises(RuleError, match="takes more than"):
        found("a" * 5000 + "!", patterns="(?:a|aa|a+)+$")


def test_what_the_customer_wrote_and_what_else_the_sentence_says() -> None:
    text = "Hi Ann! I'm so sorry! It works now!"
    assert pieces(text, patterns="!", heard="customer-anger") == []
    assert pieces(text, patterns="!", apart="apology") == ["!", "!"]
    rule = Rule("r", "emphasis", "pattern", "care", "info", {"en": "m"}, {"en": "w"}, params={"patterns": "!"})
    angry = LINTER._read(document.read("This is ridiculous.", LANGUAGES), context_of(None, {}))
    reply = LINTER._read(document.read(text, LANGUAGES), context_of(None, {}))._replace(heard=angry)
    asked = rule._replace(params={"patterns": "!", "heard": "customer-anger"})
    assert len(list(pattern.compile(asked, compiled())(reply))) == 3
