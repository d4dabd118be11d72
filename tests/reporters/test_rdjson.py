from __future__ import annotations

import json
from typing import Any

import pytest

from tests.reporters.made import Checked, checked, draft, finding, rendered, report, valid
from tests.reporters.test_sarif import FILES
from tonelint.formats import edited
from tonelint.types import Edit, Rewrite


def diagnostics(*pairs: Checked) -> list[dict[str, Any]]:
    made = valid(json.loads(rendered("rdjson", pairs)), "rdjson-DiagnosticResult.json")
    return [valid(diagnostic, "rdjson-Diagnostic.json") for diagnostic in made["diagnostics"]]


def test_columns_count_bytes() -> None:
    [diagnostic] = diagnostics(checked("Hi\n𐐀گé You must go.", "must", severity="error"))
    place = diagnostic["location"]["range"]
    assert place == {"start": {"line": 2, "column": 14}, "end": {"line": 2, "column": 18}}
    assert (diagnostic["severity"], diagnostic["code"]["value"]) == ("ERROR", "must-do")


def applied(source: str, suggestion: dict[str, Any]) -> str:
    """Returns the file after a suggestion, as reviewdog would apply it: by lines and bytes."""
    lines = source.encode().split(b"\n")  # reviewdog knows no other line end
    begin, end = suggestion["range"]["start"], suggestion["range"]["end"]
    head = b"\n".join([*lines[: begin["line"] - 1], lines[begin["line"] - 1][: begin["column"] - 1]])
    tail = b"\n".join([lines[end["line"] - 1][end["column"] - 1 :], *lines[end["line"] :]])
    text: str = suggestion["text"]
    return (head + text.encode() + tail).decode()


@pytest.mark.parametrize(("path", "source"), FILES)
def test_suggestions_are_edits_of_the_file(path: str, source: str) -> None:
    one, made = checked(source, "must", path, 'can "گ"')
    [diagnostic] = diagnostics((one, made))
    [suggestion] = diagnostic["suggestions"]
    assert applied(source, suggestion) == edited(source, [(one, made.findings[0].rewrites[0].edits)])


def test_several_edits_are_one_suggestion() -> None:
    one = draft("گ You must go, you must.")
    edits = (Edit(6, 10, "can"), Edit(19, 23, "may"))
    found = finding(one.text, "must")._replace(rewrites=(Rewrite("can", edits, "review", "Suggestion"),))
    [diagnostic] = diagnostics((one, report(one, found)))
    assert applied(one.source, diagnostic["suggestions"][0]) == "گ You can go, you may."
