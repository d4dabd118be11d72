"""``tonelint explain`` and ``tonelint rules``: what the rules are, and whether they keep their word."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from tonelint.cli.options import Group, complain, config_option, one_of, or_help, settings
from tonelint.cli.scaffold import new
from tonelint.rulebook.schema import FAMILIES, LANGUAGES
from tonelint.types import SEVERITIES

if TYPE_CHECKING:
    from tonelint.rulebook.loader import Rulebook
    from tonelint.types import Rule


def _book(config: str | None) -> Rulebook:
    from tonelint.linter import rulebook

    return rulebook(settings(config))


@click.command()
@click.argument("name", metavar="RULE")
@click.option("--ui", help="In one language only.", **one_of(LANGUAGES))
@config_option
def explain(name: str, ui: str | None, config: str | None) -> int:
    """Say why a rule exists, what it flags, and how to silence it. RULE is a rule or a family."""
    from tonelint import explain as pages

    book = _book(config)
    broken = [problem for problem in book.problems if os.path.basename(problem.path) == f"{name}.yaml"]
    for problem in broken:
        complain(str(problem))
    if broken:
        return 2
    found = pages.find(name, {rule.id: rule for rule in book.rules})
    click.echo("\n".join(pages.explain(rule, ui) for rule in found))
    return 0


@click.command("list")
@click.option("--family", help="Only this family.", **{**one_of(FAMILIES), "metavar": "NAME"})
@click.option("--lang", "language", help="Only rules for this language.", **one_of(LANGUAGES))
@click.option("--severity", help="Only this severity.", **one_of(reversed(SEVERITIES)))
@click.option("--needs-context", "needing", is_flag=True, help="Only rules that need to be told something, and what.")
@config_option
def list_rules(
    family: str | None, language: str | None, severity: str | None, needing: bool, config: str | None
) -> int:
    """List the rules: family, rule, severity, languages."""
    book = _book(config)
    rows = sorted(
        _row(rule, needing)
        for rule in book.rules
        if family in (None, rule.family) and severity in (None, rule.severity) and language in (None, *rule.message)
        if rule.needs or not needing
    )
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        click.echo("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
    for problem in book.problems:
        complain(str(problem))
    return 2 if book.problems else 0


def _row(rule: Rule, needing: bool) -> tuple[str, ...]:
    row = (rule.family, rule.id, rule.severity, " ".join(sorted(rule.message)))
    return (*row, ", ".join(need.replace("|", " or ") for need in rule.needs)) if needing else row


@click.command("test")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--config", metavar="FILE", help="The rules that these settings add and amend.")
def test_rules(paths: tuple[str, ...], config: str | None) -> int:
    """Run the examples of rules and acts in all spellings: those in PATH, or the built-in ones."""
    from tonelint import spelling, testing
    from tonelint.config import Settings
    from tonelint.linter import Linter, rulebook

    team = settings(config) if config else Settings()
    places = (*paths, *team.rule_folders)
    chosen = Settings(rule_folders=places, amendments=team.amendments)
    linter, book = Linter(chosen), rulebook(chosen)
    for problem in linter.problems:
        complain(str(problem))
    amended = {one.rule for one in team.amendments}
    cases = [
        case
        for case in testing.examples(book)
        if not (paths or config) or case.owner in amended or _lies_in(case.path, places)
    ]
    failed = 0
    for case in cases:
        found = testing.failures(linter, case)
        failed += 1 if found else 0
        for failure in found:
            click.echo(f"{case.path}: {case.id}\n    {failure.replace(chr(10), chr(10) + '    ')}\n")
    texts = sum(1 + sum(1 for _ in spelling.variants(case.example.text, case.language)) for case in cases)
    rules = len({case.owner for case in cases})
    click.echo(f"{rules} rules and acts, {len(cases)} examples, {texts} texts with spelling variants: {failed} failed")
    return 2 if linter.problems else 1 if failed else 0


def _lies_in(path: str, places: tuple[str, ...]) -> bool:
    file = os.path.abspath(path)
    return any(file == place or file.startswith(place + os.sep) for place in map(os.path.abspath, places))


@click.group(cls=Group, invoke_without_command=True)
@click.pass_context
def rules(context: click.Context) -> None:
    """List the rules, test rule files, begin a new one."""
    or_help(context)


rules.add_command(list_rules)
rules.add_command(test_rules)
rules.add_command(new)
