"""``tonelint fix`` as a process: what it shows, what it writes, and what it leaves alone."""

from __future__ import annotations

import os
import pty
import random
import resource
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.doors.made import RULE, SETTINGS, run, team

BOM = b"\xef\xbb\xbf"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return team(tmp_path)


def test_a_diff_is_shown_and_nothing_is_written(folder: Path) -> None:
    (folder / "a.txt").write_bytes(b"---\nchannel: chat\n---\nHi,\nso gadzooks it works.")
    done = run(folder, "fix", "a.txt")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout == (
        "--- a.txt\n+++ a.txt\n@@ -2,4 +2,4 @@\n channel: chat\n ---\n Hi,\n"
        "-so gadzooks it works.\n\\ No newline at end of file\n+so wow it works.\n\\ No newline at end of file\n"
    )
    assert b"gadzooks" in (folder / "a.txt").read_bytes()


def test_the_diff_can_be_patched_in(folder: Path) -> None:
    before = "سلام،\r\nواویلا درست شد.\n\nGadzooks\x0bit\u2028works"
    (folder / "a.txt").write_bytes(before.encode())
    diff = run(folder, "fix", "a.txt").stdout
    (folder / "diff").write_bytes(diff.encode())
    assert run(folder, "fix", "--write", "a.txt").returncode == 0
    written = (folder / "a.txt").read_bytes()
    (folder / "a.txt").write_bytes(before.encode())
    subprocess.run(["git", "apply", "-p0", "diff"], cwd=folder, check=True)
    assert (
        (folder / "a.txt").read_bytes()
        == written
        == before.replace("واویلا", "عجب").replace("Gadzooks", "Wow").encode()
    )


@pytest.mark.parametrize("mark", [b"", BOM])
@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_writing_changes_nothing_but_the_wording(folder: Path, mark: bytes, end: bytes) -> None:
    text = mark + end.join([b"Hi  \tKit,", "سلام 🙂 ‌".encode(), b"so gadzooks it works. ", b"", b"Bye"])
    (folder / "a.txt").write_bytes(text)
    done = run(folder, "fix", "--write", "a.txt")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "a.txt: 1 change written\n"
    assert (folder / "a.txt").read_bytes() == text.replace(b"gadzooks", b"wow")
    assert run(folder, "fix", "--write", "a.txt").stderr == ""
    assert sorted(path.name for path in folder.iterdir()) == ["a.txt", "rules", "tonelint.yaml"]


def test_markdown_and_folders(folder: Path) -> None:
    (folder / "in").mkdir()
    page = "# Gadzooks\n\nHi, gadzooks.\n\n```\ngadzooks\n```\n"
    (folder / "in/a.md").write_text(page, "utf-8")
    (folder / "in/b.txt").write_text("All is well.", "utf-8")
    assert run(folder, "fix", "in", "--write").returncode == 0
    assert (folder / "in/a.md").read_text("utf-8") == page.replace("Hi, gadzooks", "Hi, wow")


@pytest.mark.parametrize("path", [".", "./a.txt", "in/../a.txt"])
def test_a_diff_fits_however_the_path_was_written(folder: Path, path: str) -> None:
    (folder / "in").mkdir()
    (folder / "a.txt").write_text("So gadzooks.", "utf-8")
    (folder / "diff").write_text(run(folder, "fix", path).stdout, "utf-8")
    subprocess.run(["git", "apply", "-p0", "diff"], cwd=folder, check=True)
    assert (folder / "a.txt").read_text("utf-8") == "So wow."


