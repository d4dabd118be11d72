"""What a team's settings and profiles change about a check."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.linter.conftest import FILES, Build
from tonelint import UsageError
from tonelint.config import Settings
from tonelint.errors import ConfigError, RuleError, TextError
from tonelint.linter import Linter
from tonelint.report import Report

TEXT = "Gadzooks, it works now."


def severities(report: Report) -> dict[str, str]:
    return {finding.rule: finding.severity for finding in report.findings}


def test_a_teams_rules_run_beside_the_built_in_ones(build: Build) -> None:
    report = build().check("Gadzooks! We hereby confirm it.")
    assert severities(report) == {"odd": "warning", "plain": "warning"}
    assert report.problems == ()


def test_without_a_profile_the_rules_own_severity_holds(build: Build) -> None:
    assert severities(build().check(TEXT)) == {"odd": "warning"}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, {"odd": "info", "wordy": "info"}),
        ({"turn": "follow-up"}, {"odd": "hint", "wordy": "info"}),
        ({"turn": "first"}, {"odd": "info", "wordy": "info"}),
        ({"stage": "saved-reply"}, {"odd": "error", "wordy": "info"}),
        ({"turn": "follow-up", "stage": "saved-reply"}, {"odd": "error", "wordy": "info"}),
        ({"stage": "auto-reply"}, {"wordy": "info"}),
    ],
)
def test_a_profile_and_what_is_laid_over_it(build: Build, fields: dict[str, str], expected: dict[str, str]) -> None:
    assert severities(build(profile="team").check(TEXT, None, **fields)) == expected


@pytest.mark.parametrize(
    ("text", "fields", "flagged"),
    [
        ("One two three.", {}, False),
        ("One two three four.", {}, True),
        ("One two three.", {"turn": "follow-up"}, False),
        ("One two three.", {"stage": "saved-reply"}, True),
        ("One two.", {"stage": "saved-reply"}, False),
        ("One two three.", {"turn": "follow-up", "stage": "saved-reply"}, True),
    ],
)
def test_params_of_a_profile(build: Build, text: str, fields: dict[str, str], flagged: bool) -> None:
    assert ("wordy" in severities(build(profile="team").check(text, None, **fields))) == flagged


def test_the_profile_of_the_channel_is_taken(build: Build) -> None:
    text = "Gadzooks, hereby."
    sms = {"sms.yaml": FILES["team.yaml"].replace("profile: team", "profile: sms")}
    assert severities(build().check(text)) == {"odd": "warning", "plain": "warning"}
    assert severities(build().check(text, channel="chat")) == {"odd": "warning", "plain": "info"}
    assert severities(build(sms).check(text, channel="sms")) == {"odd": "info", "plain": "warning"}
    assert severities(build(profile="team").check(text, channel="chat")) == {"odd": "info", "plain": "warning"}


def test_a_profile_that_is_there_already_stays(build: Build) -> None:
    report = build({"chat.yaml": FILES["team.yaml"].replace("profile: team", "profile: chat")}).check(TEXT, channel="chat")
    assert severities(report) == {"odd": "warning"}
    told = [problem.message.split(" in ")[0] for problem in report.problems if isinstance(problem, RuleError)]
    assert told == ["chat is already"]


def test_settings_go_over_profiles(build: Build) -> None:
    linter = build(profile="team", severity={"odd": "error", "wordy": "off"})
    assert severities(linter.check(TEXT)) == {"odd": "error"}
    assert severities(linter.check(TEXT, stage="auto-reply")) == {"odd": "error"}


def test_only_and_off(build: Build) -> None:
    text = "Gadzooks, this has more words than six."
    assert severities(build().check(text)).keys() == {"odd", "wordy"}
    assert severities(build(only=("wordy",)).check(text)).keys() == {"wordy"}
    assert severities(build(off=("wordy", "plain")).check(text)).keys() == {"odd"}
    assert severities(build(only=("odd", "wordy"), off=("odd",)).check(text)).keys() == {"wordy"}


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"profile": "taem"}, "there is no profile “taem”; did you mean \"team\"?"),
        ({"only": ("od",)}, "there is no rule “od”; did you mean \"odd\"?"),
        ({"off": ("wordyy",)}, "there is no rule “wordyy”; did you mean \"wordy\"?"),
        ({"severity": {"namless": "off"}}, "there is no rule “namless”; did you mean \"nameless\"?"),
    ],
)
def test_names_that_do_not_exist_are_said_at_once(build: Build, settings: dict[str, object], message: str) -> None:
    with pytest.raises(UsageError) as raised:
        build(**settings)
    assert str(raised.value) == message


def test_a_rule_whose_file_is_broken_may_still_be_named(build: Build) -> None:
    linter = build({"odd.yaml": "id: odd\nfamly: cliche\n"}, severity={"odd": "hint"})
    assert [problem.path for problem in linter.problems if problem.path.endswith("odd.yaml")]


def test_a_missing_rule_folder_is_a_rule_error() -> None:
    with pytest.raises(RuleError):
        Linter(Settings(rule_folders=("no/such/folder",)))


@pytest.mark.parametrize(
    ("settings", "fields", "least"),
    [
        ({}, {}, 65),
        ({"profile": "team"}, {}, 70),
        ({"profile": "team"}, {"turn": "follow-up"}, 60),
        ({"profile": "team"}, {"stage": "saved-reply"}, 70),
        ({"profile": "team", "min_score": 0}, {}, 0),
        ({"min_score": 99}, {"stage": "saved-reply"}, 99),
        ({}, {"stage": "saved-reply"}, 80),
    ],
)
def test_the_score_that_is_asked_for(
    build: Build, settings: dict[str, object], fields: dict[str, str], least: int
) -> None:
    linter = build(**settings, severity={"odd": "warning", "wordy": "off"})
    reports = [linter.check("Gadzooks, hereby. " * n, None, **fields) for n in range(8)]
    assert [report.ok for report in reports] == [report.score.value >= least for report in reports]
    assert (reports[0].ok, reports[7].ok, reports[7].score.value) == (True, least <= 80, 80)


def test_an_error_is_never_ok(build: Build) -> None:
    report = build(severity={"odd": "error"}, min_score=0).check(TEXT)
    assert report.score.value > 65
    assert not report.ok


def test_messages_in_the_language_of_the_settings(build: Build) -> None:
    assert [f.message for f in build().check(TEXT).findings] == ["“Gadzooks” is odd."]
    persian = build(language="fa")
    assert [f.message for f in persian.check(TEXT).findings] == ["«Gadzooks» غریب است."]
    assert [f.language for f in persian.check(TEXT).findings] == ["en"]
    long = "this has more words than six now"
    assert [f.message for f in persian.check(long).findings] == ["7 words"], "a rule that has only English says it so"


CONFIG = "rule_folders: [team]\nonly: [odd]\nseverity: {odd: error}\nmin_score: 90\n"


def test_from_config(build: Build, tmp_path: Path) -> None:
    build()
    file = tmp_path / "tonelint.yaml"
    file.write_text(CONFIG, "utf-8")
    for source in (file, str(file)):
        linter = Linter.from_config(source)
        assert severities(linter.check(TEXT)) == {"odd": "error"}
        assert linter.settings.min_score == 90
    assert Linter.from_config(Settings(only=("plain",))).rules.keys() == {"plain"}
    assert Linter.from_config().settings == Linter.from_config(None).settings == Settings()


def test_from_config_says_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("onyl: [odd]\n", "utf-8")
    with pytest.raises(ConfigError, match=r"a\.yaml:1:1: the key \"onyl\" is unknown; did you mean \"only\""):
        Linter.from_config(tmp_path / "a.yaml")
    with pytest.raises(TextError):
        Linter.from_config(tmp_path / "b.yaml")
