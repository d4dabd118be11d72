"""The labeller: what a sentence is likely to do, learnt from labelled replies. For what no frame of words holds.

It is linear. A sentence weighs, for each label, what its features do (`tonelint.features`), divided by the square root
of their number, and what its place in the reply does. So does the whole reply, with its acts, as `reply_label` of the
label. Above 0 the two together make the label likely; a finding far below 0 is doubted.
`training/learn.py` learns the weights and writes them to ``lexicon/labeller_<code>.bin``; a weight takes one byte.
"""

from __future__ import annotations

import json
import mmap
import os
import struct
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from operator import add, mul
from typing import NamedTuple

from tonelint import lexicon
from tonelint.course import ACTS, course
from tonelint.features import Feature, buckets, features, placed, places, traits, weighed
from tonelint.memo import Memo
from tonelint.types import Reply
from tonelint.views import View

NOTHING = 128  # the byte of the weight 0
_MOST_FEATURES = 50_000
_LANE = 4  # bytes
_BITS, _LOWEST = 8 * _LANE, (1 << 8 * _LANE) - 1
_Sums = tuple[int, int]  # what features weigh, and how many they are


class Weights(NamedTuple):
    """What was learnt for a language.

    labels: in the order of the bytes in a row. rows: `BUCKETS` rows of a byte a label, more than 128 if a feature
    speaks for it. unit: what one step of each label weighs. places: by the name of a place what it weighs; the
    place "" is that of every sentence. doubts: for each label the excess below which a finding is doubted; none is
    below minus infinity. courses: for the label of a whole reply what its course weighs, see `tonelint.course`.
    """

    labels: tuple[str, ...]
    rows: bytes | memoryview
    unit: tuple[float, ...]
    places: Mapping[str, tuple[float, ...]]
    doubts: tuple[float, ...] = ()
    courses: Mapping[str, tuple[float, ...]] = {}


def reply_label(label: str) -> str:
    """Returns the label under which whole replies are weighed for another one.

    >>> reply_label("blame")
    'reply:blame'
    """
    return f"reply:{label}"


def act_label(act: str) -> str:
    """Returns the label under which sentences are weighed for one of `tonelint.course.ACTS`.

    >>> act_label("why")
    'act:why'
    """
    return f"act:{act}"


class Leanings(NamedTuple):
    """How much what is in one language of a reply leans to each label. Above 0 it is likely.

    labels: their numbers. reply: all of it, weighed as one. sentences: each of them, in its reply, by its place there.
    """

    labels: Mapping[str, int]
    reply: Sequence[float]
    sentences: Mapping[int, Sequence[float]]


class Weighed(Memo[Feature, int]):
    """What each feature weighs: one integer with a lane of bytes for each label, so that to sum is one addition.

    Its bytes are never negative: the last lane tells how many have been summed, and so how many times `NOTHING`.
    Features are weighed when they are asked for.
    """

    def __init__(self, rows: bytes | memoryview, labels: int) -> None:
        self._rows, self._labels = rows, labels
        self._lanes = struct.Struct(f"<{labels + 1}I")
        super().__init__(lambda feature: sum(map(self._row, buckets(feature))), _MOST_FEATURES)

    def _row(self, number: int) -> int:
        """A row of weights, each in its lane, and a lane that says that it is one."""
        width = self._labels
        lanes = bytearray(self._lanes.size)
        lanes[: width * _LANE : _LANE] = self._rows[number * width : (number + 1) * width]
        lanes[width * _LANE] = 1
        return int.from_bytes(lanes, "little")

    def steps(self, feature: Feature, label: int) -> int:
        """Returns what a feature weighs for a label, by its number."""
        found = self[feature]
        return (found >> label * _BITS & _LOWEST) - (found >> self._labels * _BITS) * NOTHING

    def lanes(self, total: int) -> tuple[int, ...]:
        """Returns the lanes of a sum."""
        return self._lanes.unpack(total.to_bytes(self._lanes.size, "little"))


