"""What every match of a regular expression holds: one of a few pieces of plain text, its needles.

Found once, when rules are compiled; a text without any of them needs no regular expression, not even a compiled one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import product

from tonelint.kinds.expressions import Needles

_MOST = 120  # needles of one expression; looking for more costs as much as the expression
_PART = re.compile(
    r"(?s)(?P<fold>\(\?[a-z-]+:)|(?P<open>\((?:\?(?:P<\w+>|[:=!>]|<[=!]))?(?!\?))|(?P<close>\))|(?P<or>\|)"
    r"|(?P<class>\[\^?\]?(?:\\.|[^\]\\])*\])|(?P<any>\\(?:[dDwWsS]|[pP]\{\w+\}|u\w{4}|U\w{8}|x\w\w)|\.)|(?P<edge>\\[bBAZ]|[\^$])|\\(?P<escaped>\W)"
    r"|\{(?=[\d,])(?P<least>\d*)(?P<more>,\d*)?\}[?+]?|(?P<quantifier>[?*+])[?+]?|(?P<odd>[{(\[\\])|(?P<plain>.)"
)
_NOT_NAMED = re.compile(r"^\[\^|\\\w|(?<!^\[)(?<!\\)-(?!\]$)")
_ENOUGH = 4  # characters in a row, and groups, that are worth keeping
_Group = frozenset[str]


class _OddError(ValueError):
    """Something in an expression is not understood, so nothing is known of its matches."""


def needles(source: str) -> Needles:
    r"""Returns groups of texts: every match of an expression holds one of each group. () if nothing is known.

    >>> needles(r"(?<!\w)(?:Mr|Ms)\.? ?/ ?(?i:mr)"), needles("a|bc?"), needles("[!?]{2}"), needles("(?i)ab")
    ((('/',), ('Mr', 'Ms')), (('a', 'b'),), (('!!', '!?', '?!', '??'),), ())
    """
    try:
        parts = list(_PART.finditer(source))
        found, at = _branches(parts, 0)
    except (_OddError, RecursionError):
        return ()
    return tuple(tuple(sorted(group)) for group in found.groups) if at == len(parts) else ()


class _Piece:
    """A part of an expression: all texts that it can be, if they are few (`exact`), and its groups, best first."""

    def __init__(self, exact: _Group | None = None, groups: Iterable[_Group] = ()) -> None:
        self.exact = exact
        good = {group for group in groups if "" not in group and len(group) <= _MOST}
        self.groups = sorted(good, key=lambda group: (len(group), -min(map(len, group)), sorted(group)))[:_ENOUGH]


class _Run:
    """A sequence that is being read: the pieces that stand side by side, and the groups so far."""

    def __init__(self) -> None:
        self.beside: _Group = frozenset([""])
        self.whole = True
        self.groups: list[_Group] = []

    def add(self, exact: _Group, times: int) -> None:
        """Puts a piece behind those before it; where there are too many together, it begins anew."""
        for _ in range(times):
            if len(self.beside) * len(exact) > _MOST:
                self.stop()
            self.beside = frozenset(map("".join, product(self.beside, exact)))

    def stop(self) -> None:
        """What comes now may be anything."""
        self.groups.append(self.beside)
        self.beside, self.whole = frozenset([""]), False

    def read(self) -> _Piece:
        """Returns the sequence as one piece."""
        return _Piece(self.beside if self.whole else None, [*self.groups, self.beside])


def _branches(parts: Sequence[re.Match[str]], at: int) -> tuple[_Piece, int]:
    """Reads alternatives up to the bracket that closes them; returns them as one piece, and where they end."""
    read = []
    while True:
        piece, at = _sequence(parts, at)
        read.append(piece)
        if at == len(parts) or parts[at].lastgroup != "or":
            return _either(read), at
        at += 1


def _either(read: Sequence[_Piece]) -> _Piece:
    if len(read) == 1:
        return read[0]
    exact = _union([one.exact for one in read])
    known = _union([one.groups[0] if one.groups else None for one in read])
    return _Piece(exact if exact and len(exact) <= _MOST else None, [known] if known else ())


def _union(groups: Iterable[_Group | None]) -> _Group | None:
    """All texts together; None where one of the groups is not known."""
    found: set[str] = set()
    for group in groups:
        if group is None:
            return None
        found |= group
    return frozenset(found)


def _sequence(parts: Sequence[re.Match[str]], at: int) -> tuple[_Piece, int]:
    run = _Run()
    while at < len(parts) and parts[at].lastgroup not in ("or", "close"):
        piece, at = _atom(parts, at)
        least, exactly, at = _times(parts, at)
        if piece is None:
            continue
        if piece.exact:
            run.add(piece.exact, min(least, _ENOUGH))
        elif least:
            run.groups += piece.groups
        if not piece.exact or not exactly or least > _ENOUGH:
            run.stop()
        if piece.exact and (not exactly or least > _ENOUGH):
            run.add(piece.exact, min(least, _ENOUGH))  # the last of them stand beside what follows
    return run.read(), at


def _atom(parts: Sequence[re.Match[str]], at: int) -> tuple[_Piece | None, int]:
    """The next piece, None where it takes no room and says nothing."""
    kind, text = parts[at].lastgroup, parts[at][0]
    if kind in ("open", "fold"):
        inner, at = _branches(parts, at + 1)
        if at == len(parts):
            raise _OddError
        if text in ("(?!", "(?<!"):
            return None, at + 1
        ahead = text in ("(?=", "(?<=")
        return (_Piece() if kind == "fold" else _Piece(None, inner.groups) if ahead else inner), at + 1
    if kind in ("any", "edge"):
        return (_Piece() if kind == "any" else None), at + 1
    if kind == "class":
        return _plain(_members(text)), at + 1
    if kind in ("escaped", "plain"):
        return _plain(frozenset(text[-1])), at + 1
    raise _OddError


def _plain(exact: _Group | None) -> _Piece:
    return _Piece(exact, [exact] if exact else ())


def _members(text: str) -> _Group | None:
    """The characters that a class names one by one, None if it has ranges, or says what is not in it."""
    if "[" in re.sub(r"\\.", "", text[1:]):
        raise _OddError
    return None if _NOT_NAMED.search(text) else frozenset(re.sub(r"\\(.)", r"\1", text[1:-1]))


def _times(parts: Sequence[re.Match[str]], at: int) -> tuple[int, bool, int]:
    """How often the piece before stands there at least, whether exactly so often, and where the next one begins."""
    kind = parts[at].lastgroup if at < len(parts) else ""
    if kind == "quantifier":
        return int(parts[at]["quantifier"] == "+"), False, at + 1
    if kind in ("least", "more"):
        return int(parts[at]["least"] or 0), parts[at]["more"] is None, at + 1
    return 1, True, at
