from __future__ import annotations

from importlib.metadata import requires, version

import tonelint


def test_all_public_names_exist() -> None:
    assert [name for name in tonelint.__all__ if getattr(tonelint, name, None) is None] == []


def test_the_version_is_that_of_the_package() -> None:
    assert version("tonelint") == tonelint.__version__


def test_little_is_needed_to_run() -> None:
    needed = [line.split(";")[0].rstrip() for line in requires("tonelint") or () if "extra ==" not in line]
    assert sorted(line.split(">")[0] for line in needed) == ["click", "hazm", "pyyaml", "regex"]
