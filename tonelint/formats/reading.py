"""Which format a file has, and the replies in it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable

from tonelint.errors import UnknownFormat
from tonelint.formats import markdown, text
from tonelint.formats.draft import Draft
from tonelint.formats.file import decode, load
from tonelint.types import Choice, Selector

# A format is a module with ``read(source, path, select) -> tuple[Draft, ...]``; here by the file's ending.
FORMATS: dict[str, Callable[[str, str, Selector | None], tuple[Draft, ...]]] = {
    ".txt": text.read,
    ".md": markdown.read,
    ".markdown": markdown.read,
}


def read(path: str, choice: Choice | None = None) -> tuple[Draft, ...]:
    """Returns the replies in a file, read as `choice` says or as it looks.

    Raises UnknownFormat where nothing says that it holds replies, TextError where it cannot be read as text, and
    FormatError where it is not what its format says.
    """
    if ending(path) not in {*FORMATS, ""}:
        raise UnknownFormat(f"{path}: not a {endings(FORMATS)} file")
    return parse(load(path), path, choice)


def parse(data: bytes, path: str, choice: Choice | None = None) -> tuple[Draft, ...]:
    """Returns the replies in the content of a file; the ending of `path` says how it is read, plain text if none.

    >>> [draft] = parse("سلام سارا".encode(), "-")
    >>> draft.text
    'سلام سارا'
    """
    return replies(decode(data, path), path, choice)


def replies(source: str, path: str, choice: Choice | None = None) -> tuple[Draft, ...]:
    """Returns the replies in the decoded content of a file; see `parse`."""
    form = FORMATS.get(ending(path), text.read)
    return tuple(draft._replace(choice=choice) for draft in form(source, path, choice and choice.select))


def ending(path: str) -> str:
    """Returns the ending of a file's name in small letters: ".md" for "Late.MD"."""
    return os.path.splitext(path)[1].lower()


def endings(known: Iterable[str]) -> str:
    """Returns endings as they are listed in a sentence."""
    *most, last = known
    return f"{', '.join(most)} or {last}"
