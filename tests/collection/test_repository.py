"""The repository of 200 macros that benchmarks/saved_replies.py builds: what was put into it is found, at the doors."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

from benchmarks.saved_replies import build
from tests.doors.made import run


def test_what_was_put_in_is_found(tmp_path: Path) -> None:
    assert build(tmp_path / "a") == build(tmp_path / "b") == 200
    for file in (tmp_path / "a").rglob("*.yaml"):
        assert file.read_bytes() == (tmp_path / "b" / file.relative_to(tmp_path / "a")).read_bytes()
    done = run(tmp_path / "a", "check", "macros", "--set", "-j", "2", "--format", "json")
    assert done.returncode == 1, done.stderr
    replies = [reply for file in json.loads(done.stdout)["files"] for reply in file["replies"]]
    found = Counter(finding["rule"] for reply in replies for finding in reply["findings"])
    assert (len(replies), found["broken-placeholder"], found["house-placeholder"]) == (200, 2, 2)
    collapsing = [f["message"] for reply in replies for f in reply["findings"] if f["rule"] == "unfilled-placeholder"]
    assert len(collapsing) > 90
    assert {message[-11:] for message in collapsing if message.isascii() or "“Hello ,”" in message} == {" “Hello ,”."}
    notes = [line.removeprefix("tonelint: ") for line in done.stderr.splitlines()]
    assert [note.partition(":")[0] for note in notes] == [
        "macros/en/late-parcel.yaml", "macros/fa/late-parcel.yaml", "macros/en/gift-card.yaml", "macros/fa/refund.yaml",
        "macros/en/course-full.yaml", "macros/fa/course-full.yaml", "macros/en/late-parcel.yaml",
    ]  # fmt: skip
    assert "says the same" in notes[0] and "is in English only" in notes[2] and "“frist_name”" in notes[6]


def test_notes_fail_nothing_and_are_asked_for(tmp_path: Path) -> None:
    (tmp_path / "tonelint.yaml").write_text("context: {stage: saved-reply}\nonly: [broken-placeholder]\n", "utf-8")
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("Your parcel left our house this morning and is with you soon.", "utf-8")
    done = run(tmp_path, "check", ".", "--set", "--quiet")
    assert (done.returncode, done.stdout) == (0, "")
    assert "“b” says the same as “a”" in done.stderr
    assert run(tmp_path, "check", ".", "--quiet").stderr == ""
