"""What holds for every reporter: any text, the same again, nothing that acts where it is shown, no word when redacted."""

from __future__ import annotations

import json
from collections.abc import Iterator
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reporters.made import Checked, checked, draft, found_at, rendered, report
from tonelint import check
from tonelint.errors import UsageError
from tonelint.linter import Linter
from tonelint.reporters import REPORTERS, Style, render
from tonelint.types import SEVERITIES

TERMINAL = ("text", "compact", "github")
JSON = ("json", "sarif", "gitlab", "rdjson")
ACTING = [
    *map(chr, range(9)),
    "\x0b",
    "\x1b",
    "\x7f",
    "\x9b",
    "\u061c",
    "\u200e",
    "\u202e",
    "\u2066",
    "\ufeff",
]
COMMANDS = ["::add-mask::x", "::error file=a::x", "##[group]x", "##vso[task.complete]", "##teamcity[x]"]
HARD = "\ud800\udc80\udfff\x00\x08\x1b\x7f\x9b\u200c\u2028\u202e\u2069\ufeff\uffff\U000e0001\n\r\t<>&]\"'%:|`@#[ گ🙂"
ANY = st.lists(st.characters() | st.sampled_from(HARD), max_size=30).map("".join)


@st.composite
def pairs(draw: st.DrawFn) -> Checked:
    text = draw(ANY | st.sampled_from(COMMANDS))
    one = draft(text, draw(st.sampled_from(["a.txt", "::x::.txt", 'a"<b>,%.txt', "گ\udc80\ud800.txt"])))
    edges = st.integers(0, len(one.text))
    spans = draw(st.lists(st.tuples(edges, edges).map(sorted), max_size=4))
    severity, becomes = st.sampled_from(SEVERITIES), st.none() | ANY
    found = [
        found_at(one.text, start, end, draw(st.sampled_from(["en", "fa"])), draw(severity), draw(becomes))
        for start, end in sorted(spans)
    ]
    return one._replace(id=draw(ANY)), report(one, *found, language=draw(st.sampled_from(["", "en", "fa"])))


@pytest.mark.parametrize("name", REPORTERS)
@settings(max_examples=60)
@given(pair=pairs(), problem=ANY, redact=st.booleans())
def test_any_text_is_written_well_formed(name: str, pair: Checked, problem: str, redact: bool) -> None:
    written = rendered(name, [pair], [problem], Style(hints=True, redact=redact))
    assert written.encode("utf-8").decode("utf-8") == written
    assert not any(line.lstrip().startswith("::") for line in written.splitlines()) or name == "github"
    if name in JSON:
        json.loads(written)
    if name == "junit":
        ElementTree.fromstring(written)
    if name in TERMINAL + JSON:
        assert not set(written) & set(ACTING)
        assert all(line.count("\u2068") == line.count("\u2069") for line in written.splitlines())
        assert name == "github" or "##[" not in written


@pytest.mark.parametrize("name", REPORTERS)
@pytest.mark.parametrize("command", COMMANDS)
def test_no_runner_finds_a_command_in_a_reply_or_its_path(name: str, command: str) -> None:
    one = draft(f"{command}\n{command} must\n{command}", f"{command}.txt")
    start = one.text.index("must")
    found = [
        found_at(one.text, 0, len(command), becomes=command),
        found_at(one.text, start, start + 4, becomes=command),
    ]
    for line in rendered(name, [(one._replace(id=command), report(one, *found))], [command]).splitlines():
        own = name == "github" and line.startswith(("::error", "::warning"))
        assert own or not line.lstrip().startswith("::")
        assert own or not any(mark in line for mark in ("##[", "##vso[", "##teamcity["))


@pytest.mark.parametrize("name", REPORTERS)
def test_nothing_to_report_is_a_report(name: str) -> None:
    written = rendered(name, [])
    assert written == rendered(name, [])
    if name in JSON:
        json.loads(written)


@pytest.mark.parametrize("name", REPORTERS)
def test_the_same_again_is_the_same(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    pair = checked("Hi.\nYou must go.", "must", becomes="can")
    assert rendered(name, [pair]) == rendered(name, [pair]) != ""


@pytest.mark.parametrize("name", ["text", "compact", "github"])
def test_lines_appear_while_the_rest_is_still_being_checked(name: str) -> None:
    def one_by_one() -> Iterator[Checked]:
        yield checked("You must go.", "must")
        raise AssertionError("the second reply was taken before the first was written")

    assert "must-do" in next(iter(render(name, one_by_one())))


def test_problems_that_come_up_on_the_way_are_told() -> None:
    problems: list[str] = []

    def failing() -> Iterator[Checked]:
        problems.append("b.txt: gone")
        yield checked("You must go.", "must")

    for name in ("json", "sarif", "github", "junit", "markdown", "html"):
        problems.clear()
        told = rendered(name, failing(), problems, Style(redact=name == "json"))
        assert "b.txt" in told or "b&#46;txt" in told, name
        assert "gone" not in told or name != "json"


def test_an_unknown_name_is_answered_with_the_nearest() -> None:
    with pytest.raises(UsageError, match='there is no format "sarf"; did you mean "sarif"'):
        render("sarf", [])


SECRET = "Zanzibar Quokka 4417"
REPLY = f"Hi {SECRET},\nplease find attached the form of {SECRET}. You must pay {SECRET} or {SECRET} is late.\n{SECRET}"


@pytest.mark.parametrize("name", REPORTERS)
def test_redacted_output_holds_no_word_of_the_reply(name: str) -> None:
    one = draft(f"---\ncustomer_name: {SECRET}\n---\n{REPLY}", "late.txt")
    linter = Linter()
    made = linter.check(one.text, None, **one.context)
    start = one.text.index(SECRET)
    made = made._replace(findings=(found_at(one.text, start, start + len(SECRET), becomes=SECRET), *made.findings))
    said = {word.strip(",.") for word in one.text.split() if len(word) > 3} - {"must", "late"}  # the rule and the file
    styles = [Style(hints=True, redact=redact, rules={} if redact else linter.rules) for redact in (False, True)]
    open_, bare = (rendered(name, [(one, made)], [f"late.txt:2:1: what is “{SECRET}”?"], style) for style in styles)
    assert "Quokka" in open_
    assert "must-do" in bare
    assert [word for word in said if word in bare and word not in rendered(name, [])] == []


def test_redacted_places_are_those_of_the_file() -> None:
    pair = checked("🙂 گ You must go.", "must")
    for name in ("compact", "rdjson"):
        places = [rendered(name, [pair], style=Style(redact=redact)) for redact in (False, True)]
        cut = [written.replace("“must” orders", "must-do") for written in places]
        assert cut[0] == cut[1]


def test_real_reports_go_through_every_reporter() -> None:
    linter = Linter()
    texts = [
        "Hi Sara, please find attached the form. You must sign it.",
        "سلام سارا، متأسفانه نمی‌توانیم وجه را برگردانیم.",
    ]
    drafts = [draft(text, f"{at}.txt") for at, text in enumerate(texts)]
    made = [(one, check(one.text)) for one in drafts]
    for name in REPORTERS:
        written = rendered(name, made, style=Style(hints=True, rules=linter.rules))
        assert "0.txt" in written or "0&#46;txt" in written


@pytest.mark.parametrize("name", ["text", "compact", "github", "json", "gitlab", "rdjson"])
def test_paths_are_written_as_they_are(name: str) -> None:
    assert "saved  replies/گ.txt" in rendered(name, [checked("You must go.", "must", "saved  replies/گ.txt")])
