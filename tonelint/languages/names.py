"""Names of people, for all languages: the words of an opening, who a customer is, whether two names are one person.

Nothing here knows every name. A list of given names (`tonelint/lexicon/*_names.json`) tells names from other words
where a language gives no other sign; who is meant is decided by comparing with the name that the caller passes.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any, NamedTuple

from tonelint import lexicon
from tonelint.types import Document, Span, Zone

_ENTITY = "&[A-Za-z]{1,6}(?:acute|grave|circ|uml|tilde|cedil|ring|slash|caron);"
_GLUE = r"['’ʼ\-‐‑_\u200c-\u200f]"
_ITEM = re.compile(
    rf"(?P<word>(?:[^\W\d_]|{_ENTITY})[^\W_]*(?:(?:[\u0300-\u036f\u064b-\u065f\u0670]|{_ENTITY}|{_GLUE}(?=[^\W_]))[^\W_]*)*)"
    r"|(?P<line>\n)|&nbsp;|(?P<mark>[^\s\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff])"
)
_FOLDED = str.maketrans("يىئكةۀأإآؤ", "یییکههاااو")
_NOT_OURS = frozenset(["quote", "code", "footer", "signature", "subject"])
_OPENING_LINES, _OPENING_LENGTH = 3, 300


class Word(NamedTuple):
    """A word or mark of a text, with what it is compared by.

    kind: word, mark, line (a line break), or the kind of a zone: placeholder, handle, url …
    """

    start: int
    end: int
    text: str
    key: str
    kind: str


class Address(NamedTuple):
    """How somebody is addressed.

    kind: name, generic («مشتری گرامی», "Dear customer"), placeholder, or none (a greeting that addresses nobody).
    start, end: the address with title and honorific, in English with the greeting if it is generic; or the words of
    the greeting; in code points.
    name: the words of the name alone, or of what stands in its place. titled: whether a title precedes the name.
    sure: whether the words are a name beyond doubt, so that another name than the customer's is a mistake.
    """

    start: int
    end: int
    kind: str
    name: Span | None = None
    titled: bool = False
    sure: bool = False


class Person(NamedTuple):
    """A name taken apart: `title` as written or "", `words` as written, and the `keys` that they are compared by."""

    title: str
    words: tuple[str, ...]
    keys: tuple[str, ...]


class Lists(NamedTuple):
    """The word lists of one language, folded. `values` has those that only one language has."""

    given: frozenset[str]
    also_words: frozenset[str]
    titles: frozenset[str]
    not_names: frozenset[str]
    values: Mapping[str, frozenset[str]]


@cache
def lists(language: str) -> Lists:
    """Returns the word lists of a language ("fa", "en"), read when first asked for.

    >>> "سارا" in lists("fa").given, "sara" in lists("en").given
    (True, True)
    """
    data: dict[str, Any] = lexicon.read(f"{language}_names")
    texts = {name: value.split() for name, value in data.items() if name not in ("source", "short")}
    folded = {name: frozenset(map(squeeze, value)) for name, value in texts.items()}
    return Lists(folded["given"], folded["also-words"], folded["titles"], folded["not-names"], folded)


@cache
def _short() -> Mapping[str, frozenset[str]]:
    short: dict[str, str] = lexicon.read("en_names")["short"]
    return {key: frozenset(names.split()) for key, names in short.items()}


@lru_cache(maxsize=4096)
def squeeze(text: str) -> str:
    """Returns what names are compared by: letters and digits only, no case, no accents, no Arabic variants.

    >>> squeeze("O’Neil") == squeeze("ONEIL"), squeeze("علی‌رضا") == squeeze("عليرضا"), squeeze("Zoë")
    (True, True, 'zoe')
    """
    plain = text.lower() if text.isascii() else _unaccented(text)
    if plain.isalnum() and "ـ" not in plain:
        return plain
    return "".join(c for c in plain if c.isalnum() and c != "ـ")


def _unaccented(text: str) -> str:
    from unicodedata import normalize  # here, because most English replies need no more than ASCII

    return normalize("NFKD", text.translate(_FOLDED)).casefold().translate(_FOLDED)


def words(document: Document, start: int, end: int) -> Iterator[Word]:
    """Yields the words, marks, line breaks and zones of a piece of a text."""
    text, zones = document.text, document.zones
    number = max(bisect_right(zones, start, key=lambda z: z.start) - 1, 0)
    while number < len(zones) and zones[number].start < end:
        zone = zones[number]
        number += 1
        if zone.end > start and not _is_read(zone, text):
            yield from _items(text, start, zone.start)
            kind = "line" if zone.kind == "html" else zone.kind
            yield Word(zone.start, zone.end, text[zone.start : zone.end], "", kind)
            start = zone.end
    yield from _items(text, start, end)


def _items(text: str, start: int, end: int) -> Iterator[Word]:
    for item in _ITEM.finditer(text, start, end):
        kind = item.lastgroup
        if kind:
            raw = item[0]
            key = squeeze(_unescaped(raw) if "&" in raw else raw) if kind == "word" else raw
            yield Word(*item.span(), raw, key, kind)


def _unescaped(word: str) -> str:
    from html import unescape  # here, because few replies are HTML

    return unescape(word)


def _is_read(zone: Zone, text: str) -> bool:
    """Whether the words in a zone are read one by one: quoted words, and characters that HTML writes as a code."""
    return zone.kind == "mention" or (zone.kind == "html" and text[zone.start] == "&")


def opening(document: Document) -> list[list[Word]]:
    """Returns the words of the first lines of the reply itself: at most three lines that are not empty."""
    ours = (b for b in document.blocks if b.kind not in _NOT_OURS)
    first = next((b for b in ours if document.text[b.start : b.end].strip()), None)
    if first is None:
        return []
    end = min(len(document.text), first.start + _OPENING_LENGTH)
    lines: list[list[Word]] = [[]]
    for word in words(document, first.start, end):
        if word.kind != "line":
            lines[-1].append(word)
        elif lines[-1]:
            if len(lines) == _OPENING_LINES:
                break
            lines.append([])
    return [line for line in lines if line]


def body(document: Document) -> Iterator[list[Word]]:
    """Yields the words of each sentence that the agent wrote, without signature, quoted mail and code."""
    for sentence in document.sentences:
        if document.blocks[sentence.block].kind not in _NOT_OURS:
            yield list(words(document, sentence.start, sentence.end))


def person(name: str) -> Person | None:
    """Returns a name taken apart, or None if it has no letters or is a user name or an address rather than a name.

    >>> person("خانم باران مهرگان").words, person("Dr. Ann O'Neil").keys
    (('باران', 'مهرگان'), ('ann', 'oneil'))
    >>> person("tomas_84"), person("a@b.de"), person("")
    (None, None, None)
    """
    if re.search(r"[@_\d]", name):
        return None
    parts = [p.strip(".,،()\"'«»") for p in name.split()]
    parts = [p for p in parts if squeeze(p)]
    titles = lists("fa").titles | lists("en").titles
    first = 0
    while first < len(parts) - 1 and squeeze(parts[first]) in titles:
        first += 1
    if not parts:
        return None
    return Person(" ".join(parts[:first]), tuple(parts[first:]), tuple(squeeze(p) for p in parts[first:]))


def is_personal(customer: Person) -> bool:
    """Whether a name that a caller passed is the name of a person for sure, not of a company and not a user name."""
    companies = lists("en").values["company"] | lists("fa").values["company"]
    if any(key in companies for key in customer.keys):
        return False
    if customer.title or any(key in lists(code).given for code in ("fa", "en") for key in customer.keys):
        return True
    return len(customer.keys) > 1 and not any(w[:1].islower() for w in customer.words[:1])


def same_script(keys: Iterable[str], customer: Person) -> bool:
    """Whether a name is written in the customer's script; across scripts nothing is compared.

    >>> same_script(["sara"], person("سارا")), same_script(["zoe"], person("Zoë"))
    (False, True)
    """
    return {_script(key) for key in keys} == {_script(key) for key in customer.keys}


def _script(key: str) -> str:
    from unicodedata import name

    return name(key[0], "").partition(" ")[0]


def same(name: Iterable[str], customer: Person) -> bool:
    """Whether the keys of an addressed name can be the customer's: one word of it, in any order, whole or shortened.

    >>> sara = person("Sara Moradi")
    >>> same(["moradi"], sara), same(["saramoradi"], sara), same(["sarah"], sara)
    (True, True, False)
    >>> same(["alex"], person("Alexander Berg")), same(["bob"], person("Robert Berg"))
    (True, True)
    """
    keys = [k for k in name if k]
    if not keys:
        return False
    # «علی رضا نیک روش» is علیرضا نیک‌روش: neighbouring words of either may be one word of the other
    said, own = _runs(keys), _runs(customer.keys)
    return any(_one(key, part) for key in said for part in own)


def _runs(keys: Sequence[str]) -> list[str]:
    """Returns the words, pairs of neighbours as one word, and all as one."""
    pairs = [a + b for a, b in pairwise(keys)]
    return [*keys, *pairs, "".join(keys)]


def similar(name: Iterable[str], customer: Person) -> bool:
    """Whether an addressed name is a misspelling of the customer's: one or two letters off.

    >>> similar(["sarah"], person("Sara Moradi")), similar(["peter"], person("Sara Moradi"))
    (True, False)
    """
    return any(
        min(len(key), len(part)) > 2 and _distance(key, part) <= (1 if min(len(key), len(part)) < 5 else 2)
        for key in name
        for part in customer.keys
    )


def _one(key: str, part: str) -> bool:
    if key == part or (key == part + "ی" and part[-1] in "اوه"):  # ezafe after a vowel: «سارای عزیز»
        return True
    if len(key) == 1 or len(part) == 1:  # initials
        return key[:1] == part[:1]
    if part in _short().get(key, ()) or key in _short().get(part, ()):
        return True
    short, long = sorted((key, part), key=len)
    # Alex, Alexander; «رضا»، «علیرضا». One or two letters are a slip, not a short form: Sara, Sarah.
    return len(short) > 2 and len(long) - len(short) > 2 and (long.startswith(short) or long.endswith(short))


def _distance(one: str, other: str) -> int:
    """Returns the number of letters put in, left out, changed or swapped with their neighbour; 3 if there are more."""
    if abs(len(one) - len(other)) > 2 or max(len(one), len(other)) > 40:
        return 3
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        before, last, row = row, before, [i]
        for j, b in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return min(row[-1], 3)