class Labeller:
    """The weights of one language, and the features it has seen. It may be used from any thread."""

    def __init__(self, weights: Weights) -> None:
        self.labels = {label: number for number, label in enumerate(weights.labels)}
        self._weights = weights
        self._beside = [self.labels.get(reply_label(label)) for label in weights.labels]
        self._acts = [self.labels[act_label(act)] for act in ACTS if act_label(act) in self.labels]
        self._courses = [(self.labels[label], own) for label, own in weights.courses.items()]
        self._known = Weighed(weights.rows, len(weights.labels))
        self._placed = Memo(self._place)

    def leanings(
        self, views: Mapping[int, View], names: Sequence[tuple[str, ...]], traits: tuple[str, ...]
    ) -> Leanings:
        """Returns how much sentences, and they as one reply, lean to the labels.

        views: by their place in the reply. names: those of the place of each sentence of the reply.
        """
        found = {at: self._found(view) for at, view in views.items()}
        whole = self._excesses((sum(total for total, _ in found.values()), sum(n for _, n in found.values())), traits)
        alone = {at: self._excesses(own, names[at]) for at, own in found.items()}
        if self._courses:
            whole = self._onward(whole, [[own[act] for act in self._acts] for own in alone.values()])
        rest = [0.0 if beside is None else whole[beside] for beside in self._beside]
        return Leanings(self.labels, whole, {at: list(map(add, own, rest)) for at, own in alone.items()})

    def _onward(self, whole: Sequence[float], said: Sequence[Sequence[float]]) -> list[float]:
        """What a whole reply leans to, with what its course adds. said: how much each sentence does each act."""
        taken, added = course(said), list(whole)
        for label, weights in self._courses:
            added[label] += sum(map(mul, weights, taken))
        return added

    def _found(self, view: View) -> _Sums:
        """What the features of a sentence weigh together: for all labels at once, and the same wherever it stands."""
        found: _Sums | None = view.found.get("leaning")
        if found is None:
            own = features(view.words, view.language)
            found = view.found["leaning"] = sum(map(self._known.__getitem__, own)), len(own)
        return found

    def _excesses(self, sums: _Sums, names: tuple[str, ...]) -> list[float]:
        """For each label what features weigh together, and their place or the traits of their reply."""
        total, count = sums
        placed = self._placed[names]
        if not count:
            return placed
        *lanes, summed = self._known.lanes(total)
        none, root = summed * NOTHING, count**-0.5
        return [there + unit * root * (lane - none) for there, unit, lane in zip(placed, self._weights.unit, lanes)]

    def doubts(self, label: str) -> float:
        """Returns the excess below which a finding is doubted."""
        return self._weights.doubts[self.labels[label]]

    def _place(self, names: tuple[str, ...]) -> list[float]:
        """What places or traits weigh together, for each label."""
        known = self._weights.places
        return [sum(own) for own in zip(*(known[name] for name in names if name in known))]

    def weight(self, label: str, word: str) -> int:
        """Returns how much a word speaks for a label (against it, if negative), in steps."""
        return self._known.steps((word,), self.labels[label])

    def shares(self, label: str, view: View) -> list[float]:
        """Returns for each word of a sentence how much it speaks for a label (against it, if negative), in steps.

        What is about several words speaks for each of them in part.
        """
        lane, own = self.labels[label], weighed(view.words)
        shares = [0.0] * len(own)
        for feature, at in placed(own, view.language):
            steps = self._known.steps(feature, lane) / len(at)
            for place in at:
                shares[place] += steps
        found = dict(zip(own, shares))
        return [found.get(word, 0.0) for word in view.words]


def leaning(label: str, reply: Reply) -> list[tuple[float, View]]:
    """Returns the sentences of a reply that are likely to do what a label says, each with its excess."""
    found = []
    for labels, _, sentences in leanings(reply).values():
        if (number := labels.get(label)) is not None:
            found += [(own[number], reply.views[at]) for at, own in sentences.items() if own[number] > 0]
    return found


def excess_of_sentence(label: str, reply: Reply, at: int) -> float | None:
    """Returns how much a sentence leans to a label, in its reply; None if sentences are not weighed for it."""
    own = leanings(reply).get(reply.views[at].language.code)
    return own.sentences[at][own.labels[label]] if own and label in own.labels else None


def excess_of_acts(acts: Iterable[str], reply: Reply, at: int) -> float:
    """Returns how likely a sentence is to do one of some acts (`tonelint.course.ACTS`); 0 if nothing is known of it."""
    own = leanings(reply).get(reply.views[at].language.code)
    return max((own.sentences[at][own.labels[act_label(act)]] for act in acts), default=0.0) if own else 0.0


def excess_of_reply(label: str, reply: Reply, code: str) -> float | None:
    """Returns how much what is in one language of a reply leans to a label, as one; None if it is not weighed."""
    own, label = leanings(reply).get(code), reply_label(label)
    return own.reply[own.labels[label]] if own and label in own.labels else None


def leanings(reply: Reply) -> Mapping[str, Leanings]:
    """Returns how much a reply leans to what, by language. Where the reply keeps it, it is found out once."""
    found: dict[str, Leanings] = {} if reply.weighed is None else reply.weighed
    if not found:
        names, own_traits = places(reply.views), traits(reply.views, reply.context.channel, reply.acts)
        for code in dict.fromkeys(view.language.code for view in reply.views):
            if own := of(code):
                views = {at: view for at, view in enumerate(reply.views) if view.language.code == code}
                found[code] = own.leanings(views, names, own_traits)
    return found


@cache
def of(code: str) -> Labeller | None:
    """Returns the labeller of a language, None if nothing was learnt for it."""
    path = os.path.join(os.path.dirname(lexicon.__file__), f"labeller_{code}.bin")
    if not os.path.exists(path):
        return None
    with open(path, "rb") as file:  # mapped: of two megabytes a reply needs some kilobytes
        return Labeller(restored(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)))


def stored(weights: Weights) -> bytes:
    """Returns weights as the bytes of a file: a line of JSON, then the rows."""
    head = weights._asdict() | {"rows": None, "doubts": [repr(doubt) for doubt in weights.doubts]}
    return json.dumps(head, separators=(",", ":")).encode() + b"\n" + bytes(weights.rows)


def restored(data: bytes | mmap.mmap) -> Weights:
    """Returns what `stored` has stored.

    >>> restored(stored(Weights(("blame",), b"", (0.5,), {"": (-1.0,)}))).places
    {'': (-1.0,)}
    """
    end = data.find(b"\n")
    head, rows = json.loads(data[:end]), memoryview(data)[end + 1 :]
    places = {name: tuple(own) for name, own in head["places"].items()}
    courses = {label: tuple(own) for label, own in head["courses"].items()}
    unit, doubts = tuple(head["unit"]), tuple(map(float, head["doubts"]))
    return Weights(tuple(head["labels"]), rows, unit, places, doubts, courses)
