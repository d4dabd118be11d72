"""A reply as it lies in a file: its text, and where in the file each character of it stands.

A reply seldom lies in a file as it is read: JSON escapes, YAML indents, HTML tags. So a draft has layers. The first is
made of the source, each other of the text of the one before (HTML in a JSON string has two), and the text of the last
is the reply. A layer is cut into pieces that map runs of its text to runs of what is below. Nothing is searched again.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from tonelint.selection import Choice
from tonelint.text.lines import Lines

SAME, ESCAPE, FIXED = "same", "escape", "fixed"


class Piece(NamedTuple):
    r"""A run of a layer's text, from `start` up to `end`, and the run of what is below that says it, `at` up to `to`.

    kind: same, the two are equal character by character; escape, the run as a whole is spelled otherwise below, as a
    line end by ``\n`` in JSON or by a line end and an indentation in YAML; fixed, text that stands for something else
    and is never edited: blanks for a heading or a code sample, line ends for a tag. All in code points, half-open.
    """

    start: int
    end: int
    at: int
    to: int
    kind: str = SAME


class Layer(NamedTuple):
    """A text that is spelled in some way in what is below it: the source, or the text of the layer before.

    pieces tile the text in order; below they may leave gaps (tags, quotation marks). spelling: the name under which
    `spelling` knows how to write it. newline: what a line end is below, with what the next line begins with.
    """

    text: str
    pieces: tuple[Piece, ...]
    spelling: str = "plain"
    newline: str = "\n"

    def run(self, start: int, end: int) -> tuple[int, int]:
        """Returns the run below that holds the text from `start` up to `end`; the place of `start` where that is empty.

        >>> layer = Layer("a\\nb", (Piece(0, 1, 5, 6), Piece(1, 2, 6, 8, "escape"), Piece(2, 3, 8, 9)), "json")
        >>> layer.run(1, 2), layer.run(2, 3), layer.run(3, 3)
        ((6, 8), (8, 9), (9, 9))
        """
        at = self._at(start)
        return (at, at) if end <= start else (at, self._to(end))

    def touched(self, start: int, end: int) -> tuple[Piece, ...]:
        """Returns the pieces that share a character with the text from `start` up to `end`."""
        first = bisect_right(self.pieces, start, key=attrgetter("end"))
        last = bisect_right(self.pieces, end - 1, key=attrgetter("start"))
        return self.pieces[first:last]

    def _at(self, offset: int) -> int:
        if not self.pieces or offset >= len(self.text):
            return self.pieces[-1].to if self.pieces else 0
        piece = self.pieces[bisect_right(self.pieces, offset, key=attrgetter("end"))]
        return piece.at + (offset - piece.start if _linear(piece) else 0)

    def _to(self, offset: int) -> int:
        piece = self.pieces[bisect_right(self.pieces, offset - 1, key=attrgetter("end"))]
        return piece.to - (piece.end - offset if _linear(piece) else 0)


def _linear(piece: Piece) -> bool:
    return piece.end - piece.start == piece.to - piece.at


class Draft(NamedTuple):
    """One reply of a file.

    source is the whole file; layers lead from it to the reply. context: the fields of `Context` that the file gives.
    id: the name of the reply, told apart from all others of its file and kept when other replies come and go. choice:
    how the file was asked to be read, None for as it looks.

    >>> source = 'Re: {Hi Sara}'
    >>> draft = Draft("a.txt", "a", source, (verbatim(source, 5, 12),))
    >>> draft.text, draft.origin(3), draft.position(3)
    ('Hi Sara', 8, (1, 9))
    """

    path: str
    id: str
    source: str
    layers: tuple[Layer, ...]
    context: Mapping[str, str] = {}
    choice: Choice | None = None

    @property
    def text(self) -> str:
        """The reply as people read it: what is checked."""
        return self.layers[-1].text

    def run(self, start: int, end: int) -> tuple[int, int]:
        """Returns the run of the source that holds the reply's text from `start` up to `end`."""
        for layer in reversed(self.layers):
            start, end = layer.run(start, end)
        return start, end

    def origin(self, offset: int) -> int:
        """Returns where in the source the character at an offset of the text begins, or where the last one ends."""
        return self.run(offset, offset)[0]

    def position(self, offset: int) -> tuple[int, int]:
        """Returns line and column in the file, both from 1, of the character at an offset of the text."""
        return _lines(self.source).position(self.origin(offset))


@lru_cache(maxsize=2)  # a file may hold thousands of replies, and they come one after the other
def _lines(source: str) -> Lines:
    return Lines(source)


def verbatim(source: str, start: int, end: int | None = None) -> Layer:
    """Returns the layer of a text that lies in the source as it is read.

    >>> verbatim("Subject: Late\\nHi", 14)
    Layer(text='Hi', pieces=(Piece(start=0, end=2, at=14, to=16, kind='same'),), spelling='plain', newline='\\n')
    """
    end = len(source) if end is None else end
    return Layer(source[start:end], (Piece(0, end - start, start, end),))
