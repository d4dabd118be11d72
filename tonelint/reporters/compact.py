"""Findings on one line each, as editors and other programs read them: path:line:column: severity rule message."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tonelint.formats import Draft
from tonelint.report import Report
from tonelint.reporters.shown import shown
from tonelint.reporters.snippet import harmless, isolate, pathname, visible
from tonelint.reporters.style import Style
from tonelint.types import Finding


def pieces(checked: Iterable[tuple[Draft, Report]], problems: Iterable[str], style: Style) -> Iterator[str]:
    """Yields a line for each finding. Severities are in English, whatever the reply. Problems are left out."""
    for draft, report in checked:
        for finding in shown(report, hints=style.hints):
            yield harmless(_line(draft, finding, style)) + "\n"


def _line(draft: Draft, finding: Finding, style: Style) -> str:
    line, column = draft.position(finding.span.start)
    place = style.paint(f"{pathname(draft.path)}:{line}:{column}:", "path")
    severity = style.paint(finding.severity, finding.severity)
    return f"{place} {severity} {finding.rule} {isolate(visible(finding.message))}"
