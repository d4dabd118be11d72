"""The pages that people read: every link leads somewhere, every option and file that they name is there."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from tonelint.cli import app
from tonelint.rulebook.params import PARAMS

ROOT = Path(__file__).parents[2]
PAGES = sorted(
    page.relative_to(ROOT)
    for pattern in ("*.md", "docs/**/*.md", "examples/**/README.md", "benchmarks/*.md")
    for page in ROOT.glob(pattern)
)
CODE = re.compile(r"^( *)(```+|~~~+).*?^ *\2|`[^`\n]+`", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(<?([^)>\s]+)>?\)|^\[[^\]]+\]: *(\S+)|(?:href|src)=\"([^\"]+)\"", re.MULTILINE)
OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)


def anchors(page: Path) -> set[str]:
    """Returns the names of a page's headings as GitHub makes them, and of its own anchors."""
    text = page.read_text("utf-8")
    headings = re.findall(r"^#+ +(.*?) *$", re.sub(r"^```.*?^```", "", text, flags=re.M | re.S), re.M)
    plain = [re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).lower() for heading in headings]
    made = {re.sub(r"[^\w\- \u200c]", "", heading).replace(" ", "-") for heading in plain}
    return made | set(re.findall(r"<a (?:id|name)=\"([^\"]+)\"", text))


def leads_somewhere(page: Path, link: str) -> bool:
    path, _, anchor = link.partition("#")
    target = (page.parent / path).resolve() if path else page
    if not target.exists() or not target.is_relative_to(ROOT):
        return False
    return not anchor or target.suffix != ".md" or anchor in anchors(target)


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_every_relative_link_leads_somewhere(page: Path) -> None:
    text = CODE.sub("", (ROOT / page).read_text("utf-8"))
    links = ["".join(found) for found in LINK.findall(text)]
    assert [link for link in links if not OUTSIDE.match(link) and not leads_somewhere(ROOT / page, link)] == []


def test_there_are_pages_with_links_and_a_dead_one_is_seen() -> None:
    assert {"README.md", "README.fa.md", "docs/cli.md", "docs/config.md"} <= {page.as_posix() for page in PAGES}
    for link in ("docs/nowhere.md", "docs/cli.md#nowhere", "#nowhere", "../elsewhere"):
        assert not leads_somewhere(ROOT / "README.md", link)
    for link in ("docs/cli.md", "docs/rules.md#yaml-read-strictly", "examples/drafts"):
        assert leads_somewhere(ROOT / "README.md", link)


def options(command: click.Command, name: str = "tonelint") -> dict[str, set[str]]:
    """Returns the long options of all commands, by the words that call them."""
    own = {option for param in command.params for option in param.opts if option.startswith("--")}
    found = {name: own | {"--help"}}
    if isinstance(command, click.Group):
        context = click.Context(command)
        for one in command.list_commands(context):
            if below := command.get_command(context, one):
                found |= options(below, f"{name} {one}")
    return found


OPTIONS = options(app)


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_commands_and_their_options_exist(page: Path) -> None:
    for called in re.findall(r"\btonelint ((?:[a-z][\w-]* ?)+)?([^`\n|)]*)", (ROOT / page).read_text("utf-8")):
        words, rest = called
        name = max((known for known in OPTIONS if f"tonelint {words}".startswith(known)), key=len)
        given = re.findall(r"(?<![\w-])--[a-z][\w-]*", rest)
        assert [option for option in given if option not in OPTIONS[name]] == [], f"{name} {rest}"


def test_all_options_of_check_and_fix_stand_in_their_tables() -> None:
    page = (ROOT / "docs/cli.md").read_text("utf-8")
    for name in ("check", "fix"):
        [section] = re.findall(rf"^## tonelint {name}\n(.*?)(?=^## )", page, re.M | re.S)
        shown = set(re.findall(r"--[a-z][\w-]*", section))
        if name == "fix":
            shown |= OPTIONS["tonelint check"]
        assert OPTIONS[f"tonelint {name}"] - shown == {"--help"} - shown


def test_all_params_of_kinds_stand_in_their_table() -> None:
    page = (ROOT / "docs/rules.md").read_text("utf-8")
    rows = dict(re.findall(r"^\| `([a-z-]+)` \| (.*) \|$", page.partition("**Params**")[2], re.MULTILINE))
    told = {kind: set(re.findall(r"(?<!: )`([a-z-]+)`(?=[,:])", row)) for kind, row in rows.items() if kind in PARAMS}
    assert told == {kind: set(params) for kind, params in PARAMS.items()}
