"""What all commands share: complaints, options with a closed list of values, settings, whether colour is wanted."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

import click

from tonelint.context import CONTEXT
from tonelint.errors import nearest

if TYPE_CHECKING:
    from tonelint.config import Settings

_CONTEXT_HELP = {
    "customer_name": "The customer's name, as it should be written.",
    "agent_name": "Who signs the reply.",
    "customer_message": "What the customer wrote.",
    "channel": "Where the reply goes out.",
    "stage": "What the text is: a draft, a saved reply, an automatic reply.",
    "turn": "First reply of a conversation, or a later one.",
    "situation": "What the reply is about, where it matters.",
}
config_option = click.option(
    "--config", metavar="FILE", help="Settings; the nearest ones upwards of each file if not given."
)


class Group(click.Group):
    """Subcommands that say which one was probably meant; without one, the help."""

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        """Returns the command of a name, as click does. Raises click.UsageError with the nearest name."""
        known = self.list_commands(ctx)
        if args and not args[0].startswith("-") and args[0] not in known:
            raise click.UsageError(f'there is no command "{args[0]}"{nearest(args[0], known)}')
        return super().resolve_command(ctx, args)


def or_help(context: click.Context) -> None:
    """Writes the help of a group that was called without one of its commands."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


def given(values: Mapping[str, Any]) -> dict[str, Any]:
    """Returns the options that were given, without those that are None.

    >>> given({"profile": "chat", "language": None})
    {'profile': 'chat'}
    """
    return {name: value for name, value in values.items() if value is not None}


def complain(sentence: str) -> None:
    """Writes one sentence to standard error, on one line, in which no terminal and no CI runner finds a command."""
    from tonelint.reporters.snippet import harmless, visible

    click.echo(harmless(f"tonelint: {visible(sentence)}"), err=True)


def one_of(known: Iterable[str]) -> dict[str, Any]:
    """Returns the arguments for an option with a closed list of values; another value is answered with the nearest."""
    known = tuple(known)

    def value(given: str) -> str:
        if given not in known:
            raise click.BadParameter(f'"{given}" does not exist{nearest(given, known)}')
        return given

    return {"type": value, "metavar": "|".join(known)}


def context_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Gives a command one option for each field of `Context`."""
    for field, text in reversed(_CONTEXT_HELP.items()):
        known = CONTEXT[field]
        kind = one_of(known) if known else {"metavar": "TEXT"}
        command = click.option(f"--{field.replace('_', '-')}", field, help=text, **kind)(command)
    return command


def settings(config: str | None) -> Settings:
    """Returns the settings of the file that is named, or else of the nearest one from the current folder upwards.

    Raises TextError or ConfigError for a file that cannot be used.
    """
    from tonelint.config import Settings, load
    from tonelint.config.files import find

    path = config or find("")[0]
    return load(path) if path else Settings()


def counted(number: int, one: str, more: str) -> str:
    """Returns a number with its noun.

    >>> counted(1, "reply", "replies"), counted(0, "reply", "replies")
    ('1 reply', '0 replies')
    """
    return f"{number} {one if number == 1 else more}"


def wants_colour(no_color: bool) -> bool:
    """Returns whether to write colours: only to a terminal, and not where NO_COLOR (no-color.org) is set."""
    plain = no_color or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return not plain and sys.stdout.isatty()
