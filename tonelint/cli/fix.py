"""``tonelint fix``: put better wordings into replies; show them as a diff, write them, or ask."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

import click

from tonelint.cli.options import complain, config_option, context_options, one_of, settings, wants_colour
from tonelint.errors import TextError, TonelintError
from tonelint.rulebook.schema import LANGUAGES

if TYPE_CHECKING:
    from tonelint.formats import Draft
    from tonelint.linter import Linter
    from tonelint.report import Report
    from tonelint.reporters import Style
    from tonelint.revision import Revision
    from tonelint.types import Edit


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATHS|-]...")
@click.option("--diff", is_flag=True, help="Show what would change; files are not written unless --write says so.")
@click.option("--write", is_flag=True, help="Write the files.")
@click.option("--ask", is_flag=True, help="Ask about each finding, ideas with gaps among them; then write the files.")
@click.option("--review", is_flag=True, help="Put in wordings as well that a person should look at.")
@click.option("--show-hints", is_flag=True, help="Act on hints as well; without it, only where that is safe.")
@context_options
@click.option("--lang", "language", help="The language of the replies; found out if not given.", **one_of(LANGUAGES))
@click.option("--profile", metavar="NAME", help="Which severities hold; the channel's if not given.")
@click.option("--ui", help="The language of messages; that of the reply if not given.", **one_of(LANGUAGES))
@config_option
@click.option("--stdin-filename", metavar="NAME", help="What to call standard input; its ending tells the format.")
@click.option("--no-color", is_flag=True, help="Never write colours.")
def fix(
    paths: tuple[str, ...],
    diff: bool,
    write: bool,
    ask: bool,
    review: bool,
    show_hints: bool,
    profile: str | None,
    ui: str | None,
    config: str | None,
    stdin_filename: str | None,
    no_color: bool,
    **context: str | None,
) -> int:
    """Put better wordings into replies: those that are safe. A reply from standard input (-) goes to standard output.

    Files are only shown as a diff, unless --write or --ask is given. Exit status: 1 if a diff shows changes.
    """
    from tonelint.linter import Linter
    from tonelint.reporters import Style

    if not paths:
        raise click.UsageError("there is nothing to fix: name files or folders, or - for standard input")
    if "-" in paths and (write or ask):
        raise click.UsageError("standard input cannot be written to or asked about: leave out --write and --ask")
    over: dict[str, Any] = {"profile": profile, "language": ui}
    decided = settings(config)._replace(**{name: value for name, value in over.items() if value is not None})
    known = {name: value for name, value in context.items() if value is not None}
    style = Style(wants_colour(no_color), show_hints, ui)
    run = _Run(Linter.from_config(decided), known, "review" if review else "safe", style, diff, write or ask)
    return run.fix(paths, stdin_filename or "-", run.asked if ask else run.revised)


Revise: TypeAlias = "Callable[[Draft, Callable[[str], Report]], Revision]"


class _File(NamedTuple):
    path: str
    data: bytes
    drafts: Sequence[Draft]


class _Run:
    """One run: how to fix, and what it came to."""

    def __init__(
        self, linter: Linter, context: dict[str, str], safety: str, style: Style, diff: bool, write: bool
    ) -> None:
        self.linter, self.context, self.safety, self.style = linter, context, safety, style
        self.diff, self.write = diff, write
        self.failed = self.changed = self.stopped = False
        for problem in linter.problems:
            self.complain(problem)

    def complain(self, error: TonelintError) -> None:
        self.failed = True
        complain(str(error))

    def fix(self, paths: Sequence[str], stdin_name: str, revise: Revise) -> int:
        """Fixes one file after the other; what cannot be read or written is complained about. Returns the status."""
        for file in self._files(paths, stdin_name):
            try:
                self._fix(file, revise)
            except TonelintError as error:
                self.complain(error)
            if self.stopped:
                break
        return 2 if self.failed else 1 if self.changed and not self.write else 0

    def revised(self, draft: Draft, check: Callable[[str], Report]) -> Revision:
        from tonelint.revision import revise

        return revise(draft.text, check(draft.text).findings, self.safety, hints=self.style.hints)

    def asked(self, draft: Draft, check: Callable[[str], Report]) -> Revision:
        from tonelint.cli import asking
        from tonelint.revision import Revision

        if self.stopped:
            return Revision(draft.text)
        try:
            return asking.revised(draft, check, self.style)
        except asking.Stopped as stopped:
            self.stopped = True
            return stopped.revision

    def _fix(self, file: _File, revise: Revise) -> None:
        from tonelint.cli.writing import spelled, write

        changes = [(draft, revise(draft, self._check(draft)).edits) for draft in file.drafts]
        before = file.drafts[0].source if file.drafts else ""
        after = self._edited(before, changes)
        piped = file.path == "-"
        if piped and not self.diff:
            sys.stdout.buffer.write(spelled(after, file.data) if file.drafts else file.data)
        if after == before:
            return
        self.changed = self.changed or not piped or self.diff
        if self.diff or not (self.write or piped):
            click.echo(_diff(file.path, before, after, self.style), nl=False, color=self.style.colour)
        if self.write and not piped:
            write(file.path, file.data, spelled(after, file.data))
            click.echo(f"{file.path}: {sum(len(edits) for _, edits in changes)} changes written", err=True)

    def _check(self, draft: Draft) -> Callable[[str], Report]:
        return lambda text: self.linter.check(text, None, **{**draft.context, **self.context})

    def _edited(self, source: str, changes: Sequence[tuple[Draft, Sequence[Edit]]]) -> str:
        """The file with its replies edited; a reply whose edits cannot be spelled in the file stays as it is."""
        from tonelint import formats

        try:
            return formats.edited(source, changes)
        except TextError as error:
            if len(changes) < 2:
                self.complain(error)
                return source
        spelled = []
        for change in changes:
            try:
                formats.edited(source, [change])
                spelled.append(change)
            except TextError as error:
                self.complain(error)
        return formats.edited(source, spelled)

    def _files(self, paths: Sequence[str], stdin_name: str) -> Iterator[_File]:
        from tonelint import formats

        seen: set[str] = set()
        for path in paths:
            try:
                for name in formats.find(path) if path != "-" else ["-"]:
                    if os.path.realpath(name) not in seen:
                        seen.add(os.path.realpath(name))
                        yield from self._read(name, stdin_name)
            except TonelintError as error:
                self.complain(error)

    def _read(self, path: str, stdin_name: str) -> Iterator[_File]:
        from tonelint import formats
        from tonelint.formats.file import load

        try:
            data = _stdin() if path == "-" else load(path)
            yield _File(path, data, formats.parse(data, stdin_name if path == "-" else path))
        except TonelintError as error:
            self.complain(error)


def _stdin() -> bytes:
    if sys.stdin is None:
        raise TextError("-: there is no standard input")
    return sys.stdin.buffer.read()


def _diff(path: str, before: str, after: str, style: Style) -> str:
    """A unified diff that patch can read; on a terminal, one that people can."""
    import difflib

    old, new = _lines(before), _lines(after)
    rows: list[str] = []
    for row in difflib.unified_diff(old, new, path, path):
        rows.append(row if row.endswith("\n") else row + "\n\\ No newline at end of file\n")
    return "".join(_painted(row, style) for row in rows) if style.colour else "".join(rows)


def _lines(text: str) -> list[str]:
    """Lines as patch counts them: only a line feed ends one."""
    pieces = text.split("\n")
    return [piece + "\n" for piece in pieces[:-1]] + ([pieces[-1]] if pieces[-1] else [])


def _painted(row: str, style: Style) -> str:
    from tonelint.reporters.snippet import isolate, visible

    role = {"+": "good", "-": "error", "@": "quiet"}.get(row[0], "")
    text = row[0] + isolate(visible(row[1:].rstrip("\r\n")))
    return (style.paint(text, role) if role else text) + "\n"
