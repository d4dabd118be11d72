"""What all commands share: complaints, options with a closed list of values, and whether colour is wanted."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from typing import Any

import click

from tonelint.errors import nearest


def complain(sentence: str) -> None:
    """Writes one sentence to standard error, on one line."""
    click.echo(f"tonelint: {' '.join(sentence.split())}", err=True)


class OneOf(click.ParamType):
    """An option's value out of a few; another one is answered with the nearest."""

    name = "value"

    def __init__(self, known: Iterable[str]) -> None:
        self.known = tuple(known)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Returns the value as it is. Raises click.BadParameter if it is none of the known ones."""
        if value not in self.known:
            self.fail(f'"{value}" does not exist{nearest(str(value), self.known)}', param, ctx)
        return str(value)


def one_of(known: Iterable[str]) -> dict[str, Any]:
    """Returns the arguments for an option with a closed list of values."""
    known = tuple(known)
    return {"type": OneOf(known), "metavar": "|".join(known)}


def wants_colour(no_color: bool) -> bool:
    """Returns whether to write colours: only to a terminal, and not where NO_COLOR (no-color.org) is set."""
    plain = no_color or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return not plain and sys.stdout.isatty()
