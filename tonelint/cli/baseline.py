"""``tonelint baseline``: note the faults that are there, so that ``check --baseline`` reports new ones only."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from tonelint.cli.desk import Desk, only_new
from tonelint.cli.options import config_option, counted

if TYPE_CHECKING:
    from tonelint.baseline import Fault


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@click.option("--output", metavar="FILE", help="Where to write it; tonelint-baseline.json if not given.")
@click.option("--prune", is_flag=True, help="Only forget the faults that are gone; new ones stay new.")
@config_option
def baseline(paths: tuple[str, ...], output: str | None, prune: bool, config: str | None) -> int:
    """Note all faults that are in PATHS now (this folder if not given); `check --baseline` passes them over.

    With PATHS, what was noted of other files stays.
    Nothing is written where a file cannot be read: its faults would all seem new.
    """
    from tonelint.baseline import FILE, concerned, dumps
    from tonelint.cli.writing import put

    if "-" in paths:
        raise click.UsageError("a baseline is of files; standard input has none")
    desk = Desk(config)
    path = output or desk.here().baseline or FILE
    checked = list(desk.check(paths or (".",)))
    if desk.problems or desk.broken:
        return 2
    found = [fault for faults in desk.faults(checked, path) for fault in faults]
    before = _before(path)
    if prune:
        _, result = only_new(desk, checked, path)
        new = set(result.new)
        found = [fault for n, fault in enumerate(found) if n not in new]
    if paths and before:
        folder = os.path.dirname(os.path.abspath(path))
        found += concerned(before, {draft.path for draft, _ in checked}, folder)[1]
    put(path, dumps(found))
    faults, replies = counted(len(found), "fault", "faults"), counted(len(checked), "reply", "replies")
    click.echo(f"{path}: {faults} in {replies}{_change(len(found), before)}")
    return 0


def _before(path: str) -> list[Fault] | None:
    from tonelint.baseline import load

    return load(path) if os.path.exists(path) else None


def _change(now: int, before: list[Fault] | None) -> str:
    if before is None:
        return ""
    more = now - len(before)
    return f", {abs(more)} {'more' if more > 0 else 'fewer'} than before" if more else ", as many as before"
