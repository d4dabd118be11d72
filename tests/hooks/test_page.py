"""docs/ci.md: its snippets are YAML, name hooks and inputs that exist, and their commands run."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
import yaml

from tests.doors.made import run
from tests.hooks.made import BROKEN, ROOT
from tests.hooks.test_action import INPUTS
from tests.hooks.test_pre_commit import HOOKS

PAGE = (ROOT / "docs/ci.md").read_text("utf-8")
SNIPPETS = {name: yaml.safe_load(text) for name, text in re.findall(r"```yaml\n# (\S+)\n(.*?)```", PAGE, re.DOTALL)}


def test_hooks_and_inputs_exist() -> None:
    (repository,) = SNIPPETS[".pre-commit-config.yaml"]["repos"]
    assert [hook["id"] for hook in repository["hooks"]] == list(HOOKS)
    steps = SNIPPETS[".github/workflows/replies.yml"]["jobs"]["tonelint"]["steps"]
    (ours,) = (step for step in steps if step["uses"].startswith("tonelint/"))
    assert set(ours["with"]) <= set(INPUTS)
    assert set(re.findall(r"^\| `([\w-]+)` \|", PAGE, re.MULTILINE)) == set(INPUTS)


def test_the_script_for_gitlab_runs(tmp_path: Path) -> None:
    job = SNIPPETS[".gitlab-ci.yml"]["tonelint"]
    (tmp_path / "macros.yml").write_text(BROKEN, "utf-8")
    (command,) = (shlex.split(line) for line in job["script"])
    assert command[0] == "tonelint"
    done = run(tmp_path, *command[1:])
    assert done.returncode == 1, done.stderr
    assert "broken-placeholder" in done.stdout
    for report in job["artifacts"]["reports"].values():
        assert "broken-placeholder" in (tmp_path / report).read_text("utf-8")


@pytest.mark.parametrize("value", ["[empty]", "[]"])
def test_what_the_page_says_of_values(tmp_path: Path, value: str) -> None:
    text = "replies:\n- name: Late\n  body: Hi {{first_name}}, your parcel is here.\n"
    (tmp_path / "macros.yml").write_text(text, "utf-8")
    (tmp_path / "tonelint.yaml").write_text(f"renderings: {value}\n", "utf-8")
    said = run(tmp_path, "check", "macros.yml").stdout
    shown = re.search(r"```\n(macros\.yml:.*?)```", PAGE, re.DOTALL)
    assert shown
    first, rewrite = shown[1].splitlines()
    assert ((first.partition(" ")[2] in said) and (rewrite in said)) == (value == "[empty]")
