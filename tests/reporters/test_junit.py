from __future__ import annotations

from xml.etree import ElementTree

import pytest
import xmlschema

from tests.reporters.made import Checked, checked, draft, official, rendered, report


def suites(*pairs: Checked, problems: tuple[str, ...] = ()) -> ElementTree.Element:
    written, schema = rendered("junit", pairs, problems), official("JUnit.xsd")
    if schema:
        xmlschema.XMLSchema(schema).validate(written)
    return ElementTree.fromstring(written)


def test_a_suite_for_each_file_and_a_case_for_each_reply() -> None:
    bad = checked("You must go.", "must", "a.txt", severity="error")
    mild = checked("You must go.", "must", "b.txt")
    [a, b] = suites(bad, (bad[0]._replace(id="second"), report(bad[0])), mild)
    assert (a.get("name"), a.get("tests"), a.get("failures"), b.get("failures")) == ("a.txt", "2", "1", "0")
    first, second = a.findall("testcase")
    failure = first.find("failure")
    assert failure is not None and failure.text == "a.txt:1:5: error obligation/must-do “must” orders"
    assert (second.get("name"), second.find("failure")) == ("second", None)
    assert "b.txt:1:5: warning" in (b.findtext("system-out") or "")


def test_problems_are_errors() -> None:
    [suite] = suites(problems=("a.txt: not UTF-8\x00",))
    assert suite.get("errors") == "1"
    error = suite.find("testcase/error")
    assert error is not None and error.get("message") == "a.txt: not UTF-8‹00›"


@pytest.mark.parametrize("text", ["]]>&<x/>must", "\x00\x08\x0b must\ufffe\uffff", "\ud800 must \udfff"])
def test_any_text_is_valid(text: str) -> None:
    one = draft(text, 'a"&<.txt')
    made = checked(text, text.strip(), 'a"&<.txt', severity="error")
    [suite] = suites((one._replace(id=text), made[1]))
    assert suite.get("name") == 'a"&<.txt'


def test_the_time_is_that_of_the_build_where_it_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    [suite] = suites(checked("You must go.", "must"))
    assert suite.get("timestamp") == "1970-01-02T00:00:00"


@pytest.mark.parametrize(
    "name", ["sarif-schema-2.1.0.json", "rdjson-DiagnosticResult.json", "rdjson-Diagnostic.json", "JUnit.xsd"]
)
def test_the_official_schemas_are_at_hand(name: str) -> None:
    if official(name) is None:
        pytest.skip("without it nothing here is held against it; TONELINT_SCHEMAS names the folder of the schemas")
