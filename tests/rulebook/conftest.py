"""A small pack of files that are right (``pack``); tests break one thing at a time."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tonelint.rulebook.loader import Rulebook, load

PACK = Path(__file__).parent / "pack"
Load = Callable[..., Rulebook]


@pytest.fixture
def load_with(tmp_path: Path) -> Load:
    """Loads the pack with some files changed: path → text."""

    def load_pack(changed: dict[str, str] | None = None) -> Rulebook:
        shutil.copytree(PACK, tmp_path, dirs_exist_ok=True)
        for name, content in (changed or {}).items():
            path = tmp_path / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(content, encoding="utf-8")
        return load([tmp_path])

    return load_pack


@pytest.fixture
def problems_with(load_with: Load, tmp_path: Path) -> Callable[..., list[str]]:
    """The problems of the pack with some files changed, with paths below the pack."""

    def problems(changed: dict[str, str]) -> list[str]:
        return [str(problem).replace(f"{tmp_path}/", "") for problem in load_with(changed).problems]

    return problems
