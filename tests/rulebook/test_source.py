"""Where rule files are found."""

from __future__ import annotations

from pathlib import Path

import pytest

import tonelint
from tonelint.errors import RuleError
from tonelint.rulebook import source


def test_the_rules_of_a_checkout_or_of_a_wheel(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    package = tmp_path / "tonelint"
    (package / "rulebook").mkdir(parents=True)
    monkeypatch.setattr(source, "__file__", str(package / "rulebook" / "source.py"))
    assert source.built_in() == str(tmp_path / "rules")
    (package / "_rules").mkdir()
    assert source.built_in() == str(package / "_rules")


def test_the_built_in_folder_is_there() -> None:
    assert Path(source.built_in()).parent in (Path(tonelint.__file__).parent, Path(tonelint.__file__).parents[1])
    assert source.files(source.built_in())


def test_folders_come_once_and_after_the_built_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert source.folders(["team", tmp_path / "team", source.built_in()]) == (source.built_in(), str(tmp_path / "team"))


def test_files_are_sorted_and_of_both_endings(tmp_path: Path) -> None:
    for name in ["b/z.yaml", "b/a.yml", "a.yaml", "c.txt", ".hidden.yaml", ".git/x.yaml", "b/deep/er/k.yaml"]:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    found = [Path(path).relative_to(tmp_path).as_posix() for path in source.files(tmp_path)]
    assert found == ["a.yaml", "b/a.yml", "b/deep/er/k.yaml", "b/z.yaml"]
    assert source.files(tmp_path / "c.txt") == [str(tmp_path / "c.txt")]


def test_no_such_place(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="there is no such file or folder"):
        source.files(tmp_path / "none")
