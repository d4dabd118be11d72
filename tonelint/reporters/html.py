"""One page that needs nothing else: replies with what was found in them marked, how the scores are spread, filters.

Nothing on the page can act but page.css and page.js as they are here: the content security policy names their hashes,
so that a script or a style that came in with a reply would not run even if it were not escaped.
"""

from __future__ import annotations

import base64
import hashlib
import html
import os
import statistics
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from tonelint.formats import Draft
from tonelint.report import Report
from tonelint.reporters.labels import LABELS, common, number
from tonelint.reporters.marked import marked
from tonelint.reporters.shown import shown
from tonelint.reporters.snippet import coded
from tonelint.reporters.style import Style
from tonelint.score import BANDS
from tonelint.score import LABELS as BAND_LABELS
from tonelint.strengths import LABELS as STRENGTHS
from tonelint.types import DIMENSIONS, SEVERITIES, Finding, Rewrite, Rule

_BIN, _TALL, _WIDE = 5, 100, 16  # points in a bar, and its size in the drawing
_MOST_RULES = 10
Checked = Sequence[tuple[Draft, Report]]


def pieces(checked: Iterable[tuple[Draft, Report]], problems: Iterable[str], style: Style) -> Iterator[str]:
    """Yields the page: an overview, then each reply."""
    replies = list(checked)
    reports = [report for _, report in replies]
    language = common(reports, style.ui)
    yield _head(language)
    yield _overview(reports, list(problems), language, style)
    yield _filters(reports, language, style)
    yield "<main>\n"
    for index, (draft, report) in enumerate(replies):
        yield _reply(index, draft, report, style)
    yield f'<p class="none" hidden>{_text(LABELS[language]["none"])}</p>\n</main>\n'
    yield _reasons(reports, language, style)
    yield f"<script>{_file('page.js')}</script>\n</body>\n</html>\n"


def _text(text: str) -> str:
    """Escapes text for content and attributes; also what a CI runner would read as a command from the page in a log."""
    escaped = html.escape(coded(text)).replace("##", "#&#35;")
    return escaped.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "&#10;")


@lru_cache
def _file(name: str) -> str:
    with open(os.path.join(os.path.dirname(__file__), name), encoding="utf-8") as file:
        return file.read()


def _hash(name: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(_file(name).encode()).digest()).decode()


def _head(language: str) -> str:
    policy = (
        f"default-src 'none'; style-src '{_hash('page.css')}'; script-src '{_hash('page.js')}'; "
        "base-uri 'none'; form-action 'none'"
    )
    labels = LABELS[language]
    return f"""<!doctype html>
<html lang="{language}" dir="{labels["direction"]}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>tonelint: {labels["title"]}</title>
<style>{_file("page.css")}</style>
</head>
<body>
<header><h1>{labels["title"]}</h1><p><bdi dir="ltr">tonelint</bdi></p></header>
"""


def _overview(reports: Sequence[Report], problems: Sequence[str], language: str, style: Style) -> str:
    labels = LABELS[language]
    told = "".join(f'<li dir="auto">{_text(problem)}</li>' for problem in problems)
    unread = f'<section class="problems"><h2>{labels["problems"]}</h2><ul>{told}</ul></section>\n' if told else ""
    figures = f"<figure><figcaption>{labels['distribution']}</figcaption>{_chart(reports, language)}</figure>"
    return (
        f'<section class="cards">{"".join(_cards(reports, language, style))}</section>\n{unread}'
        f'<section class="overview">{figures}{_top(reports, language, style)}</section>\n'
    )


def _cards(reports: Sequence[Report], language: str, style: Style) -> Iterator[str]:
    passed = sum(report.ok for report in reports)
    found = Counter(finding.severity for report in reports for finding in report.findings)
    middle = int(statistics.median(report.score.value for report in reports)) if reports else "-"
    counts = [
        ("replies", "", len(reports)),
        ("passed", "good", passed),
        ("failed", "error" if passed < len(reports) else "", len(reports) - passed),
        ("errors", "error", found["error"]),
        ("warnings", "warning", found["warning"]),
        ("infos", "info", found["info"]),
        ("median", "", middle),
    ]  # fmt: skip
    for name, mood, count in counts:
        yield f'<p class="card {mood}"><b>{number(count, language)}</b> <span>{LABELS[language][name]}</span></p>'


