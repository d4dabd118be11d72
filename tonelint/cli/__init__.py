"""The command line. Exit status: 0 all is well, 1 a reply does not pass, 2 something could not be done.

Every error is one sentence on standard error; the work that can go on goes on.
"""

from __future__ import annotations

import errno
import os
import sys
from importlib import import_module

import click

from tonelint import __version__
from tonelint.cli.options import Group, complain, or_help
from tonelint.errors import TonelintError

_COMMANDS = {
    "check": "tonelint.cli.check:check",
    "fix": "tonelint.cli.fix:fix",
    "explain": "tonelint.cli.rules:explain",
    "rules": "tonelint.cli.rules:rules",
    "init": "tonelint.cli.init:init",
    "config": "tonelint.cli.config:config",
    "baseline": "tonelint.cli.baseline:baseline",
    "completion": "tonelint.cli.completion:completion",
}
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)


class _Commands(Group):
    """The commands, each imported when it is needed: a check should not wait for the others."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Returns the names of all commands."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Returns the command of a name, None if there is none."""
        if cmd_name not in _COMMANDS:
            return None
        module, _, name = _COMMANDS[cmd_name].partition(":")
        command: click.Command = getattr(import_module(module), name)
        return command


@click.group(cls=_Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="%(prog)s %(version)s")
@click.pass_context
def app(context: click.Context) -> None:
    """Check customer-support replies in Persian and English before they are sent."""
    or_help(context)


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
        _silence()
        return 1
    except (KeyboardInterrupt, click.Abort):
        return 130
    except Exception as error:
        if isinstance(error, OSError) and error.errno in _NO_ROOM:  # files say so by themselves
            complain(f"standard output cannot be written: {error.strerror}")
            _silence()
            return 2
        if os.environ.get("TONELINT_TRACEBACK"):
            raise
        complain(f"this is a mistake in tonelint: {type(error).__name__}: {error}; TONELINT_TRACEBACK=1 shows where")
        return 2
    return status if isinstance(status, int) else 0


def _silence() -> None:
    """Nobody takes what is left to be written to standard output, so it is not tried again when the process ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