def test_permissions_and_links_stay(folder: Path) -> None:
    file, link, twin = folder / "a.txt", folder / "link.txt", folder / "twin.txt"
    file.write_bytes(b"So gadzooks.")
    file.chmod(0o640)
    link.symlink_to("a.txt")
    assert run(folder, "fix", "--write", "link.txt").returncode == 0
    assert link.is_symlink() and file.read_bytes() == b"So wow."
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    file.write_bytes(b"So gadzooks.")
    os.link(file, twin)
    assert run(folder, "fix", "--write", "a.txt").returncode == 0
    assert twin.read_bytes() == b"So wow." and file.stat().st_ino == twin.stat().st_ino


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only the superuser may give files away")
def test_the_owner_stays(folder: Path) -> None:
    file = folder / "a.txt"
    file.write_bytes(b"So gadzooks.")
    os.chown(file, 12345, 23456)
    file.chmod(0o4750)
    assert run(folder, "fix", "--write", "a.txt").returncode == 0
    found = file.stat()
    assert (file.read_bytes(), found.st_uid, found.st_gid) == (b"So wow.", 12345, 23456)
    assert stat.S_IMODE(found.st_mode) == 0o4750


@pytest.mark.parametrize("names", [1, 2])
def test_on_a_full_disk_the_old_file_stays_whole(folder: Path, names: int) -> None:
    """No file may become larger than so many bytes: writing stops there, as it does where there is no more room."""
    before = ("سلام، واویلا. " * 500).encode()
    grows = (folder / "rules/odd-word.yaml").read_text("utf-8").replace("rewrites: [عجب]", "rewrites: [عجب از این کار]")
    (folder / "rules/odd-word.yaml").write_text(grows, "utf-8")
    (folder / "a.txt").write_bytes(before)
    (folder / "b.txt").write_bytes(b"So gadzooks.")
    if names == 2:
        os.link(folder / "a.txt", folder / "twin.txt")
    done = subprocess.run(
        [sys.executable, "-m", "tonelint", "fix", "--write", "a.txt", "b.txt"], cwd=folder, capture_output=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (len(before) + 100, len(before) + 100)),
    )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr.decode().splitlines() == [
        "tonelint: a.txt: cannot be written: File too large",
        "b.txt: 1 change written",
    ]
    assert (folder / "a.txt").read_bytes() == before
    assert (folder / "b.txt").read_bytes() == b"So wow."
    assert not list(folder.glob(".tonelint-*"))


def test_standard_input_goes_to_standard_output(folder: Path) -> None:
    text = BOM + "سلام،\r\nواویلا درست شد.\r\n".encode()
    done = subprocess.run(
        [sys.executable, "-m", "tonelint", "fix", "-"], cwd=folder, input=text, capture_output=True, timeout=60
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout == text.replace("واویلا".encode(), "عجب".encode())
    assert run(folder, "fix", "-", stdin=b"All is well.").stdout == "All is well."
    assert run(folder, "fix", "-", "--diff", stdin=b"So gadzooks.\n").stdout.splitlines()[-1] == "+So wow."


def test_review_puts_in_what_a_person_should_look_at(folder: Path) -> None:
    (folder / "rules/odd-word.yaml").write_text(RULE.replace("safety: safe", "safety: review"), "utf-8")
    assert run(folder, "fix", "-", stdin=b"So gadzooks.").stdout == "So gadzooks."
    assert run(folder, "fix", "-", "--review", stdin=b"So gadzooks.").stdout == "So wow."


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "there is nothing to fix: name files or folders, or - for standard input"),
        (["-", "--write"], "standard input cannot be written to or asked about: leave out --write and --ask"),
        (["-", "--ask"], "standard input cannot be written to or asked about: leave out --write and --ask"),
        (["gone.txt"], "gone.txt: cannot be read: No such file or directory"),
        (["bad.txt"], "bad.txt: not UTF-8 at line 1, byte 3 (0xff); save the file as UTF-8"),
        (["-", "--channel", "emial"], 'Invalid value for \'--channel\': "emial" does not exist; did you mean "email"?'),
    ],
)
def test_mistakes_are_one_sentence(folder: Path, arguments: list[str], message: str) -> None:
    (folder / "bad.txt").write_bytes(b"Hi\xff")
    done = run(folder, "fix", *arguments)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"tonelint: {message}\n")


def test_the_others_are_fixed_where_one_cannot_be_read(folder: Path) -> None:
    (folder / "bad.txt").write_bytes(b"Hi\xff")
    (folder / "good.txt").write_bytes(b"So gadzooks.")
    assert run(folder, "fix", "--write", "bad.txt", "good.txt").returncode == 2
    assert (folder / "good.txt").read_bytes() == b"So wow."


