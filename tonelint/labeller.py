"""The labeller: what a sentence is likely to do, learnt from labelled replies. For what no frame of words holds.

It is linear. A word weighs, for each label, what the groups of letters in it weigh; a sentence weighs what its words
do, divided by the square root of their number, and what its place in the reply does. So does the whole reply, with its
acts, as `reply_label` of the label. Above 0 the two together make the label likely; a finding far below 0 is doubted.
`training/learn.py` learns the weights and writes them to ``lexicon/labeller_<code>.bin``; a weight takes one byte.
"""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from tonelint import lexicon
from tonelint.types import Act, Reply, Token
from tonelint.views import View

BUCKETS = 1 << 15  # groups of letters share a weight where their checksums agree; more of them changed nothing
SIZES = (3, 4, 5)
NOTHING = 128  # the byte of the weight 0
_MOST_SENTENCES, _STEP, _MOST_STEPS = 4, 15, 6
_MOST_WORDS = 20_000  # remembered, then it starts anew
_LONGEST = 40  # letters of a word that are looked at
_ASKING = "?؟!"
# What a word weighs stands in one integer, a lane of bits for each label: summing is one addition a word.
_LANE, _ZERO = 48, 1 << 15  # bits; what is added to each weight, so that none is negative
_Sums = tuple[int, int]


class Weights(NamedTuple):
    """What was learnt for a language.

    labels: in the order of the bytes in a row. rows: `BUCKETS` rows of a byte a label, more than 128 if a group of
    letters speaks for it. unit: what one step of each label weighs. places: by the name of a place what it weighs; the
    place "" is that of every sentence. doubts: for each label the excess below which a finding is doubted; none is
    below minus infinity.
    """

    labels: tuple[str, ...]
    rows: bytes
    unit: tuple[float, ...]
    places: Mapping[str, tuple[float, ...]]
    doubts: tuple[float, ...] = ()


def buckets(key: str) -> list[int]:
    """Returns the numbers of the weights of a word: of the whole word, and of the groups of letters in it.

    Two words have one as a pair.

    >>> len(buckets("cat")), len(buckets("the cat"))  # <cat> <ca cat at> <cat cat>
    (6, 1)
    """
    word = f"<{key[: 2 * _LONGEST]}>"
    groups = {word}
    if " " not in word:
        groups.update(word[at : at + size] for size in SIZES for at in range(len(word) - size + 1))
    return sorted(zlib.crc32(group.encode(errors="replace")) % BUCKETS for group in groups)


def words(tokens: Sequence[Token]) -> list[str]:
    """Returns the different words of a sentence as they are weighed, and its pairs of words that follow each other.

    Numbers are all alike, and of marks only those count that ask or shout; the edges of a sentence are in pairs only.

    >>> from tonelint.text.document import tokens_of
    >>> words(tokens_of("Wait 5 days.", 0, 12))
    ['wait', '#', 'days', '< wait', 'wait #', '# days', 'days >']
    """
    kept = [t for t in tokens if t.kind != "mark" and (t.kind != "punctuation" or t.key[:1] in _ASKING)]
    own = ["#" if token.kind == "number" else token.key[:_LONGEST] for token in kept]
    pairs = [f"{before} {after}" for before, after in pairwise(["<", *own, ">"])]
    return list(dict.fromkeys([*own, *pairs])) if own else []


def places(views: Sequence[View]) -> list[tuple[str, ...]]:
    """Returns for each sentence of a reply the names of its place: of how many, in how long a reply, the last."""
    names = "", *_sizes(views)
    return [*([names] * (len(views) - 1)), *([(*names, "last")] if views else [])]


def traits(views: Sequence[View], channel: str | None, acts: Iterable[Act]) -> tuple[str, ...]:
    """Returns the names of what a whole reply is weighed by besides its words: its size, its channel, its acts."""
    return ("", *_sizes(views), f"channel {channel}", *sorted({f"act {act.name}" for act in acts}))


def reply_label(label: str) -> str:
    """Returns the label under which whole replies are weighed for another one.

    >>> reply_label("blame")
    'reply:blame'
    """
    return f"reply:{label}"


def _sizes(views: Sequence[View]) -> tuple[str, str]:
    size = sum(len(view.words) for view in views) // _STEP
    return f"of {min(len(views), _MOST_SENTENCES)}", f"size {min(size, _MOST_STEPS)}"


