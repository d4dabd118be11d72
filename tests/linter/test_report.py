"""What a report says besides its findings: what was left out, what could not be used, the rewritten reply."""

from __future__ import annotations

import pytest

from tests.linter.conftest import FILES, Build
from tonelint import UsageError, check
from tonelint.errors import RuleError
from tonelint.types import Context


def test_a_rule_that_needs_what_is_not_known_is_reported_as_skipped(build: Build) -> None:
    linter = build()
    report = linter.check("Hi somebody.")
    assert report.skipped == {"nameless": ("customer_name",)}
    assert report.findings == ()
    report = linter.check("Hi somebody.", customer_name="Sara")
    assert report.skipped == {}
    assert [finding.rule for finding in report.findings] == ["nameless"]


@pytest.mark.parametrize("empty", ["", None])
def test_an_empty_field_is_not_known(build: Build, empty: str | None) -> None:
    assert "nameless" in build().check("Hi somebody.", customer_name=empty).skipped


def test_a_rule_that_is_off_is_not_skipped(build: Build) -> None:
    assert build(severity={"nameless": "off"}).check("Hi somebody.").skipped == {}


BROKEN = {
    "an unknown key": ("odd.yaml", FILES["odd.yaml"].replace("family:", "famly:")),
    "a phrase that is none": ("odd.yaml", FILES["odd.yaml"].replace("match: zounds", "match: (zounds")),
    "a guard that is none": ("odd.yaml", FILES["odd.yaml"] + "unless: {en: {over: ['@nobody']}}\n"),
    "an unknown kind": ("odd.yaml", FILES["odd.yaml"].replace("kind: phrase", "kind: phrases")),
    "no YAML": ("odd.yaml", "id: [odd"),
}


@pytest.mark.parametrize(("name", "text"), BROKEN.values(), ids=BROKEN)
def test_a_broken_rule_is_said_and_the_others_go_on(build: Build, name: str, text: str) -> None:
    report = build({name: text}).check("Gadzooks, this has more words than six.")
    assert [finding.rule for finding in report.findings] == ["wordy"]
    (problem,) = report.problems
    assert isinstance(problem, RuleError)
    assert problem.path.endswith(name)


@pytest.mark.parametrize("pattern", ["(", "[a", "a**", "(?<flag"])
@pytest.mark.parametrize("kind", ["pattern", "placeholder"])
def test_a_broken_regular_expression_is_said_and_the_others_go_on(build: Build, kind: str, pattern: str) -> None:
    text = FILES["wordy.yaml"].replace("id: wordy", "id: shape").replace("kind: length", f"kind: {kind}")
    text = text.replace('{reply: "6"}', f"{{patterns: ['{pattern}']}}")
    linter = build({"shape.yaml": text})
    report = linter.check("Gadzooks.")
    assert [finding.rule for finding in report.findings] == ["odd"]
    assert [str(problem).split(":")[0].endswith("shape.yaml") for problem in report.problems] == [True]


def test_the_safe_rewrites_are_put_in_and_nothing_else_changes(build: Build) -> None:
    text = "Hi,\r\n Gadzooks  it works;\tzounds, gadzooks 🙂.\n"
    report = build().check(text)
    assert report.rewrite() == report.rewrite("safe") == "Hi,\r\n Wow  it works;\tzounds, wow 🙂.\n"
    assert report.rewrite("review") == "Hi,\r\n Wow  it works;\twell, wow 🙂.\n"
    assert report.text == text


def test_persian_is_rewritten_too(build: Build) -> None:
    assert build().check("سلام، واویلا شد.").rewrite() == "سلام، عجب شد."


def test_a_reply_without_findings_is_rewritten_to_itself() -> None:
    assert check("Hi Sara, done.", channel="chat").rewrite("review") == "Hi Sara, done."


@pytest.mark.parametrize("safety", ["idea", "all", ""])
def test_other_rewrites_cannot_be_asked_for(safety: str) -> None:
    with pytest.raises(UsageError, match="safe or review"):
        check("Hi").rewrite(safety)


def test_fields_go_over_a_context() -> None:
    report = check("Hi", Context(customer_name="Sara", channel="chat"), channel="sms", turn=None)
    assert (report.context.customer_name, report.context.channel, report.context.turn) == ("Sara", "sms", None)


def test_the_language_can_be_given() -> None:
    assert check("OK 12").language == "en"
    assert check("OK 12", language="fa").language == "fa"
