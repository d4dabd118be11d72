"""action.yml: its shell steps are run as a runner would run them, with the inputs in their environment."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.hooks.made import BROKEN, ROOT, WHOLE, committed, package, run, team

ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
INPUTS: Mapping[str, Any] = ACTION["inputs"]
INSTALL, CHECK = (step for step in ACTION["runs"]["steps"] if "run" in step)


def test_steps_use_inputs_that_exist_and_put_none_into_the_script() -> None:
    assert ACTION["runs"]["using"] == "composite"
    for step in ACTION["runs"]["steps"]:
        used = re.findall(r"inputs\.([\w-]+)", str(step))
        assert set(used) <= set(INPUTS)
        assert "${{" not in step.get("run", "")
        assert step.get("shell", "bash") == "bash"
    assert set(INPUTS) == set(re.findall(r"inputs\.([\w-]+)", str(ACTION["runs"])))
    assert all(given["description"] and isinstance(given["default"], str) for given in INPUTS.values())


@pytest.fixture(scope="module")
def machine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A runner with tonelint, installed by the step that does so."""
    folder = tmp_path_factory.mktemp("runner")
    source = package(folder / "action")
    done = step(INSTALL, folder, folder, {}, str(source))
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def step(
    made: Mapping[str, Any], machine: Path, workspace: Path, inputs: Mapping[str, str], action: str = ""
) -> subprocess.CompletedProcess[str]:
    """Returns what a step wrote, with the expressions in its environment as the runner fills them in."""
    known = {name: given["default"] for name, given in INPUTS.items()} | dict(inputs)
    values = {"github.action_path": action, **{f"inputs.{name}": value for name, value in known.items()}}
    environment = {
        name: re.sub(r"\$\{\{ *([\w.-]+) *\}\}", lambda found: values[found[1]], text)
        for name, text in made["env"].items()
    }
    environment |= {"RUNNER_TEMP": str(machine), "GITHUB_STEP_SUMMARY": str(machine / "summary.md")}
    return run(
        workspace, "bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", made["run"], check=False, **environment
    )


def test_a_fault_is_annotated_and_fails(machine: Path, tmp_path: Path) -> None:
    ours = team(tmp_path)
    done = step(CHECK, machine, ours, {"sarif": "out.sarif"})
    assert done.returncode == 1, done.stderr
    assert "::error file=.github/replies.yml,line=5" in done.stdout
    assert "broken-placeholder" in (machine / "summary.md").read_text("utf-8")
    assert '"broken-placeholder"' in (ours / "out.sarif").read_text("utf-8")
    (ours / ".github/replies.yml").write_text(WHOLE, "utf-8")
    assert step(CHECK, machine, ours, {}).returncode == 0


def test_inputs_reach_the_command(machine: Path, tmp_path: Path) -> None:
    twice = BROKEN + BROKEN.partition("\n")[2].replace("Late", "Later")
    ours = team(
        tmp_path, **{"a b/macros.yml": WHOLE, "gentle.yaml": "off: [broken-placeholder]\n", "macros.yml": twice}
    )
    assert step(CHECK, machine, ours, {"fail-on": "never"}).returncode == 0
    assert step(CHECK, machine, ours, {"config": "gentle.yaml"}).returncode == 0
    assert step(CHECK, machine, ours, {"paths": "a*/macros.yml .github"}).returncode == 2
    done = step(
        CHECK, machine, ours, {"paths": "macros.yml\n.github", "set": "true", "arguments": "--show-hints --ui en"}
    )
    assert "file=macros.yml,line=5" in done.stdout and "file=.github/replies.yml,line=5" in done.stdout
    assert "“Later” says the same as “Late”" in done.stderr


def test_only_what_was_changed(machine: Path, tmp_path: Path) -> None:
    ours = team(tmp_path)
    (ours / "macros.yml").write_text(WHOLE, "utf-8")
    committed(ours)
    assert step(CHECK, machine, ours, {"changed-since": "HEAD~1"}).returncode == 0
    assert step(CHECK, machine, ours, {"changed-since": ""}).returncode == 1
