"""What a team's settings add to rules and change in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.linter.conftest import Build
from tests.linter.conftest import build as build  # the fixture
from tonelint.config import load
from tonelint.errors import ConfigError
from tonelint.linter import Linter, rulebook


@pytest.fixture
def amended(build: Build, tmp_path: Path) -> Build:
    """Builds a linter with settings that are the text of a file."""

    def built(text: str, **settings: object) -> Linter:
        path = tmp_path / "tonelint.yaml"
        path.write_text(text, "utf-8")
        return build(amendments=load(path).amendments, **settings)

    return built


def found(linter: Linter, text: str, **context: str) -> list[tuple[str, str, str]]:
    report = linter.check(text, None, **context)
    return [(one.rule, one.severity, text[one.span.start : one.span.end]) for one in report.findings]


def test_phrases_are_added_to_those_of_the_rule(amended: Build) -> None:
    linter = amended("odd+:\n  phrases:\n    en: [{match: crikey, rewrites: [oh], safety: safe}, well I never]\n")
    assert found(linter, "Crikey, gadzooks, well I never.") == [
        ("odd", "warning", "Crikey"), ("odd", "warning", "gadzooks"), ("odd", "warning", "well I never"),
    ]  # fmt: skip
    assert linter.check("Crikey, it works.").rewrite() == "Oh, it works."


def test_a_phrase_can_be_taken_out(amended: Build) -> None:
    linter = amended("odd+: {without: {en: [zounds]}}\n")
    assert found(linter, "Zounds, gadzooks.") == [("odd", "warning", "gadzooks")]


def test_guards_and_word_sets_are_added(amended: Build) -> None:
    linter = amended(
        "odd+:\n  sets: {en: {cry: [crikey, blimey]}}\n  phrases: {en: ['@cry']}\n  unless: {en: {sentence: [just kidding]}}\n"
    )
    assert found(linter, "Blimey, it works.") == [("odd", "warning", "Blimey")]
    assert found(linter, "Blimey, gadzooks, just kidding.") == []


def test_a_severity_goes_over_the_rule_and_its_profiles_but_not_over_settings(amended: Build) -> None:
    assert found(amended("odd+: {severity: error}\n", profile="team"), "Gadzooks.", turn="follow-up") == [
        ("odd", "error", "Gadzooks")
    ]
    assert found(amended("odd+: {severity: off}\n"), "Gadzooks.") == []
    assert found(amended("odd+: {severity: error}\n", severity={"odd": "hint"}), "Gadzooks.") == [
        ("odd", "hint", "Gadzooks")
    ]


@pytest.mark.parametrize("text", ["params: {wordy: {reply: 4}}\n", "wordy+: {params: {reply: 4}}\n"])
def test_params_go_over_the_rule_and_its_profiles(amended: Build, text: str) -> None:
    for profile in (None, "team"):  # the profile says 3
        linter = amended(text, profile=profile)
        assert [bool(found(linter, words)) for words in ("One two three four.", "One two three four five.")] == [
            False,
            True,
        ]


def test_params_of_a_rule_with_phrases(amended: Build) -> None:
    linter = amended("params: {odd: {channels: [chat]}}\n")
    assert found(linter, "Gadzooks.") == []
    assert found(linter, "Gadzooks.", channel="chat") == [("odd", "warning", "Gadzooks")]


def test_params_of_a_profile_hold_for_rules_with_phrases(build: Build) -> None:
    team = "profile: team\nabout: x\nparams: {odd: {channels: [chat]}}\n"
    linter = build({"team.yaml": team}, profile="team")
    assert found(linter, "Gadzooks.") == []
    assert found(linter, "Gadzooks, zounds.", channel="chat") == [
        ("odd", "warning", "Gadzooks"),
        ("odd", "warning", "zounds"),
    ]
    assert linter.problems == ()


def test_a_family_stands_for_its_rules(amended: Build) -> None:
    assert found(amended("cliche+: {severity: info}\n"), "Gadzooks, hereby.") == [
        ("odd", "info", "Gadzooks"),
        ("plain", "warning", "hereby"),
    ]


def test_examples_are_added(amended: Build) -> None:
    text = "odd+: {examples: {en: {bad: [{text: Gadzooks., flags: [Gadzooks]}], good: [Cricket.]}}}\n"
    rules = {rule.id: rule for rule in rulebook(amended(text).settings).rules}
    assert (len(rules["odd"].bad["en"]), len(rules["odd"].good["en"])) == (3, 3)
    assert (len(rules["odd"].bad["fa"]), len(rules["odd"].good["fa"])) == (2, 2)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("od+: {severity: info}", '1:6: there is no rule "od"; did you mean "odd"?'),
        ("odd+: {severty: info}", '1:8: the key "severty" is unknown; did you mean "severity"?'),
        ("odd+: {severity: loud}", '1:18: "loud" is unknown here; known are: hint, info, warning, error, off'),
        ("odd+: {params: {chanels: [chat]}}", '1:17: a rule of kind phrase has no param "chanels"; did you mean "channels"?'),
        ("odd+: {params: {channels: [fax]}}", '1:17: "fax" is unknown here; known are: email, chat, social, sms'),
        ("odd+: {phrases: {en: ['{nosuchverb']}}", "1:24: in the phrase “{nosuchverb”, character 1: "),
        ("odd+: {phrases: {de: [ach]}}", '1:18: phrases: odd is a rule for en and fa only'),
        ("odd+: {without: {en: [zound]}}", '1:23: "zound" is unknown here; did you mean "zounds"?'),
        ("odd+: {unless: {en: {acts: [refusl]}}}", '1:29: "refusl" is unknown here'),
        ("odd+: {unless: {en: {clause: ['{a']}}}", "1:31: in the phrase “{a”, character 1: "),
        ("wordy+: {phrases: {en: [a]}}", "1:10: wordy is a rule of kind length, which has no phrases"),
        ("wordy+: {phrases: {fa: [a]}}", "1:20: phrases: wordy is a rule for en only"),
        ("cliche+: {phrases: {en: [a]}}", '1:11: "cliche" is a family; phrases belong to one rule: odd'),
        ("odd+: {examples: {en: {bad: [{text: a, flags: [b]}]}}}", "1:48: “b” does not stand in the text"),
        ("odd+: [severity]", "1:7: odd+: lines like key: value are expected here"),
    ],
)  # fmt: skip
def test_mistakes_stand_where_they_are(amended: Build, text: str, sentence: str) -> None:
    with pytest.raises(ConfigError) as caught:
        amended(text)
    assert sentence in str(caught.value)
    assert "tonelint.yaml:1:" in str(caught.value)


SLOTTED = """\
id: slotted
family: cliche
kind: phrase
dimension: clarity
severity: warning
why: {en: x}
message: {en: "“{name}” is odd."}
only: {en: test}
phrases: {en: ["gadzooks name=(_)"]}
examples: {en: {bad: [{text: Gadzooks Tom., flags: [Gadzooks Tom]}, {text: Gadzooks Ann., flags: [Gadzooks Ann]}], good: [a, b]}}
"""


def test_the_message_of_a_rule_may_need_a_capture(build: Build, tmp_path: Path) -> None:
    path = tmp_path / "t.yaml"
    path.write_text("slotted+: {phrases: {en: [zounds]}}\n", "utf-8")
    with pytest.raises(
        ConfigError, match=r"t\.yaml:1:27: the message of slotted needs \{name\}; write name=\(…\) in this phrase too"
    ):
        build({"slotted.yaml": SLOTTED}, amendments=load(path).amendments)
