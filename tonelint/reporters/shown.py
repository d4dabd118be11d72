"""What of a report is shown: hints only to those who ask for them."""

from __future__ import annotations

from tonelint.report import Report
from tonelint.types import Finding


def shown(report: Report, *, hints: bool) -> tuple[Finding, ...]:
    """Returns the findings to show, in the order of the text."""
    return tuple(f for f in report.findings if hints or f.severity != "hint")
