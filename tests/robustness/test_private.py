"""Offline and private: no socket is opened, and nothing is written outside the cache and the files asked for."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

# Every event of the interpreter that opens a connection, starts a program or changes a file, with what it is about.
WATCH = """
import json, os, sys
seen = []
WRITES = ("os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.chmod", "os.chown")
def watch(event, args):
    if event.startswith(("socket.", "urllib.", "ftplib.", "smtplib.", "http.")):
        raise RuntimeError("the network was asked for: " + event)
    if event in ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.fork"):
        seen.append(("process", event))
    if event == "open" and isinstance(args[0], (str, bytes)):
        flags = args[2] or 0
        if flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND):
            seen.append(("write", os.path.abspath(os.fsdecode(args[0]))))
    if event in WRITES:
        seen.extend(("write", os.path.abspath(os.fsdecode(arg))) for arg in args[:2] if isinstance(arg, (str, bytes)))
sys.addaudithook(watch)
sys.dont_write_bytecode = True
from tonelint.cli import main
try:
    main(sys.argv[1:])
except SystemExit:
    pass
sys.stderr.write("\\n" + json.dumps(seen))
"""


def watched(folder: Path, *arguments: str) -> list[tuple[str, str]]:
    """What a run of the command line wrote and started."""
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", WATCH, *arguments], cwd=folder / "work", capture_output=True, text=True,
        encoding="utf-8", env={"TONELINT_CACHE": str(folder / "cache"), "HOME": str(folder / "home"), "PATH": ""}, check=False,
    )  # fmt: skip
    assert "Traceback" not in done.stderr, done.stderr
    return [(kind, what) for kind, what in json.loads(done.stderr.splitlines()[-1])]


@pytest.mark.parametrize(
    ("arguments", "written"),
    [
        (["check", "a.txt"], []),
        (["check", ".", "--format", "text", "--format", "html:out.html", "--stats"], ["out.html"]),
        (["fix", "a.txt"], []),
        (["fix", "--review", "--write", "a.txt"], ["a.txt"]),
        (["baseline", "--output", "old.json", "."], ["old.json"]),
        (["rules", "list"], []),
        (["rules", "explain", "cannot"], []),
    ],
    ids=lambda value: " ".join(value),
)
def test_nothing_is_written_but_what_was_asked_for(tmp_path: Path, arguments: list[str], written: list[str]) -> None:
    for name in ("work", "home"):
        (tmp_path / name).mkdir()
    (tmp_path / "work" / "a.txt").write_text("Hi Sara,\nkindly wait. See https://shop.example.", "utf-8")
    wanted = {str(tmp_path / "work" / name) for name in written}
    allowed = (str(tmp_path / "cache"), *wanted)
    for kind, what in watched(tmp_path, *arguments):
        beside = Path(what).name.startswith(".tonelint-") and bool(wanted)  # what takes the place of a file when whole
        assert kind == "write" and (what.startswith(allowed) or beside or what == str(tmp_path / "work")), (kind, what)
    assert list((tmp_path / "home").iterdir()) == []
    assert {path.name for path in (tmp_path / "work").iterdir()} == {"a.txt", *written}
