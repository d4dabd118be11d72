"""`tonelint baseline` and `check --baseline`, in processes of their own."""

from __future__ import annotations

import json
import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.doors.made import RULE, run, team

SETTINGS = "rule_folders: [rules]\nonly: [odd-word]\nfail_on: warning\nexclude: [rules/]\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    team(tmp_path, SETTINGS, RULE)
    (tmp_path / "a.txt").write_text("Gadzooks it works.\n", "utf-8")
    (tmp_path / "b.txt").write_text("واویلا درست شد.\n", "utf-8")
    return tmp_path


def test_only_new_faults_are_reported(folder: Path) -> None:
    assert run(folder, "check", ".").returncode == 1
    done = run(folder, "baseline")
    assert (done.returncode, done.stdout, done.stderr) == (0, "tonelint-baseline.json: 2 faults in 2 replies\n", "")
    done = run(folder, "check", ".", "--baseline", "tonelint-baseline.json")
    assert (done.returncode, done.stderr) == (0, "")
    assert "odd-word" not in done.stdout
    (folder / "c.txt").write_text((folder / "a.txt").read_text("utf-8"), "utf-8")  # one more of the same is new
    (folder / "a.txt").write_text("Nothing new here.\r\nGadzooks  it works.\r\n", "utf-8")
    done = run(folder, "check", ".", "--baseline", "tonelint-baseline.json")
    assert done.returncode == 1
    assert [line.split(":")[0] for line in done.stdout.splitlines() if "stiff-wording/odd-word" in line] == ["./c.txt"]


def test_the_settings_may_name_the_baseline(folder: Path) -> None:
    (folder / "tonelint.yaml").write_text(SETTINGS + "baseline: notes/old.json\n", "utf-8")
    done = run(folder, "check", ".")
    assert done.returncode == 2
    assert (
        done.stderr
        == "tonelint: notes/old.json: cannot be read: No such file or directory; make it with: tonelint baseline\n"
    )
    (folder / "notes").mkdir()
    assert run(folder, "baseline").returncode == 0
    assert {fault["path"] for fault in json.loads((folder / "notes" / "old.json").read_text("utf-8"))["faults"]} == {
        "../a.txt",
        "../b.txt",
    }
    assert run(folder, "check", ".").returncode == 0


def test_what_is_gone_is_said_and_can_be_forgotten(folder: Path) -> None:
    run(folder, "baseline")
    (folder / "a.txt").write_text("It works.\n", "utf-8")
    (folder / "new.txt").write_text("Zounds, gadzooks, here we are.\n", "utf-8")
    done = run(folder, "check", "a.txt", "b.txt", "--baseline", "tonelint-baseline.json")
    assert done.returncode == 0
    assert done.stderr == "tonelint: tonelint-baseline.json: 1 old fault gone; to forget: tonelint baseline --prune\n"
    done = run(folder, "baseline", "--prune")
    assert done.stdout == "tonelint-baseline.json: 1 fault in 3 replies, 1 fewer than before\n"
    assert run(folder, "check", ".", "--baseline", "tonelint-baseline.json").returncode == 1


def test_files_that_are_not_looked_at_keep_their_faults(folder: Path) -> None:
    run(folder, "baseline")
    (folder / "a.txt").write_text("Gadzooks, the parcel is on its way to you.\n", "utf-8")
    done = run(folder, "check", "b.txt", "--baseline", "tonelint-baseline.json")
    assert (done.returncode, done.stderr) == (0, "")  # nothing is said to be gone from a.txt
    (folder / "c.txt").write_text("واویلا درست شد.\n", "utf-8")  # as in b.txt, which is still there
    assert run(folder, "check", "c.txt", "--baseline", "tonelint-baseline.json").returncode == 1
    assert "2 faults in 1 reply, as many as before" in run(folder, "baseline", "a.txt").stdout
    (folder / "b.txt").rename(folder / "d.txt")
    (folder / "c.txt").unlink()
    assert run(folder, "check", "d.txt", "--baseline", "tonelint-baseline.json").returncode == 0


def test_json_holds_what_is_new_only(folder: Path) -> None:
    run(folder, "baseline", "a.txt")
    made = json.loads(run(folder, "check", ".", "--format", "json", "--baseline", "tonelint-baseline.json").stdout)
    assert [len(reply["findings"]) for file in made["files"] for reply in file["replies"]] == [0, 1]


def test_nothing_is_written_where_something_could_not_be_read(folder: Path) -> None:
    (folder / "bad.txt").write_bytes(b"\xff\xff\xff")
    done = run(folder, "baseline")
    assert done.returncode == 2
    assert "bad.txt: not UTF-8" in done.stderr
    assert not (folder / "tonelint-baseline.json").exists()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "b.json:1:1: this is not JSON (Expecting value); write it anew with: tonelint baseline"),
        (b'{"version": 1,\n<<<<<<< ours', "b.json:2:1: this is not JSON (Expecting property name enclosed in double quotes); write it anew with: tonelint baseline"),
        (b"[]", "b.json: this is not a baseline; write it anew with: tonelint baseline"),
        (b'{"version": 2, "faults": []}', "b.json: this is not a baseline that this version of tonelint reads; write it anew with: tonelint baseline"),
        (b'{"version": 1, "faults": [{"rule": "a", "count": 1}]}', "b.json: this is not a baseline; write it anew with: tonelint baseline"),
        (b'{"version": 1, "faults": ' + b"[" * 100_000, "b.json: this is not a baseline; write it anew with: tonelint baseline"),
        (b"\xff", "b.json: this is not a baseline; write it anew with: tonelint baseline"),
    ],
)  # fmt: skip
def test_a_broken_baseline_is_one_clear_line(folder: Path, content: bytes, sentence: str) -> None:
    (folder / "b.json").write_bytes(content)
    done = run(folder, "check", "a.txt", "--baseline", "b.json")
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"tonelint: {sentence}\n")


def test_links_and_permissions_stay(folder: Path) -> None:
    (folder / "kept").mkdir()
    (folder / "kept" / "real.json").write_text('{"version": 1, "faults": []}', "utf-8")
    os.chmod(folder / "kept" / "real.json", 0o640)
    (folder / "tonelint-baseline.json").symlink_to("kept/real.json")
    assert run(folder, "baseline").returncode == 0
    assert (folder / "tonelint-baseline.json").is_symlink()
    assert stat.S_IMODE((folder / "kept" / "real.json").stat().st_mode) == 0o640
    assert len(json.loads((folder / "kept" / "real.json").read_text("utf-8"))["faults"]) == 2
    assert sorted(path.name for path in (folder / "kept").iterdir()) == ["real.json"]


def test_killed_at_any_point_it_is_the_old_file_or_the_new_one(folder: Path) -> None:
    """The writing alone is repeated without end, and killed a dozen times."""
    path = folder / "baseline.json"
    code = (
        "import sys, itertools; from tonelint.baseline import Fault, dumps; from tonelint.cli.writing import put\n"
        "for n in itertools.cycle((1, 20000)):\n"
        "    put(sys.argv[1], dumps([Fault('r', str(i), 's', 'b', 'a', 'p', 'x') for i in range(n)])); print(n, flush=True)\n"
    )
    for attempt in range(12):
        process = subprocess.Popen([sys.executable, "-c", code, str(path)], stdout=subprocess.PIPE)
        assert process.stdout
        process.stdout.readline()
        time.sleep(0.013 * attempt)
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        assert len(json.loads(path.read_text("utf-8"))["faults"]) in (1, 20000)
