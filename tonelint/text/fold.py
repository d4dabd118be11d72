"""The key of a word: what is left of a spelling when everything is taken off that makes no other word of it.

The table is that of the Unicode blocks Arabic and Arabic Presentation Forms, reduced to what Persian writes:
every ye, kaf and heh is one letter, hamza goes with its carrier, diacritics, kashida and invisible characters
go. «آ» stays («آن» is not «ان»). Latin letters become lower case, apostrophes straight.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tonelint.memo import Memo

_MOST_WORDS = 1 << 16

INVISIBLE = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe0e\ufe0f\ufeff"
"""Characters that show nothing, as the inside of a character class: joiners, ZWNJ, bidi marks, BOM, selectors."""

MARKS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
"""Combining marks of Latin and Arabic script, as the inside of a character class."""

APOSTROPHES = "'’‘ʼ＇´"

_SAME = {
    "ی": "\u064a\u0649\u06d0\u06cd\u06ce\u06d2\u06d3\u06d1\u0620\u0626",
    "ک": "\u0643\u06aa\u06ab\u06ac\u06ad",
    "ه": "\u0629\u06c0\u06d5\u06c1\u06c2\u06c3\u06be",
    "ا": "\u0623\u0625\u0671\u0672\u0673",
    "و": "\u0624",
    "'": APOSTROPHES[1:] + "‚",
    '"': "«»“”„‹›",
    "-": "–—−‐‑",
    " ": "\t\u00a0\u202f\u205f\u3000",
    ",": "،٬",
    ".": "۔٫",
    "?": "؟",
    ";": "؛",
    "%": "٪",
}
_PRESENTATION = ((0xFB50, 0xFDFF), (0xFE70, 0xFEFC), (0xFF01, 0xFFEE))
_DELETED = (
    (0x00AC, 0x00AD), (0x0610, 0x061A), (0x061C, 0x061C), (0x0640, 0x0640), (0x064B, 0x065F), (0x0670, 0x0670),
    (0x06D6, 0x06DC), (0x06DF, 0x06E4), (0x06E7, 0x06E8), (0x06EA, 0x06ED), (0x180E, 0x180E), (0x200B, 0x200F),
    (0x202A, 0x202E), (0x2060, 0x2064), (0x2066, 0x2069), (0xFE0E, 0xFE0F), (0xFEFF, 0xFEFF),
)  # fmt: skip


def _pairs() -> Iterable[tuple[int, str | None]]:
    for first, last in _DELETED:
        yield from ((code, None) for code in range(first, last + 1))
    for letter, others in _SAME.items():
        yield from ((ord(other), letter) for other in others)
    yield from ((space, " ") for space in range(0x2000, 0x200B))
    for digit in range(10):
        yield from ((zero + digit, str(digit)) for zero in (0x0660, 0x06F0))


class _Table(dict[int, "str | None"]):
    """The fold of one character; presentation forms are worked out when they first occur."""

    def __missing__(self, code: int) -> str | None:
        if not any(first <= code <= last for first, last in _PRESENTATION):
            return chr(code)
        from unicodedata import normalize

        plain = normalize("NFKC", chr(code))
        # an unassigned or self-contained presentation form is its own plain form: folding it again would never end
        folded = self[code] = plain if chr(code) in plain else plain.translate(self)
        return folded


_TABLE = _Table(_pairs())


def _key(word: str) -> str:
    return word.lower() if word.isascii() else word.translate(_TABLE).lower()


KEYS: Mapping[str, str] = Memo(_key, _MOST_WORDS)
"""`KEYS[word]` is `fold(word)`, without the cost of a call."""


def fold(word: str) -> str:
    """Returns the key of a word; the same for all its spellings, and for its key.

    >>> fold("نمی‌شود") == fold("نميشود") == fold("نِمی‌شَـود")
    True
    >>> fold("Can’t"), fold("۱۲٬۵۰۰")
    ("can't", '12,500')
    """
    return KEYS[word]
