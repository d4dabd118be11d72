"""Findings for machines. The format is described in docs/json.md and docs/schema/report.json; `VERSION` counts it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from itertools import groupby
from typing import Any, NamedTuple

from tonelint.formats import Draft
from tonelint.report import Report
from tonelint.reporters.shown import shown
from tonelint.score import Part
from tonelint.text.lines import Lines
from tonelint.types import SEVERITIES, Edit, Finding, Rewrite, Span

VERSION = 1


class Format(NamedTuple):
    """What goes into the document. utf16: spans count UTF-16 units, as editors and JavaScript do, not code points."""

    hints: bool = False
    utf16: bool = False


def render(checked: Iterable[tuple[Draft, Report]], problems: Iterable[str], form: Format) -> str:
    """Returns the whole document as text, indented, with Persian left readable. problems: files that were not read."""
    return json.dumps(document(list(checked), problems, form), ensure_ascii=False, indent=2)


def document(checked: list[tuple[Draft, Report]], problems: Iterable[str], form: Format) -> dict[str, Any]:
    """Returns the document as plain values. Replies of one file must follow each other."""
    files = [
        {"path": path, "replies": [_reply(draft, report, form) for draft, report in replies]}
        for path, replies in groupby(checked, key=lambda pair: pair[0].path)
    ]
    return {
        "version": VERSION,
        "span_unit": "utf-16" if form.utf16 else "code-point",
        "files": files,
        "summary": _summary([report for _, report in checked], len(files), problems),
    }


def _summary(reports: list[Report], files: int, problems: Iterable[str]) -> dict[str, Any]:
    found = Counter(finding.severity for report in reports for finding in report.findings)
    skipped = {rule: list(fields) for report in reports for rule, fields in report.skipped.items()}
    return {
        "files": files,
        "replies": len(reports),
        "ok": sum(report.ok for report in reports),
        "findings": {severity: found[severity] for severity in reversed(SEVERITIES)},
        "skipped": dict(sorted(skipped.items())),
        "problems": list(problems),
    }


def _reply(draft: Draft, report: Report, form: Format) -> dict[str, Any]:
    where = _Where(draft, Lines(draft.text).utf16 if form.utf16 else int)
    return {
        "id": draft.id,
        "line": draft.position(0)[0],
        "language": report.language,
        "ok": report.ok,
        "score": {
            "value": report.score.value,
            "band": report.score.band,
            "parts": [_part(part, where) for part in report.score.parts],
        },
        "strengths": list(report.strengths),
        "findings": [_finding(finding, where) for finding in shown(report, hints=form.hints)],
    }


class _Where:
    """Says where things are, in the unit that was asked for."""

    def __init__(self, draft: Draft, unit: Callable[[int], int]) -> None:
        self.draft, self.unit = draft, unit

    def span(self, span: Span | Edit) -> list[int]:
        return [self.unit(span.start), self.unit(span.end)]

    def position(self, span: Span) -> Mapping[str, int]:
        line, column = self.draft.position(span.start)
        return {"line": line, "column": column}

    def text(self, span: Span) -> str:
        return self.draft.text[span.start : span.end]


def _part(part: Part, where: _Where) -> dict[str, Any]:
    return {"dimension": part.dimension, "rule": part.rule, "lost": part.lost, "span": where.span(part.span)}


def _finding(finding: Finding, where: _Where) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "family": finding.family,
        "severity": finding.severity,
        "span": where.span(finding.span),
        **where.position(finding.span),
        "text": where.text(finding.span),
        "message": finding.message,
        "rewrites": [_rewrite(rewrite, where) for rewrite in finding.rewrites],
    }


def _rewrite(rewrite: Rewrite, where: _Where) -> dict[str, Any]:
    edits = [{"span": where.span(edit), "text": edit.text} for edit in rewrite.edits]
    return {"text": rewrite.text, "safety": rewrite.safety, "title": rewrite.title, "edits": edits}
