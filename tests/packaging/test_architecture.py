"""docs/architecture.md names what there is: layers, modules, kinds."""

from __future__ import annotations

import re
from pathlib import Path

from tonelint.kinds import KINDS

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "architecture.md").read_text("utf-8")
CONTRACT = re.search(r"^layers = \[\n(.*?)^\]", (ROOT / "pyproject.toml").read_text("utf-8"), re.DOTALL | re.MULTILINE)
LAYERS = [re.findall(r"tonelint\.([\w.]+)", line) for line in CONTRACT[1].splitlines()] if CONTRACT else []


def first_cells(page: str, heading: str) -> list[list[str]]:
    """Returns what stands in backquotes in the first cell of each row of the table below a heading."""
    table = page.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    return [re.findall(r"`([^`]+)`", cell) for cell in re.findall(r"^\| (`.*?) \|", table, re.MULTILINE)]


def test_the_layers_are_those_that_are_checked() -> None:
    assert LAYERS[0] == ["cli"]
    assert first_cells(PAGE, "Layers") == LAYERS


def test_every_module_is_in_a_layer() -> None:
    package = ROOT / "tonelint"
    found = {path.stem for path in package.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
    inner = {
        path.stem
        for path in (package / "languages").iterdir()
        if path.suffix == ".py" or (path / "__init__.py").exists()
    }
    modules = (found - {"__init__", "__main__", "languages"}) | {f"languages.{name}" for name in inner - {"__init__"}}
    assert modules == {module for layer in LAYERS for module in layer}


def test_the_kinds_are_those_that_rules_can_have() -> None:
    listed = [kind for cell in first_cells(PAGE, "Kinds") for kind in cell]
    assert sorted(listed) == sorted(KINDS)


def test_what_kinds_share_is_told_too() -> None:
    shared = re.search(r"^(`.*) are no kinds", PAGE, re.MULTILINE)
    modules = {path.stem for path in (ROOT / "tonelint" / "kinds").glob("*.py")} - {"__init__"}
    assert shared
    assert set(re.findall(r"`(\w+)`", shared[1])) == modules - {name.rpartition(".")[2] for name in KINDS.values()}
