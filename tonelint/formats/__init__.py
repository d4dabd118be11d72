"""How replies lie in files: which files hold replies, how they are read, and how an edited reply is written back."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence

from tonelint.errors import TextError
from tonelint.formats.draft import Draft, Layer, Piece
from tonelint.formats.reading import FORMATS, ending, endings, parse, read, replies
from tonelint.types import Choice, Edit, Selector

__all__ = ["FORMATS", "Choice", "Draft", "Layer", "Piece", "Selector", "edited", "find", "parse", "read", "replies"]


def edited(source: str, changes: Iterable[tuple[Draft, Sequence[Edit]]]) -> str:
    """Returns the content of a file after edits of its replies; see `editing.edited`."""
    from tonelint.formats import editing

    return editing.edited(source, changes)


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
        raise TextError(f"{path}: no {endings(FORMATS)} files in this folder")


def _holds_reply(name: str) -> bool:
    return not name.startswith(".") and name.lower() != "readme.md" and ending(name) in FORMATS
