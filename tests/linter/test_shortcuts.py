"""Nothing that makes a check fast changes what is found: not the index, not what patterns look for first, no cache."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tonelint.index import Candidates, Index
from tonelint.kinds.expressions import Expression
from tonelint.linter import Linter
from tonelint.patterns import Patterns
from tonelint.report import Report
from tonelint.views import View

REPLIES = Path(__file__).parents[1] / "replies"
EACH = 2  # without the index, each takes seconds


def replies() -> Iterator[dict[str, str]]:
    for language in ("en", "fa"):
        lines = (REPLIES / f"{language}-everyday.jsonl").read_text("utf-8").splitlines()
        yield from (json.loads(line) for line in lines[:: len(lines) // EACH][:EACH])


def found(linter: Linter) -> list[tuple[object, ...]]:
    return [_seen(linter.check(reply["text"], stage=reply["stage"])) for reply in replies()]


def _seen(report: Report) -> tuple[object, ...]:
    findings = [(f.rule, f.severity, f.span, f.message) for f in report.findings]
    return findings, report.acts, report.score, report.strengths


def test_the_long_way_finds_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    quick = found(Linter())

    def every_pattern(self: Index, view: View) -> Candidates:
        return Candidates(range(end), 0, ())

    def every_place(self: Patterns, view: View, number: int) -> range:
        return range(view.head if self._nodes(number)[0][0] == "start" else len(view.words))

    linter = Linter()
    end = max(len(one.patterns) for one in linter._cues._compiled.values())
    monkeypatch.setattr(Index, "candidates", every_pattern)
    monkeypatch.setattr(Patterns, "_places", every_place)
    monkeypatch.setattr(Expression, "possible", lambda self, text: True)
    assert found(linter) == quick
    assert any(findings for findings, *_ in quick)
