"""The cache under processes that start at once, and when what lies in it is not what was put there."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tonelint import cache
from tonelint.book import Book

EMPTY = Book((), (), {}, {})
SCRIPT = "import tonelint; print([f[:4] for f in tonelint.check('Kindly wait, we cannot.').findings])"


def kept(calls: list[int]) -> Book:
    def make() -> Book:
        calls.append(1)
        return EMPTY

    return cache.kept("some-key", make)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TONELINT_CACHE", str(tmp_path / "cache"))
    monkeypatch.delenv("TONELINT_NO_CACHE", raising=False)
    return tmp_path / "cache"


def made_again(folder: Path) -> bool:
    """Whether the book has to be made; it is right in either case."""
    calls: list[int] = []
    book = kept(calls)
    assert (book.rules, book.acts, dict(book.profiles), list(book.cues)) == ((), (), {}, [])
    return bool(calls)


def test_a_book_is_kept_for_this_user_alone(folder: Path) -> None:
    assert made_again(folder)
    (file,) = folder.iterdir()
    assert file.name == "some-key.book"
    assert not made_again(folder)
    if os.name == "posix":
        assert file.stat().st_mode & 0o777 == 0o600 and folder.stat().st_mode & 0o077 == 0


def test_a_book_that_is_cut_off_or_changed_anywhere_is_made_again(folder: Path) -> None:
    assert made_again(folder)
    (file,) = folder.iterdir()
    whole = file.read_bytes()
    for length in range(len(whole)):
        file.write_bytes(whole[:length])
        assert made_again(folder), length
    for place in range(len(whole)):
        file.write_bytes(whole[:place] + bytes([whole[place] ^ 0x55]) + whole[place + 1 :])
        assert made_again(folder), place
    file.write_bytes(whole + b"x")
    assert made_again(folder)
    assert not made_again(folder)


@pytest.mark.skipif(os.name != "posix", reason="permissions are those of POSIX")
def test_a_book_that_others_may_write_to_is_not_read(folder: Path) -> None:
    assert made_again(folder)
    (file,) = folder.iterdir()
    file.chmod(0o666)
    assert made_again(folder)
    assert file.stat().st_mode & 0o777 == 0o600
    if hasattr(os, "chown") and os.getuid() == 0:
        os.chown(file, 12345, 12345)
        assert made_again(folder)


def test_a_folder_that_cannot_be_written_to_breaks_nothing(folder: Path) -> None:
    folder.write_text("a file, not a folder", "utf-8")
    assert made_again(folder) and made_again(folder)
    folder.unlink()
    folder.symlink_to(folder.name)  # a loop
    assert made_again(folder) and made_again(folder)
    folder.unlink()
    folder.mkdir()
    (folder / "some-key.book").mkdir()
    assert made_again(folder) and made_again(folder)
    assert [path.name for path in folder.iterdir()] == ["some-key.book"]


def test_processes_that_start_at_once_agree_and_leave_one_book(folder: Path) -> None:
    """`python -m fuzz.starts` does so with sixteen, many times."""
    command = [sys.executable, "-X", "utf8", "-c", SCRIPT]
    started = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(4)]
    said = [process.communicate() for process in started]
    assert len({out for out, _ in said}) == 1 and all(err == b"" for _, err in said)
    assert b"stiff" in said[0][0]
    (book,) = folder.iterdir()
    assert book.suffix == ".book"
    assert subprocess.run(command, capture_output=True, check=True).stdout == said[0][0]
