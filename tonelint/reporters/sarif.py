"""SARIF 2.1.0, for code scanning and editors (docs.oasis-open.org/sarif/sarif/v2.1.0)."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from tonelint import __version__, explain
from tonelint.formats import Draft
from tonelint.report import Report
from tonelint.reporters.fingerprint import fingerprints
from tonelint.reporters.fixes import fixes
from tonelint.reporters.json import dumped
from tonelint.reporters.region import Region, region, stretch
from tonelint.reporters.shown import shown
from tonelint.reporters.snippet import visible
from tonelint.reporters.style import Style
from tonelint.types import Edit, Finding, Rewrite, Rule

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_STRAY = re.compile("[\ud800-\udc7f\udd00-\udfff]")  # surrogates that stand for no byte of a file name (PEP 383)
_LEVELS = {"error": "error", "warning": "warning", "info": "note", "hint": "note"}


def pieces(checked: Iterable[tuple[Draft, Report]], problems: Iterable[str], style: Style) -> Iterator[str]:
    """Yields the whole log: one run, with the rules that found something, and their findings."""
    results = [result for draft, report in checked for result in _results(draft, report, style)]
    names = {name: index for index, name in enumerate(sorted({result["ruleId"] for result in results}))}
    for result in results:
        result["ruleIndex"] = names[result["ruleId"]]
    run = {
        "tool": {"driver": _driver(names, style)},
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "originalUriBaseIds": {"SRCROOT": {"description": {"text": "The folder that tonelint ran in."}}},
        "invocations": [_invocation(list(problems))],
        "results": results,
    }
    yield dumped({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}) + "\n"


def _driver(names: Iterable[str], style: Style) -> dict[str, Any]:
    rules = [_rule(style.rules[name], style) if name in style.rules else {"id": name} for name in names]
    return {"name": "tonelint", "version": __version__, "semanticVersion": __version__, "rules": rules}


def _rule(rule: Rule, style: Style) -> dict[str, Any]:
    why = {language: " ".join(text.split()) for language, text in rule.why.items()}
    said = why.get(style.ui or "en") or next(iter(why.values()))
    return {
        "id": rule.id,
        "shortDescription": {"text": f"{rule.family}: {rule.id}"},
        "fullDescription": {"text": said},
        "help": {"text": explain.explain(rule, style.ui), "markdown": _help(rule, why)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [rule.family, rule.dimension]},
    }


def _help(rule: Rule, why: Mapping[str, str]) -> str:
    told = "\n\n".join(why.values())
    return f"{told}\n\nTo silence it, in `tonelint.yaml`:\n\n```yaml\noff: [{rule.id}]\n```\n"


def _invocation(problems: Sequence[str]) -> dict[str, Any]:
    told = [{"level": "error", "message": {"text": _plain(problem)}} for problem in problems]
    return {"executionSuccessful": not problems, "toolExecutionNotifications": told}


def _results(draft: Draft, report: Report, style: Style) -> Iterator[dict[str, Any]]:
    findings = shown(report, hints=style.hints)
    for finding, fingerprint in zip(findings, fingerprints(draft, findings)):
        yield {
            "ruleId": finding.rule,
            "level": _LEVELS[finding.severity],
            "message": {"text": _plain(finding.message)},
            "locations": [_location(draft, report, finding)],
            "partialFingerprints": {"neighbourhood/v1": fingerprint},
            "fixes": [_fix(draft, *fix) for fix in fixes(draft, finding)],
            "rank": finding.confidence,
            "properties": {"family": finding.family, "severity": finding.severity, "language": finding.language},
        }


def _location(draft: Draft, report: Report, finding: Finding) -> dict[str, Any]:
    text = report.text[finding.span.start : finding.span.end]
    return {
        "physicalLocation": {
            "artifactLocation": _artifact(draft.path),
            "region": _region(region(draft, *finding.span)) | {"snippet": {"text": text}},
        },
        "logicalLocations": [{"name": draft.id, "kind": "object"}],
    }


def _artifact(path: str) -> dict[str, str]:
    """Returns a relative URI below the base that consumers know, or a URI of its own for an absolute path."""
    uri = quote(_STRAY.sub("\ufffd", path.replace(os.sep, "/")), errors="surrogateescape")
    if os.path.isabs(path):
        return {"uri": f"file://{uri if uri.startswith('/') else '/' + uri}"}
    return {"uri": uri.removeprefix("./"), "uriBaseId": "SRCROOT"}


def _region(place: Region) -> dict[str, Any]:
    line, column, end_line, end_column = place
    return {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}


def _fix(draft: Draft, rewrite: Rewrite, edits: Sequence[Edit]) -> dict[str, Any]:
    replacements = [
        {"deletedRegion": _region(stretch(draft.source, edit.start, edit.end)), "insertedContent": {"text": edit.text}}
        for edit in edits
    ]
    return {
        "description": {"text": _plain(f"{rewrite.title} ({rewrite.safety}): {rewrite.text}")},
        "artifactChanges": [{"artifactLocation": _artifact(draft.path), "replacements": replacements}],
    }


def _plain(text: str) -> str:
    """On one line, and without links: SARIF reads ``[text](target)`` as one and knows no escape for it (3.11.6)."""
    return visible(text).replace("](", "] (")
