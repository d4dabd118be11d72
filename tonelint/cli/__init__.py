"""The command line. Exit status: 0 all is well, 1 a reply does not pass, 2 something could not be done.

Every error is one sentence on standard error; the work that can go on goes on.
"""

from __future__ import annotations

import os
import sys
from typing import Any

import click

from tonelint import __version__
from tonelint.cli.baseline import baseline
from tonelint.cli.check import check
from tonelint.cli.config import commands as config
from tonelint.cli.fix import fix
from tonelint.cli.init import init
from tonelint.cli.options import complain
from tonelint.cli.rules import explain, rules
from tonelint.errors import TonelintError, nearest


class _Commands(click.Group):
    """Subcommands that say which one was probably meant."""

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        """Returns the command of a name, as click does. Raises click.UsageError with the nearest name."""
        if args and not args[0].startswith("-") and args[0] not in self.commands:
            raise click.UsageError(f'there is no command "{args[0]}"{nearest(args[0], self.commands)}')
        return super().resolve_command(ctx, args)


@click.group(cls=_Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="%(prog)s %(version)s")
@click.pass_context
def app(context: click.Context) -> None:
    """Check customer-support replies in Persian and English before they are sent."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


app.add_command(check)
app.add_command(fix)
app.add_command(explain)
app.add_command(baseline)
app.add_command(init)


@app.group("rules", cls=_Commands, commands=rules, invoke_without_command=True)
@click.pass_context
def rules_group(context: click.Context) -> None:
    """List the rules, or test rule files."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


@app.group("config", cls=_Commands, commands=config, invoke_without_command=True)
@click.pass_context
def config_group(context: click.Context) -> None:
    """Say which settings hold, and why."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


def main(arguments: list[str] | None = None) -> None:
    """Runs the command line and ends the process with its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(_status(arguments))


def _status(arguments: list[str] | None) -> int:
    try:
        status = app.main(args=arguments, prog_name="tonelint", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        complain(error.format_message())
        return 2
    except TonelintError as error:
        complain(str(error))
        return 2
    except BrokenPipeError:  # whoever reads has seen enough, as in `tonelint check drafts | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except (KeyboardInterrupt, click.Abort):
        return 130
    except Exception as error:
        if os.environ.get("TONELINT_TRACEBACK"):
            raise
        complain(f"this is a mistake in tonelint: {type(error).__name__}: {error}; TONELINT_TRACEBACK=1 shows where")
        return 2
    return status if isinstance(status, int) else 0
