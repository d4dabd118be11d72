"""Whole replies and what tonelint says of them, as pictures.

A file holds a draft as `tonelint check` reads it and, below a line of ``=``, what is expected: score, what was done
well, and each finding with the piece it is about. ``pytest tests/golden --update-golden`` writes what is said now;
look at the difference before it is committed.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tonelint.formats import Draft, parse
from tonelint.linter import Linter
from tonelint.report import Report
from tonelint.reporters.snippet import cut, lines
from tonelint.rulebook.schema import CONTEXT
from tonelint.types import Finding

LINE = "\n" + 40 * "=" + "\n"
FILES = sorted((Path(__file__).parent / "replies").glob("*.txt"))
ISOLATES = "\u2068\u2069"


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter()


def read(file: Path) -> tuple[Draft, str]:
    """Returns the draft of a file, and what is expected of it."""
    source, _, expected = file.read_bytes().decode().partition(LINE)
    (draft,) = parse(source.encode(), file.name)
    return draft, expected


def check(linter: Linter, draft: Draft) -> Report:
    return linter.check(draft.text, None, **draft.context)


def picture(report: Report) -> str:
    """Returns a report as it stands in the files."""
    head = f"{report.score.value} {report.score.band}{'' if report.ok else ', not ok'}"
    well = [f"+ {name}" for name in report.strengths]
    lost = {(part.rule, part.span): part.lost for part in report.score.parts}
    pieces = [_finding(report, finding, lost.get((finding.rule, finding.span), 0)) for finding in report.findings]
    return "\n".join([head, *well, *(line for piece in pieces for line in ("", *piece))]) + "\n"


def _finding(report: Report, finding: Finding, lost: int) -> Iterator[str]:
    points = f" -{lost / 100:.2f}" if lost else ""
    yield f"{finding.severity} {finding.family}/{finding.rule}{points}"
    for line in lines(cut(report.text, finding.span), colour=False):
        yield f"    {line.strip(ISOLATES)}".rstrip()
    for rewrite in finding.rewrites[:2]:
        yield f"    {rewrite.safety}: {rewrite.text or '(nothing)'}".replace("\n", "⏎")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_reply(linter: Linter, file: Path, request: pytest.FixtureRequest) -> None:
    draft, expected = read(file)
    said = picture(check(linter, draft))
    if request.config.getoption("--update-golden"):
        file.write_bytes(f"{draft.source.rstrip()}\n{LINE}{said}".encode())
        expected = said
    assert said == expected


def test_the_replies_show_every_situation() -> None:
    drafts = [read(file)[0] for file in FILES]
    for field, values in CONTEXT.items():
        given = {draft.context.get(field) for draft in drafts}
        assert given >= set(values or ()), field
        assert len(given) > 1, field
    for language in ("fa", "en"):
        channels = {draft.context.get("channel") for draft in drafts if draft.id.startswith(language)}
        assert channels >= set(CONTEXT["channel"] or ())
