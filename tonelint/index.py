"""The index: which patterns of a language can match in a sentence at all, found for all of them at once.

Most patterns have a rare word that each of their matches contains: they are asked for by that word. For the others,
sets of patterns are integers, each with the bit of its patterns set; a sentence costs a handful of bit operations a
word. Either way the cost does not grow with the patterns whose words are not there.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from tonelint.languages.base import Language
from tonelint.memo import Memo
from tonelint.tags import commonness, needs, pair, tags_of
from tonelint.trees import Nodes
from tonelint.views import View

# What a pattern of common words is found by: up to three words that each match contains one behind the other, and two
# neighbours.
_NEEDS, _SLOTS = 3, 5
_RARE = 10  # of a thousand sentences, at most so many have the word
_MOST_WORDS = 4_000

_Known = tuple[tuple[int, ...], tuple[int, ...]]
_NO_MASK = (0,) * _SLOTS


class Postings(NamedTuple):
    """What an `Index` is made of, as plain values.

    rare: by tag the numbers of the patterns that are asked for by it. common: the numbers of the others, which are
    counted anew from 0 in what follows. slots: by tag what it fills, each the count of a pattern times five plus the
    slot. bare: for each slot the patterns without it. Numbers are written as bytes of unsigned ints.
    """

    rare: Mapping[str, bytes]
    common: bytes
    slots: Mapping[str, bytes]
    bare: tuple[bytes, ...]


def postings(patterns: Sequence[Nodes]) -> Postings:
    """Returns what the index of some patterns is made of; a pattern's number is its place among them."""
    rare: dict[str, array[int]] = {}
    slots: dict[str, array[int]] = {}
    common, bare = array("I"), [array("I") for _ in range(_SLOTS)]
    for number, nodes in enumerate(patterns):
        rarest = min(needs(nodes, 1), key=commonness, default=None)
        if rarest is not None and commonness(rarest) <= _RARE:
            for tag in rarest:
                rare.setdefault(tag, array("I")).append(number)
            continue
        for slot, tags in enumerate(_slots(nodes)):
            if tags is None:
                bare[slot].append(len(common))
            for tag in tags or ():
                slots.setdefault(tag, array("I")).append(len(common) * _SLOTS + slot)
        common.append(number)
    return Postings(_bytes(rare), common.tobytes(), _bytes(slots), tuple(one.tobytes() for one in bare))


def _slots(nodes: Nodes) -> Iterator[frozenset[str] | None]:
    words = needs(nodes, _NEEDS)
    yield from (None,) * (_NEEDS - len(words))
    yield from words
    yield from pair(nodes) or (None, None)


def _bytes(arrays: Mapping[str, array[int]]) -> dict[str, bytes]:
    return {tag: numbers.tobytes() for tag, numbers in arrays.items()}


class Candidates(NamedTuple):
    """The patterns that may match in a sentence, by their numbers.

    rare: those that are asked for by a rare word, sorted. bits: which of `common` are among them. Most of these belong
    to guards that nobody will ask about, so they stay bits until somebody does.
    """

    rare: Sequence[int]
    bits: int
    common: Sequence[int]

    def between(self, first: int, end: int) -> list[int]:
        """Returns those from number `first` up to `end`, sorted.

        >>> Candidates([2, 9], 0b101, [1, 3, 4]).between(2, 9)
        [2, 4]
        """
        found = list(self.rare[bisect_left(self.rare, first) : bisect_left(self.rare, end)])
        low, high = bisect_left(self.common, first), bisect_left(self.common, end)
        bits = self.bits >> low & (1 << high - low) - 1
        if not bits:
            return found
        while bits:
            lowest = bits & -bits
            found.append(self.common[low + lowest.bit_length() - 1])
            bits ^= lowest
        found.sort()
        return found


class Index:
    """The patterns of one language by the words they need. `candidates` may be called from any thread."""

    __slots__ = ("_bare", "_common", "_known", "_language", "_postings")

    def __init__(self, language: Language, postings: Postings) -> None:
        self._language = language
        self._postings = postings
        self._common = array("I", postings.common)
        self._bare = [_mask(array("I", numbers)) for numbers in postings.bare]
        self._known = Memo(self._find, _MOST_WORDS)

    def candidates(self, view: View) -> Candidates:
        """Returns the patterns that have what they need in a sentence; few others are among them."""
        first, second, third, pairs, _ = self._bare
        left, rare, known = 0, set[int](), self._known
        for key in view.keys:
            mask, own = known[key]
            if own:
                rare.update(own)
            if mask is _NO_MASK:
                left = 0
                continue
            third |= second & mask[2]
            second |= first & mask[1]
            first |= mask[0]
            pairs |= left & mask[4]
            left = mask[3]
        return Candidates(sorted(rare), third & pairs, self._common)

    def _find(self, key: str) -> _Known:
        filled: list[list[int]] = [[] for _ in range(_SLOTS)]
        rare: set[int] = set()
        for tag in tags_of(self._language)[key]:
            rare.update(array("I", self._postings.rare.get(tag, b"")))
            for place in array("I", self._postings.slots.get(tag, b"")):
                filled[place % _SLOTS].append(place // _SLOTS)
        mask = tuple(map(_mask, filled)) if any(filled) else _NO_MASK
        return mask, tuple(rare)


def _mask(numbers: Iterable[int]) -> int:
    """The integer with these bits set: made as bytes, because each step of an integer would copy all of it."""
    numbers = list(numbers)
    if not numbers:
        return 0
    bits = bytearray(max(numbers) // 8 + 1)
    for number in numbers:
        bits[number >> 3] |= 1 << (number & 7)
    return int.from_bytes(bits, "little")
