"""The profiles that come with tonelint: what each channel lets pass, and that it lets nothing else pass."""

from __future__ import annotations

import pytest

from tonelint.config import Settings
from tonelint.linter import Linter
from tonelint.report import Report
from tonelint.rulebook.schema import CONTEXT, Overlay, Profile

CHANNELS = ("chat", "social", "sms")
LETTERS = {"missing-name", "missing-offer", "impersonal"}
LINTER = Linter()
PROFILES = LINTER.profiles
LETTER = "Hello,\n\nYour parcel left on Monday. It comes on Friday at noon. Mia brings it.\n\nBest regards,\nThe Support Team"
BLAME = "Hi Sara, it is your own fault that the account was closed. I opened it again. Anything else? Mia"
# 28 words
LONG = (
    "Hi Sara, the new card comes to your house on Friday at noon with a man in a red coat who rings the bell and "
    "asks for your name."
)


def severities(report: Report) -> dict[str, str]:
    return {finding.rule: finding.severity for finding in report.findings}


def under(profile: str, text: str, **fields: str) -> dict[str, str]:
    return severities(Linter(Settings(profile=profile)).check(text, None, **fields))


def severity(profile: Profile, rule: str) -> str:
    return profile.severity.get(rule, LINTER.rules[rule].severity)


def test_every_channel_has_a_profile_and_the_named_ones_are_there() -> None:
    assert PROFILES.keys() == {*(CONTEXT["channel"] or ()), "strict", "saved-replies", "plain"}


@pytest.mark.parametrize("profile", PROFILES.values(), ids=lambda profile: profile.name)
def test_every_line_changes_something(profile: Profile) -> None:
    own = {id: rule.severity for id, rule in LINTER.rules.items()}
    assert [id for id, changed in profile.severity.items() if changed == own[id]] == []
    for overlay in profile.overlays.values():
        assert [id for id, changed in overlay.severity.items() if changed == severity(profile, id)] == []


@pytest.mark.parametrize("profile", PROFILES.values(), ids=lambda profile: profile.name)
def test_no_params_for_a_rule_whose_phrases_are_shared_by_all_profiles(profile: Profile) -> None:
    layers = [Overlay(params=profile.params), *profile.overlays.values()]
    assert [id for layer in layers for id in layer.params if LINTER.rules[id].phrases] == []


@pytest.mark.parametrize("name", CHANNELS)
def test_a_channel_hides_the_parts_of_a_letter_and_nothing_else(name: str) -> None:
    visible = {id for id, rule in LINTER.rules.items() if rule.severity != "hint"}
    assert {id for id in visible if severity(PROFILES[name], id) in ("hint", "off")} == LETTERS


@pytest.mark.parametrize("name", CHANNELS)
def test_no_channel_is_stricter_than_the_rules(name: str) -> None:
    levels = ("off", "hint", "info", "warning", "error")
    for id, level in PROFILES[name].severity.items():
        assert levels.index(level) < levels.index(LINTER.rules[id].severity), id


@pytest.mark.parametrize("name", CHANNELS)
def test_no_letter_is_asked_for_where_the_profile_is_chosen_by_name(name: str) -> None:
    assert under("email", LETTER).keys() >= LETTERS
    assert under(name, LETTER).keys() & LETTERS == set()


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({}, {"exclamation"}),
        ({"channel": "sms"}, {"exclamation"}),
        ({"channel": "chat"}, set()),
        ({"channel": "social"}, set()),
    ],
)
def test_two_exclamation_marks_are_a_smile_in_chat(fields: dict[str, str], found: set[str]) -> None:
    assert severities(LINTER.check("Glad it works now!!", None, **fields)).keys() & {"exclamation"} == found
    assert "exclamation" in severities(LINTER.check("Glad it works now!!!", None, **fields))


@pytest.mark.parametrize(
    ("text", "rule", "letter", "chat"),
    [
        ("We hereby confirm it.", "stiff-word", "warning", "info"),
        ("لذا فردا می‌رسد.", "stiff-word", "warning", "info"),
        ("Unfortunately, it rained on the parcel.", "unfortunately", "warning", "info"),
        ("It is your own fault.", "blame", "warning", "warning"),
        ("تقصیر خودتان است.", "blame", "warning", "warning"),
    ],
)
def test_style_weighs_less_in_chat_and_blame_does_not(text: str, rule: str, letter: str, chat: str) -> None:
    assert severities(LINTER.check(text))[rule] == letter
    assert severities(LINTER.check(text, channel="chat"))[rule] == chat


def test_strict_shows_all_hints() -> None:
    assert [id for id in LINTER.rules if severity(PROFILES["strict"], id) in ("hint", "off")] == []


def test_saved_replies_show_the_hints_that_need_no_customer() -> None:
    shown = [id for id, rule in LINTER.rules.items() if not rule.needs]
    assert [id for id in shown if severity(PROFILES["saved-replies"], id) in ("hint", "off")] == []


def test_strict_lets_no_blame_pass_whatever_the_score() -> None:
    settings = Settings(profile="strict", min_score=0)
    assert under("strict", BLAME)["blame"] == "error"
    assert not Linter(settings).check(BLAME).ok
    assert Linter(settings._replace(profile="email")).check(BLAME).ok


def test_plain_wants_shorter_sentences_and_no_idioms() -> None:
    assert "long-sentence" not in under("email", LONG)
    assert "long-sentence" in under("plain", LONG)
    assert under("email", "It is a piece of cake.")["idiom"] == "info"
    assert under("plain", "It is a piece of cake.")["idiom"] == "warning"


@pytest.mark.parametrize("channel", CONTEXT["channel"] or ())
@pytest.mark.parametrize("stage", ["saved-reply", "auto-reply"])
def test_a_text_for_many_can_know_no_hour(channel: str, stage: str) -> None:
    text = "We'll send it as soon as possible."
    assert severities(LINTER.check(text, channel=channel))["vague-time"] == "warning"
    assert severities(LINTER.check(text, channel=channel, stage=stage))["vague-time"] == "info"


def test_a_machine_signs_with_no_name() -> None:
    assert "impersonal" in severities(LINTER.check(LETTER, channel="email"))
    assert "impersonal" not in severities(LINTER.check(LETTER, channel="email", stage="auto-reply"))
