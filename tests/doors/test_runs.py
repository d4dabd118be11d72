"""Runs over many replies: several reports at once, processes, revisions, counts, and what ends with which status."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.doors.made import run, team
from tonelint.cli.desk import Desk
from tonelint.cli.writing import write
from tonelint.errors import TextError

FAULTY, FINE = "Gadzooks it works.\n", "It works.\n"


def folder(path: Path, **replies: str) -> Path:
    """A team with one rule, and replies by the name of their file."""
    team(path)
    for name, text in replies.items():
        (path / f"{name}.txt").write_text(text, "utf-8")
    return path


def git(path: Path, *arguments: str) -> None:
    author = ("-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *author, *arguments], cwd=path, check=True, capture_output=True)


def test_reports_go_to_files_and_to_standard_output(tmp_path: Path) -> None:
    folder(tmp_path, a=FAULTY)
    done = run(
        tmp_path, "check", "a.txt", "--format", "compact", "--format", "sarif:out/a.sarif", "--format", "json:a.json"
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("a.txt:1:1: warning odd-word")
    assert json.loads((tmp_path / "out" / "a.sarif").read_text("utf-8"))["version"] == "2.1.0"
    assert json.loads((tmp_path / "a.json").read_text("utf-8"))["files"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.json", "a.txt", "out", "rules", "tonelint.yaml"]


def test_two_reports_cannot_go_to_one_place(tmp_path: Path) -> None:
    done = run(folder(tmp_path, a=FAULTY), "check", "a.txt", "--format", "json", "--format", "sarif")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "tonelint: --format: two formats go to standard output; name a file, as in sarif:FILE\n"


def test_a_report_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (folder(tmp_path, a=FAULTY) / "taken").mkdir()
    done = run(tmp_path, "check", "a.txt", "--format", "json:taken")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("tonelint: taken: cannot be written: ")


@pytest.mark.parametrize("form", ["json", "text"])
def test_processes_find_what_one_finds(tmp_path: Path, form: str) -> None:
    folder(tmp_path, **{f"r{n:03}": FAULTY * (n % 3) + FINE for n in range(150)})
    alone = run(tmp_path, "check", ".", "--format", form)
    assert "gadzooks" in alone.stdout.lower()
    assert run(tmp_path, "check", ".", "--format", form, "-j", "2").stdout == alone.stdout


def test_processes_tell_of_a_broken_rule_once(tmp_path: Path) -> None:
    folder(tmp_path, a=FAULTY, b=FAULTY)
    (tmp_path / "rules" / "broken.yaml").write_text("id: [", "utf-8")
    done = run(tmp_path, "check", ".", "-j", "2")
    assert (done.returncode, done.stderr.count("broken.yaml")) == (2, 1)


def test_only_replies_that_changed_since_a_revision(tmp_path: Path) -> None:
    folder(tmp_path, old=FAULTY, edited=FINE)
    (tmp_path / "replies.yml").write_text("replies:\n- {name: a, body: Gadzooks one.}\n", "utf-8")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "first")
    (tmp_path / "edited.txt").write_text(FAULTY, "utf-8")
    (tmp_path / "new.txt").write_text(FAULTY, "utf-8")
    with (tmp_path / "replies.yml").open("a", encoding="utf-8") as file:
        file.write("- {name: b, body: Gadzooks two.}\n")
    done = run(tmp_path, "check", ".", "--changed-since", "HEAD", "--format", "compact")
    assert [line.split(":")[:2] for line in done.stdout.splitlines()] == [
        ["./edited.txt", "1"], ["./new.txt", "1"], ["./replies.yml", "3"],
    ]  # fmt: skip


@pytest.mark.parametrize("revision", ["nowhere", "--output=x", ""])
def test_a_revision_that_is_none(tmp_path: Path, revision: str) -> None:
    git(folder(tmp_path, a=FAULTY), "init", "-q")
    done = run(tmp_path, "check", ".", f"--changed-since={revision}")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f'tonelint: --changed-since: "{revision}" is no revision of a git repository here\n'


def test_quiet_says_it_by_the_status_alone(tmp_path: Path) -> None:
    done = run(folder(tmp_path, a=FAULTY), "check", ".", "-q", "--fail-on", "warning")
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "")
    assert run(tmp_path, "check", ".", "-q").returncode == 0


def test_counts(tmp_path: Path) -> None:
    done = run(folder(tmp_path, a=FAULTY, b=FINE, c=FAULTY + FAULTY), "check", ".", "--stats", "--format", "json")
    assert json.loads(done.stdout)
    assert done.stderr.splitlines()[:2] == [
        "replies: 3; findings: 0 error, 3 warning, 0 info, 0 hint", "      3  stiff-wording / odd-word",
    ]  # fmt: skip


def test_redacted_reports_hold_no_word_of_a_reply(tmp_path: Path) -> None:
    folder(tmp_path, a="Gadzooks zanzibar.\n")
    for form in ("text", "json", "sarif", "html", "markdown"):
        done = run(tmp_path, "check", "a.txt", "--redact", "--format", form)
        assert "odd-word" in done.stdout
        assert "adzooks" not in done.stdout
        assert "zanzibar" not in done.stdout


def test_a_broken_file_in_a_folder_is_told_and_is_an_error_if_strict(tmp_path: Path) -> None:
    folder(tmp_path, a=FINE)
    (tmp_path / "bad.txt").write_bytes(b"\xff\xfe\x00 broken")
    for arguments, status in (((".",), 0), ((".", "--strict"), 2), (("bad.txt",), 2)):
        done = run(tmp_path, "check", *arguments)
        assert done.returncode == status, arguments
        assert "bad.txt: UTF-16" in done.stderr


def test_a_new_rule_is_whole_and_never_overwritten(tmp_path: Path) -> None:
    done = run(tmp_path, "rules", "new", "small-talk", "--family", "cliche", "--folder", "ours")
    assert (done.returncode, done.stderr) == (0, "")
    tested = run(tmp_path, "rules", "test", "ours")
    assert (tested.returncode, tested.stderr) == (0, "")
    again = run(tmp_path, "rules", "new", "small-talk", "--folder", "ours")
    assert (again.returncode, again.stderr) == (
        2,
        "tonelint: ours/small-talk.yaml is there already; choose another id\n",
    )
    assert run(tmp_path, "rules", "new", "../up").returncode == 2


def test_the_shell_is_told_what_completes(tmp_path: Path) -> None:
    script = run(tmp_path, "completion", "bash")
    assert "_TONELINT_COMPLETE=bash_complete" in script.stdout
    asked = run(tmp_path, _TONELINT_COMPLETE="bash_complete", COMP_WORDS="tonelint check --ch", COMP_CWORD="2")
    assert "--changed-since" in asked.stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is full")
@pytest.mark.parametrize(
    "arguments", [("check", "a.txt"), ("check", "a.txt", "--format", "json"), ("rules", "list"), ("fix", "a.txt")]
)
def test_standard_output_without_room_is_one_sentence(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    folder(tmp_path, a=FAULTY)
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "tonelint", *arguments],
            cwd=tmp_path,
            stdout=full,
            stderr=subprocess.PIPE,
            timeout=60,
        )
    sentence = "tonelint: standard output cannot be written: No space left on device\n"
    assert (done.returncode, done.stderr.decode()) == (2, sentence)


def test_a_file_that_vanishes_in_the_middle_of_a_run_is_said_and_the_rest_is_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder(tmp_path, a=FAULTY, b=FAULTY, c=FAULTY)
    monkeypatch.chdir(tmp_path)
    checked = []
    for draft, _ in Desk().check(["."]):
        checked.append(draft.path)
        (tmp_path / "b.txt").unlink(missing_ok=True)
    assert checked == ["./a.txt", "./c.txt"]
    assert capsys.readouterr().err == "tonelint: ./b.txt: cannot be read: No such file or directory\n"
    with pytest.raises(TextError, match=r"b\.txt: cannot be read"):
        write("b.txt", FAULTY.encode(), FINE.encode())
    assert not (tmp_path / "b.txt").exists()
