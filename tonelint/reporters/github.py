"""Annotations of GitHub Actions: workflow commands in the log of a step.

Escapes are those of the Actions toolkit (packages/core/src/command.ts), and what the runner turns back
(src/Runner.Common/ActionCommand.cs). GitHub shows the first ten errors, warnings and notices of a step each.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from tonelint.formats import Draft
from tonelint.report import Report
from tonelint.reporters import LOOKS_AT
from tonelint.reporters.labels import LABELS
from tonelint.reporters.region import region
from tonelint.reporters.shown import named, shown
from tonelint.reporters.snippet import pathname, visible
from tonelint.reporters.style import Style
from tonelint.score import LABELS as BANDS
from tonelint.types import Finding

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice", "hint": "notice"}
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = _DATA | str.maketrans({":": "%3A", ",": "%2C"})


def pieces(checked: Iterable[tuple[Draft, Report]], problems: Iterable[str], style: Style) -> Iterator[str]:
    """Yields an annotation for each finding, for each reply that does not pass, and for each problem with a file."""
    for draft, report in checked:
        for finding in shown(report, hints=style.hints):
            yield _finding(draft, finding, style)
        if not report.ok:
            yield _verdict(draft, report, style)
    for problem in problems:
        yield command("error", {"title": "tonelint"}, visible(problem))


def command(name: str, properties: Mapping[str, object], message: str) -> str:
    r"""Returns a workflow command on one line, whatever stands in its values.

    >>> command("error", {"file": "a,b:c.txt", "line": 2}, "100%\n::stop-commands::x")
    '::error file=a%2Cb%3Ac.txt,line=2::100%25%0A::stop-commands::x\n'
    """
    said = ",".join(f"{key}={str(value).translate(_PROPERTY)}" for key, value in properties.items())
    return f"::{name} {said}::{message.translate(_DATA)}\n"


def _finding(draft: Draft, finding: Finding, style: Style) -> str:
    place = region(draft, *finding.span)
    where: dict[str, object] = {"file": _file(draft), "line": place.line, "endLine": place.end_line}
    if place.line == place.end_line:  # GitHub refuses columns over several lines
        where |= {"col": place.column, "endColumn": place.end_column}
    labels = LABELS[style.ui or finding.language or "en"]
    better = [
        f"→ {visible(r.text) or labels['delete']} ({labels[r.safety]})" for r in finding.rewrites[: LOOKS_AT["github"]]
    ]
    title = f"{finding.family}/{finding.rule}"
    return command(
        _COMMANDS[finding.severity], {**where, "title": title}, "\n".join([visible(finding.message), *better])
    )


def _file(draft: Draft) -> str:
    """The path as GitHub knows the file, from the top of the repository."""
    return pathname(draft.path).removeprefix("./")


def _verdict(draft: Draft, report: Report, style: Style) -> str:
    language = style.ui or report.language or "en"
    band = BANDS[report.score.band][language]
    said = LABELS[language]["fails"].format(score=LABELS[language]["score"].format(value=report.score.value, band=band))
    where = {"file": _file(draft), "line": draft.position(0)[0], "title": "tonelint"}
    return command("error", where, visible(named(draft)) + said)
