"""``tonelint check``: read replies, check them, report."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from tonelint.cli.desk import Desk, only_new
from tonelint.cli.options import complain, config_option, context_options, counted, given, one_of, wants_colour
from tonelint.cli.outputs import most_rewrites, output, write
from tonelint.cli.progress import in_sight
from tonelint.cli.statistics import Statistics
from tonelint.context import LANGUAGES
from tonelint.reporters import REPORTERS, Style
from tonelint.types import SEVERITIES

if TYPE_CHECKING:
    from tonelint.formats import Draft
    from tonelint.report import Report

_FORMATS = f"How to report: {', '.join(REPORTERS)}; to standard output if no file is named. May be given several times."


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATHS|-]...")
@click.option("--format", "forms", multiple=True, metavar="NAME[:FILE]", help=_FORMATS)
@context_options
@click.option("--lang", "language", help="The language of the replies; found out if not given.", **one_of(LANGUAGES))
@click.option("--profile", metavar="NAME", help="Which severities hold; the channel's if not given.")
@click.option("--min-score", type=click.IntRange(0, 100), metavar="N", help="A reply below this score does not pass.")
@click.option("--fail-on", help="The lowest severity that does not pass.", **one_of((*reversed(SEVERITIES), "never")))
@click.option("--show-hints", is_flag=True, help="Show hints as well.")
@click.option("--ui", help="The language of messages; that of the reply if not given.", **one_of(LANGUAGES))
@click.option("-q", "--quiet", is_flag=True, help="Say nothing of replies; the exit status tells.")
@click.option("--stats", is_flag=True, help="Count findings and scores, on standard error.")
@click.option("--redact", is_flag=True, help="Report rules, places and hashes, and no word of any reply.")
@click.option(
    "-j", "--jobs", type=click.IntRange(0), default=1, metavar="N", help="Processes; 0: one for each processor."
)
@click.option("--changed-since", "since", metavar="REV", help="Only replies that changed since this git revision.")
@click.option(
    "--set", "together", is_flag=True, help="Say what strikes in saved replies together: doubles and the like."
)
@click.option("--strict", is_flag=True, help="A file in a folder that cannot be read as replies is an error, too.")
@click.option("--utf16", is_flag=True, help="JSON: count spans in UTF-16 units instead of code points.")
@config_option
@click.option("--baseline", metavar="FILE", help="Pass over the faults in this file: see tonelint baseline.")
@click.option("--stdin-filename", metavar="NAME", help="What to call standard input; its ending tells the format.")
@click.option("--no-color", is_flag=True, help="Never write colours.")
def check(
    paths: tuple[str, ...],
    forms: tuple[str, ...],
    profile: str | None,
    min_score: int | None,
    fail_on: str | None,
    show_hints: bool,
    ui: str | None,
    quiet: bool,
    stats: bool,
    redact: bool,
    jobs: int,
    since: str | None,
    together: bool,
    strict: bool,
    utf16: bool,
    config: str | None,
    baseline: str | None,
    stdin_filename: str | None,
    no_color: bool,
    **context: str | None,
) -> int:
    """Check replies in files, in folders of them, or in standard input (-)."""
    if not paths:
        raise click.UsageError("there is nothing to check: name files or folders, or - for standard input")
    over = {"profile": profile, "min_score": min_score, "fail_on": fail_on, "language": ui}
    outputs = [output(form) for form in forms or ("text",)]
    desk = Desk(config, given(over), given(context), strict=strict)
    looked_at = most_rewrites([] if quiet or redact else outputs)
    processes = jobs or os.cpu_count() or 1
    checked: Iterable[tuple[Draft, Report]] = desk.check(paths, stdin_filename, processes, since, looked_at)
    if baseline or (baseline := desk.here().baseline):
        checked = _new(desk, list(checked), baseline)
    if together:
        checked = list(checked)
    style = Style(wants_colour(no_color), show_hints, ui, utf16, redact, rules=desk.rules)
    run, table = _Run(checked), Statistics()
    write([] if quiet else outputs, in_sight(table.count(run)), desk.problems, style)
    for line in table.lines() if stats else ():
        click.echo(line, err=True)
    for note in _notes(checked) if together else ():
        complain(note)
    desk.review_suppressions()
    return 2 if desk.problems else 0 if run.passes else 1


class _Run:
    """The replies of a run as they are checked, and whether all of them pass."""

    def __init__(self, checked: Iterable[tuple[Draft, Report]]) -> None:
        self._checked = checked
        self.passes = True

    def __iter__(self) -> Iterator[tuple[Draft, Report]]:
        for draft, report in self._checked:
            self.passes = self.passes and report.ok
            yield draft, report


def _notes(checked: Iterable[tuple[Draft, Report]]) -> Iterator[str]:
    from tonelint import collection

    yield from map(str, collection.notes(checked))


def _new(desk: Desk, checked: list[tuple[Draft, Report]], baseline: str) -> list[tuple[Draft, Report]]:
    """Returns the replies with what is not in the baseline, and says how many of its faults are gone."""
    left, result = only_new(desk, checked, baseline)
    if result.gone:
        number = counted(len(result.gone), "old fault", "old faults")
        complain(f"{baseline}: {number} gone; to forget: tonelint baseline --prune")
    return left