class Labeller:
    """The weights of one language, and the words it has seen. It may be used from any thread."""

    def __init__(self, weights: Weights) -> None:
        self.labels = {label: number for number, label in enumerate(weights.labels)}
        self._weights = weights
        self._known: dict[str, int] = {}
        self._placed: dict[tuple[str, ...], list[float]] = {}

    def excess(self, label: str, view: View, names: tuple[str, ...]) -> float:
        """Returns how much a sentence leans to a label, its reply left aside. names: of its place in the reply."""
        return self._excess(label, self._found(view), names)

    def excess_of_all(self, label: str, views: Sequence[View], names: tuple[str, ...]) -> float:
        """Returns how much some sentences, weighed as one reply, lean to a label. names: the traits of the reply."""
        found = [self._found(view) for view in views]
        sums = sum(total for total, _ in found), sum(count for _, count in found)
        return self._excess(reply_label(label), sums, names)

    def _found(self, view: View) -> _Sums:
        """What the words of a sentence weigh together: for all labels at once, and the same wherever it stands."""
        found: _Sums | None = view.found.get("leaning")
        if found is None:
            own = words(view.words)
            found = view.found["leaning"] = sum(map(self._word, own)), len(own)
        return found

    def doubts(self, label: str) -> float:
        """Returns the excess below which a finding is doubted."""
        return self._weights.doubts[self.labels[label]]

    def _excess(self, label: str, sums: _Sums, names: tuple[str, ...]) -> float:
        number, (total, count) = self.labels[label], sums
        placed = (self._placed.get(names) or self._place(names))[number]
        return placed + (self._weights.unit[number] * _lane(total, number, count) * count**-0.5 if count else 0)

    def _place(self, names: tuple[str, ...]) -> list[float]:
        """What places or traits weigh together, for each label."""
        known = self._weights.places
        if len(self._placed) >= _MOST_WORDS:
            self._placed.clear()
        placed = [sum(own) for own in zip(*(known[name] for name in names if name in known))]
        self._placed[names] = placed
        return placed

    def weight(self, label: str, word: str) -> int:
        """Returns how much a word speaks for a label (against it, if negative), in steps."""
        return _lane(self._word(word), self.labels[label], 1)

    def _word(self, word: str) -> int:
        known = self._known.get(word)
        if known is None:
            if len(self._known) >= _MOST_WORDS:
                self._known.clear()
            width, rows, at = len(self.labels), self._weights.rows, buckets(word)
            own = [rows[number * width : (number + 1) * width] for number in at]
            steps = [sum(column) - NOTHING * len(at) + _ZERO for column in zip(*own)]
            known = self._known[word] = sum(step << _LANE * lane for lane, step in enumerate(steps))
        return known


def _lane(total: int, number: int, count: int) -> int:
    """What some words weigh for a label, of the sum of `count` of them."""
    return (total >> _LANE * number & (1 << _LANE) - 1) - count * _ZERO


def leaning(label: str, reply: Reply) -> list[tuple[float, View]]:
    """Returns the sentences of a reply that are likely to do what a label says, each with its excess."""
    rest: dict[str, float] = {}
    found = []
    for view, names in zip(reply.views, places(reply.views)):
        code = view.language.code
        own = of(code)
        if own is not None and label in own.labels:
            if code not in rest:
                rest[code] = excess_of_reply(label, reply, code)
            excess = own.excess(label, view, names) + rest[code]
            if excess > 0:
                found.append((excess, view))
    return found


def excess_of_reply(label: str, reply: Reply, code: str) -> float:
    """Returns how much what is in one language of a reply leans to a label, weighed as one; 0 if it is not weighed."""
    own = of(code)
    if own is None or reply_label(label) not in own.labels:
        return 0.0
    views = [view for view in reply.views if view.language.code == code]
    return own.excess_of_all(label, views, traits(reply.views, reply.context.channel, reply.acts))


@cache
def of(code: str) -> Labeller | None:
    """Returns the labeller of a language, None if nothing was learnt for it."""
    path = os.path.join(os.path.dirname(lexicon.__file__), f"labeller_{code}.bin")
    if not os.path.exists(path):
        return None
    with open(path, "rb") as file:
        return Labeller(restored(file.read()))


def stored(weights: Weights) -> bytes:
    """Returns weights as the bytes of a file: a line of JSON, then the rows."""
    head = weights._asdict() | {"rows": None, "doubts": [repr(doubt) for doubt in weights.doubts]}
    return json.dumps(head, separators=(",", ":")).encode() + b"\n" + weights.rows


def restored(data: bytes) -> Weights:
    """Returns what `stored` has stored.

    >>> restored(stored(Weights(("blame",), b"", (0.5,), {"": (-1.0,)}))).places
    {'': (-1.0,)}
    """
    line, _, rows = data.partition(b"\n")
    head = json.loads(line)
    places = {name: tuple(own) for name, own in head["places"].items()}
    return Weights(tuple(head["labels"]), rows, tuple(head["unit"]), places, tuple(map(float, head["doubts"])))
