"""``tonelint completion``: the script with which a shell completes commands and options."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from tonelint.cli.options import one_of

_SHELLS = ("bash", "zsh", "fish")


@click.command()
@click.argument("shell", **one_of(_SHELLS))
@click.pass_context
def completion(context: click.Context, shell: str) -> int:
    """Print the completion script for SHELL, to be read by it: eval "$(tonelint completion bash)"."""
    made = get_completion_class(shell)
    assert made is not None, "click knows these shells"
    click.echo(made(context.find_root().command, {}, "tonelint", "_TONELINT_COMPLETE").source())
    return 0
