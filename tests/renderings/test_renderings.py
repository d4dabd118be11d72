"""Saved replies with their variables filled in: what only an empty or a strange value brings."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.counting import LINEAR, growth
from tonelint.config import load
from tonelint.config.settings import Settings
from tonelint.errors import ConfigError, UsageError
from tonelint.linter import Linter
from tonelint.renderings import checked, rendered
from tonelint.report import Report
from tonelint.text.slots import slots
from tonelint.text.zones import find
from tonelint.types import Finding

LINTER = Linter()
REST = "\n\nYour order is on its way. If anything comes up, just reply here.\n\nBest,\nMina"
REST_FA = "\n\nسفارش شما امروز راه افتاد. اگر پرسشی بود، همین‌جا بنویسید.\n\nمینا"


def report(text: str, linter: Linter = LINTER, stage: str = "saved-reply") -> Report:
    return linter.check(text, stage=stage, channel="email")


def added(text: str, linter: Linter = LINTER, stage: str = "saved-reply") -> list[Finding]:
    before = report(text, linter, stage)
    return [finding for finding in checked(linter, before).findings if finding not in before.findings]


@pytest.mark.parametrize(
    ("text", "slot", "reads", "better"),
    [
        ("Hi {{first_name}}," + REST, "{{first_name}}", "“Hi ,”", ['{{ first_name | default: "there" }}']),
        (
            "Hi {%customer.firstName%}," + REST,
            "{%customer.firstName%}",
            "“Hi ,”",
            ["{%customer.firstName,fallback=there%}"],
        ),
        ("Dear #{ticket.customer.firstname}," + REST, "#{ticket.customer.firstname}", "“Dear ,”", []),
        ("Dear Ms {{last_name}}," + REST, "{{last_name}}", "“Dear Ms ,”", []),
        ("Hi %{name}," + REST, "%{name}", "“Hi ,”", []),
        ("Hi {% if name %}{{name}}{% endif %}," + REST, "", "", []),
        ("سلام {{name}} عزیز،" + REST_FA, "{{name}}", "«سلام  عزیز،»", ['{{ name | default: "همراه" }}']),
        ("سلام {{name}}،" + REST_FA, "{{name}}", "«سلام ،»", ['{{ name | default: "همراه گرامی" }}']),
        ("سلام خانم {{last_name}}،" + REST_FA, "{{last_name}}", "«سلام خانم ،»", []),
    ],
)
def test_a_greeting_collapses(text: str, slot: str, reads: str, better: list[str]) -> None:
    found = added(text)
    assert [text[slice(*f.span)] for f in found] == ([slot] if slot else [])
    for finding in found:
        assert slot in finding.message and reads in finding.message
        assert (finding.severity, finding.blocker) == ("info", False)
        assert [rewrite.text for rewrite in finding.rewrites] == better


@pytest.mark.parametrize(
    "text",
    [
        'Hi {{ first_name | default: "there" }},' + REST,
        "Hi {%customer.firstName,fallback=there%}," + REST,
        "Hi {% if name %}{{name}}{% else %}there{% endif %}," + REST,
        "Hi {{#if name}}{{name}}{{else}}there{{/if}}," + REST,
        "Hi [your name here]," + REST,
        "Hi Anna," + REST,
        'سلام {{ name | default: "همراه گرامی" }}،' + REST_FA,
        "Hi Anna,\n\nYour order {{order_number}} of {{product}} is on its way." + REST,
        "سلام مریم،\n\nسفارش {{order_number}} شما راه افتاد." + REST_FA,
    ],
)
def test_what_holds_with_every_value(text: str) -> None:
    assert added(text) == []


def test_what_the_better_wording_says_holds() -> None:
    for text in ("Hi {{first_name}}," + REST, "سلام {{name}} عزیز،" + REST_FA, "سلام {{name}}،" + REST_FA):
        [finding] = added(text)
        [edit] = finding.rewrites[0].edits
        assert added(text[: edit.start] + edit.text + text[edit.end :]) == []


def test_automatic_replies_are_tried_too_and_drafts_are_not() -> None:
    text = "Hi {{first_name}}," + REST
    assert [f.rule for f in added(text, stage="auto-reply")] == ["unfilled-placeholder"]
    assert added(text, stage="draft") == []


def test_the_score_counts_what_was_added() -> None:
    before = report("Hi {{first_name}}," + REST)
    after = checked(LINTER, before)
    assert after.score.value < before.score.value and after.ok


def test_settings_say_which_values_are_tried(tmp_path: Path) -> None:
    text = "Hi {{first_name}}," + REST
    assert added(text, Linter(Settings(renderings=()))) == []
    assert added(text, Linter(Settings(renderings=("long", "persian", "mixed")))) == []
    assert [f.rule for f in added(text, Linter(Settings(renderings=("empty",))))] == ["unfilled-placeholder"]
    (tmp_path / "tonelint.yaml").write_text("renderings: []\n", "utf-8")
    assert load(str(tmp_path / "tonelint.yaml")).renderings == ()
    (tmp_path / "tonelint.yaml").write_text("renderings: [emtpy]\n", "utf-8")
    with pytest.raises(
        ConfigError, match=r'tonelint\.yaml:1:13: renderings: "emtpy" is not known; did you mean "empty"\?'
    ):
        load(str(tmp_path / "tonelint.yaml"))
    with pytest.raises(UsageError, match='no value “emtpy” to try; did you mean "empty"'):
        added(text, Linter(Settings(renderings=("emtpy",))))


def test_a_long_value_makes_a_sentence_too_long(tmp_path: Path) -> None:
    words = " ".join(["we", "look", "at", "it", "again", "and"] * 5)
    text = f"Hi Anna,\n\nToday {words} then we send {{{{product}}}} to you." + REST
    linter = Linter(Settings(only=("long-sentence",), house={"limits": {"email": {"sentence": "39"}}}))
    found = added(text, linter)
    assert [(f.rule, text[slice(*f.span)]) for f in found] == [("long-sentence", "{{product}}")]
    assert found[0].message.startswith("If “{{product}}” is long: ")


@pytest.mark.parametrize(
    ("text", "full", "empty"),
    [
        ("Hi {{name}}!", "Hi A!", "Hi !"),
        ("{% if name %}a{% else %}b{% endif %}", "a", "b"),
        ("{% unless name %}a{% else %}b{% endunless %}", "b", "a"),
        ("{{#name}}a{{/name}}{{^name}}b{{/name}}", "a", "b"),
        ("{% if x %}a{% elsif y %}b{% else %}c{% endif %}d", "ad", "bd"),
        ("{% if x %}{% if y %}a{% endif %}b{% endif %}c", "abc", "c"),
        ("{% case x %}{% when 1 %}a{% when 2 %}b{% endcase %}c", "ac", "ac"),
        ("{% comment %}a{% endcomment %}b{# c #}", "b", "b"),
        ("{% for x in y %}{{x}},{% endfor %}", "A,", ","),
        ("{% if x %}a", "a", ""),
        ("a{% endif %}b", "ab", "ab"),
    ],
)
def test_conditions(text: str, full: str, empty: str) -> None:
    found = slots(text, find(text))
    assert rendered(text, found, lambda slot: "A").text == full
    assert rendered(text, found, lambda slot: "", empty=True).text == empty


@given(
    st.lists(
        st.sampled_from(
            ["Hi ", "{{name}}", "{% if a %}", "{% else %}", "{% endif %}", "، ", "سلام ", "{{", "}}", "\n"]
        ),
        max_size=20,
    ).map("".join)
)
def test_pieces_tile_the_rendering_and_places_are_in_the_reply(text: str) -> None:
    rendering = rendered(text, slots(text, find(text)), lambda slot: "Anna")
    assert [piece.start for piece in rendering.pieces] == [0, *(piece.end for piece in rendering.pieces[:-1])]
    assert rendering.pieces[-1].end == len(rendering.text)
    for piece in rendering.pieces:
        assert piece.slot or rendering.text[piece.start : piece.end] == text[piece.at : piece.to]
    for finding in checked(LINTER, report(text)).findings:
        assert 0 <= finding.span.start < finding.span.end <= len(text)


@pytest.mark.parametrize("piece", ["Hi {{name}}, it is here. ", "{% if a %}", "{{a}}", "سلام {{نام}} عزیز، رسید. "])
def test_cost_is_linear(piece: str) -> None:
    alone = Linter(Settings(only=("unfilled-placeholder",)))

    def prepare(times: int) -> Callable[[], object]:
        before = report(piece * times, alone)
        return lambda: checked(alone, before)

    assert growth(prepare, 50) < LINEAR
