"""A reply as it lies in a file, and what every format needs to get it out: decoding and front matter."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from tonelint.errors import LocatedError, TextError, nearest

_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(?P<yaml>(?:(?!---[ \t]*(?:\r?\n|\Z)).*\n)*)---[ \t]*(?:\r?\n|\Z)")


class Draft(NamedTuple):
    """One reply of a file.

    source is the whole file; text is what is checked: as long as `source[start:]`, with blanks where the file holds
    something that is no part of the reply. So a position in `text` plus `start` is the position in the file.
    context: the fields of `Context` that the file gives. id: the name of the reply.
    """

    path: str
    id: str
    source: str
    start: int
    text: str
    context: Mapping[str, str] = {}


def decode(data: bytes, path: str) -> str:
    """Returns the text of a file without a byte order mark; line ends stay as they are.

    Raises TextError with line and byte (both from 1) where the file is not UTF-8.

    >>> decode(b"\\xef\\xbb\\xbfHello\\r\\n", "a.txt")
    'Hello\\r\\n'
    >>> decode(b"Hi\\nol\\xe9", "a.txt")
    Traceback (most recent call last):
    tonelint.errors.TextError: a.txt: not UTF-8 at line 2, byte 3 (0xe9); save the file as UTF-8
    """
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise TextError(f"{path}: UTF-16, not UTF-8; save the file as UTF-8")
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        byte = error.start - data.rfind(b"\n", 0, error.start)
        found = f"0x{data[error.start]:02x}"
        raise TextError(f"{path}: not UTF-8 at line {line}, byte {byte} ({found}); save the file as UTF-8") from None


def front_matter(source: str, path: str) -> tuple[int, dict[str, str]]:
    """Returns where the reply begins (code points), and the context that stands above it between two lines ``---``.

    Keys are the fields of `Context`; without front matter the result is 0 and nothing. Text between dashes that does
    not look like ``key: value`` belongs to the reply. Raises LocatedError for YAML that is wrong and for a
    key that does not exist.

    >>> front_matter("---\\ncustomer_name: Sara\\n---\\nHi Sara,\\n", "a.txt")
    (28, {'customer_name': 'Sara'})
    >>> front_matter("Hi Sara,\\n", "a.txt")
    (0, {})
    """
    found = _FRONT_MATTER.match(source)
    if not found or not re.match(r"\s*[A-Za-z_]+[ \t]*:", found["yaml"]):
        return 0, {}
    return found.end(), _mapping(found["yaml"], path)


def _mapping(text: str, path: str) -> dict[str, str]:
    # imported here, because most drafts have no front matter
    from tonelint.rulebook.schema import CONTEXT
    from tonelint.rulebook.strict_yaml import Table, Text, parse

    node, problems = parse(b"\n" + text.encode(), path)  # the line above stands for the dashes: lines are the file's
    if problems:
        raise LocatedError(f"front matter: {problems[0].message}", path, problems[0].line, problems[0].column)
    if not isinstance(node, Table):
        raise LocatedError("front matter must be lines like key: value", path, 2, 1)
    fields = {}
    for name, key in node.keys.items():
        value = node.values[name]
        if name not in CONTEXT:
            message = f'unknown context field "{name}"{nearest(name, CONTEXT)}'
            raise LocatedError(message, path, key.line, key.column)
        if not isinstance(value, Text):
            raise LocatedError(f'the value of "{name}" must be text', path, value.line, value.column)
        known = CONTEXT[name]
        if known and value.value not in known:
            message = f'{name} cannot be "{value.value}"{nearest(value.value, known)}'
            raise LocatedError(message, path, value.line, value.column)
        fields[name] = value.value
    return fields
