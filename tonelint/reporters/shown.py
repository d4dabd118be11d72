"""What of a report is shown: hints only to those who ask, the name of a reply where its file does not say it."""

from __future__ import annotations

import os

from tonelint.formats import Draft
from tonelint.report import Report
from tonelint.types import Finding


def shown(report: Report, *, hints: bool) -> tuple[Finding, ...]:
    """Returns the findings to show, in the order of the text."""
    return tuple(f for f in report.findings if hints or f.severity != "hint")


def named(draft: Draft) -> str:
    """Returns the name of a reply and a colon, or nothing where it is the name of the file.

    >>> from tonelint.formats import replies
    >>> [named(draft) for draft in replies('[{"name": "late", "body": "Hi"}]', "all.json")]
    ['late: ']
    >>> [named(draft) for draft in replies("Hi", "drafts/late.txt")]
    ['']
    """
    return "" if os.path.basename(draft.path).startswith(draft.id) else f"{draft.id}: "
