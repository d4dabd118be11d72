"""A summary in GitHub-flavoured Markdown, for a job summary or a comment on a pull request."""

from __future__ import annotations

import string
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from tonelint.formats import Draft
from tonelint.report import Report
from tonelint.reporters import LOOKS_AT
from tonelint.reporters.labels import LABELS, common, number
from tonelint.reporters.shown import shown
from tonelint.reporters.snippet import isolate, visible
from tonelint.reporters.style import Style
from tonelint.score import LABELS as BANDS
from tonelint.types import SEVERITIES, Finding

_MARKS = {"error": "🔴", "warning": "🟠", "info": "🔵", "hint": "⚪"}
_ENTITIES = {mark: f"&#{ord(mark)};" for mark in string.punctuation}
_ENTITIES |= {mark: f"{_ENTITIES[mark]}\u2060" for mark in "@#"}  # nobody is called, no issue is linked
_ESCAPES = str.maketrans(_ENTITIES)
_MOST_REPLIES, _MOST_FINDINGS = 100, 20  # a comment on GitHub has room for 65 536 characters


def pieces(checked: Iterable[tuple[Draft, Report]], problems: Iterable[str], style: Style) -> Iterator[str]:
    """Yields a line with the counts, the problems, and what was found in each reply, the worst first."""
    replies = list(checked)
    reports = [report for _, report in replies]
    language = common(reports, style.ui)
    yield f"### tonelint\n\n{_counts(reports, language, style)}\n"
    yield from (f"\n> **{plain(problem)}**\n" for problem in problems)
    noted = [(draft, report) for draft, report in replies if shown(report, hints=style.hints)]
    noted.sort(key=lambda pair: (pair[1].ok, pair[1].score.value))
    yield from (_reply(draft, report, style) for draft, report in noted[:_MOST_REPLIES])
    if noted[_MOST_REPLIES:]:
        yield "\n" + LABELS[language]["more_replies"].format(count=number(len(noted) - _MOST_REPLIES, language)) + "\n"


def plain(text: str) -> str:
    """Returns the text on one line, with every mark that Markdown or HTML could take for its own as an entity.

    >>> plain("**a** <b> @all")
    '&#42;&#42;a&#42;&#42; &#60;b&#62; &#64;\\u2060all'
    """
    return isolate(visible(text)).translate(_ESCAPES)


def _counts(reports: Sequence[Report], language: str, style: Style) -> str:
    found = Counter(finding.severity for report in reports for finding in report.findings)
    counts = {severity: number(found[severity], language) for severity in SEVERITIES}
    passed = number(sum(report.ok for report in reports), language)
    return LABELS[language]["summary"].format(replies=number(len(reports), language), ok=passed, **counts)


def _reply(draft: Draft, report: Report, style: Style) -> str:
    language = style.ui or report.language or "en"
    band = BANDS[report.score.band][language]
    score = LABELS[language]["score"].format(value=number(report.score.value, language), band=band)
    mark = "✅" if report.ok else "❌"
    head = f"\n<details>\n<summary>{mark} <code>{plain(draft.path)}</code> {plain(draft.id)}: {score}</summary>\n\n"
    findings = shown(report, hints=style.hints)
    rows = "".join(_row(draft, finding, style) for finding in findings[:_MOST_FINDINGS])
    left = number(len(findings) - _MOST_FINDINGS, language)
    more = f"\n{LABELS[language]['more_findings'].format(count=left)}\n" if findings[_MOST_FINDINGS:] else ""
    return f"{head}{_HEAD}{rows}{more}\n</details>\n"


_HEAD = "| | | | |\n|---|---|---|---|\n"


def _row(draft: Draft, finding: Finding, style: Style) -> str:
    line, column = draft.position(finding.span.start)
    labels = LABELS[style.ui or finding.language or "en"]
    shown = finding.rewrites[: LOOKS_AT["markdown"]]
    better = [f"→ {plain(r.text) if r.text else labels['delete']} ({labels[r.safety]})" for r in shown]
    said = "<br>".join([plain(finding.message), *better])
    return f"| {_MARKS[finding.severity]} {labels[finding.severity]} | {line}:{column} | `{finding.rule}` | {said} |\n"
