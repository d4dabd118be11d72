"""A report made by hand, so that reporters are tested without the engine."""

from __future__ import annotations

from tonelint.formats import Draft, parse
from tonelint.report import Report
from tonelint.score import score
from tonelint.types import Context, Edit, Finding, Rewrite, Span


def draft(source: str, path: str = "reply.txt") -> Draft:
    return parse(source.encode(), path)[0]


def finding(
    text: str, piece: str, language: str = "en", severity: str = "warning", becomes: str | None = None
) -> Finding:
    start = text.index(piece)
    span = Span(start, start + len(piece))
    edits = (Edit(span.start, span.end, becomes or ""),)
    rewrites = () if becomes is None else (Rewrite(becomes, edits, "review", "Suggestion"),)
    message = {"en": f"“{piece}” orders", "fa": f"«{piece}» دستور است"}[language]
    return Finding("must-do", "obligation", severity, span, message, language, "ownership", 100, False, rewrites)


def report(of: Draft, *findings: Finding, language: str = "en", strengths: tuple[str, ...] = ()) -> Report:
    value = score(findings)
    return Report(of.text, Context(), language, findings, value, True, strengths, {"name": ("customer_name",)})