def test_what_cannot_be_opened_is_a_problem_and_what_is_no_reply_is_only_noted(folder: Path) -> None:
    (folder / "in").mkdir()
    (folder / "in/good.txt").write_bytes(b"So gadzooks.")
    (folder / "in/broken.txt").write_bytes(b"Hi\xff")
    (folder / "in/photo.png").symlink_to("gone.png")  # of no format: nobody opens it
    done = run(folder, "fix", "--write", "in")
    assert (done.returncode, done.stderr.count("\n")) == (0, 2)
    assert "in/broken.txt: not UTF-8" in done.stderr and "in/good.txt: 1 change written" in done.stderr
    (folder / "in/later.txt").symlink_to("gone.txt")
    done = run(folder, "fix", "--write", "in")
    assert (done.returncode, done.stderr.count("in/later.txt: cannot be read: ")) == (2, 1)
    assert done.stderr.count("\n") == 2
    assert run(folder, "fix", "in/broken.txt").returncode == 2, "it was named"


def test_each_file_is_loaded_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from tonelint.cli.fix import Bench
    from tonelint.formats import file

    (folder / "a.txt").write_bytes(b"So gadzooks.")
    (folder / "b.json").write_bytes(b"{}")
    loaded: list[str] = []

    def load(path: str, original: Callable[[str], bytes] = file.load) -> bytes:
        loaded.append(path)
        return original(path)

    monkeypatch.setattr(file, "load", load)
    monkeypatch.chdir(folder)
    found = [(path, data) for path, data, _ in Bench(None, {}, {}).files(["a.txt", "b.json"], "-")]
    assert found == [("a.txt", b"So gadzooks.")]
    assert loaded == ["a.txt", "b.json"]


def test_standard_input_of_no_known_format_comes_out_as_it_went_in(folder: Path) -> None:
    done = run(folder, "fix", "-", "--stdin-filename", "a.xyz", stdin=b"So gadzooks.")
    assert (done.returncode, done.stdout) == (2, "So gadzooks.")
    assert "nothing is known about .xyz files" in done.stderr


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may write everything")
def test_a_read_only_file_stays(folder: Path) -> None:
    (folder / "a.txt").write_bytes(b"So gadzooks.")
    (folder / "a.txt").chmod(0o444)
    done = run(folder, "fix", "--write", "a.txt")
    assert (done.returncode, done.stderr) == (2, "tonelint: a.txt: is read-only; nothing was written\n")


def asked(folder: Path, answers: str, *arguments: str) -> tuple[str, int]:
    """What is shown on a terminal, and the exit status."""
    main, terminal = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "tonelint", "fix", "--ask", *arguments],
        cwd=folder, stdin=terminal, stdout=terminal, stderr=terminal, env={**os.environ, "NO_COLOR": "1"},
    )  # fmt: skip
    os.close(terminal)
    os.write(main, answers.encode())
    shown, end = b"", time.monotonic() + 60
    while time.monotonic() < end:
        try:
            shown += os.read(main, 4096)
        except OSError:  # the other end is closed
            break
    os.close(main)
    return shown.decode("utf-8", "replace"), process.wait(60)


IDEAS = RULE.replace("rewrites: [wow], safety: safe", 'rewrites: [well, "⟨what it is⟩"]')


def test_somebody_decides(folder: Path) -> None:
    (folder / "rules/odd-word.yaml").write_text(IDEAS.replace(", becomes: Wow it works.", ""), "utf-8")
    (folder / "a.txt").write_bytes("Gadzooks, a gadzooks, the gadzooks and gadzooks.\nواویلا شد.".encode())
    shown, status = asked(folder, "7\n1\n\n2\nfine\nq\n", "a.txt")
    assert "(review)" in shown and "(idea" in shown and "what it is" in shown
    assert (folder / "a.txt").read_text("utf-8") == "Well, a gadzooks, the fine and gadzooks.\nواویلا شد."
    assert status == 0


