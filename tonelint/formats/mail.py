"""Mail as it is sent and stored (RFC 5322, 2045, 2046): the first part that is text, or HTML where there is none.

The `email` package reads the headers; it does not know where the parts stand in the file, so those are found here by
their boundaries. Attachments are left alone, and so is forwarded mail.
"""

from __future__ import annotations

import binascii
import codecs
import re
from collections.abc import Iterator
from email.message import Message
from email.parser import HeaderParser
from typing import NamedTuple

from tonelint.errors import FormatError
from tonelint.formats import html
from tonelint.formats.draft import Draft, Layer, verbatim
from tonelint.formats.text import reply_id
from tonelint.formats.weaver import Weaver, line_end
from tonelint.selection import Selector
from tonelint.text.lines import Lines

MAX_DEPTH = 20
MAX_HEAD = 50_000  # the `email` package takes time in the square of a header's length
_EMPTY_LINE = re.compile(r"^\r?\n", re.M)
_SOFT_BREAK = r"=[ \t]*(?:\r\n|\n|\r)"
_ENCODED = re.compile(rf"(?:=[0-9A-Fa-f]{{2}}|{_SOFT_BREAK})+")
_BYTE = re.compile(r"=([0-9A-Fa-f]{2})")
_SEXTET = re.compile(r"[A-Za-z0-9+/]")


class _Part(NamedTuple):
    """A part without parts: its headers, and where its body begins and ends."""

    headers: Message
    start: int
    end: int


def read(source: str, path: str, select: Selector | None = None) -> tuple[Draft, ...]:
    """Returns the reply in a mail; nothing where it has no text. Raises FormatError for a body that cannot be decoded.

    >>> head = "Subject: Late\\nContent-Transfer-Encoding: quoted-printable\\n\\n"
    >>> [draft] = read(head + "Hi Sara=21 We=\\n 're late", "late.eml")
    >>> draft.text, draft.position(9)
    ("Hi Sara! We 're late", (4, 12))
    """
    parts = [part for part in _parts(source, path, 0, len(source), 1) if not part.headers.get_filename()]
    by_type = {part.headers.get_content_type(): part for part in reversed(parts)}
    part = by_type.get("text/plain") or by_type.get("text/html")
    if not part:
        return ()
    layers: tuple[Layer, ...] = (_layer(part, source, path),)
    if part.headers.get_content_type() == "text/html":
        layers = (*layers, html.layer(layers[0].text))
    return (Draft(path, reply_id(path), source, layers, {"channel": "email"}),)


def _parts(source: str, path: str, start: int, end: int, depth: int) -> Iterator[_Part]:
    empty = _EMPTY_LINE.search(source, start, end)
    body = empty.end() if empty else end
    if body - start > MAX_HEAD:
        message = f"the head of a mail ends with an empty line; here is none for {MAX_HEAD:,} characters"
        raise FormatError(message, path, *Lines(source).position(start))
    headers = HeaderParser().parsestr(source[start:body])
    boundary = headers.get_boundary()
    if headers.get_content_maintype() == "multipart" and boundary and depth < MAX_DEPTH:
        for inner in _between(source, str(boundary), body, end):
            yield from _parts(source, path, *inner, depth + 1)
    elif headers.get_content_disposition() != "attachment":
        yield _Part(headers, body, end)


def _between(source: str, boundary: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yields where parts begin and end; the line end before a boundary belongs to the boundary."""
    line = re.compile(rf"(?:\r?\n|(?<=\n)|\A)--{re.escape(boundary)}(?P<last>--)?[ \t]*(?:\r?\n|\Z)")
    begun, at = -1, max(start - 1, 0)
    while mark := line.search(source, at, end):
        if begun >= 0:
            yield begun, max(begun, mark.start())
        if mark["last"]:
            return
        begun = mark.end()
        at = max(mark.end() - 1, mark.start() + 1)
    if begun >= 0:
        yield begun, end


def _layer(part: _Part, source: str, path: str) -> Layer:
    encoding = str(part.headers.get("Content-Transfer-Encoding", "")).strip().lower()
    if encoding == "quoted-printable":
        return _printable(source, part, _charset(part.headers, path))
    if encoding == "base64":
        return _base64(source, part, _charset(part.headers, path), path)
    return verbatim(source, part.start, part.end)


def _charset(headers: Message, path: str) -> str:
    """Returns the charset that a part says it is in; UTF-8 for one that does not exist, or is no text (rot13, zip).

    Raises FormatError for one that spells Latin letters otherwise than ASCII: mail must not be written so (RFC 2046).
    """
    charset = str(headers.get_content_charset("utf-8"))
    try:
        like_ascii = b"Hi".decode(charset, "replace") == "Hi"
    except (LookupError, ValueError):
        return "utf-8"
    if not like_ascii:
        raise FormatError(f"a text in {charset} cannot be read; save the mail in UTF-8", path)
    return charset


def _printable(source: str, part: _Part, charset: str) -> Layer:
    weaver, at = Weaver(source), part.start
    for run in _ENCODED.finditer(source, part.start, part.end):
        weaver.same(at, run.start())
        found = _BYTE.finditer(source, *run.span())
        _weave(weaver, ((int(byte[1], 16), *byte.span()) for byte in found), charset)
        at = run.end()
        weaver.swallow(at)
    weaver.same(at, part.end)
    return weaver.layer("quoted-printable", line_end(source))


def _base64(source: str, part: _Part, charset: str, path: str) -> Layer:
    """Four characters say three bytes: a byte is said to stand where the character with its first bits does."""
    weaver = Weaver(source)
    at = [found.start() for found in _SEXTET.finditer(source, part.start, part.end)]
    try:
        data = binascii.a2b_base64(source[part.start : part.end].encode("ascii"))
    except (binascii.Error, UnicodeEncodeError):
        place = Lines(source).position(part.start)
        raise FormatError("this part of the mail is not base64", path, *place) from None
    places = [at[index * 4 // 3] for index in range(len(data))] + [part.end]
    _weave(weaver, ((byte, places[i], places[i + 1]) for i, byte in enumerate(data)), charset)
    return weaver.layer("base64")


def _weave(weaver: Weaver, data: Iterator[tuple[int, int, int]], charset: str) -> None:
    """Adds bytes, each with where it stands, as the characters that they make in a charset."""
    decoder = codecs.getincrementaldecoder(charset)(errors="replace")
    begun, end = -1, -1
    for byte, at, to in data:
        if begun < 0:
            weaver.swallow(at)
        begun, end = at if begun < 0 else begun, to
        if text := decoder.decode(bytes((byte,))):
            weaver.other(text, begun, end)
            begun = -1
    weaver.other(decoder.decode(b"", final=True), begun, end)
