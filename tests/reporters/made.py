"""A report made by hand, so that reporters are tested without the engine."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import jsonschema

from tonelint.formats import Draft, replies
from tonelint.report import Report, passes
from tonelint.reporters import Style, render
from tonelint.score import score
from tonelint.types import Context, Edit, Finding, Rewrite, Span

Checked = tuple[Draft, Report]


def draft(source: str, path: str = "reply.txt") -> Draft:
    return replies(source, path)[0]


def finding(
    text: str, piece: str, language: str = "en", severity: str = "warning", becomes: str | None = None
) -> Finding:
    start = text.index(piece)
    return found_at(text, start, start + len(piece), language, severity, becomes)


def found_at(
    text: str, start: int, end: int, language: str = "en", severity: str = "warning", becomes: str | None = None
) -> Finding:
    """Returns a finding whose message, rewrite and title quote the reply, as those of real rules may."""
    piece, span = text[start:end], Span(start, end)
    rewrites = () if becomes is None else (Rewrite(becomes, (Edit(start, end, becomes),), "review", "Suggestion"),)
    message = {"en": f"“{piece}” orders", "fa": f"«{piece}» دستور است"}[language]
    return Finding("must-do", "obligation", severity, span, message, language, "ownership", 100, False, rewrites)


def report(of: Draft, *findings: Finding, language: str = "en", strengths: tuple[str, ...] = ()) -> Report:
    value = score(findings)
    passed = passes(findings, value, 0, "error")
    return Report(of.text, Context(), language, findings, value, passed, strengths, {"name": ("customer_name",)})


def checked(source: str, piece: str, path: str = "reply.txt", becomes: str | None = None, **more: str) -> Checked:
    """Returns one reply with one finding."""
    one = draft(source, path)
    return one, report(one, finding(one.text, piece, becomes=becomes, **more))


def rendered(name: str, pairs: Iterable[Checked], problems: Iterable[str] = (), style: Style | None = None) -> str:
    return "".join(render(name, pairs, problems, style))


def official(name: str) -> str | None:
    """Returns an official schema; they are not part of this repository. None where it is not at hand."""
    beside = Path(__file__).parents[3] / "shared" / "schemas"
    path = Path(os.environ.get("TONELINT_SCHEMAS", beside)) / name
    return path.read_text("utf-8") if path.exists() else None


def valid(made: Any, name: str) -> Any:
    """Returns a JSON document that an official schema takes, if that is at hand."""
    schema = official(name)
    if schema:
        jsonschema.Draft4Validator(json.loads(schema)).validate(made)
    return made
