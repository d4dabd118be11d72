"""Files that are none, or not what they seem, give one clear line and never stop a run."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tonelint.errors import FormatError, TextError, TonelintError, UnknownFormat
from tonelint.formats import find, parse, read
from tonelint.formats.file import MAX_BYTES


def a_pipe(path: Path) -> None:
    os.mkfifo(path)


def a_socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(path.name)


def a_loop(path: Path) -> None:
    path.symlink_to(path)


def a_link_to_nothing(path: Path) -> None:
    path.symlink_to("gone")


def a_device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def a_folder(path: Path) -> None:
    path.mkdir()


def a_giant(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)  # takes no room on the disk


UNUSUAL: list[tuple[Callable[[Path], None], str]] = [
    (a_pipe, "a pipe, not a file"),
    (a_socket, "a socket, not a file"),
    (a_loop, "cannot be read: Too many levels of symbolic links"),
    (a_link_to_nothing, "cannot be read: No such file or directory"),
    (a_device, "a device, not a file"),
    (a_folder, "a folder, not a file"),
    (a_giant, "100,000,001 bytes; 100,000,000 is the limit"),
]


@pytest.mark.skipif(os.name == "nt", reason="there are no pipes and sockets in folders")
@pytest.mark.parametrize(("make", "sentence"), UNUSUAL)
def test_what_is_no_file_is_said_in_one_line(
    make: Callable[[Path], None], sentence: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    make(tmp_path / "odd.txt")
    with pytest.raises(TextError) as caught:
        read("odd.txt")
    assert str(caught.value) == f"odd.txt: {sentence}"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_unreadable_files_are_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "odd.txt").write_text("Hi")
    (tmp_path / "odd.txt").chmod(0)
    with pytest.raises(TextError, match="cannot be read: Permission denied"):
        read(str(tmp_path / "odd.txt"))


@pytest.mark.skipif(os.name == "nt", reason="there are no pipes in folders")
def test_a_run_over_a_folder_of_odd_files_ends_and_reads_the_rest(tmp_path: Path) -> None:
    a_pipe(tmp_path / "pipe.txt")
    a_loop(tmp_path / "loop.md")
    (tmp_path / "around").symlink_to(tmp_path)
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)))
    (tmp_path / "wide.txt").write_bytes("Hi".encode("utf-16"))
    (tmp_path / "broken.json").write_text('{"text": [}')
    (tmp_path / "other.json").write_text('{"compilerOptions": {}}')
    (tmp_path / "late.txt").write_text("Hi Sara, you must wait.")
    done = subprocess.run(
        [sys.executable, "-m", "tonelint", "check", "."], capture_output=True, encoding="utf-8", cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}, timeout=60,
    )  # fmt: skip
    complaints = done.stderr.splitlines()
    assert [line.split(":")[1].strip() for line in complaints] == [
        f".{os.sep}{name}" for name in ("binary.txt", "broken.json", "loop.md", "pipe.txt", "wide.txt")
    ]
    assert f".{os.sep}broken.json:1:11: this is not JSON: expecting value" in complaints[1]
    assert "late.txt:1:10" in done.stdout and "other.json" not in done.stdout


BROKEN = [
    ("a.json", '{"text"', "a.json:1:8: this is not JSON: expecting ':' delimiter"),
    ("a.json", '["text",' + "[" * 100_000, "a.json: this JSON cannot be read: it is nested too deep, or a number is too long"),
    ("a.json", '["text",' + "[" * 300 + "]" * 301, "a.json: this is nested more than 200 deep"),
    ("a.jsonl", '{"text": "Hi"}\n{"text": }\n', "a.jsonl:2:10: this is not JSON: expecting value"),
    ("a.yaml", "replies:\n  - text: 'a\n", "a.yaml:3:1: this is not YAML: found unexpected end of stream"),
    ("a.yaml", "text: " + "[" * 100, "a.yaml:1:56: this is nested more than 50 deep"),
    ("a.yaml", "text: \x01", "a.yaml: this is not YAML: "),
    ("a.csv", 'name,body\na,"Hi\n', "a.csv:2:3: this quotation mark is never closed"),
    ("a.csv", 'name,body\na,"Hi" Sara\n', "a.csv:2:7: something follows the closing quotation mark; inside a cell it has to be doubled"),
    ("a.po", 'msgid "a"\nmsgstr b\n', "a.po:2:1: this is no line of a PO file; a text stands between quotation marks in one line"),
    ("a.po", '"a"\n', "a.po:1:1: a string stands here without msgid or msgstr before it"),
    ("a.eml", "A: " + "b" * 60_000, "a.eml:1:1: the head of a mail ends with an empty line; here is none for 50,000 characters"),
    ("a.eml", "Content-Transfer-Encoding: base64\n\nabc\n", "a.eml:3:1: this part of the mail is not base64"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "source", "sentence"), BROKEN)
def test_broken_files_are_said_in_one_line_with_their_place(path: str, source: str, sentence: str) -> None:
    with pytest.raises(FormatError) as caught:
        parse(source.encode(), path)
    assert str(caught.value).startswith(sentence) and "\n" not in str(caught.value)


NO_REPLIES = [
    ("a.docx", "", "a.docx: nothing is known about .docx files; name their format under formats: in tonelint.yaml"),
    ("a.json", '{"a": [1, null, {"b": "c"}]}', "a.json: nothing in this file looks like replies"),
    ("a.yaml", "on: push\njobs: {test: {steps: []}}", "a.yaml: nothing in this file looks like replies"),
    ("a.yaml", "", "a.yaml: nothing in this file looks like replies"),
    ("a.csv", "date,amount\n1,2\n", "a.csv: nothing in this file looks like replies"),
    ("a.jsonl", "", "a.jsonl: nothing in this file looks like replies"),
]


@pytest.mark.parametrize(("path", "source", "sentence"), NO_REPLIES)
def test_files_without_replies_are_told_from_broken_ones(path: str, source: str, sentence: str) -> None:
    with pytest.raises(UnknownFormat) as caught:
        parse(source.encode(), path)
    assert str(caught.value).startswith(sentence)


OPENERS = (
    "<!--",
    "<a ",
    "[",
    "{",
    "- ",
    '"',
    "'",
    "> ",
    "# ",
    "`",
    "=4",
    "--a\n",
    "&",
    ",",
    "\\",
    " ",
    ": |\n",
    "<pre>",
)


@pytest.mark.parametrize("path", ["a.txt", "a.md", "a.html", "a.eml", "a.po", "a.yaml", "a.json", "a.jsonl", "a.csv"])
def test_no_file_takes_long(path: str) -> None:
    """Tens of thousands of what opens something: whoever takes the square of a file's length needs minutes."""
    for opener in OPENERS:
        begun = time.process_time()
        try:
            parse((opener * 30_000).encode(), path)
        except TonelintError as error:
            assert "\n" not in str(error)
        assert time.process_time() - begun < 5, opener


