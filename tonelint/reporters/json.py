"""Findings for machines. The format is described in docs/json.md and docs/schema/report.json; `VERSION` counts it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any

import regex

from tonelint.formats import Draft
from tonelint.report import Report
from tonelint.reporters.fingerprint import fingerprints
from tonelint.reporters.region import region
from tonelint.reporters.shown import shown
from tonelint.reporters.style import Style
from tonelint.score import Part
from tonelint.text.lines import Lines
from tonelint.types import SEVERITIES, Edit, Finding, Rewrite, Span

VERSION = 1

_LONE = regex.compile(r"\p{Cs}")
_ACTING = regex.compile(r"[[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}]--[\u200c\u200d\n]]|(?<=#)#(?=\w*\[)", regex.V1)


def pieces(checked: Iterable[tuple[Draft, Report]], problems: Iterable[str], style: Style) -> Iterator[str]:
    """Yields the whole document, indented, with Persian left readable."""
    yield dumped(document(list(checked), problems, style)) + "\n"


def dumped(value: object) -> str:
    r"""Returns a value as JSON that every parser takes and that no terminal and no CI runner acts on.

    Lone surrogates become U+FFFD, which is as long: I-JSON (RFC 7493, 2.1) forbids them, and many parsers refuse them.
    Characters that are not seen or that turn others round are escaped, joiners excepted, and so is ``##[``, which
    begins a command in a CI log; for a parser that is the same text.

    >>> print(dumped(["می‌شود", "\x9b\u202e\ud800"]))
    [
      "می‌شود",
      "\u009b\u202e�"
    ]
    """
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return str(_ACTING.sub(_escaped, _LONE.sub("\ufffd", text)))


def _escaped(found: regex.Match[str]) -> str:
    return r"\u0023" if found[0] == "#" else json.dumps(found[0])[1:-1]


def document(checked: list[tuple[Draft, Report]], problems: Iterable[str], style: Style) -> dict[str, Any]:
    """Returns the document as plain values. Replies of one file must follow each other."""
    files = [
        {"path": path, "replies": [_reply(draft, report, style) for draft, report in replies]}
        for path, replies in groupby(checked, key=lambda pair: pair[0].path)
    ]
    return {
        "version": VERSION,
        "span_unit": "utf-16" if style.utf16 else "code-point",
        "redacted": style.redact,
        "files": files,
        "summary": _summary([report for _, report in checked], len(files), problems, style),
    }


def _summary(reports: list[Report], files: int, problems: Iterable[str], style: Style) -> dict[str, Any]:
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


def _reply(draft: Draft, report: Report, style: Style) -> dict[str, Any]:
    where = _Where(draft, report, Lines(draft.text).utf16 if style.utf16 else int)
    findings = shown(report, hints=style.hints)
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
        "findings": [_finding(*pair, where) for pair in zip(findings, fingerprints(draft, findings))],
        "untried": report.untried,
    }


class _Where:
    """Says where things are, in the unit that was asked for."""

    def __init__(self, draft: Draft, report: Report, unit: Callable[[int], int]) -> None:
        self.draft, self.report, self.unit = draft, report, unit

    def span(self, span: Span | Edit) -> list[int]:
        return [self.unit(span.start), self.unit(span.end)]

    def region(self, span: Span) -> Mapping[str, int]:
        return region(self.draft, *span)._asdict()

    def text(self, span: Span) -> str:
        return self.report.text[span.start : span.end]


def _part(part: Part, where: _Where) -> dict[str, Any]:
    return {"dimension": part.dimension, "rule": part.rule, "lost": part.lost, "span": where.span(part.span)}


def _finding(finding: Finding, fingerprint: str, where: _Where) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "family": finding.family,
        "severity": finding.severity,
        "span": where.span(finding.span),
        **where.region(finding.span),
        "text": where.text(finding.span),
        "message": finding.message,
        "fingerprint": fingerprint,
        "rewrites": [_rewrite(rewrite, where) for rewrite in finding.rewrites],
    }


def _rewrite(rewrite: Rewrite, where: _Where) -> dict[str, Any]:
    edits = [{"span": where.span(edit), "text": edit.text} for edit in rewrite.edits]
    return {"text": rewrite.text, "safety": rewrite.safety, "title": rewrite.title, "edits": edits}
