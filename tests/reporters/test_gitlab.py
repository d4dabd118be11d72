"""The fields are those of docs.gitlab.com/ci/testing/code_quality, "Code Quality report format"."""

from __future__ import annotations

import json
from typing import Any

import jsonschema

from tests.reporters.made import Checked, checked, draft, finding, found_at, rendered, report

DOCUMENTED = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": "^[^./].*"},
                    "lines": {"required": ["begin"], "properties": {"begin": {"type": "integer", "minimum": 1}}},
                },
            },
        },
    },
}


def issues(*pairs: Checked) -> list[dict[str, Any]]:
    made: list[dict[str, Any]] = json.loads(rendered("gitlab", pairs))
    jsonschema.validate(made, DOCUMENTED)
    return made


def test_an_issue_says_what_and_where() -> None:
    [issue] = issues(checked("Hi.\nYou must\ngo.", "must\ngo", "./drafts/a.txt", severity="error"))
    assert issue["location"] == {"path": "drafts/a.txt", "lines": {"begin": 2, "end": 3}}
    assert (issue["severity"], issue["check_name"]) == ("critical", "obligation/must-do")
    assert issue["description"] == "“must go” orders"


def test_a_blocker_is_one() -> None:
    one = draft("You must go.")
    [issue] = issues((one, report(one, finding(one.text, "must")._replace(blocker=True))))
    assert issue["severity"] == "blocker"


def test_fingerprints_are_unique_even_for_equal_replies() -> None:
    one = draft("must must must")
    made = one, report(one, *(found_at(one.text, at, at + 4) for at in (0, 5, 10)))
    other = one._replace(path="b.txt"), made[1]
    found = [issue["fingerprint"] for issue in issues(made, made, other)]
    assert len(set(found)) == len(found) == 9
    assert found == [issue["fingerprint"] for issue in issues(made, made, other)]
