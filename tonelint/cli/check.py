"""``tonelint check``: read replies, check them, report."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from tonelint.cli.options import complain, config_option, context_options, one_of, settings, wants_colour
from tonelint.errors import TextError, TonelintError
from tonelint.reporters import REPORTERS, Style
from tonelint.rulebook.schema import LANGUAGES
from tonelint.types import SEVERITIES

if TYPE_CHECKING:
    from tonelint.config import Settings
    from tonelint.formats import Draft
    from tonelint.report import Report


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATHS|-]...")
@click.option("--format", "form", default="text", help="How to report.", **one_of(REPORTERS))
@context_options
@click.option("--lang", "language", help="The language of the replies; found out if not given.", **one_of(LANGUAGES))
@click.option("--profile", metavar="NAME", help="Which severities hold; the channel's if not given.")
@click.option("--min-score", type=click.IntRange(0, 100), metavar="N", help="A reply below this score does not pass.")
@click.option("--fail-on", help="The lowest severity that does not pass.", **one_of((*reversed(SEVERITIES), "never")))
@click.option("--show-hints", is_flag=True, help="Show hints as well.")
@click.option("--ui", help="The language of messages; that of the reply if not given.", **one_of(LANGUAGES))
@click.option("--utf16", is_flag=True, help="JSON: count spans in UTF-16 units instead of code points.")
@config_option
@click.option("--stdin-filename", metavar="NAME", help="What to call standard input; its ending tells the format.")
@click.option("--no-color", is_flag=True, help="Never write colours.")
def check(
    paths: tuple[str, ...],
    form: str,
    profile: str | None,
    min_score: int | None,
    fail_on: str | None,
    show_hints: bool,
    ui: str | None,
    utf16: bool,
    config: str | None,
    stdin_filename: str | None,
    no_color: bool,
    **context: str | None,
) -> int:
    """Check replies in .txt and .md files, in folders of them, or in standard input (-)."""
    if not paths:
        raise click.UsageError("there is nothing to check: name files or folders, or - for standard input")
    over = {"profile": profile, "min_score": min_score, "fail_on": fail_on, "language": ui}
    decided = settings(config)._replace(**_given(over))
    run = _Run(decided, _given(context))
    checked = run.check(paths, stdin_filename)
    style = Style(wants_colour(no_color), show_hints, ui, utf16, rules=run.linter.rules, passes=run.passed)
    _write(form, checked, run, style)
    return run.status()


def _given(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}


class _Run:
    """One run: the linter, and what it came to."""

    def __init__(self, settings: Settings, context: dict[str, str]) -> None:
        from tonelint.linter import Linter

        self.settings, self.context = settings, context
        self.linter = Linter.from_config(settings)
        self.problems: list[str] = []
        self.passes = True
        for problem in self.linter.problems:
            self.complain(problem)

    def complain(self, error: TonelintError) -> None:
        self.problems.append(str(error))
        complain(str(error))

    def status(self) -> int:
        return 2 if self.problems else 0 if self.passes else 1

    def check(self, paths: tuple[str, ...], stdin_filename: str | None) -> Iterator[tuple[Draft, Report]]:
        """Yields every reply with its report; what cannot be read is complained about and left out."""
        for drafts in self._drafts(paths, stdin_filename):
            for draft in drafts:
                report = self.linter.check(draft.text, None, **{**draft.context, **self.context})
                self.passes = self.passes and self.passed(report)
                yield draft, report

    def _drafts(self, paths: tuple[str, ...], stdin_filename: str | None) -> Iterator[tuple[Draft, ...]]:
        from tonelint import formats

        seen: set[str] = set()
        for path in paths:
            try:
                for file in formats.find(path) if path != "-" else ["-"]:
                    if os.path.normpath(file) not in seen:
                        seen.add(os.path.normpath(file))
                        yield from self._read(file, stdin_filename)
            except TonelintError as error:
                self.complain(error)

    def _read(self, path: str, stdin_filename: str | None) -> Iterator[tuple[Draft, ...]]:
        from tonelint import formats

        try:
            if path == "-":
                yield formats.parse(_stdin(), stdin_filename or "-")
            else:
                yield formats.read(path)
        except TonelintError as error:
            self.complain(error)

    def passed(self, report: Report) -> bool:
        """Returns whether a reply passes: what --min-score and --fail-on say, or else the profile."""
        settings = self.settings
        if settings.min_score is not None and report.score.value < settings.min_score:
            return False
        if settings.fail_on == "never":
            return True
        failing = SEVERITIES[SEVERITIES.index(settings.fail_on) :]
        return report.ok and not any(finding.severity in failing for finding in report.findings)


def _stdin() -> bytes:
    if sys.stdin is None:
        raise TextError("-: there is no standard input")
    return sys.stdin.buffer.read()


def _write(form: str, checked: Iterator[tuple[Draft, Report]], run: _Run, style: Style) -> None:
    from tonelint import reporters

    for piece in reporters.render(form, checked, run.problems, style):
        click.echo(piece, nl=False, color=style.colour)
