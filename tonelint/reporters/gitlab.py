"""The code quality report of GitLab (docs.gitlab.com/ci/testing/code_quality, section on the report format)."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from tonelint.formats import Draft
from tonelint.report import Report
from tonelint.reporters.fingerprint import digest, fingerprints
from tonelint.reporters.json import dumped
from tonelint.reporters.region import region
from tonelint.reporters.shown import shown
from tonelint.reporters.snippet import visible
from tonelint.reporters.style import Style
from tonelint.types import Finding

_SEVERITIES = {"error": "critical", "warning": "major", "info": "minor", "hint": "info"}


def pieces(checked: Iterable[tuple[Draft, Report]], problems: Iterable[str], style: Style) -> Iterator[str]:
    """Yields the whole report, one issue for each finding. Problems with files are left out: they have no place."""
    seen: Counter[str] = Counter()
    issues = []
    for draft, report in checked:
        findings = shown(report, hints=style.hints)
        for finding, fingerprint in zip(findings, fingerprints(draft, findings)):
            unique = digest(draft.path, fingerprint)
            issues.append(_issue(draft, finding, digest(unique, str(seen[unique])) if seen[unique] else unique))
            seen[unique] += 1
    yield dumped(issues) + "\n"


def _issue(draft: Draft, finding: Finding, fingerprint: str) -> dict[str, Any]:
    place = region(draft, *finding.span)
    return {
        "description": visible(finding.message),
        "check_name": f"{finding.family}/{finding.rule}",
        "fingerprint": fingerprint,  # GitLab drops all but the first of those that are equal
        "severity": "blocker" if finding.blocker else _SEVERITIES[finding.severity],
        "location": {
            "path": draft.path.replace(os.sep, "/").removeprefix("./"),
            "lines": {"begin": place.line, "end": place.end_line},
        },
    }
