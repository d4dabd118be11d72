"""A line that counts replies on long runs: on a terminal only, and gone when the run is over."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

import click

_T = TypeVar("_T")
_AFTER, _EVERY = 1.0, 0.1  # seconds


def in_sight(items: Iterable[_T]) -> Iterator[_T]:
    """Yields the items on. From one second on, a line on standard error says how many there were.

    Only where standard error is a terminal and standard output is not: there the output itself shows that it goes on.
    """
    if not sys.stderr.isatty() or sys.stdout.isatty():
        yield from items
        return
    shown = begun = time.monotonic()
    for number, item in enumerate(items, 1):
        yield item
        now = time.monotonic()
        if now - begun > _AFTER and now - shown > _EVERY:
            shown = now
            click.echo(f"\r{number} replies", nl=False, err=True)
    if shown > begun:
        click.echo("\r\x1b[K", nl=False, err=True)
