"""What the two READMEs and docs/json.md show is what happens. ``UPDATE_SHOWN=1 pytest tests/doors/test_readme.py`` renews it."""

from __future__ import annotations

import json
import os
import re
import shlex
from pathlib import Path

import pytest

from tests.doors.made import run
from tonelint import check
from tonelint.rulebook import loader, source
from tonelint.rulebook.schema import FAMILIES

ROOT = Path(__file__).parents[2]
READMES, PAGE = (ROOT / "README.md", ROOT / "README.fa.md"), ROOT / "docs/json.md"
BLOCK = re.compile(r"```console\n\$ tonelint ([^\n]*)\n(.*?)```", re.DOTALL)
SHOWN = [(page, *shown) for page in READMES for shown in BLOCK.findall(page.read_text("utf-8"))]


def shows(page: Path, old: str, new: str) -> bool:
    """Returns whether a page shows what it should, after writing that to it if asked to."""
    if old != new and os.environ.get("UPDATE_SHOWN"):
        page.write_text(page.read_text("utf-8").replace(old, new), "utf-8")
        return True
    return old == new


@pytest.mark.parametrize(("page", "arguments", "output"), SHOWN, ids=[f"{page.name}-{line}" for page, line, _ in SHOWN])
def test_the_output_is_real(page: Path, arguments: str, output: str) -> None:
    done = run(ROOT, *shlex.split(arguments))
    assert done.stderr == ""
    made = f"{done.stdout.rstrip()}\n"
    assert shows(page, f"$ tonelint {arguments}\n{output}```", f"$ tonelint {arguments}\n{made}```"), done.stdout


def test_the_json_example_is_real() -> None:
    page = PAGE.read_text("utf-8")
    [(reply, arguments)] = re.findall(r"\$ echo \"(.*)\" \| tonelint (.*)\n", page)
    [shown] = re.findall(r"```json\n(.*?)\n```", page, re.DOTALL)
    done = run(ROOT, *shlex.split(arguments), stdin=f"{reply}\n".encode())
    lists = re.compile(r"\[\s+(\d+|\"[^\"]*\")(?:,\s+(\d+))?\s+\]")  # short ones are shown in one line
    made = lists.sub(lambda found: f"[{', '.join(filter(None, found.groups()))}]", done.stdout.rstrip())
    assert json.loads(made)["summary"]["problems"] == []
    assert shows(PAGE, shown, made), made


def code(page: Path, language: str) -> list[str]:
    """Returns the blocks of code in a language."""
    return re.findall(rf"```{language}\n(.*?)\n```", page.read_text("utf-8"), re.DOTALL)


@pytest.mark.parametrize("page", READMES, ids=lambda page: page.name)
def test_a_readme_begins_with_two_commands_and_shows_two_outputs(page: Path) -> None:
    assert len([shown for shown in SHOWN if shown[0] == page]) == 2
    assert [block for block in code(page, "sh") if "venv" in block] == code(READMES[0], "sh")[:2]


@pytest.mark.parametrize("page", READMES, ids=lambda page: page.name)
def test_the_python_example_runs(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    [block] = code(page, "python")
    exec(block, {})
    assert "stiff-wording" in capsys.readouterr().out


@pytest.mark.parametrize("page", READMES, ids=lambda page: page.name)
def test_all_families_are_listed(page: Path) -> None:
    table = re.findall(r"^\| ([a-z-][^|]*) \|", page.read_text("utf-8"), re.MULTILINE)
    shown = {rule.family for rule in loader.load(source.folders()).rules if rule.severity != "hint"}
    assert shown <= set(re.findall(r"[a-z-]{2,}", " ".join(table))) - {"family"} <= set(FAMILIES)


@pytest.mark.parametrize("page", READMES, ids=lambda page: page.name)
def test_what_it_does_not_do_is_true(page: Path) -> None:
    """The reply of which a README says that it scores 100 although no reader would send it."""
    text = page.read_text("utf-8")
    [found] = re.findall(r"(“We are so glad [^”]*”|«چه خوب که [^»]*»)", text)
    assert check(f"{found[1:-1]}.").score.value == 100
