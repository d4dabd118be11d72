"""The wheel holds the rules as they are, and works where nothing else is installed but its dependencies."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tonelint.cache import SHIPPED

ROOT = Path(__file__).parents[2]
LINT = """
import sys, tonelint
report = tonelint.check("Dear Customer, please find attached the form, {first_name}.", channel="email")
assert report.findings and not report.problems, report
assert not {"hazm", "numpy", "click"} & set(sys.modules)
assert "tonelint.rulebook.loader" not in sys.modules, "compiled rules are shipped"
print(tonelint.__file__)
"""


def tool(*arguments: str | Path, cwd: Path | None = None) -> str:
    done = subprocess.run([*map(str, arguments)], cwd=cwd, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode in (0, 1), done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what the wheel is built from, so that nobody edits it meanwhile."""
    folder = tmp_path_factory.mktemp("tree")
    for name in ("tonelint", "rules"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "hatch_build.py", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, folder)
    return folder


@pytest.fixture(scope="module")
def installed(tree: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh venv with the wheel in it."""
    folder = tmp_path_factory.mktemp("wheel")
    tool(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, cwd=tree)
    [wheel] = folder.glob("*.whl")
    tool(sys.executable, "-m", "venv", folder / "venv")
    python = folder / "venv" / "bin" / "python"
    tool(python, "-m", "pip", "install", "--quiet", "regex", "pyyaml", "click")
    tool(python, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", wheel)
    return folder / "venv"


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def package(venv: Path) -> Path:
    [found] = venv.glob("lib/python*/site-packages/tonelint")
    return found


def test_the_rules_are_the_same_byte_for_byte(installed: Path, tree: Path) -> None:
    shipped = contents(package(installed) / "_rules")
    assert shipped == contents(tree / "rules")
    assert len(shipped) > 20


def test_code_and_data_are_all_there(installed: Path, tree: Path) -> None:
    def files(folder: Path) -> set[str]:
        return {name for name in contents(folder) if not name.startswith("_rules/") and "__pycache__" not in name}

    assert files(package(installed)) == files(tree / "tonelint") | {SHIPPED}


def test_it_lints_without_the_checkout(installed: Path, tmp_path: Path) -> None:
    assert tool(installed / "bin/python", "-c", LINT, cwd=tmp_path).startswith(str(installed))
    (tmp_path / "reply.txt").write_text("Hi {first_name},\nplease find attached the form.\n", "utf-8")
    assert "reply.txt:1:4: error unfilled-placeholder/" in tool(installed / "bin/tonelint", "check", ".", cwd=tmp_path)
