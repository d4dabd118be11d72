"""Making a layer run by run, in the order of the text below."""

from __future__ import annotations

import re

from tonelint.formats.draft import ESCAPE, SAME, Layer, Piece

_LINE_END = re.compile(r"\r\n|\n|\r")


def line_end(source: str) -> str:
    """Returns how lines end in a file: as its first line does."""
    found = _LINE_END.search(source)
    return found[0] if found else "\n"


class Weaver:
    r"""Collects the runs of a text and where they stand in what is below; offsets are those of `below`.

    >>> weaver = Weaver("a\\nb")
    >>> weaver.same(0, 1); weaver.other("\n", 1, 3); weaver.same(3, 4)
    >>> weaver.layer("json").text
    'a\nb'
    """

    def __init__(self, below: str) -> None:
        self.below = below
        self.length = 0
        self._texts: list[str] = []
        self._pieces: list[Piece] = []

    def same(self, at: int, to: int) -> None:
        """Adds what stands below from `at` up to `to` as it is."""
        if at < to:
            self._add(self.below[at:to], at, to, SAME)

    def other(self, text: str, at: int, to: int, kind: str = ESCAPE) -> None:
        """Adds `text` for what stands below; nothing where the text is empty."""
        if text:
            self._add(text, at, to, kind)

    def swallow(self, to: int) -> None:
        """Lets the character before reach up to `to`, so that what joins two lines belongs to it and is no gap."""
        if not self._pieces:
            return
        last = self._pieces.pop()
        if last.kind == SAME and last.end - last.start > 1:
            self._pieces.append(last._replace(end=last.end - 1, to=last.to - 1))
            last = Piece(last.end - 1, last.end, last.to - 1, last.to)
        self._pieces.append(last._replace(to=to, kind=ESCAPE if last.kind == SAME else last.kind))

    def layer(self, spelling: str, newline: str = "\n") -> Layer:
        """Returns what was collected."""
        return Layer("".join(self._texts), tuple(self._pieces), spelling, newline)

    def _add(self, text: str, at: int, to: int, kind: str) -> None:
        start, self.length = self.length, self.length + len(text)
        self._texts.append(text)
        last = self._pieces[-1] if self._pieces else None
        if last and kind == SAME == last.kind and last.to == at:
            self._pieces[-1] = last._replace(end=self.length, to=to)
        else:
            self._pieces.append(Piece(start, self.length, at, to, kind))
