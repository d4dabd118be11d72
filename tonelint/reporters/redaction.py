"""Reports without a word of the reply: rules, places, scores, nothing else."""

from __future__ import annotations

import re

from tonelint.report import Report
from tonelint.types import Context

_INK = re.compile(r"[^\r\n\u2028\u2029]")
_PLACE = re.compile(r"(?P<place>.*?): ", re.DOTALL)


def redacted(report: Report) -> Report:
    r"""Returns the report with bars of the same length for its text, the rule for each message, and no rewrites.

    >>> from tonelint import check
    >>> bare = redacted(check("Please find attached\nthe form.", customer_name="Sara"))
    >>> bare.text, bare.findings[0].message, bare.context.customer_name
    ('████████████████████\n█████████', 'stiff-opening', None)
    """
    findings = tuple(found._replace(message=found.rule, rewrites=()) for found in report.findings)
    return report._replace(text=_INK.sub("█", report.text), findings=findings, context=Context(), acts=())


def place(problem: str) -> str:
    """Returns the place that a sentence about a file begins with: what is wrong there may be said in the file's words.

    >>> place('drafts/a.txt:2:1: unknown context field "sara"; known are: channel')
    'drafts/a.txt:2:1'
    """
    found = _PLACE.match(problem)
    return found["place"] if found else "a problem"
