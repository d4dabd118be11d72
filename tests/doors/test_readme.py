"""What README.md and docs/json.md show is what happens. ``UPDATE_SHOWN=1 pytest tests/doors/test_readme.py`` renews it."""

from __future__ import annotations

import json
import os
import re
import shlex
from pathlib import Path

import pytest

from tests.doors.made import run

ROOT = Path(__file__).parents[2]
README, PAGE = ROOT / "README.md", ROOT / "docs/json.md"
SHOWN = re.findall(r"```console\n\$ tonelint ([^\n]*)\n(.*?)\n```", README.read_text("utf-8"), re.DOTALL)


def shows(page: Path, old: str, new: str) -> bool:
    """Returns whether a page shows what it should, after writing that to it if asked to."""
    if old != new and os.environ.get("UPDATE_SHOWN"):
        page.write_text(page.read_text("utf-8").replace(old, new), "utf-8")
        return True
    return old == new


@pytest.mark.parametrize(("arguments", "output"), SHOWN)
def test_the_output_is_real(arguments: str, output: str) -> None:
    done = run(ROOT, *shlex.split(arguments))
    assert done.stderr == ""
    assert shows(README, output, done.stdout.rstrip()), done.stdout


def test_the_json_example_is_real() -> None:
    page = PAGE.read_text("utf-8")
    [(reply, arguments)] = re.findall(r"\$ echo \"(.*)\" \| tonelint (.*)\n", page)
    [shown] = re.findall(r"```json\n(.*?)\n```", page, re.DOTALL)
    done = run(ROOT, *shlex.split(arguments), stdin=f"{reply}\n".encode())
    lists = re.compile(r"\[\s+(\d+|\"[^\"]*\")(?:,\s+(\d+))?\s+\]")  # short ones are shown in one line
    made = lists.sub(lambda found: f"[{', '.join(filter(None, found.groups()))}]", done.stdout.rstrip())
    assert json.loads(made)["summary"]["problems"] == []
    assert shows(PAGE, shown, made), made


def test_there_are_two_examples_and_two_commands() -> None:
    assert len(SHOWN) == 2
    assert len(re.findall(r"```sh\n(.*)\n```", README.read_text("utf-8"))) == 2


def test_the_python_example_runs(capsys: pytest.CaptureFixture[str]) -> None:
    [code] = re.findall(r"```python\n(.*?)```", README.read_text("utf-8"), re.DOTALL)
    exec(code, {})
    assert "stiff-wording 9 " in capsys.readouterr().out


def test_every_link_leads_somewhere() -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", README.read_text("utf-8"))
    assert [link for link in links if not (ROOT / link).exists()] == []
