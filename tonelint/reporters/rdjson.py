"""The Reviewdog Diagnostic Format, with suggestions (github.com/reviewdog/reviewdog, proto/rdf)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

from tonelint.formats import Draft
from tonelint.report import Report
from tonelint.reporters.fixes import fixes
from tonelint.reporters.json import dumped
from tonelint.reporters.region import bytes_of, stretch
from tonelint.reporters.shown import shown
from tonelint.reporters.snippet import visible
from tonelint.reporters.style import Style
from tonelint.types import Edit, Finding

_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "info": "INFO", "hint": "INFO"}


def pieces(checked: Iterable[tuple[Draft, Report]], problems: Iterable[str], style: Style) -> Iterator[str]:
    """Yields the whole result. Problems with files are left out: they have no place."""
    diagnostics = [
        _diagnostic(draft, finding)
        for draft, report in checked
        for finding in shown(report, hints=style.hints)
    ]  # fmt: skip
    yield dumped({"source": {"name": "tonelint"}, "severity": "WARNING", "diagnostics": diagnostics}) + "\n"


def _diagnostic(draft: Draft, finding: Finding) -> dict[str, Any]:
    return {
        "message": visible(finding.message),
        "location": {"path": draft.path, "range": _range(draft, *draft.run(*finding.span))},
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": finding.rule},
        "suggestions": [_suggestion(draft, edits) for _, edits in fixes(draft, finding)],
    }


def _suggestion(draft: Draft, edits: Sequence[Edit]) -> dict[str, Any]:
    """One suggestion has one range: what stands between the edits is part of the new text."""
    text = edits[0].text
    for before, edit in pairwise(edits):
        text += draft.source[before.end : edit.start] + edit.text
    return {"range": _range(draft, edits[0].start, edits[-1].end), "text": text}


def _range(draft: Draft, start: int, end: int) -> dict[str, Any]:
    """Returns the range of a run of the source; columns count bytes of UTF-8 from 1."""
    place = stretch(draft.source, start, end)
    return {
        "start": {"line": place.line, "column": _column(draft.source, start, place.column)},
        "end": {"line": place.end_line, "column": _column(draft.source, end, place.end_column)},
    }


def _column(source: str, offset: int, column: int) -> int:
    count = bytes_of(source)
    return count.before(offset) - count.before(offset - column + 1) + 1
