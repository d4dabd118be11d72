"""The index: which patterns of a language can match in a sentence at all, found for all of them at once.

Every pattern has a number, and a set of patterns is an integer with that bit set. A word is looked up once in all
tables; a sentence then costs a handful of bit operations a word, however many patterns there are.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence

from tonelint.languages.base import Language
from tonelint.phrases import Nodes
from tonelint.tags import needs, pair, starts, tags_of
from tonelint.views import View

# What a pattern is found by: up to three words that each match contains one behind the other, two neighbours, and the
# word that it begins with.
_NEEDS, _FIRST, _SLOTS = 3, 5, 6
MOST_WORDS = 4_000  # remembered, then it starts anew
_NOTHING = (0,) * _SLOTS

Bare = tuple[tuple[int, ...], ...]


def postings(patterns: Sequence[Nodes]) -> tuple[dict[str, bytes], Bare, tuple[int, ...]]:
    """Returns what `Index` is made of: for each tag, the slots that it fills; for each slot, the patterns without it.

    Last come the patterns that match only at the beginning of a sentence. All are plain values, so that they can be
    stored. A filled slot is written as the number of the pattern times six, plus the number of the slot.
    """
    found: dict[str, array[int]] = {}
    bare: list[list[int]] = [[] for _ in range(_SLOTS)]
    for number, nodes in enumerate(patterns):
        for slot, tags in enumerate(_slots(nodes)):
            if tags is None:
                bare[slot].append(number)
            for tag in tags or ():
                found.setdefault(tag, array("I")).append(number * _SLOTS + slot)
    heads = tuple(number for number, nodes in enumerate(patterns) if nodes[0][0] == "start")
    return {tag: filled.tobytes() for tag, filled in found.items()}, tuple(map(tuple, bare)), heads


def _slots(nodes: Nodes) -> Iterator[frozenset[str] | None]:
    words = needs(nodes, _NEEDS)
    yield from (None,) * (_NEEDS - len(words))
    yield from words
    yield from pair(nodes) or (None, None)
    yield starts(nodes)


class Index:
    """The patterns of one language by the words they need. `candidates` may be called from any thread."""

    __slots__ = ("_anywhere", "_bare", "_heads", "_language", "_masks", "_postings")

    def __init__(self, language: Language, postings: Mapping[str, bytes], bare: Bare, heads: Sequence[int]) -> None:
        self._language = language
        self._postings = postings
        self._bare = [_mask(numbers) for numbers in bare]
        self._heads = _mask(heads)
        self._anywhere = ~self._heads | self._bare[_FIRST]
        self._masks: dict[str, tuple[int, ...]] = {}

    def candidates(self, view: View) -> int:
        """Returns the patterns, as bits, that have what they need in a sentence; few of the others are among them."""
        first, second, third, pairs, _, _ = self._bare
        left = 0
        known = self._masks
        view.masks = [known.get(key) or self._remember(key) for key in view.keys]
        for mask in view.masks:
            if mask is not _NOTHING:
                third |= second & mask[2]
                second |= first & mask[1]
                first |= mask[0]
                pairs |= left & mask[4]
                left = mask[3]
            else:
                left = 0
        head = self._anywhere
        for mask in view.masks[: view.head]:
            head |= mask[_FIRST]
        return third & pairs & head

    def begin(self, view: View, number: int) -> list[int]:
        """The words with which a pattern may begin in a sentence whose candidates were asked for."""
        bit = 1 << number
        masks = view.masks[: view.head] if self._heads & bit else view.masks
        if self._bare[_FIRST] & bit:
            return list(range(len(masks)))
        return [place for place, mask in enumerate(masks) if mask[_FIRST] & bit]

    def _remember(self, key: str) -> tuple[int, ...]:
        if len(self._masks) >= MOST_WORDS:
            self._masks.clear()
        filled: list[list[int]] = [[] for _ in range(_SLOTS)]
        for tag in tags_of(self._language, key):
            for place in array("I", self._postings.get(tag, b"")):
                filled[place % _SLOTS].append(place // _SLOTS)
        self._masks[key] = mask = tuple(map(_mask, filled)) if any(filled) else _NOTHING
        return mask


def _mask(these: Iterable[int]) -> int:
    """The integer with these bits set: made as bytes, because each step of an integer would copy all of it."""
    these = list(these)
    if not these:
        return 0
    bits = bytearray(max(these) // 8 + 1)
    for number in these:
        bits[number >> 3] |= 1 << (number & 7)
    return int.from_bytes(bits, "little")


def numbers(mask: int) -> Iterator[int]:
    """Yields the numbers of the bits that are set, from the lowest.

    >>> list(numbers(0b1001))
    [0, 3]
    """
    while mask:
        lowest = mask & -mask
        yield lowest.bit_length() - 1
        mask ^= lowest
