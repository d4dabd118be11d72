"""``tonelint fix --ask``: one finding after the other, and somebody who decides."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

import click

from tonelint.formats import Draft
from tonelint.report import Report
from tonelint.reporters.labels import LABELS
from tonelint.reporters.shown import shown
from tonelint.reporters.snippet import cut, isolate, lines, visible
from tonelint.reporters.style import Style
from tonelint.revision import Revision, Steps
from tonelint.types import Edit, Finding, Rewrite

_GAP = re.compile(r"⟨([^⟨⟩]+)⟩")
_HELP = "a number takes that wording, Enter skips, q stops here and keeps what was taken"


class Stopped(Exception):  # noqa: N818 - an answer, not a mistake
    """Nobody wants to be asked any more."""

    def __init__(self, revision: Revision) -> None:
        self.revision = revision


def revised(draft: Draft, check: Callable[[str], Report], style: Style) -> Revision:
    """Returns a reply with the wordings that were chosen; after each one it is checked again.

    Raises Stopped, with what was chosen so far, when the answer is q or there is no more input.
    """
    steps, seen = Steps(draft.text), (-1, -1, "")
    while True:
        report = check(steps.text)
        finding = next((f for f in shown(report, hints=style.hints) if _key(f) > seen and f.rewrites), None)
        if finding is None:
            return steps.revision()
        try:
            edits = _answer(draft, report, finding, style)
        except (click.Abort, EOFError):
            raise Stopped(steps.revision()) from None
        seen = (min(edit.start for edit in edits), -1, "") if edits else _key(finding)
        steps.make(edits)


def _key(finding: Finding) -> tuple[int, int, str]:
    return (*finding.span, finding.rule)


def _answer(draft: Draft, report: Report, finding: Finding, style: Style) -> Sequence[Edit]:
    """The edits of the wording that is chosen, with its gaps filled; none if it is skipped. Raises click.Abort."""
    click.echo("\n".join(_question(draft, report, finding, style)), color=style.colour)
    while True:
        answer = click.prompt(f"1-{len(finding.rewrites)}, Enter, q, ?", default="", show_default=False).strip()
        if answer == "q":
            raise click.Abort
        if not answer:
            return ()
        if answer.isdecimal() and 1 <= int(answer) <= len(finding.rewrites):
            return _filled(finding.rewrites[int(answer) - 1])
        click.echo(_HELP)


def _question(draft: Draft, report: Report, finding: Finding, style: Style) -> Iterator[str]:
    labels = LABELS[style.ui or finding.language or "en"]
    name = style.paint(f"{visible(draft.path)}: {finding.family}/{finding.rule}", finding.severity)
    yield f"{name} {isolate(visible(finding.message))}"
    yield from (f"    {row}" for row in lines(cut(report.text, finding.span), colour=style.colour))
    for number, rewrite in enumerate(finding.rewrites, 1):
        text = isolate(visible(rewrite.text) or labels["delete"])
        yield f"  {number} {style.paint(text, 'good')} ({isolate(labels[rewrite.safety])})"


def _filled(rewrite: Rewrite) -> Sequence[Edit]:
    """The edits with what is typed in for each gap; none if a gap is left empty."""
    typed: dict[str, str] = {}
    for gap in dict.fromkeys(gap for edit in rewrite.edits for gap in _GAP.findall(edit.text)):
        typed[gap] = click.prompt(isolate(visible(gap)), default="", show_default=False).strip()
        if not typed[gap]:
            return ()
    return [edit._replace(text=_GAP.sub(lambda gap: typed[gap[1]], edit.text)) for edit in rewrite.edits]
