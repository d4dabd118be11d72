"""Kind orthography: spellings of Persian that make a reply look careless; words and marks are put right, nothing else.

params
    find: arabic-letters («ي», «ك»), half-space («می شود», «میشود», «کتاب ها»), spacing (a space before a mark, none
    after it), digits (Latin among Persian ones, or the other way round), or kashida («ســلام»).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from tonelint.cues import Cues
from tonelint.kinds import Check
from tonelint.kinds.mentions import quoted
from tonelint.text.fold import MARKS
from tonelint.types import Match, Reply, Rule, Token

ZWNJ = "\u200c"
_ARABIC = str.maketrans("يكى", "یکی")
_PERSIAN_DIGITS, _LATIN_DIGITS = "۰۱۲۳۴۵۶۷۸۹", "0123456789"
_TO_PERSIAN = str.maketrans(_LATIN_DIGITS + "٠١٢٣٤٥٦٧٨٩", _PERSIAN_DIGITS * 2)
_TO_LATIN = str.maketrans(_PERSIAN_DIGITS + "٠١٢٣٤٥٦٧٨٩", _LATIN_DIGITS * 2)
# «میاد», «میومد»: speech writes these joined.
_MI = (
    rf"^((?:[^\W\d_]{{2,3}}?[ \u00a0]?)?)(ن?می)([ \u00a0]?)"
    rf"((?:[^\W\d_]|[{MARKS}\u200d])[\w{MARKS} \u00a0\u200c\u200d]*)$"
)
_JOINED = ("ا", "و")
_PLURAL = r"^(.+?[^ \u00a0])[ \u00a0]+(ها(?:ی|یی|ی[مت]|یش|یمان|یتان|یشان|مون|تون|شون|ست|رو|را)?)$"
_HAS_PERSIAN, _HAS_LATIN = re.compile("[۰-۹]"), re.compile("[0-9]")
# Without one of these in the text, no mark stands wrong.
_ASTRAY = r"\s[،؛؟!.]|[،؛؟][^\W\d_]"
_MARKS = "،؛؟!."
_APART = "،؛؟"


class Place(NamedTuple):
    """A piece that is spelt carelessly, and how it should be; safety as in rewrites."""

    start: int
    end: int
    better: str
    safety: str = "safe"


def compile(rule: Rule, cues: Cues) -> Check:
    """Returns a check that yields a match for each place in a Persian sentence of the agent's own."""
    find = _FINDERS[str(rule.params["find"])]
    del cues

    def check(reply: Reply) -> Iterator[Match]:
        text = reply.document.text
        for start, end, better, safety in find(text, _sentences(reply)):
            yield Match(start, end, "fa", {"match": text[start:end], "better": better}, ((better, safety),))

    return check


def _sentences(reply: Reply) -> Iterator[list[Token]]:
    """The words of Persian sentences; a quoted word is left out, so that its neighbours are none of each other's."""
    is_quoted = quoted(reply) if any(zone.kind == "mention" for zone in reply.document.zones) else None
    for view in reply.views:
        if view.language.code == "fa":
            words = view.words
            yield [w._replace(kind="quoted") if is_quoted(w) else w for w in words] if is_quoted else words


def _arabic_letters(text: str, sentences: Iterable[list[Token]]) -> Iterator[Place]:
    if any(letter in text for letter in "يكى"):
        yield from _words(text, sentences, lambda piece: piece.translate(_ARABIC))


def _kashida(text: str, sentences: Iterable[list[Token]]) -> Iterator[Place]:
    if "ـ" in text:
        yield from _words(text, sentences, lambda piece: piece.replace("ـ", ""))


def _words(text: str, sentences: Iterable[list[Token]], better: Callable[[str], str]) -> Iterator[Place]:
    for words in sentences:
        for word in words:
            piece = text[word.start : word.end]
            if word.kind == "word" and (right := better(piece)) != piece and right:
                yield Place(word.start, word.end, right)


def _half_space(text: str, sentences: Iterable[list[Token]]) -> Iterator[Place]:
    for words in sentences:
        for word in words:
            right = _with_half_space(text[word.start : word.end], word.key) if word.kind == "word" else ""
            if right:
                yield Place(word.start, word.end, right)


def _with_half_space(piece: str, key: str) -> str:
    """Returns a word with the half-space that it lacks, "" if it lacks none."""
    verb = re.match(_MI, piece) if "می" in piece else None
    if verb and _is_verb(key):
        preverb, mi, gap, rest = verb.groups()
        spoken = not gap and rest.startswith(_JOINED)
        return "" if spoken else f"{preverb}{mi}{ZWNJ}{rest}"
    plural = re.match(_PLURAL, piece) if " ه" in piece or "\u00a0ه" in piece else None
    return f"{plural[1]}{ZWNJ}{plural[2]}" if plural and ZWNJ not in plural[2] else ""


def _is_verb(key: str) -> bool:
    from tonelint.languages.fa.verbs import readings

    return any(not one.ambiguous and one.tense in ("present", "imperfect") for one in readings(key))


def _spacing(text: str, sentences: Iterable[list[Token]]) -> Iterator[Place]:
    for words in sentences if re.search(_ASTRAY, text) else ():
        for left, right in pairwise(words):
            if "quoted" in (left.kind, right.kind):
                continue
            gap = text[left.end : right.start]
            pieces = text[left.start : left.end], text[right.start : right.end]
            if left.kind == "word" and pieces[1] in _MARKS and gap and gap.isspace() and "\n" not in gap:
                yield Place(left.start, right.end, "".join(pieces))
            elif pieces[0] in _APART and right.kind == "word" and not gap and _is_persian(right.key):
                yield Place(left.start, right.end, " ".join(pieces))


def _is_persian(key: str) -> bool:
    return "\u0600" <= key[:1] <= "\u06ff"


def _digits(text: str, sentences: Iterable[list[Token]]) -> Iterator[Place]:
    """Numbers in the digits of which there are fewer; beside a word in Latin letters they are part of a name."""
    if not (_HAS_PERSIAN.search(text) and _HAS_LATIN.search(text)):
        return
    persian: list[Token] = []
    latin: list[Token] = []
    for words in sentences:
        for before, number, after in zip([None, *words], words, [*words[1:], None], strict=False):
            if number.kind != "number" or any(n and n.kind == "word" and n.key[:1].isascii() for n in (before, after)):
                continue
            (persian if any(c in _PERSIAN_DIGITS for c in text[number.start : number.end]) else latin).append(number)
    fewer, table = (latin, _TO_PERSIAN) if len(latin) <= len(persian) else (persian, _TO_LATIN)
    if persian and latin:
        for number in fewer:
            yield Place(number.start, number.end, text[number.start : number.end].translate(table), "review")


_FINDERS: Mapping[str, Callable[[str, Iterable[list[Token]]], Iterator[Place]]] = {
    "arabic-letters": _arabic_letters,
    "half-space": _half_space,
    "spacing": _spacing,
    "digits": _digits,
    "kashida": _kashida,
}
