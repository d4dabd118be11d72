"""Findings that hardly lean to their family become hints, and nothing is lost."""

from __future__ import annotations

import pytest

from tests.labeller.made import CUT, made
from tonelint import labeller
from tonelint.config import Settings
from tonelint.linter import Linter
from tonelint.network import Network

TEXT = "Hi Sara,\n\nIt is your own fault that it broke. Here is a new one; anything else, just reply.\n\nMia"
DOUBT, BLAME = CUT / 2, ("blame", "gone")


def severities(monkeypatch: pytest.MonkeyPatch, own: Network, settings: Settings | None = None) -> list[str]:
    monkeypatch.setattr(labeller, "of", lambda code: own)
    return [f.severity for f in Linter(settings).check(TEXT, channel="email").findings if f.family == "blame"]


def test_a_finding_whose_sentence_says_nothing_of_the_kind_is_a_hint(monkeypatch: pytest.MonkeyPatch) -> None:
    assert severities(monkeypatch, made({}, doubt=DOUBT, called=BLAME)) == ["hint"]
    assert severities(monkeypatch, made({"fault": 90}, doubt=DOUBT, called=BLAME)) == ["warning"]
    assert severities(monkeypatch, made({}, called=BLAME)) == ["warning"]
    assert severities(monkeypatch, made({}, doubt=DOUBT, called=("hostility", "gone"))) == ["warning"]


def test_a_finding_whose_reply_says_nothing_of_the_kind_is_a_hint(monkeypatch: pytest.MonkeyPatch) -> None:
    assert severities(monkeypatch, made({}, doubt=DOUBT, called=("odd", "blame"))) == ["hint"]
    assert severities(monkeypatch, made({}, {"new": 127}, doubt=DOUBT, called=("odd", "blame"))) == ["warning"]


def test_what_else_the_reply_says_may_keep_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    assert severities(monkeypatch, made({}, {"broke": 1}, doubt=DOUBT, called=BLAME, beside=True)) == ["hint"]
    assert severities(monkeypatch, made({}, {"new": 127}, doubt=DOUBT, called=BLAME, beside=True)) == ["warning"]


def test_what_a_team_has_decided_is_not_doubted(monkeypatch: pytest.MonkeyPatch) -> None:
    own = made({}, doubt=DOUBT, called=BLAME)
    [rule] = {f.rule for f in Linter().check(TEXT, channel="email").findings if f.family == "blame"}
    assert severities(monkeypatch, own, Settings(severity={rule: "error"})) == ["error"]
    assert severities(monkeypatch, own, Settings(labeller=False)) == ["warning"]
