"""The same text as other people would spell it. What a reply says does not hang on any of this, so no rule may.

The variants are those of docs/rules.md.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import accumulate
from typing import NamedTuple

import regex

from tonelint.types import Span

_ZWNJ, _NBSP, _FATHA, _KASHIDA, _RTL_EMBEDDING = "\u200c", "\u00a0", "\u064e", "\u0640", "\u202b"
_PUSHPIN = "\U0001f4cc"  # outside the first 65,536 code points, and in no mood
_ARABIC = {"ی": "ي", "ک": "ك"}
_TO_LATIN = {chr(0x6F0 + n): str(n) for n in range(10)}
_TO_PERSIAN = {latin: persian for persian, latin in _TO_LATIN.items()}

# What is still read as one word when a space stands in place of its ZWNJ: the dividing line of the Persian Academy's
# orthography (دستور خط فارسی) between affixes and compounds. «پرداخت شده» and «به روز» are other words.
_PREFIXES = frozenset(["می", "نمی"])
_ENDINGS = frozenset(
    [
        *("ها", "های", "هایی", "هایم", "هایت", "هایش", "هایمان", "هایتان", "هایشان"),
        *("هام", "هات", "هاش", "هامون", "هاتون", "هاشون", "مان", "تان", "شان", "مون", "تون", "شون"),
        *("ات", "اش", "تر", "ترین"),
    ]
)
_ENDINGS_AFTER_HE = frozenset(["ام", "ایم", "اید", "اند", "ای", "ی", "ست"])
_LETTER = r"[\u0621-\u064a\u0671-\u06d3]"
_BEFORE = regex.compile(rf"(?r){_LETTER}*")  # read backwards, from its end
_AFTER = regex.compile(rf"{_LETTER}*")
_AFTER_LETTER = regex.compile(rf"{_LETTER}(?={_LETTER})")
_JOINED_LETTER = regex.compile(rf"[بپتثجچحخسشصضطظعغفقکگلمنهی](?={_LETTER})(?!ا)")
_SPACE = regex.compile(r"(?<=\w) (?=\w)")
_APOSTROPHE = regex.compile(r"(?<=\p{L})'(?=\p{L})")
_LINE_FEED = regex.compile(r"(?<!\r)\n")
_CHUNK = regex.compile(r"\S+")
_LATIN = regex.compile(r"[A-Za-z]")
# A symbol before "Subject:", a list item or a quoted line would make it something else.
_PLAIN_START = regex.compile(r"\p{L}[^\s:]*(?:\s|[^\s:]?$)")


class Variant(NamedTuple):
    """Another spelling of a text.

    positions: for each code point of the text as written, and for its end, where it begins in the variant.
    """

    name: str
    text: str
    positions: tuple[int, ...]

    def span(self, span: Span) -> Span:
        """Returns where a span of the text as written lies in the variant."""
        return Span(self.positions[span.start], self.positions[span.end])


def variants(text: str, language: str) -> Iterator[Variant]:
    """Yields the other spellings of a text in a language, only those that differ from it.

    >>> [(v.name, v.text) for v in variants("نمی‌شود", "fa")][:3]
    [('joined', 'نمیشود'), ('spaced', 'نمی شود'), ('arabic-letters', 'نمي‌شود')]
    >>> variant = next(variants("I can't", "en"))
    >>> variant.name, variant.span(Span(2, 7))
    ('nbsp', Span(start=2, end=7))
    """
    for name, changes in _changes(text, language):
        if changes:
            yield _variant(name, text, changes)
    if _PLAIN_START.match(text):
        yield _variant("symbol-first", text, {}, _PUSHPIN + " ")
    yield _variant("rtl-mark", text, {}, _RTL_EMBEDDING)


def _changes(text: str, language: str) -> Iterator[tuple[str, Mapping[int, str]]]:
    """Yields the name of each variant with what replaces which code point."""
    joints = [n for n, char in enumerate(text) if char == _ZWNJ]
    yield "joined", dict.fromkeys(joints, "")
    yield "spaced", {n: " " for n in joints if _joins_affix(text, n)}
    yield "arabic-letters", {n: _ARABIC[char] for n, char in enumerate(text) if char in _ARABIC}
    yield "diacritics", {m.start(): m[0] + _FATHA for m in list(_AFTER_LETTER.finditer(text))[::2]}
    yield "kashida", {m.start(): m[0] + _KASHIDA for m in list(_JOINED_LETTER.finditer(text))[::2]}
    yield "nbsp", {m.start(): _NBSP for m in _SPACE.finditer(text)}
    yield "latin-digits", _digits(text, _TO_LATIN)
    if language == "fa":
        yield "persian-digits", _digits(text, _TO_PERSIAN)
    yield "curly-apostrophe", {m.start(): "’" for m in _APOSTROPHE.finditer(text)}
    yield "crlf", {m.start(): "\r\n" for m in _LINE_FEED.finditer(text)}


def _joins_affix(text: str, joint: int) -> bool:
    before, after = _piece(_BEFORE.search(text, 0, joint)), _piece(_AFTER.match(text, joint + 1))
    return before in _PREFIXES or after in _ENDINGS or (before.endswith("ه") and after in _ENDINGS_AFTER_HE)


def _piece(found: regex.Match[str] | None) -> str:
    return found[0] if found else ""


def _digits(text: str, digits: Mapping[str, str]) -> dict[int, str]:
    """Digits of the other script, but not beside Latin letters, as in addresses and codes."""
    return {
        n: digits[text[n]]
        for chunk in _CHUNK.finditer(text)
        if not _LATIN.search(chunk[0])
        for n in range(*chunk.span())
        if text[n] in digits
    }


def _variant(name: str, text: str, changes: Mapping[int, str], prefix: str = "") -> Variant:
    pieces = [changes.get(n, char) for n, char in enumerate(text)]
    positions = accumulate((len(piece) for piece in pieces), initial=len(prefix))
    return Variant(name, prefix + "".join(pieces), tuple(positions))
