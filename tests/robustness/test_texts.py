"""Any text: it is read, checked, rewritten and reported; nothing raises, and every place is exact."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fuzz import promises
from fuzz.targets import PIECES, told, words, written
from tests.doors.made import run
from tonelint import linter
from tonelint.context import context_of
from tonelint.formats.draft import Draft, verbatim
from tonelint.linter import LONGEST, Linter
from tonelint.offers import MOST
from tonelint.text import document

LINTER = Linter()
UNITS = {
    "surrogates": "\ud800\udc00 ", "nul": "\0", "emoji": "🙂", "family": "👩\u200d👩\u200d👧", "marks": "\u0301",
    "marked": "a\u0301\u0302\u064e", "override": "\u202eabc ", "isolate": "\u2066", "pop": "\u2069\u202c",
    "html": "<div>", "closed": "</div></b>", "nested": "<<a><b", "scripts": "Hi سلام 你好 Привет ", "joiners": "\u200c\u200d",
    "kashida": "ـ", "brackets": "([{«", "quotes": "> > ", "lines": "\r\n\u2028\x85", "one word": "a", "persian": "س",
    "placeholders": "{{a}} {% if ", "links": "[a.com](http://b.com) <a href='", "tags": "\U000e0041",
}  # fmt: skip
FEW = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
TEXTS = st.lists(st.sampled_from([*PIECES, *UNITS.values()]) | st.text(max_size=8), max_size=14).map("".join)


@FEW
@given(TEXTS, TEXTS, st.binary(min_size=2, max_size=2))
def test_any_reply_keeps_every_promise(text: str, message: str, known: bytes) -> None:
    _, context = told(known)
    promises.read_and_checked(text, context._replace(customer_message=message or None))


def test_what_is_known_about_an_example_is_what_the_fuzzer_starts_from() -> None:
    known = {"channel": "sms", "stage": "auto-reply", "customer_name": "tom", "customer_message": "Is it lost?"}
    assert told(written("Hi Tom.", known)) == ("Hi Tom.", context_of(None, known))


@settings(FEW, max_examples=15)
@given(TEXTS, st.binary(min_size=2, max_size=2))
def test_any_reply_is_rewritten_and_reported(text: str, known: bytes) -> None:
    promises.reply(text, told(known)[1])


@settings(FEW, max_examples=150)
@given(st.binary(max_size=80))
def test_bytes_of_the_fuzzer_are_texts(data: bytes) -> None:
    promises.document(document.read(words(data), linter.LANGUAGES))


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_much_of_anything(unit: str) -> None:
    text = (unit * 20_000)[:20_000]
    begun = time.process_time()
    promises.document(document.read(text, linter.LANGUAGES))
    promises.places(LINTER.check(text))
    assert time.process_time() - begun < 10


@pytest.mark.parametrize("where", ["text", "customer_message"])
def test_what_is_too_long_is_said_and_never_passes(where: str) -> None:
    long = "a" * (LONGEST + 1)
    report = LINTER.check(long) if where == "text" else LINTER.check("Hi Sara.", customer_message=long)
    assert not report.ok
    assert str(report.unchecked).startswith("not checked: too long; the ")
    assert str(report.unchecked).endswith(" has 200,001 characters, 200,000 is the limit")
    assert report.findings == () and report.rewrite() == report.text
    promises.reported(Draft("a", "a", report.text, (verbatim(report.text, 0),)), report)


def test_what_is_just_short_enough_is_checked() -> None:
    report = LINTER.check("a" * (LONGEST - 13) + " kindly wait.")
    assert report.unchecked is None
    assert report.findings


def test_the_command_line_says_what_is_too_long_and_goes_on(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text("We cannot. " * 20_000, "utf-8")
    (tmp_path / "short.txt").write_text("Kindly wait.", "utf-8")
    done = run(tmp_path, "check", ".", "--format", "json")
    assert done.returncode == 2
    line = "./long.txt:1:1: not checked: too long; the text has 220,000 characters, 200,000 is the limit"
    assert done.stderr.splitlines().count(f"tonelint: {line}") == 1
    said = json.loads(done.stdout)
    assert [file["path"] for file in said["files"]] == ["./short.txt"]
    assert line in said["summary"]["problems"]
    before = (tmp_path / "long.txt").read_bytes()
    assert run(tmp_path, "fix", "--write", "long.txt").returncode == 2
    assert (tmp_path / "long.txt").read_bytes() == before


def test_nothing_but_faults_is_reported_in_bounded_time_and_said(tmp_path: Path) -> None:
    text = "Gadzooks!! " * 2_000
    report = LINTER.check(text)
    assert report.untried == len(report.findings) - MOST
    assert not any(finding.rewrites for finding in report.findings[MOST:])
    (tmp_path / "long.txt").write_text(text, "utf-8")
    done = run(tmp_path, "check", "long.txt", "--format", "compact")
    assert done.stderr.count(f"long.txt:1:1: the last {report.untried:,} findings come without rewrites") == 1
    assert done.returncode == 1 - report.ok, "it is no problem: everything was checked"
