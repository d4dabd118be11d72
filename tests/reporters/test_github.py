from __future__ import annotations

from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from tests.reporters.made import checked, draft, finding, rendered, report
from tonelint.reporters.github import command


class Command(NamedTuple):
    name: str
    properties: dict[str, str]
    data: str


def parsed(line: str) -> Command:
    """Reads a command as the runner does (actions/runner, ActionCommand.TryParseV2)."""
    assert line.startswith("::")
    said, _, data = line[2:].partition("::")
    name, _, rest = said.partition(" ")
    pairs = (pair.split("=", 1) for pair in rest.split(",") if pair)
    return Command(name, {key: unescaped(value, ":,") for key, value in pairs}, unescaped(data, ""))


def unescaped(text: str, more: str) -> str:
    for mark in ("\r", "\n", *more, "%"):
        text = text.replace(f"%{ord(mark):02X}", mark)
    return text


@given(path=st.text(min_size=1), title=st.text(min_size=1), message=st.text())
def test_the_runner_reads_one_command_with_the_values_given(path: str, title: str, message: str) -> None:
    written = command("error", {"file": path, "title": title}, message)
    assert written.count("\n") == 1 and written.endswith("\n") and "\r" not in written
    assert parsed(written[:-1]) == Command("error", {"file": path, "title": title}, message)


def test_an_annotation_stands_on_its_place() -> None:
    one = draft("Hi.\nگ You must go.", "a,b:c.txt")
    written = rendered("github", [(one, report(one, finding(one.text, "must", becomes="can")))])
    name, properties, data = parsed(written.rstrip("\n"))
    where = {"line": "2", "endLine": "2", "col": "7", "endColumn": "11", "title": "obligation/must-do"}
    assert (name, properties, data) == ("warning", {"file": "a,b:c.txt", **where}, "“must” orders\n→ can (review)")


def test_columns_are_left_out_over_several_lines() -> None:
    written = rendered("github", [checked("You must\ngo.", "must\ngo")])
    assert parsed(written.rstrip("\n")).properties.keys() == {"file", "line", "endLine", "title"}


def test_a_reply_that_does_not_pass_is_an_error_of_its_own() -> None:
    one = draft("---\nchannel: chat\n---\nYou must go.")
    *_, last = rendered("github", [(one, report(one, finding(one.text, "must", severity="error")))]).splitlines()
    name, properties, data = parsed(last)
    assert (name, properties["line"]) == ("error", "4")
    assert "does not pass" in data


def test_a_reply_cannot_add_a_command() -> None:
    evil = "must\r\n::set-output name=x::y\n::error file=z::%0A::stop-commands::t"
    one = draft(f"You {evil} go.", "x\n::add-mask::.txt")
    for line in rendered("github", [(one, report(one, finding(one.text, evil, becomes=evil)))], [evil]).splitlines():
        assert parsed(line).name in ("warning", "error")
        assert set(parsed(line).properties) <= {"file", "line", "endLine", "col", "endColumn", "title"}
