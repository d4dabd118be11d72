"""Findings for people: path:line:column, the piece in its sentence, better wordings, and what the score is made of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from tonelint.formats import Draft
from tonelint.report import Report
from tonelint.reporters import LOOKS_AT
from tonelint.reporters.labels import LABELS, common, number
from tonelint.reporters.shown import named, shown
from tonelint.reporters.snippet import cut, harmless, isolate, lines, pathname, visible
from tonelint.reporters.style import Style
from tonelint.score import LABELS as BANDS
from tonelint.score import Part
from tonelint.strengths import LABELS as STRENGTHS
from tonelint.types import DIMENSIONS, SEVERITIES, Rewrite


def pieces(checked: Iterable[tuple[Draft, Report]], problems: Iterable[str], style: Style) -> Iterator[str]:
    """Yields what is said about each reply, and the closing line. Problems are told on standard error."""
    reports = []
    for draft, report in checked:
        yield render(draft, report, style) + "\n"
        reports.append(report)
    if reports:
        yield summary(reports, style) + "\n"


def render(draft: Draft, report: Report, style: Style) -> str:
    """Returns what is said about one reply, with a line end after every line."""
    language = style.ui or report.language or "en"
    parts = [*_findings(draft, report, style), *_verdict(draft, report, language, style)]
    return "\n".join([*map(harmless, parts), ""])


def summary(reports: Sequence[Report], style: Style) -> str:
    """Returns the closing line: how many replies were checked, how many pass, and what was found in all."""
    language = common(reports, style.ui)
    found = Counter(finding.severity for report in reports for finding in report.findings)
    counts = {"replies": len(reports), "ok": sum(report.ok for report in reports)}
    counts |= {severity: found[severity] for severity in SEVERITIES}
    numbers = {name: number(count, language) for name, count in counts.items()}
    hidden = "" if style.hints or not found["hint"] else LABELS[language]["hidden"].format(**numbers)
    return isolate(LABELS[language]["summary"].format(**numbers) + hidden)


def _findings(draft: Draft, report: Report, style: Style) -> Iterator[str]:
    for finding in shown(report, hints=style.hints):
        line, column = draft.position(finding.span.start)
        labels = LABELS[style.ui or finding.language or "en"]
        yield " ".join([
            style.paint(f"{pathname(draft.path)}:{line}:{column}:", "path"),
            style.paint(isolate(labels[finding.severity]), finding.severity),
            style.paint(f"{finding.family}/{finding.rule}", "quiet"),
            isolate(visible(finding.message)),
        ])  # fmt: skip
        if not style.redact:
            yield from (f"    {row}" for row in lines(cut(report.text, finding.span), colour=style.colour))
        yield from (f"    {_rewrite(r, labels, style)}" for r in finding.rewrites[: LOOKS_AT["text"]])


def _rewrite(rewrite: Rewrite, labels: Mapping[str, str], style: Style) -> str:
    text = isolate(visible(rewrite.text)) if rewrite.text else isolate(labels["delete"])
    return f"→ {style.paint(text, 'good')} ({isolate(labels[rewrite.safety])})"


def _verdict(draft: Draft, report: Report, language: str, style: Style) -> Iterator[str]:
    labels, band = LABELS[language], BANDS[report.score.band][language]
    score = isolate(labels["score"].format(value=number(report.score.value, language), band=band))
    path, name = style.paint(f"{pathname(draft.path)}:", "path"), isolate(visible(named(draft)))
    yield f"{path} {name}{style.paint(score, _mood(report))}"
    if report.score.parts:
        yield f"    {isolate(labels['lost'])}: {'; '.join(_losses(report.score.parts, language))}"
    if report.strengths:
        done_well = labels["comma"].join(STRENGTHS[name][language] for name in report.strengths)
        yield f"    {isolate(labels['strengths'] + ': ' + done_well)}"


def _mood(report: Report) -> str:
    return "good" if report.ok else "warning"


def _losses(parts: tuple[Part, ...], language: str) -> Iterator[str]:
    """Yields a piece per dimension, the dearest first: its points, and the points that each rule took."""
    by_dimension = {d: [p for p in parts if p.dimension == d] for d in DIMENSIONS}
    for dimension, members in sorted(by_dimension.items(), key=lambda item: -sum(p.lost for p in item[1])):
        by_rule: Counter[str] = Counter()
        for part in members:
            by_rule[part.rule] += part.lost
        rules = ", ".join(f"{rule} {_points(lost, language)}" for rule, lost in by_rule.most_common() if lost)
        if rules:
            total = _points(sum(by_rule.values()), language)
            yield f"{isolate(LABELS[language][dimension])} {total} ({rules})"


def _points(hundredths: int, language: str) -> str:
    return number(f"{hundredths / 100:.1f}".removesuffix(".0"), language)
