"""Translations as gettext keeps them (gnu.org/software/gettext/manual, "The Format of PO Files").

Read here rather than by polib, which knows the line of an entry but not where its characters stand. Comments, obsolete
and fuzzy entries, untranslated ones and labels are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from tonelint.context import LANGUAGES
from tonelint.errors import FormatError
from tonelint.formats import html
from tonelint.formats.draft import Draft, Layer
from tonelint.formats.locales import is_reply, language_of
from tonelint.formats.weaver import Weaver
from tonelint.selection import Selector
from tonelint.text.lines import Lines

_STRING = r'"(?P<string>(?:[^"\\\r\n]|\\[^\r\n])*)"'
_LINE = re.compile(
    r"[ \t]*(?:(?P<comment>#(?P<fuzzy>,[^\r\n]*fuzzy)?[^\r\n]*)"
    rf"|(?:(?P<keyword>msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?)[ \t]*)?(?:{_STRING})?)"
    r"[ \t]*(?:\r\n|\n|\r|\Z)"
)
_ESCAPE = re.compile(r"\\(?:(?P<octal>[0-7]{1,3})|x(?P<hex>[0-9a-fA-F]{1,2})|(?P<named>.))")
_LANGUAGE = re.compile(r"^Language:[ \t]*([A-Za-z]{2})", re.M)
LONGEST_ID = 80  # a msgid may be a whole letter
_NAMED = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}


class _Entry(NamedTuple):
    """An entry: its strings by keyword, and whether nobody has looked at the translation yet."""

    strings: dict[str, Layer]
    fuzzy: bool


def read(source: str, path: str, select: Selector | None = None) -> tuple[Draft, ...]:
    """Returns the translations that are long enough to be replies, named by their msgid.

    Raises FormatError for a line that is none of a PO file's.

    >>> [draft] = read('msgid "mail.late"\\nmsgstr ""\\n"Your order is late, "\\n"but on its way."\\n', "en.po")
    >>> draft.id, draft.text, draft.position(20)
    ('mail.late', 'Your order is late, but on its way.', (4, 2))
    """
    return tuple(_drafts(_entries(source, path), source, path))


def _drafts(entries: list[_Entry], source: str, path: str) -> Iterator[Draft]:
    language = language_of(path)
    for entry in entries:
        texts = {keyword: layer.text for keyword, layer in entry.strings.items()}
        if not texts.get("msgid"):
            language = _header_language(texts.get("msgstr", "")) or language
        elif not entry.fuzzy and (not language or language in LANGUAGES):
            yield from _replies(entry, source, path, language)


def _replies(entry: _Entry, source: str, path: str, language: str) -> Iterator[Draft]:
    names = (entry.strings[keyword].text for keyword in ("msgctxt", "msgid") if keyword in entry.strings)
    name = "|".join(names)
    name = name if len(name) <= LONGEST_ID else f"{name[:LONGEST_ID]}…"
    known = {"stage": "saved-reply", **({"language": language} if language else {})}
    for keyword, layer in entry.strings.items():
        if keyword.startswith("msgstr") and is_reply(layer.text):
            layers = (layer, html.layer(layer.text)) if html.is_html(layer.text) else (layer,)
            yield Draft(path, name + keyword.removeprefix("msgstr"), source, layers, known)


def _header_language(header: str) -> str:
    found = _LANGUAGE.search(header)
    return found[1].lower() if found else ""


class _Entries:
    """Collects entries line by line: one begins with its context, or with its msgid where it has none."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.entries: list[_Entry] = []
        self.strings: dict[str, Weaver] = {}
        self.weaver: Weaver | None = None
        self.fuzzy = self.next_fuzzy = False

    def keyword(self, keyword: str) -> None:
        if keyword == "msgctxt" or (keyword == "msgid" and list(self.strings) != ["msgctxt"]):
            self.end()
        self.weaver = self.strings[keyword] = Weaver(self.source)

    def string(self, start: int, end: int) -> bool:
        """Adds a string; returns False where it belongs to nothing."""
        if self.weaver:
            _weave(self.weaver, self.source, start, end)
        return self.weaver is not None

    def end(self) -> None:
        if self.strings:
            layers = {name: weaver.layer("po", "\\n") for name, weaver in self.strings.items()}
            self.entries.append(_Entry(layers, self.fuzzy))
        self.strings, self.fuzzy, self.next_fuzzy = {}, self.next_fuzzy, False


def _entries(source: str, path: str) -> list[_Entry]:
    entries = _Entries(source)
    for line in _lines(source, path):
        entries.next_fuzzy = entries.next_fuzzy or line["fuzzy"] is not None
        if line["keyword"]:
            entries.keyword(line["keyword"])
        if line["string"] is not None and not entries.string(*line.span("string")):
            place = Lines(source).position(line.start())
            raise FormatError("a string stands here without msgid or msgstr before it", path, *place)
    entries.end()
    return entries.entries


def _lines(source: str, path: str) -> Iterator[re.Match[str]]:
    at = 0
    while at < len(source):
        line = _LINE.match(source, at)
        if not line:
            message = "this is no line of a PO file; a text stands between quotation marks in one line"
            raise FormatError(message, path, *Lines(source).position(at))
        yield line
        at = line.end()


def _weave(weaver: Weaver, source: str, start: int, end: int) -> None:
    """Adds a string; what stands between it and the string before belongs to the last character of that."""
    if start == end:
        return
    weaver.swallow(start)
    at = start
    for escape in _ESCAPE.finditer(source, start, end):
        weaver.same(at, escape.start())
        weaver.other(_unescaped(escape), *escape.span())
        at = escape.end()
    weaver.same(at, end)


def _unescaped(escape: re.Match[str]) -> str:
    if escape["named"]:
        return _NAMED.get(escape["named"], escape["named"])
    return chr(int(escape["octal"], 8) if escape["octal"] else int(escape["hex"], 16))
