"""Where reports go: to standard output, or each to a file of its own, whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

import click

from tonelint import reporters
from tonelint.errors import TextError, UsageError, nearest
from tonelint.reporters import LOOKS_AT, REPORTERS, Style

if TYPE_CHECKING:
    from tonelint.formats import Draft
    from tonelint.report import Report


class Output(NamedTuple):
    """A format and the file that it goes to; "" is standard output."""

    name: str
    path: str = ""


def output(value: str) -> Output:
    """Returns what an option ``NAME`` or ``NAME:FILE`` asks for. Raises UsageError if there is no such format.

    >>> output("sarif:out/tone.sarif")
    Output(name='sarif', path='out/tone.sarif')
    """
    name, _, path = value.partition(":")
    if name not in REPORTERS:
        raise UsageError(f'there is no format "{name}"{nearest(name, REPORTERS)}')
    return Output(name, path)


def most_rewrites(outputs: Sequence[Output]) -> int | None:
    """Returns how many rewrites of a finding will be looked at, None for all.

    >>> most_rewrites([Output("text"), Output("junit", "tone.xml")]), most_rewrites([Output("sarif")])
    (3, None)
    """
    numbers = [LOOKS_AT.get(one.name) for one in outputs]
    return None if None in numbers else max((number for number in numbers if number is not None), default=0)


def write(
    outputs: Sequence[Output], checked: Iterable[tuple[Draft, Report]], problems: Sequence[str], style: Style
) -> None:
    """Writes replies in all formats. With one format they appear while the others are being checked.

    Raises UsageError if two would go to the same place, TextError if a file cannot be written.
    """
    for path in {one.path for one in outputs}:
        if sum(one.path == path for one in outputs) > 1:
            raise UsageError(f"--format: two formats go to {path or 'standard output'}; name a file, as in sarif:FILE")
    if len(outputs) != 1:
        checked = list(checked)
    for name, path in outputs:
        plain = style._replace(colour=False) if path else style
        pieces = reporters.render(name, checked, problems, plain)
        if path:
            _save(path, pieces)
        else:
            for piece in pieces:
                click.echo(piece, nl=False, color=style.colour)


def _save(path: str, pieces: Iterable[str]) -> None:
    from tonelint.cli.writing import replaced  # here, because most reports go to standard output

    try:
        os.makedirs(os.path.dirname(os.path.abspath(path)), exist_ok=True)
        replaced(os.path.abspath(path), (piece.encode() for piece in pieces))
    except OSError as error:
        raise TextError(f"{path}: cannot be written: {error.strerror or error}") from None