def _chart(reports: Sequence[Report], language: str) -> str:
    """Returns a bar for every five points; 100 belongs to the last."""
    last = 100 // _BIN - 1
    bars = Counter(min(report.score.value // _BIN, last) for report in reports)
    most, drawn = max(bars.values(), default=1), []
    for at in range(last + 1):
        low, high = at * _BIN, at * _BIN + (_BIN if at == last else _BIN - 1)
        numbers = (number(value, language) for value in (low, high, bars[at]))
        told = LABELS[language]["bin"].format(**dict(zip(("low", "high", "count"), numbers)))
        height = max(round(_TALL * bars[at] / most), 2 if bars[at] else 0)
        place = f'x="{at * _WIDE + 2}" y="{_TALL - height}" width="{_WIDE - 4}" height="{height}" rx="2"'
        drawn.append(f'<rect class="{_band(low)}" {place}><title>{told}</title></rect>')
    edges = "".join(
        f'<text x="{value // _BIN * _WIDE}" y="{_TALL + 14}">{number(value, language)}</text>'
        for value in (0, *(low for low, _ in reversed(BANDS) if low), 100)
    )
    wide = (last + 1) * _WIDE
    return (
        f'<svg viewBox="-10 -4 {wide + 20} {_TALL + 22}" role="img" aria-label="{LABELS[language]["distribution"]}">'
        f'<line x1="0" x2="{wide}" y1="{_TALL}" y2="{_TALL}"/>{"".join(drawn)}{edges}</svg>'
    )


def _band(value: int) -> str:
    return next(name for low, name in BANDS if value >= low)


def _counted(reports: Sequence[Report], style: Style) -> Counter[str]:
    return Counter(finding.rule for report in reports for finding in shown(report, hints=style.hints))


def _top(reports: Sequence[Report], language: str, style: Style) -> str:
    found = _counted(reports, style).most_common(_MOST_RULES)
    labels, most = LABELS[language], max((count for _, count in found), default=1)
    rows = "".join(
        f'<tr><td><a href="#rule-{_text(rule)}"><bdi dir="ltr">{_text(rule)}</bdi></a></td>'
        f'<td><meter min="0" max="{most}" value="{count}"></meter></td><td>{number(count, language)}</td></tr>'
        for rule, count in found
    )
    caption = f"<caption>{labels['rules']}</caption>"
    return f'<table class="top">{caption}<tbody>{rows}</tbody></table>' if rows else f"<p>{labels['clean']}</p>"


def _filters(reports: Sequence[Report], language: str, style: Style) -> str:
    labels, rules = LABELS[language], sorted(_counted(reports, style))
    boxes = "".join(
        f'<label class="{name}"><input type="checkbox" name="severity" value="{name}" checked> {labels[name]}</label>'
        for name in reversed(SEVERITIES if style.hints else SEVERITIES[1:])
    )
    choices = {
        "rule": {"": labels["all_rules"], **{rule: rule for rule in rules}},
        "status": {"": labels["all_replies"], "passed": labels["passed"], "failed": labels["failed"]},
        "sort": {"": labels["sort_file"], "score": labels["sort_score"]},
    }
    search = (
        f'<input type="search" name="text" dir="auto" placeholder="{labels["search"]}" aria-label="{labels["search"]}">'
    )
    lists = "".join(_choice(name, options) for name, options in choices.items())
    shown_now = f"<output><b></b> {labels['shown']}</output>"
    reset = f'<button type="reset">{labels["reset"]}</button>'
    return f'<form class="filters" hidden>{search}<fieldset>{boxes}</fieldset>{lists}{reset}{shown_now}</form>\n'


def _choice(name: str, options: dict[str, str]) -> str:
    rows = "".join(f'<option value="{_text(value)}">{_text(label)}</option>' for value, label in options.items())
    return f'<select name="{name}">{rows}</select>'


def _reply(index: int, draft: Draft, report: Report, style: Style) -> str:
    language = style.ui or report.language or "en"
    findings = shown(report, hints=style.hints)
    numbers = [number(place, language) for place in range(1, len(findings) + 1)]
    rows = "".join(_finding(draft, finding, f"{index}-{at}", style) for at, finding in enumerate(findings))
    status = "passed" if report.ok else "failed"
    return (
        f'<article id="reply-{index}" data-score="{report.score.value}" data-status="{status}">'
        f"{_title(draft, report, language)}"
        f'<div class="reply" dir="auto">{marked(report.text, findings, numbers, index, _text)}</div>'
        f'<div class="notes" lang="{language}" dir="{LABELS[language]["direction"]}">'
        f"{_points(report, language)}<ol>{rows}</ol></div></article>\n"
    )


def _title(draft: Draft, report: Report, language: str) -> str:
    value, band = number(report.score.value, language), report.score.band
    score = f'<span class="score {band}"><b>{value}</b> {BAND_LABELS[band][language]}</span>'
    line = draft.position(0)[0]
    return (
        f'<header><h2 dir="auto">{_text(draft.id)}</h2>'
        f'<bdi dir="ltr" class="path">{_text(draft.path)}:{line}</bdi>{score}</header>'
    )


def _points(report: Report, language: str) -> str:
    """Returns where points were lost, by dimension, and what was done well."""
    lost: Counter[str] = Counter()
    for part in report.score.parts:
        lost[part.dimension] += part.lost
    labels = LABELS[language]
    chips = [
        f'<li class="lost">{labels[name]} −{number(f"{lost[name] / 100:.1f}".removesuffix(".0"), language)}</li>'
        for name in sorted(DIMENSIONS, key=lambda name: -lost[name])
        if lost[name]
    ]
    chips += [f'<li class="strength">{STRENGTHS[name][language]}</li>' for name in report.strengths]
    return f'<ul class="chips">{"".join(chips)}</ul>' if chips else ""


def _finding(draft: Draft, finding: Finding, name: str, style: Style) -> str:
    language = style.ui or finding.language or "en"
    labels, (line, column) = LABELS[language], draft.position(finding.span.start)
    better = "".join(_rewrite(rewrite, language) for rewrite in finding.rewrites)
    rule = _text(finding.rule)
    return (
        f'<li id="finding-{name}" class="{finding.severity}" data-severity="{finding.severity}" data-rule="{rule}">'
        f'<span class="severity">{labels[finding.severity]}</span> '
        f'<a href="#rule-{rule}"><bdi dir="ltr">{rule}</bdi></a> <bdi dir="ltr" class="place">{line}:{column}</bdi>'
        f'<p dir="auto">{_text(finding.message)}</p>{f"<ul>{better}</ul>" if better else ""}</li>'
    )


def _rewrite(rewrite: Rewrite, language: str) -> str:
    text = _text(rewrite.text) if rewrite.text else f"<i>{LABELS[language]['delete']}</i>"
    safety = f"<small>{LABELS[language][rewrite.safety]}</small>"
    return f'<li class="{rewrite.safety}"><span dir="auto">{text}</span> {safety}</li>'


def _reasons(reports: Sequence[Report], language: str, style: Style) -> str:
    rules = [style.rules[name] for name in sorted(_counted(reports, style)) if name in style.rules]
    told = "".join(_reason(rule, style.ui or language) for rule in rules)
    return f'<section class="reasons"><h2>{LABELS[language]["why"]}</h2><dl>{told}</dl></section>\n' if told else ""


def _reason(rule: Rule, language: str) -> str:
    why = rule.why.get(language) or next(iter(rule.why.values()))
    silence = f'{LABELS[language]["silence"]} <code dir="ltr">off: [{_text(rule.id)}]</code>'
    return (
        f'<dt id="rule-{_text(rule.id)}"><bdi dir="ltr">{_text(rule.family)}/{_text(rule.id)}</bdi></dt>'
        f'<dd><p dir="auto">{_text(" ".join(why.split()))}</p><p class="silence">{silence}</p></dd>'
    )
