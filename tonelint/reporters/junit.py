"""JUnit XML, as most CI systems show it: a suite for each file, a case for each reply (schema of Windy Road)."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from xml.etree import ElementTree as Xml

from tonelint.formats import Draft
from tonelint.report import Report
from tonelint.reporters.labels import LABELS
from tonelint.reporters.shown import shown
from tonelint.reporters.snippet import harmless, visible
from tonelint.reporters.style import Style
from tonelint.score import LABELS as BANDS

Checked = Sequence[tuple[Draft, Report]]


def pieces(checked: Iterable[tuple[Draft, Report]], problems: Iterable[str], style: Style) -> Iterator[str]:
    """Yields the whole document. A reply that does not pass is a failure, a problem with a file an error.

    Findings of replies that pass stand in the output of their suite. The time is that of the run, or
    SOURCE_DATE_EPOCH (reproducible-builds.org) where that is set.
    """
    suites = Xml.Element("testsuites")
    for path, replies in groupby(checked, key=lambda pair: pair[0].path):
        _file(suites, path, list(replies), style)
    said = list(map(_text, problems))
    if said:
        _problems(suites, said)
    Xml.indent(suites)
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n{Xml.tostring(suites, "unicode")}\n'


def _file(suites: Xml.Element, path: str, replies: Checked, style: Style) -> None:
    failures = sum(not report.ok for _, report in replies)
    suite = _suite(suites, _text(path), tests=len(replies), failures=failures, errors=0)
    noted: list[str] = []
    for draft, report in replies:
        case, said = _case(suite, _text(draft.id), _text(path)), _findings(draft, report, style)
        if report.ok:
            noted += said
        else:
            Xml.SubElement(case, "failure", message=_verdict(report, style), type="tone").text = "\n".join(said)
    _output(suite, noted)


def _problems(suites: Xml.Element, problems: Sequence[str]) -> None:
    suite = _suite(suites, "tonelint", tests=len(problems), failures=0, errors=len(problems))
    for problem in problems:
        Xml.SubElement(_case(suite, problem, "tonelint"), "error", message=problem, type="unread").text = problem
    _output(suite, ())


def _suite(suites: Xml.Element, name: str, *, tests: int, failures: int, errors: int) -> Xml.Element:
    counts = {"tests": str(tests), "failures": str(failures), "errors": str(errors)}
    told = {"name": name or "-", "package": name, "id": str(len(suites)), "hostname": "localhost", "time": "0"}
    suite = Xml.SubElement(suites, "testsuite", told | {"timestamp": _now()} | counts)
    Xml.SubElement(suite, "properties")
    return suite


def _case(suite: Xml.Element, name: str, path: str) -> Xml.Element:
    return Xml.SubElement(suite, "testcase", name=name, classname=path, time="0")


def _output(suite: Xml.Element, lines: Sequence[str]) -> None:
    Xml.SubElement(suite, "system-out").text = "\n".join(lines)
    Xml.SubElement(suite, "system-err")


def _findings(draft: Draft, report: Report, style: Style) -> Iterator[str]:
    for finding in shown(report, hints=style.hints):
        line, column = draft.position(finding.span.start)
        place = f"{_text(draft.path)}:{line}:{column}"
        yield harmless(f"{place}: {finding.severity} {finding.family}/{finding.rule} {visible(finding.message)}")


def _text(text: str) -> str:
    return harmless(visible(text))


def _verdict(report: Report, style: Style) -> str:
    language = style.ui or report.language or "en"
    return LABELS[language]["score"].format(value=report.score.value, band=BANDS[report.score.band][language])


def _now() -> str:
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(int(epoch) if epoch.isdecimal() else None))
