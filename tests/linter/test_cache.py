"""The cache of compiled rules: right when it is there, when it is broken, and when nothing can be written."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tests.doors.made import RULE
from tonelint import cache
from tonelint.book import Book, restored, stored
from tonelint.config import Settings
from tonelint.cuebook import Compiled
from tonelint.errors import UsageError
from tonelint.languages.base import Language
from tonelint.linter import LANGUAGES, Linter, rulebook
from tonelint.packed import Stripped
from tonelint.rulebook import compiling
from tonelint.rulebook.loader import Rulebook

TEXT = "Hi Sara, gadzooks, unfortunately we cannot refund it. متأسفانه نمی‌توانیم لغو کنیم."


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TONELINT_CACHE", str(tmp_path / "cache"))
    monkeypatch.delenv("TONELINT_NO_CACHE", raising=False)
    return tmp_path / "cache"


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """One entry for each time that rules were compiled."""
    times: list[int] = []
    original = compiling.compiled

    def counted(book: Rulebook, languages: Mapping[str, Language]) -> Book:
        times.append(1)
        return original(book, languages)

    monkeypatch.setattr(compiling, "compiled", counted)
    return times


def test_rules_are_compiled_once(place: Path, compiled: list[int]) -> None:
    first = Linter().check(TEXT)
    (book,) = place.iterdir()
    assert book.stat().st_mode & 0o777 == 0o600
    assert Linter().check(TEXT) == first
    assert len(compiled) == 1


def test_a_changed_rule_is_compiled_anew(place: Path, compiled: list[int], tmp_path: Path) -> None:
    folder = tmp_path / "rules"
    folder.mkdir()
    rule = folder / "odd-word.yaml"
    rule.write_text(RULE, "utf-8")
    settings = Settings(rule_folders=(str(folder),), only=("odd-word",))
    assert [f.severity for f in Linter(settings).check(TEXT).findings] == ["warning"]
    rule.write_text(RULE.replace("severity: warning", "severity: info"), "utf-8")
    assert [f.severity for f in Linter(settings).check(TEXT).findings] == ["info"]
    folder.rename(tmp_path / "moved")
    moved = settings._replace(rule_folders=(str(tmp_path / "moved"),))
    assert [f.severity for f in Linter(moved).check(TEXT).findings] == ["info"]
    assert len(compiled) == 2


def damages(content: bytes) -> Iterator[bytes]:
    yield b""
    yield content[: len(content) // 2]
    yield content[:100] + bytes([content[100] ^ 1]) + content[101:]
    yield b"\0" * len(content)
    yield content + b"more"


def test_a_broken_book_is_as_good_as_none(place: Path, compiled: list[int]) -> None:
    first = Linter().check(TEXT)
    (book,) = place.iterdir()
    whole = book.read_bytes()
    for times, content in enumerate(damages(whole), 2):
        book.write_bytes(content)
        assert Linter().check(TEXT) == first
        assert len(compiled) == times
        assert book.read_bytes()[:100] == whole[:100] or len(book.read_bytes()) > 100


def test_a_book_that_others_may_write_is_not_read(place: Path, compiled: list[int]) -> None:
    Linter()
    (book,) = place.iterdir()
    book.chmod(0o666)
    Linter()
    assert len(compiled) == 2


@pytest.mark.parametrize("kind", ["a file", "nowhere"])
def test_where_nothing_can_be_kept_all_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    taken = tmp_path / "taken"
    taken.write_text("not a folder", "utf-8")
    monkeypatch.setenv("TONELINT_CACHE", str(taken) if kind == "a file" else "/dev/null/cache")
    assert Linter().check(TEXT).findings
    assert taken.read_text("utf-8") == "not a folder"


def test_it_can_be_turned_off(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TONELINT_NO_CACHE", "1")
    Linter()
    assert not place.exists()


def test_old_books_go_and_those_in_use_stay(place: Path, compiled: list[int], tmp_path: Path) -> None:
    Linter()
    (built_in,) = place.iterdir()
    os.utime(built_in, (1, 1))
    Linter()
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "odd-word.yaml").write_text(RULE, "utf-8")
    for number in range(20):
        old = place / f"{number}.book"
        old.write_bytes(b"old")
        os.utime(old, (number, number))
    Linter(Settings(rule_folders=(str(tmp_path / "rules"),)))
    assert len(list(place.iterdir())) == cache._MOST
    assert built_in.exists()
    assert len(compiled) == 2


def test_a_rulebook_with_mistakes_is_not_kept(place: Path, tmp_path: Path) -> None:
    folder = tmp_path / "rules"
    folder.mkdir()
    (folder / "odd-word.yaml").write_text("id: [", "utf-8")
    linter = Linter(Settings(rule_folders=(str(folder),)))
    assert len(linter.problems) == 1
    assert not place.exists()
    with pytest.raises(UsageError):
        Linter(Settings(only=("nobody",)))


def test_what_is_restored_is_what_was_stored() -> None:
    book = compiling.compiled(rulebook(Settings()), LANGUAGES)
    data = stored(book)
    again = restored(lambda start, size: data[start : start + size])
    assert again._replace(cues={code: whole(cues) for code, cues in again.cues.items()}) == book


def whole(cues: Compiled) -> Compiled:
    """Cues with all that is read piece by piece."""
    rows, looks, own = (Stripped(bytes(data[:]), ends) for data, ends in (cues.rows, cues.looks, cues.cues))
    return cues._replace(rows=rows, looks=looks, cues=own)
