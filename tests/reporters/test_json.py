from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.reporters.made import draft, finding, report
from tonelint.reporters.json import document, pieces
from tonelint.reporters.style import Style

SCHEMA = json.loads((Path(__file__).parents[2] / "docs/schema/report.json").read_text("utf-8"))


def valid(made: dict[str, Any]) -> dict[str, Any]:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.Draft202012Validator(SCHEMA).validate(made)
    return made


def test_a_finding_says_where_it_is_in_the_reply_and_in_the_file() -> None:
    one = draft("---\r\nchannel: chat\r\n---\r\n🙂 Hi!\r\nYou must go.\r\n")
    made = valid(document([(one, report(one, finding(one.text, "must", becomes="can")))], ["x: gone"], Style()))
    [reply] = made["files"][0]["replies"]
    [found] = reply["findings"]
    assert (reply["id"], reply["line"]) == ("reply", 4)
    assert (found["line"], found["column"], found["text"]) == (5, 5, "must")
    assert one.text[slice(*found["span"])] == "must"
    assert found["rewrites"][0]["edits"] == [{"span": found["span"], "text": "can"}]
    [part] = reply["score"]["parts"]
    assert part == {"dimension": "ownership", "rule": "must-do", "lost": 700, "span": found["span"]}
    assert made["summary"]["problems"] == ["x: gone"]
    assert made["summary"]["skipped"] == {"name": ["customer_name"]}


def test_utf16_moves_spans_but_neither_lines_nor_columns() -> None:
    one = draft("🙂🙂 You must go.")
    checked = [(one, report(one, finding(one.text, "must", becomes="can")))]
    plain, utf16 = (valid(document(checked, [], Style(utf16=wanted))) for wanted in (False, True))
    [a], [b] = (made["files"][0]["replies"][0]["findings"] for made in (plain, utf16))
    assert (plain["span_unit"], utf16["span_unit"]) == ("code-point", "utf-16")
    assert b["span"] == [n + 2 for n in a["span"]] == b["rewrites"][0]["edits"][0]["span"]
    assert one.text.encode("utf-16-le")[2 * b["span"][0] : 2 * b["span"][1]].decode("utf-16-le") == "must"
    assert (a["line"], a["column"]) == (b["line"], b["column"])


def test_hints_are_counted_but_shown_only_on_request() -> None:
    one = draft("You must go.")
    checked = [(one, report(one, finding(one.text, "must", severity="hint")))]
    for hints in (False, True):
        made = valid(document(checked, [], Style(hints=hints)))
        assert len(made["files"][0]["replies"][0]["findings"]) == hints
        assert made["summary"]["findings"]["hint"] == 1


def test_persian_is_left_readable() -> None:
    one = draft("باید بفرستید")
    text = "".join(pieces([(one, report(one, finding(one.text, "باید", "fa"), language="fa"))], [], Style()))
    assert "باید" in text
    valid(json.loads(text))


def test_the_documented_example_is_valid() -> None:
    page = (Path(__file__).parents[2] / "docs/json.md").read_text("utf-8")
    example = page.partition("```json\n")[2].partition("```")[0]
    assert valid(json.loads(example))["version"] == 1


def test_the_schema_refuses_what_is_wrong() -> None:
    one = draft("You must go.")
    made = document([(one, report(one, finding(one.text, "must")))], [], Style())
    made["files"][0]["replies"][0]["findings"][0]["line"] = 0
    with pytest.raises(jsonschema.ValidationError):
        valid(made)
