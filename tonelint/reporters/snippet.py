"""The piece of a reply that a finding is about, shown so that it reads right in a terminal.

A snippet with right-to-left letters stands between U+2068 and U+2069 (first strong isolate, Unicode UAX 9, 3.1.4),
so that its words do not change places with the path and numbers before it. Carets below cannot be aligned with such
text: the piece is marked in the line itself.
"""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

import regex

from tonelint.types import Span

AROUND = 44  # characters shown on each side of a piece
SLACK = 20  # that many more are shown if the line then ends
LONGEST = 76  # characters shown of a piece

_SPACE = regex.compile(r"[\t\n\v\f\r\u0085\u2028\u2029 ]+")
_UNSEEN = regex.compile(
    r"[[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\u3164\uffa0]--[\u200c\u200d\t\n\r]]", regex.V1
)
_COMMAND = regex.compile(r"\A\s*\K:(?=:)|#(?=#\w*\[)")
_CONTROLS = {ord(mark): f"‹{ord(mark):02X}›" for mark in "\t\n\r"}
_RIGHT_TO_LEFT = regex.compile(r"[\p{Bidi_Class=R}\p{Bidi_Class=AL}]")
_LINE_END = regex.compile(r"[\n\r\u2028\u2029]")


class Snippet(NamedTuple):
    """What stands before, in and after a piece, ready to be shown."""

    before: str
    piece: str
    after: str


def cut(text: str, span: Span) -> Snippet:
    """Returns the piece with what surrounds it in its line, cut at words with …

    >>> cut("We got it.\\nYou must send the form.", Span(15, 19))
    Snippet(before='You ', piece='must', after=' send the form.')
    """
    most = AROUND + SLACK
    left = _LINE_END.split(text[max(0, span.start - most - 1) : span.start])[-1]
    right = _LINE_END.split(text[span.end : span.end + most + 1])[0]
    if len(left) > most:
        left = "…" + _from_word(left[-AROUND:])
    if len(right) > most:
        right = _to_word(right[:AROUND]) + "…"
    return Snippet(visible(left).lstrip(), visible(_shortened(text[span.start : span.end])), visible(right).rstrip())


def _from_word(text: str) -> str:
    _, space, rest = text.partition(" ")
    return space + rest if space else text


def _to_word(text: str) -> str:
    rest, space, _ = text.rpartition(" ")
    return rest + space if space else text


def _shortened(piece: str) -> str:
    half = LONGEST // 2
    return piece if len(piece) <= LONGEST else f"{_to_word(piece[:half])}…{_from_word(piece[-half:])}"


def visible(text: str) -> str:
    """Returns the text with every character that would act on the terminal shown as its code, and on one line.

    Escape sequences, bidirectional marks and lone surrogates are among them; the joiners that Persian and emoji need
    are not.

    >>> visible("a\\x1b[31m\\u202eb\\nc")
    'a‹1B›[31m‹202E›b c'
    """
    return coded(_SPACE.sub(" ", text))


def coded(text: str) -> str:
    """Returns the text with characters that are not seen, or that turn others round, as their code; lines stay lines.

    >>> coded("a\\u200bb\\nc")
    'a‹200B›b\\nc'
    """
    return str(_UNSEEN.sub(_code, text))


def pathname(path: str) -> str:
    r"""Returns a path as it is written, blanks and all, but for characters that would act on the terminal.

    >>> pathname("a  b\x1b\n.txt")
    'a  b‹1B›‹0A›.txt'
    """
    return coded(path).translate(_CONTROLS)


def harmless(line: str) -> str:
    """Returns a finished line in which no CI runner finds a command: they read those out of the log of a step.

    GitHub takes ``::name::`` at the beginning of a line and ``##[name]`` anywhere, Azure and TeamCity ``##vso[`` and
    ``##teamcity[`` (github.com/actions/runner, ActionCommand.cs).

    >>> harmless("    ::add-mask::x"), harmless("it says ##[group]")
    ('    ‹3A›:add-mask::x', 'it says ‹23›#[group]')
    """
    return str(_COMMAND.sub(_code, line))


def _code(found: regex.Match[str]) -> str:
    return f"‹{ord(found[0]):02X}›"


def isolate(text: str) -> str:
    """Returns the text between direction isolates if it holds right-to-left letters."""
    return f"\u2068{text}\u2069" if _RIGHT_TO_LEFT.search(text) else text


def lines(snippet: Snippet, *, colour: bool) -> list[str]:
    """Returns the snippet as one line with the piece marked in it, or as two with carets below.

    >>> lines(Snippet("You ", "must", " go"), colour=False)
    ['You must go', '    ^^^^']
    >>> lines(Snippet("You ", "must", " go"), colour=True)
    ['You \\x1b[4;31mmust\\x1b[0m go']
    """
    before, piece, after = snippet
    whole = f"{before}{piece}{after}"
    if colour:
        marked = f"{before}\x1b[4;31m{piece}\x1b[0m{after}"
    elif _RIGHT_TO_LEFT.search(whole):
        marked = f"{before}⟦{piece}⟧{after}"
    else:
        return [whole, " " * width(before) + "^" * max(1, width(piece))]
    return [f"\u2068{marked}\u2069" if _RIGHT_TO_LEFT.search(whole) else marked]


def width(text: str) -> int:
    """Returns how many terminal columns a text takes (Unicode UAX 11: wide and fullwidth take two).

    >>> width("né"), width("ne\\u0301"), width("日本")
    (2, 2, 4)
    """
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
