"""A copy of this package that hooks can be installed from, and teams that use them."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
_PARTS = (
    "tonelint",
    "rules",
    "pyproject.toml",
    "hatch_build.py",
    "README.md",
    "LICENSE",
    ".pre-commit-hooks.yaml",
    "action.yml",
)
# What pip and pre-commit say when there is no way to the package index.
_OFFLINE = ("No matching distribution", "ConnectionError", "NewConnectionError", "Temporary failure", "Read timed out")
_IDENTITY = {f"GIT_{who}_{what}": "team@example.com" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
BROKEN = "replies:\n  - name: Late\n    body: |\n      Hello,\n      your parcel {{number} is on its way and with you on Friday.\n"
WHOLE = BROKEN.replace("{{number}", "{{number}}")


def package(folder: Path) -> Path:
    """Returns a repository with this package as it is now, committed."""
    for part in _PARTS:
        source, target = ROOT / part, folder / part
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, target)
    return committed(folder)


def team(folder: Path, **files: str) -> Path:
    """Returns a repository with a broken saved reply, and a README that is none; files: more of them."""
    for path, text in {".github/replies.yml": BROKEN, "README.md": "# {{name}\n", **files}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    return committed(folder)


def committed(folder: Path) -> Path:
    """Returns a folder with all of its files committed."""
    if not (folder / ".git").exists():
        run(folder, "git", "init", "--quiet", "--initial-branch=main")
    run(folder, "git", "add", "--all")
    run(folder, "git", "commit", "--quiet", "--no-verify", "--message=All")
    return folder


def run(folder: Path, *command: str, check: bool = True, **environment: str) -> subprocess.CompletedProcess[str]:
    """Returns what a command wrote; a failure that comes of having no network skips the test."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, timeout=600, check=False,
        env={**inherited, **_IDENTITY, "GIT_CONFIG_GLOBAL": os.devnull, **environment},
    )  # fmt: skip
    said = done.stdout + done.stderr
    if done.returncode and any(word in said for word in _OFFLINE):
        pytest.skip("the package index cannot be reached")
    assert not check or done.returncode == 0, said
    return done
