"""``tonelint explain`` and ``tonelint rules``: what the rules are, and whether they keep their word."""

from __future__ import annotations

import click

from tonelint.cli.output import complain, one_of
from tonelint.rulebook.schema import FAMILIES, LANGUAGES
from tonelint.types import SEVERITIES


@click.command()
@click.argument("name", metavar="RULE")
@click.option("--ui", help="In one language only.", **one_of(LANGUAGES))
def explain(name: str, ui: str | None) -> int:
    """Say why a rule exists, what it flags, and how to silence it. RULE is a rule or a family."""
    from tonelint import explain as pages
    from tonelint.rulebook import loader, source

    book = loader.load(source.folders())
    found = pages.find(name, {rule.id: rule for rule in book.rules})
    click.echo("\n".join(pages.explain(rule, ui) for rule in found))
    return 0


@click.command("list")
@click.option("--family", help="Only this family.", metavar="NAME", type=one_of(FAMILIES)["type"])
@click.option("--lang", "language", help="Only rules for this language.", **one_of(LANGUAGES))
@click.option("--severity", help="Only this severity.", **one_of(reversed(SEVERITIES)))
def list_rules(family: str | None, language: str | None, severity: str | None) -> int:
    """List the rules: id, family, severity, languages."""
    from tonelint.rulebook import loader, source

    book = loader.load(source.folders())
    wanted = [
        (rule.id, rule.family, rule.severity, " ".join(sorted(rule.message)))
        for rule in book.rules
        if family in (None, rule.family) and severity in (None, rule.severity)
        if language is None or language in rule.message
    ]
    widths = [max((len(row[column]) for row in wanted), default=0) for column in range(3)]
    for row in sorted(wanted, key=lambda row: (row[1], row[0])):
        click.echo("  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[3]]))
    for problem in book.problems:
        complain(str(problem))
    return 2 if book.problems else 0
