"""What README.md and docs/json.md show is what happens."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest

from tests.doors.made import run

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
SHOWN = re.findall(r"```console\n\$ tonelint ([^\n]*)\n(.*?)```", README, re.DOTALL)


@pytest.mark.parametrize(("arguments", "output"), SHOWN)
def test_the_output_is_real(arguments: str, output: str) -> None:
    assert run(ROOT, *shlex.split(arguments)).stdout.rstrip().splitlines() == output.rstrip().splitlines()


def test_there_are_two_examples_and_two_commands() -> None:
    assert len(SHOWN) == 2
    assert len(re.findall(r"```sh\n(.*)\n```", README)) == 2


def test_the_python_example_runs(capsys: pytest.CaptureFixture[str]) -> None:
    [code] = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    exec(code, {})
    assert capsys.readouterr().out.startswith("stiff-wording 9 ")


def test_every_link_leads_somewhere() -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", README)
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_the_json_example_is_real() -> None:
    page = (ROOT / "docs/json.md").read_text("utf-8")
    [(reply, arguments)] = re.findall(r"\$ echo \"(.*)\" \| tonelint (.*)\n", page)
    [shown] = re.findall(r"```json\n(.*?)```", page, re.DOTALL)
    done = run(ROOT, *shlex.split(arguments), stdin=f"{reply}\n".encode())
    assert json.loads(shown) == json.loads(done.stdout)