def test_no_answer_leaves_all_as_it_is(folder: Path) -> None:
    (folder / "a.txt").write_bytes(b"So gadzooks.")
    shown, status = asked(folder, "\n", "a.txt")
    assert ("gadzooks" in shown, status) == (True, 0)
    assert (folder / "a.txt").read_bytes() == b"So gadzooks."


def test_a_file_that_changes_while_somebody_decides_is_left_alone(folder: Path) -> None:
    (folder / "tonelint.yaml").write_text(SETTINGS, "utf-8")
    file = folder / "a.txt"
    file.write_bytes(b"So gadzooks.")
    main, terminal = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "tonelint", "fix", "--ask", "a.txt"],
        cwd=folder, stdin=terminal, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout and process.stderr
    while b"1" not in (line := process.stdout.readline()):
        assert line
    file.write_bytes(b"So gadzooks, says somebody else.")
    os.write(main, b"1\n")
    assert process.wait(60) == 2
    assert b"was changed by somebody else" in process.stderr.read()
    assert file.read_bytes() == b"So gadzooks, says somebody else."


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("replies.yml", "replies:\n  - name: Late  # kept\n    body: |\n      Hi,\n      so gadzooks it works.\n\n  - name: Other\n    body: All is well.\n"),
        ("macros.json", '{"macros": [{"title": "Late", "body": "Hi \\u263a,\\nso gadzooks \\"it\\" works."}]}\n'),
        ("macros.csv", "title,body\r\nLate,\"Hi, \"\"you\"\",\r\nso gadzooks it works.\"\r\n"),
        ("macro.html", "<p>So <b>gadzooks</b>&nbsp;it works &amp; runs.</p>\n"),
    ],
)  # fmt: skip
def test_only_the_words_change_in_files_of_records(folder: Path, name: str, text: str) -> None:
    settings = "formats:\n  macros.json: {body: macros.*.body}\n  macros.csv: {body: body}\n"
    (folder / "tonelint.yaml").write_text(SETTINGS + settings, "utf-8")
    (folder / name).write_bytes(text.encode())
    done = run(folder, "fix", "--write", name)
    assert (done.returncode, done.stderr) == (0, f"{name}: 1 change written\n")
    assert (folder / name).read_bytes() == text.replace("gadzooks", "wow").encode()


def test_what_may_stand_stays(folder: Path) -> None:
    (folder / "a.txt").write_bytes(b"So gadzooks it works, gadzooks.")
    (folder / "b.txt").write_bytes(b"So gadzooks it works.")
    (folder / "tonelint.yaml").write_text(
        SETTINGS + "exclude: [b.txt]\nsuppress:\n  - {rule: odd-word, files: a.txt, reason: they like it}\n",
        "utf-8",
    )
    done = run(folder, "fix", "--write", ".")
    assert (done.returncode, done.stderr) == (0, "")
    assert (folder / "a.txt").read_bytes() == b"So gadzooks it works, gadzooks."
    assert (folder / "b.txt").read_bytes() == b"So gadzooks it works."


def test_a_killed_process_leaves_every_file_whole(tmp_path: Path) -> None:
    team(tmp_path)
    before, after = "Gadzooks it works.\n", "Wow it works.\n"
    paths = [tmp_path / f"{number:03}.txt" for number in range(150)]
    dice, unfinished = random.Random(3), 0
    for _ in range(10):
        for path in paths:
            path.write_text(before, "utf-8")
        process = subprocess.Popen(
            [sys.executable, "-m", "tonelint", "fix", "--write", "."],
            cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        while process.poll() is None and paths[0].read_text("utf-8") == before:
            time.sleep(0.005)
        time.sleep(dice.uniform(0, 0.2))
        process.kill()
        process.wait()
        found = [path.read_text("utf-8") for path in paths]
        assert set(found) <= {before, after}
        assert found[0] == after
        unfinished += found[-1] == before
    assert unfinished  # some were stopped in the middle
