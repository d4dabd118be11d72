"""``tonelint rules new``: a rule file to begin with, whose examples pass."""

from __future__ import annotations

import os
import re
from string import Template

import click

from tonelint.cli.options import one_of
from tonelint.errors import TextError, UsageError
from tonelint.rulebook.schema import FAMILIES

_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


@click.command("new")
@click.argument("name", metavar="ID")
@click.option("--family", default="house-style", help="What kind of fault it finds.", **one_of(FAMILIES))
@click.option("--folder", default="rules", metavar="FOLDER", help="Where to put it; rules if not given.")
def new(name: str, family: str, folder: str) -> int:
    """Write a rule file to begin with: FOLDER/ID.yaml. Nothing is ever overwritten."""
    if not _ID.fullmatch(name):
        raise UsageError(f'"{name}" is no id of a rule; small letters and hyphens, as in vague-promise')
    path = os.path.join(folder, f"{name}.yaml")
    try:
        os.makedirs(folder, exist_ok=True)
        with open(path, "x", encoding="utf-8", newline="\n") as file:
            file.write(text(name, family, path))
    except FileExistsError:
        raise UsageError(f"{path} is there already; choose another id") from None
    except OSError as error:
        raise TextError(f"{path}: cannot be written: {error.strerror or error}") from None
    click.echo(f"{path}: written; mend its examples, then run: tonelint rules test {path}")
    click.echo(f"to use it, say in tonelint.yaml: rule_folders: [{folder}]")
    return 0


def text(name: str, family: str, place: str) -> str:
    """Returns the content of a rule file to begin with."""
    with open(os.path.join(os.path.dirname(__file__), "new-rule.yaml"), encoding="utf-8") as file:
        return Template(file.read()).substitute(id=name, family=family, place=place)
