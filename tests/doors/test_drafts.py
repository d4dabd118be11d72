"""The example drafts show every family in both languages, and the good ones are clean."""

from __future__ import annotations

from pathlib import Path

import pytest

import tonelint
from tonelint.formats import Draft, find, read

DRAFTS = [draft for path in find(str(Path(__file__).parents[2] / "examples/drafts")) for draft in read(path)]
GOOD = [draft for draft in DRAFTS if "better" in draft.id or "invoice" in draft.id]
SHOWN = {
    "negative-wording", "obligation", "cliche", "jargon", "stiff-wording", "passive-voice", "missing-name",
    "wrong-name", "bad-news-sandwich", "non-apology", "unfilled-placeholder",
}  # fmt: skip


@pytest.mark.parametrize("language", ["fa", "en"])
def test_every_family_is_shown(language: str) -> None:
    mine = [draft for draft in DRAFTS if draft.id.startswith(language) and draft.path.endswith(".txt")]
    reports = [tonelint.check(draft.text, None, **draft.context) for draft in mine]
    assert len(mine) >= 6
    assert {report.language for report in reports} == {language}
    visible = {finding.family for report in reports for finding in report.findings if finding.severity != "hint"}
    assert visible >= SHOWN


@pytest.mark.parametrize("draft", GOOD, ids=lambda draft: draft.id)
def test_good_drafts_are_clean(draft: Draft) -> None:
    report = tonelint.check(draft.text, None, **draft.context)
    assert [finding for finding in report.findings if finding.severity != "hint"] == []
    assert (report.score.value, report.ok) == (100, True)
    assert len(report.strengths) >= 1
