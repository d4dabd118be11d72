"""The hooks of .pre-commit-hooks.yaml, installed and run by pre-commit itself."""

from __future__ import annotations

import importlib.util
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.doors.made import RULE
from tests.hooks.made import ROOT, WHOLE, committed, package, run, team

HOOKS = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}
PRE_COMMIT = [sys.executable, "-m", "pre_commit"] if importlib.util.find_spec("pre_commit") else []
if not PRE_COMMIT and shutil.which("pre-commit"):
    PRE_COMMIT = ["pre-commit"]
needs_pre_commit = pytest.mark.skipif(not PRE_COMMIT, reason="pre-commit is not installed")


@pytest.mark.parametrize(
    ("path", "taken"),
    [
        (".github/SAVED_REPLIES.md", True),
        (".github/replies.yml", True),
        (".github/saved-replies/late.md", True),
        ("macros/fa/late.txt", True),
        ("support/macros.yaml", True),
        ("canned_responses.json", True),
        ("help/text-modules.csv", True),
        ("replies/README.md", False),
        ("README.md", False),
        ("docs/guide.md", False),
        ("app/templates/base.html", False),
        ("macros/build.py", False),
    ],
)
def test_files_that_hold_replies_are_taken(path: str, taken: bool) -> None:
    hook = HOOKS["tonelint"]
    assert (bool(re.search(hook["files"], path)) and not re.search(hook["exclude"], path)) == taken


@needs_pre_commit
def test_the_manifest_is_valid() -> None:
    run(ROOT, *PRE_COMMIT, "validate-manifest", ".pre-commit-hooks.yaml")


@needs_pre_commit
def test_a_team_runs_the_hooks(tmp_path: Path) -> None:
    source = package(tmp_path / "tonelint")
    revision = run(source, "git", "rev-parse", "HEAD").stdout.strip()
    hooks = [{"id": "tonelint", "args": ["--format", "compact"]}, {"id": "tonelint-rules"}]
    config = yaml.safe_dump({"repos": [{"repo": str(source), "rev": revision, "hooks": hooks}]})
    ours = team(tmp_path / "ours", **{".pre-commit-config.yaml": config, "rules/odd-word.yaml": RULE})

    def pre_commit(*arguments: str) -> subprocess.CompletedProcess[str]:
        return run(ours, *PRE_COMMIT, *arguments, check=False, PRE_COMMIT_HOME=str(tmp_path / "home"))

    assert pre_commit("install", "--install-hooks").returncode == 0
    first = pre_commit("run", "--all-files")
    assert first.returncode == 1
    assert ".github/replies.yml:5:19: error broken-placeholder" in first.stdout
    assert "README" not in first.stdout and re.search(r"tonelint rules\.+Passed", first.stdout)
    (ours / ".github/replies.yml").write_text(WHOLE, "utf-8")
    (ours / "rules/odd-word.yaml").write_text(RULE.replace("flags: [gadzooks]", "flags: [works]"), "utf-8")
    second = pre_commit("run", "--all-files")
    assert re.search(r"tonelint\.+Passed", second.stdout) and re.search(r"tonelint rules\.+Failed", second.stdout)
    (ours / "rules/odd-word.yaml").write_text(RULE, "utf-8")
    committed(ours)
    assert pre_commit("run", "--all-files").returncode == 0
