"""``tonelint fix``: put better wordings into replies; show them as a diff, write them, or ask."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, Any, TypeAlias

import click

from tonelint.cli.desk import Desk
from tonelint.cli.options import config_option, context_options, counted, given, one_of, wants_colour
from tonelint.context import LANGUAGES
from tonelint.errors import TextError, TonelintError, UnknownFormat
from tonelint.reporters import Style
from tonelint.reporters.snippet import harmless, pathname

if TYPE_CHECKING:
    from tonelint.formats import Draft
    from tonelint.report import Report
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
    if not paths:
        raise click.UsageError("there is nothing to fix: name files or folders, or - for standard input")
    if "-" in paths and (write or ask):
        raise click.UsageError("standard input cannot be written to or asked about: leave out --write and --ask")
    bench = Bench(config, given({"profile": profile, "language": ui}), given(context))
    style = Style(wants_colour(no_color), show_hints, ui)
    run = _Run(bench, "review" if review else "safe", style, diff=diff, write=write or ask)
    run.fix(paths, stdin_filename or "-", run.asked if ask else run.revised)
    return 2 if bench.problems else 1 if run.changed and not run.write else 0


Revise: TypeAlias = "Callable[[Draft, Callable[[str], Report]], Revision]"


class Bench(Desk):
    """A desk on which replies are rewritten: it keeps the bytes of the files, and checks a reply again and again."""

    def __init__(self, named: str | None, over: Mapping[str, Any], context: Mapping[str, str]) -> None:
        super().__init__(named, over, context)
        self._bytes: dict[str, bytes] = {}

    def files(self, paths: Sequence[str], stdin_name: str) -> Iterator[tuple[str, bytes, Sequence[Draft]]]:
        """Yields the path, the bytes and the replies of each file that holds some; "-" even if it holds none."""
        for path, drafts in groupby(self.drafts(paths, stdin_name), key=lambda draft: draft.path):
            name = "-" if path == stdin_name and "-" in self._bytes else path
            replies = tuple(drafts)
            yield name, self._bytes.pop(name), replies
        if "-" in self._bytes:
            yield "-", self._bytes.pop("-"), ()

    def report(self, draft: Draft, text: str) -> Report:
        """Returns what is found in another text of a reply, without what was suppressed."""
        report = self.plainly(draft.path, text, draft.context)
        self.heard(draft, report)
        return self._suppressed(draft, report, self.settings(draft.path))

    def _read(self, path: str, stdin_name: str, named: bool) -> Sequence[Draft]:
        drafts = super()._read(path, stdin_name, named)
        if not drafts and path != "-":
            self._bytes.pop(path, None)
        return drafts

    def _load(self, path: str) -> bytes:
        self._bytes[path] = data = super()._load(path)
        return data

    def _matters(self, error: TonelintError, path: str, named: bool) -> bool:
        """Also where the file cannot be opened: it may hold what was to be fixed."""
        unknown = isinstance(error, UnknownFormat)
        return super()._matters(error, path, named) or (path not in self._bytes and not unknown)


class _Run:
    """One run: how to fix, and what it came to."""

    def __init__(self, bench: Bench, safety: str, style: Style, *, diff: bool, write: bool) -> None:
        self.bench, self.safety, self.style = bench, safety, style
        self.diff, self.write = diff, write
        self.changed = self.stopped = False

    def fix(self, paths: Sequence[str], stdin_name: str, revise: Revise) -> None:
        """Fixes one file after the other; what cannot be read or written is complained about."""
        for path, data, drafts in self.bench.files(paths, stdin_name):
            try:
                self._fix(path, data, drafts, revise)
            except TonelintError as error:
                self.bench.complain(error)
            if self.stopped:
                break

    def revised(self, draft: Draft, check: Callable[[str], Report]) -> Revision:
        """The reply with the rewrites that are safe enough."""
        from tonelint.revision import revise

        return revise(draft.text, check(draft.text).findings, self.safety, hints=self.style.hints, again=check)

    def asked(self, draft: Draft, check: Callable[[str], Report]) -> Revision:
        """The reply with the rewrites that somebody chose."""
        from tonelint.cli import asking
        from tonelint.revision import Revision

        if self.stopped:
            return Revision(draft.text)
        try:
            return asking.revised(draft, check, self.style)
        except asking.Stopped as stopped:
            self.stopped = True
            return stopped.revision

    def _fix(self, path: str, data: bytes, drafts: Sequence[Draft], revise: Revise) -> None:
        from tonelint.cli.writing import spelled, write

        changes = [(draft, revise(draft, partial(self.bench.report, draft)).edits) for draft in drafts]
        before = drafts[0].source if drafts else ""
        after = self._edited(before, changes)
        piped = path == "-"
        if piped and not self.diff:
            sys.stdout.buffer.write(spelled(after, data) if drafts else data)
            return
        if after == before:
            return
        self.changed = True
        if self.diff or not self.write:
            click.echo(_diff(path, before, after, self.style), nl=False, color=self.style.colour)
        if self.write:
            write(path, data, spelled(after, data))
            number = counted(sum(len(edits) for _, edits in changes), "change", "changes")
            click.echo(harmless(f"{pathname(path)}: {number} written"), err=True)

    def _edited(self, source: str, changes: Sequence[tuple[Draft, Sequence[Edit]]]) -> str:
        """The file with its replies edited; a reply whose edits cannot be spelled in the file stays as it is."""
        from tonelint import formats

        try:
            return formats.edited(source, changes)
        except TextError as error:
            if len(changes) < 2:
                self.bench.complain(error)
                return source
        spelled = []
        for change in changes:
            try:
                formats.edited(source, [change])
                spelled.append(change)
            except TextError as error:
                self.bench.complain(error)
        return formats.edited(source, spelled)


def _diff(path: str, before: str, after: str, style: Style) -> str:
    """A unified diff that patch can read; on a terminal, one that people can."""
    import difflib

    old, new = _lines(before), _lines(after)
    name = os.path.normpath(path)  # git apply takes no ./
    rows: list[str] = []
    for row in difflib.unified_diff(old, new, name, name):
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
