"""Front matter: the context of a reply, between two lines ``---`` above it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tonelint.context import CONTEXT
from tonelint.errors import LocatedError, nearest

if TYPE_CHECKING:
    from tonelint.config.settings import Suppression
    from tonelint.rulebook.strict_yaml import Table

_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(?P<yaml>(?:(?!---[ \t]*(?:\r?\n|\Z)).*\n)*)---[ \t]*(?:\r?\n|\Z)")

_MISSPELT = 0.85  # "chanel" is meant as "channel"; title, tags, state are for whoever else reads the file


def front_matter(source: str, path: str) -> tuple[int, dict[str, str]]:
    """Returns where the reply begins (code points), and the context that stands above it between two lines ``---``.

    Other keys than the fields of `Context` are left alone; without front matter the result is 0 and nothing. Text
    between dashes that does not look like ``key: value`` belongs to the reply. Raises LocatedError for YAML that is
    wrong, for a key that is nearly one of ours, and for a value that does not exist.

    >>> front_matter("---\\ncustomer_name: Sara\\n---\\nHi Sara,\\n", "a.txt")
    (28, {'customer_name': 'Sara'})
    >>> front_matter("Hi Sara,\\n", "a.txt")
    (0, {})
    """
    found = _FRONT_MATTER.match(source)
    if not found or not re.match(r"\s*[A-Za-z_]+[ \t]*:", found["yaml"]):
        return 0, {}
    return found.end(), _context(_table(found["yaml"], path), path)


def suppressed(source: str, path: str) -> tuple[Suppression, ...]:
    """Returns the findings that front matter lets stand, under ``suppress`` (docs/config.md).

    Raises LocatedError for what is wrong with them.
    """
    from tonelint.config import reading

    found = _FRONT_MATTER.match(source)
    if not found or "suppress" not in found["yaml"]:
        return ()
    node = _table(found["yaml"], path).values.get("suppress")
    return () if node is None else reading.suppressions(node, path, of_one_file=True)


def _table(text: str, path: str) -> Table:
    # imported here, because most drafts have no front matter
    from tonelint.rulebook.strict_yaml import Table, parse

    node, problems = parse(b"\n" + text.encode(), path)  # the line above stands for the dashes: lines are the file's
    if problems:
        raise LocatedError(f"front matter: {problems[0].message}", path, problems[0].line, problems[0].column)
    if not isinstance(node, Table):
        raise LocatedError("front matter must be lines like key: value", path, 2, 1)
    return node


def _context(node: Table, path: str) -> dict[str, str]:
    from tonelint.rulebook.strict_yaml import Text

    fields = {}
    for name, key in node.keys.items():
        value = node.values[name]
        if name == "suppress":
            continue
        if name not in CONTEXT:
            from difflib import get_close_matches  # here, because most headers are right

            if get_close_matches(name, CONTEXT, cutoff=_MISSPELT):
                message = f'unknown context field "{name}"{nearest(name, CONTEXT)}'
                raise LocatedError(message, path, key.line, key.column)
            continue
        if not isinstance(value, Text):
            raise LocatedError(f'the value of "{name}" must be text', path, value.line, value.column)
        known = CONTEXT[name]
        if known and value.value not in known:
            message = f'{name} cannot be "{value.value}"{nearest(value.value, known)}'
            raise LocatedError(message, path, value.line, value.column)
        fields[name] = value.value
    return fields
