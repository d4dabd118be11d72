"""Replies on the desk: found in files, each checked with the settings that hold for its file."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from tonelint.cli.options import complain
from tonelint.config.files import Configs
from tonelint.config.globs import fits
from tonelint.errors import ConfigError, TextError, TonelintError, UnknownFormat, nearest

if TYPE_CHECKING:
    from tonelint.baseline import Comparison, Fault
    from tonelint.config import Settings
    from tonelint.config.settings import Suppression
    from tonelint.formats import Draft
    from tonelint.linter import Linter
    from tonelint.report import Report
    from tonelint.selection import Choice
    from tonelint.types import Rule


class Desk:
    """One run over files: their settings, their linters, and what could not be read.

    named: the settings file to take, None for the nearest one of each file. over: settings from options, which go over
    those of files. context: fields of `Context` from options, which go over what files and replies say.
    quiet: complaints are only noted. strict: a file in a folder that cannot be read as replies is a problem, too.
    """

    def __init__(
        self,
        named: str | None = None,
        over: Mapping[str, Any] | None = None,
        context: Mapping[str, str] | None = None,
        quiet: bool = False,
        strict: bool = False,
    ) -> None:
        self.configs = Configs(named)
        self.quiet, self.strict = quiet, strict
        self.over, self.context = dict(over or {}), dict(context or {})
        self.problems: list[str] = []
        self.broken: list[str] = []
        self.rules: dict[str, Rule] = {}
        self._settings: dict[tuple[str, ...], Settings] = {}
        self._linters: dict[tuple[str, ...], Linter] = {}
        self._known: dict[Suppression, None] = {}
        self._meant: set[Suppression] = set()
        self._used: set[Suppression] = set()

    def complain(self, error: TonelintError) -> None:
        """Says what could not be done, and notes it for the reporters and the exit status."""
        self.problems.append(str(error))
        if not self.quiet:
            complain(str(error))

    def settings(self, path: str) -> Settings:
        """Returns what holds for a file. Raises what `Configs.of` raises."""
        found = self.configs.of(path)
        if found.key not in self._settings:
            self._settings[found.key] = found.settings._replace(**self.over)
        return self._settings[found.key]

    def here(self) -> Settings:
        """Returns what holds in the current folder, for what concerns the run as a whole."""
        return self.settings("-")

    def linter(self, path: str) -> Linter:
        """Returns the linter for a file; files for which the same holds share one. Raises what `Linter` raises."""
        from tonelint.linter import Linter

        key = self.configs.of(path).key
        if key not in self._linters:
            made = self._linters[key] = Linter(self.settings(path))
            self.rules.update(made.rules)
            for problem in made.problems:
                if str(problem) not in self.problems:
                    self.complain(problem)
        return self._linters[key]

    def check(
        self,
        paths: Sequence[str],
        stdin_filename: str | None = None,
        jobs: int = 1,
        since: str | None = None,
        rewrites: int | None = None,
    ) -> Iterator[tuple[Draft, Report]]:
        """Yields every reply with its report, without what was suppressed; what cannot be read is complained about.

        jobs: in how many processes. since: a git revision; only replies that have changed since then. rewrites: how
        many of a finding will be looked at, None for all.
        """
        drafts = self.drafts(paths, stdin_filename)
        if since is not None:
            from tonelint.cli.changes import changed

            drafts = changed(drafts, since, self._choice)
        if jobs > 1:
            from tonelint.cli.parallel import reports

            checked = reports(self, drafts, jobs, rewrites)
        else:
            checked = ((draft, self.finds(draft.path, draft.text, draft.context)) for draft in drafts)
        for draft, report in checked:
            if self.heard(draft, report):
                if report.untried and not self.quiet:
                    complain(
                        f"{_start(draft)}: the last {report.untried:,} findings come without rewrites: too many to try"
                    )
                yield draft, self._suppressed(draft, report, self.settings(draft.path))

    def heard(self, draft: Draft, report: Report) -> bool:
        """Returns whether a reply was checked; says once what came up on the way: a long text, a rule given up."""
        for problem in report.problems:
            error = TextError(f"{_start(draft)}: {problem}") if problem is report.unchecked else problem
            if str(error) not in self.problems:
                self.complain(error)
        return not report.unchecked

    def finds(self, path: str, text: str, context: Mapping[str, str]) -> Report:
        """Returns what the linter for a file finds in a reply of it; context: what the file says of the reply.

        A reply that is no draft is tried with values of its variables, too.
        """
        report = self.plainly(path, text, context)
        if report.context.stage == "draft" or report.unchecked:
            return report
        from tonelint import renderings

        return renderings.checked(self.linter(path), report)

    def plainly(self, path: str, text: str, context: Mapping[str, str]) -> Report:
        """Returns what `finds` does, without trying any values."""
        known = {**self.settings(path).context, **context, **self.context}
        return self.linter(path).check(text, None, **known)

    def drafts(self, paths: Sequence[str], stdin_filename: str | None = None) -> Iterator[Draft]:
        """Yields the replies in files, in folders and below them, and in standard input (-); each file once.

        A file that is named is read even where the settings exclude it. Raises what `Configs.of` raises: with wrong
        settings nothing is checked.
        """
        seen: set[str] = set()
        for path in paths:
            said, found = len(self.problems), False
            for file in self._files(path):
                if os.path.normpath(file) not in seen and (file == path or not self._excluded(file)):
                    seen.add(os.path.normpath(file))
                    drafts = self._read(file, stdin_filename or "-", named=file == path)
                    found = found or bool(drafts)
                    yield from drafts
            if not found and os.path.isdir(path) and len(self.problems) == said:
                self.complain(TextError(f"{path}: no file in this folder holds replies"))

    def _excluded(self, file: str) -> bool:
        """Whether the settings leave a file of a folder out: by a pattern, or because their own rules lie there."""
        settings, place = self.settings(file), os.path.abspath(file)
        ours = (os.path.abspath(folder) + os.sep for folder in settings.rule_folders)
        return any(fits(file, *one) for one in settings.exclude) or place.startswith(tuple(ours))

    def _files(self, path: str) -> Iterator[str]:
        from tonelint import formats

        try:
            yield from formats.find(path) if path != "-" else ("-",)
        except TonelintError as error:
            self.complain(error)

    def _read(self, path: str, stdin_name: str, named: bool) -> Sequence[Draft]:
        """The replies of a file; one that is in a folder by chance may hold none."""
        from tonelint import formats

        name = stdin_name if path == "-" else path
        choice = self._choice(name)
        try:
            if path == "-":
                return formats.parse(self._load(path), name, choice)
            return formats.read(path, choice, self._load)
        except TonelintError as error:
            if self._matters(error, path, named):
                self.complain(error)
            elif not isinstance(error, UnknownFormat):
                self.broken.append(path)
                complain(str(error))
        return ()

    def _load(self, path: str) -> bytes:
        from tonelint.formats.file import load

        return _stdin() if path == "-" else load(path)

    def _matters(self, error: TonelintError, path: str, named: bool) -> bool:
        """Whether it is a problem that a file cannot be read as replies."""
        return named or self.strict

    def _choice(self, path: str) -> Choice | None:
        """How the settings say a file is to be read; the last pattern that fits counts."""
        from tonelint.formats import FORMATS

        for one in reversed(self.settings(path).formats):
            if fits(path, one.files, one.folder):
                if one.choice.format not in ("", *FORMATS):
                    hint = nearest(one.choice.format, FORMATS)
                    raise ConfigError(f'formats: there is no format "{one.choice.format}"{hint}', *one.place)
                return one.choice
        return None

    def _suppressed(self, draft: Draft, report: Report, settings: Settings) -> Report:
        from tonelint.formats.front_matter import suppressed as own

        try:
            known = (*settings.suppressions, *own(draft.source, draft.path))
        except TonelintError as error:
            self.complain(error)
            known = settings.suppressions
        if not known:
            return report
        from tonelint.suppress import suppressed

        verdict = suppressed(report, draft.path, draft.id, known, _today())
        self._known.update(dict.fromkeys(known))
        self._meant |= verdict.meant
        self._used |= verdict.used
        return verdict.report

    def review_suppressions(self) -> None:
        """Says, after the run, which suppressions have expired or are not needed; the exit status stays as it is."""
        if self._known:
            from tonelint.suppress import complaints

            for error in complaints(self._known, self._meant, self._used, _today(), self.rules):
                complain(str(error))

    def faults(self, checked: Sequence[tuple[Draft, Report]], baseline: str) -> list[list[Fault]]:
        """Returns the findings of each reply as a baseline knows them again."""
        from tonelint.baseline import faults

        folder = os.path.dirname(os.path.abspath(baseline))
        return [faults(report, draft.path, draft.id, self._kind, folder) for draft, report in checked]

    def _kind(self, rule: str) -> str:
        return self.rules[rule].kind


def only_new(
    desk: Desk, checked: Sequence[tuple[Draft, Report]], baseline: str
) -> tuple[list[tuple[Draft, Report]], Comparison]:
    """Returns the replies with reports that hold new findings only, and how they compare with a baseline file.

    Raises TextError or ConfigError if the file cannot be used.
    """
    from tonelint.baseline import compare, concerned, load

    found = desk.faults(checked, baseline)
    folder = os.path.dirname(os.path.abspath(baseline))
    old, _ = concerned(load(baseline), {draft.path for draft, _ in checked}, folder)
    result = compare(old, [fault for faults in found for fault in faults])
    new, at, left = set(result.new), 0, []
    for (draft, report), faults in zip(checked, found):
        known = [finding for n, finding in enumerate(report.findings, at) if n not in new]
        left.append((draft, report.without(known)))
        at += len(faults)
    return left, result


def _start(draft: Draft) -> str:
    line, column = draft.position(0)
    return f"{draft.path}:{line}:{column}"


def _stdin() -> bytes:
    if sys.stdin is None:
        raise TextError("-: there is no standard input")
    return sys.stdin.buffer.read()


def _today() -> str:
    from datetime import date

    return date.today().isoformat()
