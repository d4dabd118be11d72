from __future__ import annotations

import json
from typing import Any

import pytest

from tests.reporters.made import Checked, checked, draft, finding, found_at, rendered, report, valid
from tonelint.formats import edited
from tonelint.linter import Linter
from tonelint.reporters import Style
from tonelint.text.lines import Lines
from tonelint.types import Edit, Rewrite


def log(*pairs: Checked, problems: tuple[str, ...] = (), style: Style | None = None) -> dict[str, Any]:
    made = valid(json.loads(rendered("sarif", pairs, problems, style)), "sarif-schema-2.1.0.json")
    run: dict[str, Any]
    [run] = made["runs"]
    return run


def test_a_result_says_rule_place_and_piece() -> None:
    run = log(checked("🙂 گ You must go.", "must", severity="error", becomes="can"))
    [result] = run["results"]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert region == {"startLine": 1, "startColumn": 9, "endLine": 1, "endColumn": 13, "snippet": {"text": "must"}}
    assert (result["level"], result["ruleId"], result["message"]["text"]) == ("error", "must-do", "“must” orders")
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == "must-do"


@pytest.mark.parametrize(
    ("severity", "level"), [("error", "error"), ("warning", "warning"), ("info", "note"), ("hint", "note")]
)
def test_levels(severity: str, level: str) -> None:
    [result] = log(checked("You must go.", "must", severity=severity), style=Style(hints=True))["results"]
    assert (result["level"], result["properties"]["severity"]) == (level, severity)


def test_real_rules_bring_their_help_in_both_languages() -> None:
    linter = Linter()
    texts = [
        "Hi Sara, please find attached the form. You must sign it.",
        "سلام سارا، متأسفانه نمی‌توانیم وجه را برگردانیم.",
    ]
    drafts = [draft(text, f"{at}.txt") for at, text in enumerate(texts)]
    run = log(*((one, linter.check(one.text)) for one in drafts), style=Style(hints=True, rules=linter.rules))
    for rule in run["tool"]["driver"]["rules"]:
        told = linter.rules[rule["id"]]
        for why in told.why.values():
            assert " ".join(why.split()) in rule["help"]["markdown"]
        assert rule["id"] in rule["help"]["text"]
    assert len(run["results"]) >= len(run["tool"]["driver"]["rules"]) > 3


def applied(source: str, fix: dict[str, Any]) -> str:
    """Returns the file after a fix, as an editor would apply it: by lines and columns."""
    [change] = fix["artifactChanges"]
    lines = Lines(source)
    for replacement in reversed(change["replacements"]):
        region = replacement["deletedRegion"]
        start = lines.offset(region["startLine"], region["startColumn"])
        end = lines.offset(region["endLine"], region["endColumn"])
        source = source[:start] + replacement["insertedContent"]["text"] + source[end:]
    return source


FILES = [
    ("a.txt", "---\r\nchannel: chat\r\n---\r\n🙂 Hi!\r\nYou must go.\r\n"),
    ("replies.json", '{"replies": [{"name": "a", "body": "Hi \\"Sara\\",\\n\\u06af You must go."}]}'),
    ("replies.yml", "replies:\n- name: a\n  body: |\n    Hi,\n    you must go.\n"),
    ("saved.md", "# Late\n\nHi. You must go.\n"),
]


@pytest.mark.parametrize(("path", "source"), FILES)
@pytest.mark.parametrize("becomes", ["can", 'ought "to"', ""])
def test_fixes_are_edits_of_the_file_as_it_lies_on_disk(path: str, source: str, becomes: str) -> None:
    one, made = checked(source, "must", path, becomes)
    [result] = log((one, made))["results"]
    [fix] = result["fixes"]
    assert applied(source, fix) == edited(source, [(one, made.findings[0].rewrites[0].edits)])


def test_ideas_and_what_cannot_be_written_are_no_fixes() -> None:
    one = draft("# Late\n\nYou must go.\n\n```\ncode\n```\n\nNow.", "a.md")
    idea = finding(one.text, "must", becomes="⟨who⟩")
    [rewrite] = idea.rewrites
    idea = idea._replace(rewrites=(rewrite._replace(safety="idea"),))
    over = found_at(one.text, one.text.index("go."), one.text.index("Now"), becomes="stay")
    assert [result["fixes"] for result in log((one, report(one, idea, over)))["results"]] == [[], []]


def test_a_fix_of_several_places_has_several_replacements() -> None:
    one = draft("You must go, you must.")
    found = finding(one.text, "must")
    edits = (Edit(4, 8, "can"), Edit(17, 21, "may"))
    found = found._replace(rewrites=(Rewrite("can … may", edits, "review", "Suggestion"),))
    [result] = log((one, report(one, found)))["results"]
    assert applied(one.source, result["fixes"][0]) == "You can go, you may."


def test_a_reply_cannot_put_a_link_into_a_message() -> None:
    piece = "[click](https://evil.example)"
    one = draft(f"You {piece} now")
    [result] = log((one, report(one, finding(one.text, piece, becomes=piece))))["results"]
    assert "](" not in result["message"]["text"] + result["fixes"][0]["description"]["text"]
    assert result["fixes"][0]["artifactChanges"][0]["replacements"][0]["insertedContent"]["text"] == piece


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("./a b.txt", "a%20b.txt"),
        ("پاسخ.md", "%D9%BE%D8%A7%D8%B3%D8%AE.md"),
        ("a%2e:b#c.txt", "a%252e%3Ab%23c.txt"),
        ("x\udcff.txt", "x%FF.txt"),
    ],
)
def test_paths_are_uris_from_the_folder(path: str, uri: str) -> None:
    [result] = log(checked("You must go.", "must", path))["results"]
    place = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place == {"uri": uri, "uriBaseId": "SRCROOT"}


def test_an_absolute_path_is_a_uri_of_its_own() -> None:
    [result] = log(checked("You must go.", "must", "/a/b.txt"))["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": "file:///a/b.txt"}


def test_problems_are_notifications() -> None:
    [invocation] = log(problems=("a.txt: gone",))["invocations"]
    assert invocation["executionSuccessful"] is False
    assert invocation["toolExecutionNotifications"][0]["message"]["text"] == "a.txt: gone"


def prints(source: str) -> list[str]:
    one = draft(source)
    at = [index for index in range(len(one.text)) if one.text.startswith("must", index)]
    return [
        result["partialFingerprints"]["neighbourhood/v1"]
        for result in log((one, report(one, *(found_at(one.text, start, start + 4) for start in at))))["results"]
    ]


def test_fingerprints_stay_when_a_reply_is_moved_or_wrapped_anew() -> None:
    text = "Hi Sara,\n\nYou must send us the form, and then we will see to the rest of it."
    [before] = prints(text)
    assert prints(f"---\nchannel: chat\n---\n{text}") == [before]
    assert prints(text.replace("send us", "send\r\n   us")) == [before]
    assert prints(text.replace("form", "paper")) != [before]
    assert len(set(prints("must must must must must"))) == 5


@pytest.mark.parametrize(("one", "other"), [("must send", "must\r\n  send"), ("نمی‌شود", "نمی شود")])
def test_fingerprints_are_made_of_letters(one: str, other: str) -> None:
    runs = [log(checked(f"Hi, {piece} now.", piece))["results"] for piece in (one, other)]
    assert runs[0][0]["partialFingerprints"] == runs[1][0]["partialFingerprints"]
