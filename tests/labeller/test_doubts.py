"""Findings that hardly lean to their family become hints, and nothing is lost."""

from __future__ import annotations

import pytest

from tests.labeller.made import CUT, made
from tonelint import labeller
from tonelint.config import Settings
from tonelint.linter import Linter

TEXT = "Hi Sara,\n\nIt is your own fault that it broke. Here is a new one; anything else, just reply.\n\nMia"


def severities(monkeypatch: pytest.MonkeyPatch, own: labeller.Labeller, settings: Settings | None = None) -> list[str]:
    monkeypatch.setattr(labeller, "of", lambda code: own)
    return [f.severity for f in Linter(settings).check(TEXT, channel="email").findings if f.family == "blame"]


def test_a_finding_whose_sentence_says_nothing_of_the_kind_is_a_hint(monkeypatch: pytest.MonkeyPatch) -> None:
    assert severities(monkeypatch, made("blame", {}, doubt=-CUT / 2)) == ["hint"]
    assert severities(monkeypatch, made("blame", {"fault": 90}, doubt=-CUT / 2)) == ["warning"]
    assert severities(monkeypatch, made("blame", {})) == ["warning"]
    assert severities(monkeypatch, made("hostility", {}, doubt=-CUT / 2)) == ["warning"]


def test_a_finding_whose_reply_says_nothing_of_the_kind_is_a_hint(monkeypatch: pytest.MonkeyPatch) -> None:
    assert severities(monkeypatch, made("reply:blame", {}, doubt=-CUT / 2)) == ["hint"]
    assert severities(monkeypatch, made("reply:blame", {"new": 127}, doubt=-CUT / 2)) == ["warning"]


def test_what_else_the_reply_says_may_keep_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    assert severities(monkeypatch, made("blame", {}, doubt=-CUT / 2, whole={"broke": 1})) == ["hint"]
    assert severities(monkeypatch, made("blame", {}, doubt=-CUT / 2, whole={"new": 127})) == ["warning"]


def test_what_a_team_has_decided_is_not_doubted(monkeypatch: pytest.MonkeyPatch) -> None:
    own = made("blame", {}, doubt=-CUT / 2)
    [rule] = {f.rule for f in Linter().check(TEXT, channel="email").findings if f.family == "blame"}
    assert severities(monkeypatch, own, Settings(severity={rule: "error"})) == ["error"]
    assert severities(monkeypatch, own, Settings(labeller=False)) == ["warning"]
