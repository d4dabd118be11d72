"""How replies lie in files: which files hold replies, and how they are read.

A format is a module with ``read(source, path) -> tuple[Draft, ...]``; `FORMATS` names it by the file's ending.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator

from tonelint.errors import TextError
from tonelint.formats import markdown, text
from tonelint.formats.draft import Draft, decode

__all__ = ["FORMATS", "Draft", "find", "parse", "read"]

FORMATS: dict[str, Callable[[str, str], tuple[Draft, ...]]] = {
    ".txt": text.read,
    ".md": markdown.read,
    ".markdown": markdown.read,
}


def find(path: str) -> Iterator[str]:
    """Yields the files to check: a file itself, or those with replies in a folder and below it, in order.

    Hidden files and folders and README.md are passed over in a folder. Raises TextError where there is nothing.
    """
    if not os.path.isdir(path):
        yield path
        return
    found = False
    for folder, below, names in os.walk(path):
        below[:] = sorted(name for name in below if not name.startswith("."))
        for name in sorted(filter(_holds_reply, names)):
            found = True
            yield os.path.join(folder, name)
    if not found:
        raise TextError(f"{path}: no {_endings(FORMATS)} files in this folder")


def _holds_reply(name: str) -> bool:
    return not name.startswith(".") and name.lower() != "readme.md" and _ending(name) in FORMATS


def _ending(path: str) -> str:
    return os.path.splitext(path)[1].lower()


def _endings(endings: Iterable[str]) -> str:
    *most, last = endings
    return f"{', '.join(most)} or {last}"


def read(path: str) -> tuple[Draft, ...]:
    """Returns the replies in a file. Raises TextError if it cannot be read as text or is of an unknown format."""
    if _ending(path) not in {*FORMATS, ""}:
        raise TextError(f"{path}: not a {_endings(FORMATS)} file")
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError as error:
        raise TextError(f"{path}: cannot be read: {error.strerror or error}") from None
    return parse(data, path)


def parse(data: bytes, path: str) -> tuple[Draft, ...]:
    """Returns the replies in the content of a file; the ending of `path` says how it is read, plain text if none.

    >>> [draft] = parse("سلام سارا".encode(), "-")
    >>> draft.text
    'سلام سارا'
    """
    return FORMATS.get(_ending(path), text.read)(decode(data, path), path)