LONG = [
    ("a.yml", "replies:\n- name: n\n  body: |\n" + "    line\n" * 30_000),
    ("a.yml", "replies:\n- name: n\n  body: >\n" + "    line\n\n" * 30_000),
    ("a.jsonl", '{"text": "Hi"}\n' * 10_000),
    ("a.csv", "id,text\n" + "1,Hi\n" * 10_000),
    ("a.po", 'msgid "a"\nmsgstr ""\n' + '"one two three\\n"\n' * 30_000),
    ("macros.md", "## A\n> Hi\n" * 10_000),
    ("a.eml", "Content-Transfer-Encoding: quoted-printable\n\n" + "=D8=B3=\n" * 30_000),
]


@pytest.mark.parametrize(("path", "source"), LONG)
def test_long_files_and_files_of_many_replies_are_read_in_no_time(path: str, source: str) -> None:
    begun = time.process_time()
    drafts = parse(source.encode(), path)
    assert drafts[-1].position(0) and time.process_time() - begun < 5


def test_what_repositories_are_full_of_is_not_looked_at(tmp_path: Path) -> None:
    names = [
        "README.fa.md",
        "LICENSE.txt",
        "package.json",
        "node_modules/a.json",
        ".github/workflows/ci.yml",
        ".x/a.md",
    ]
    wanted = [".github/SAVED_REPLIES.md", ".github/replies.yml", ".github/saved-replies/late.md", "security.md"]
    for name in (*names, *wanted):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("Hi")
    assert [Path(path).relative_to(tmp_path).as_posix() for path in find(str(tmp_path))] == sorted(
        wanted, key=lambda n: ("/" in n, n.count("/"), n)
    )
