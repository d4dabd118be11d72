"""Findings written for people and for programs.

A reporter is a module with ``pieces(checked, problems, style) -> Iterator[str]``. checked: replies with what was found
in them, those of one file one after the other; problems: sentences about what could not be read, complete when the
last reply has been taken. What it yields is the output in order, so that text appears while the rest is being checked.

A reporter takes words from the report and places from the draft, never the other way round: so `redacted` only has to
empty the report, and everything that is written afterwards holds no word of a reply.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING

from tonelint.errors import UsageError, nearest
from tonelint.reporters.style import Style

if TYPE_CHECKING:
    from tonelint.formats import Draft
    from tonelint.report import Report

__all__ = ["LOOKS_AT", "REPORTERS", "Style", "render"]

REPORTERS = {
    name: f"tonelint.reporters.{name}"
    for name in ("text", "compact", "json", "sarif", "github", "gitlab", "junit", "rdjson", "markdown", "html")
}

# How many rewrites of a finding a reporter looks at, where it is not all: each is tried when it is looked at.
LOOKS_AT = {"compact": 0, "gitlab": 0, "junit": 0, "text": 3, "github": 3, "markdown": 2}


def render(
    name: str, checked: Iterable[tuple[Draft, Report]], problems: Iterable[str] = (), style: Style | None = None
) -> Iterator[str]:
    """Returns the output of a reporter in pieces, to be written one after the other. A list can be rendered many times.

    Raises UsageError if there is no reporter of this name. No text makes it raise, and what it returns can always be
    encoded as UTF-8.

    >>> from tonelint import check
    >>> from tonelint.formats import replies
    >>> [draft] = replies("Hi Sara, please find attached the form.", "late.txt")
    >>> print(*render("compact", [(draft, check(draft.text, customer_name="Sara"))]))  # doctest: +ELLIPSIS
    late.txt:1:10: warning stiff-opening “please find attached” is ...
    """
    if name not in REPORTERS:
        raise UsageError(f'there is no format "{name}"{nearest(name, REPORTERS)}')
    style = style or Style()
    if style.redact:
        from tonelint.reporters.redaction import place, redacted

        checked = ((draft, redacted(report)) for draft, report in checked)
        problems = map(place, problems)
    pieces: Iterator[str] = import_module(REPORTERS[name]).pieces(checked, problems, style)
    return pieces
