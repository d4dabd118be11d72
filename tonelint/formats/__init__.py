"""How replies lie in files: which files hold replies, how they are read, and how an edited reply is written back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tonelint.formats.draft import Draft, Layer, Piece
from tonelint.formats.finding import find
from tonelint.formats.reading import FORMATS, parse, read, replies
from tonelint.selection import Choice, Selector
from tonelint.types import Edit

__all__ = ["FORMATS", "Choice", "Draft", "Layer", "Piece", "Selector", "edited", "find", "parse", "read", "replies"]


def edited(source: str, changes: Iterable[tuple[Draft, Sequence[Edit]]]) -> str:
    """Returns the content of a file after edits of its replies; see `editing.edited`."""
    from tonelint.formats import editing

    return editing.edited(source, changes)
