"""The network: what the sentences of a reply lean to, each by its words and by what stands around it.

It sums weights, and what is negative counts for nothing. The features of a sentence (`tonelint.features`) and its place
make its units: what it is about. Its units, those of its neighbours and of all sentences together make its units in the
reply: what it does there. Both together make what it leans to. What it does, with the most that is done before it and
the most that is done after it, makes what it says of the reply: there the loudest sentence counts, and all together.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from itertools import accumulate
from math import sqrt
from operator import add, mul
from typing import NamedTuple

from tonelint.features import features, placed, weighed
from tonelint.layers import NOTHING, Features, Layer, counted
from tonelint.memo import Memo
from tonelint.views import View
from tonelint.weights import Weights

# What a sentence can do: say a no of ours, tell other bad news, say why, show another way, say what happens next,
# settle the matter, put words in place of a next step, send to somebody else, be kind, offer further help.
ACTS = ("no", "bad", "why", "way", "step", "settled", "stalled", "handed", "kind", "offer")
Units = Sequence[int]  # as `layers.counted` counts them
Sums = Sequence[int]


class Place(NamedTuple):
    """A sentence in its reply: its own units, those it has there, and how much it leans to each fault and act."""

    units: Units
    met: Units
    leans: Mapping[str, float]


class Leanings(NamedTuple):
    """How much what is in one language of a reply leans to what.

    sentences: by their place in the reply. lacks: what the reply as a whole leans to. loudest: for each of these the
    place of the sentence that speaks loudest for it.
    """

    sentences: Mapping[int, Place]
    lacks: Mapping[str, float]
    loudest: Mapping[str, int]


class Network:
    """The weights of one language, and the features it has seen. It may be used from any thread.

    labels: what a sentence can lean to, with their numbers: faults, then acts. lacks: what a reply can. cuts: for each
    fault and lack what is likely leans to it by more than. doubts: by less than that a finding is doubted.
    """

    def __init__(self, weights: Weights) -> None:
        self.labels = {label: number for number, label in enumerate((*weights.faults, *ACTS))}
        self.lacks = {lack: number for number, lack in enumerate(weights.lacks)}
        self._weights = weights
        families = (*weights.faults, *weights.lacks)
        self.cuts, self.doubts = dict(zip(families, weights.cuts)), dict(zip(families, weights.doubts))
        self._features = Features(weights.rows, len(weights.steps))
        met, labels, own, later = len(weights.base), len(self.labels), *weights.worth
        self._own = Layer(weights.own, 4 * met + labels, own)
        self._met = Layer(weights.met, labels + 2 * len(families), later)
        self._before, self._after = (Layer(data, len(families), later) for data in (weights.before, weights.after))
        self._placed = Memo(partial(_named, weights.places))

    def leanings(
        self, views: Mapping[int, View], names: Sequence[tuple[str, ...]], traits: tuple[str, ...]
    ) -> Leanings:
        """Returns how much sentences, and they as one reply, lean to what.

        views: by their place in the reply. names: those of the place of each sentence of the reply.
        """
        weights, faults, labels = self._weights, len(self._weights.faults), len(self.labels)
        units = [self._units(view, names[at]) for at, view in views.items()]
        first = [self._own(own) for own in units]
        met = self._together(first)
        second = [self._met(there) for there in met]
        loudest, loud = self._whole([sums[labels:] for sums in second], met)
        reply = list(map(add, _named(weights.traits, traits), loud))
        found, early, late = dict[int, Place](), self._own.part, self._met.part
        for at, own, there, before, behind in zip(views, units, met, first, second):
            said = [start + early * a + late * b for start, a, b in zip(weights.said, before[-labels:], behind)]
            leans = [weight * alone + rest for weight, alone, rest in zip(weights.weight, said, reply)]
            found[at] = Place(own, there, dict(zip(self.labels, (*leans, *said[faults:]))))
        places = list(views)
        speak = dict(zip(self.lacks, (places[number] for number in loudest[faults:]))) if places else {}
        return Leanings(found, dict(zip(self.lacks, reply[faults:])), speak)

    def _units(self, view: View, names: tuple[str, ...]) -> Units:
        """What a sentence is about. What its features weigh is the same wherever it stands."""
        found: tuple[int, int] | None = view.found.get("leaning")
        if found is None:
            own = features(view.words, view.language)
            found = view.found["leaning"] = sum(map(self._features.__getitem__, own)), len(own)
        total, count = found
        root = 1 / sqrt(count or 1)
        parts = zip(self._placed[names], self._weights.steps, self._features.steps(total))
        return counted([there + root * unit * steps for there, unit, steps in parts])

    def _together(self, first: Sequence[Sums]) -> list[Units]:
        """What sentences do in their reply. first: what each adds to itself, the next, the last, and all."""
        size, many, part = len(self._weights.base), 1 / sqrt(len(first) or 1), self._own.part
        none = (0,) * size
        after = [none, *(one[size : 2 * size] for one in first[:-1])]
        before = [*(one[2 * size : 3 * size] for one in first[1:]), none]
        every = [many * part * sum(column) for column in zip(*[one[3 * size : 4 * size] for one in first])]
        start = list(map(add, self._weights.base, every))
        return [
            counted([base + part * (a + b + c) for base, a, b, c in zip(start, *three)])
            for three in zip(first, after, before)
        ]

    def _whole(self, sums: Sequence[Sums], met: Sequence[Units]) -> tuple[list[int], list[float]]:
        """For each fault and lack which sentence speaks loudest for it, and what it and all together say.

        sums: for each sentence what it says for each of them, then what it says with all others.
        """
        size, none = len(self._weights.cuts), [0] * len(self._weights.base)
        part, many = self._met.part, 1 / sqrt(len(met) or 1)
        before, after = _most(met, none), _most(reversed(met), none)[::-1]
        each = [
            [a + b + c for a, b, c in zip(own, self._before(most), self._after(then))]
            for own, most, then in zip(sums, before, after)
        ]
        columns = list(zip(*each)) or [(0,)] * size
        together = [sum(column) for column in zip(*[own[size:] for own in sums])] or [0] * size
        loudest = [max(range(len(column)), key=column.__getitem__) for column in columns]
        return loudest, [part * (max(column) + many * more) for column, more in zip(columns, together)]

    def shares(self, label: str, view: View, place: Place) -> list[float]:
        """Returns for each word of a sentence how much it speaks for a label or a lack (against it, if negative).

        What is about several words speaks for each of them in part.
        """
        gains, own = self._gains(label, place), weighed(view.words)
        gains.append(-NOTHING * sum(gains))
        shares = [0.0] * len(own)
        for feature, at in placed(own, view.language):
            share = self._features.share(feature, gains) / len(at)
            for word in at:
                shares[word] += share
        found = dict(zip(own, shares))
        return [found.get(word, 0.0) for word in view.words]

    def _gains(self, label: str, place: Place) -> list[float]:
        """How much a step of each unit of a sentence adds to what it leans to, where it stands; nothing at 0."""
        size, told = len(self._weights.base), self.labels.get(label)
        column = len(self.labels) + len(self._weights.faults) + self.lacks[label] if told is None else told
        later = self._weights.worth[1]
        inner = [later * row[column] if there > 0 else 0.0 for row, there in zip(self._met.rows, place.met)]
        direct = 0 if told is None else 4 * size + told
        return [
            step * (sum(map(mul, row, inner)) + (row[direct] if direct else 0)) if there > 0 else 0.0
            for step, row, there in zip(self._weights.steps, self._own.rows, place.units)
        ]


def _most(met: Iterable[Units], none: Units) -> list[Units]:
    """For each sentence the most that one of those before it does."""
    return list(accumulate(met, lambda one, other: list(map(max, one, other)), initial=none))[:-1]


def _named(known: Mapping[str, tuple[float, ...]], names: tuple[str, ...]) -> list[float]:
    """What places or traits add together."""
    return [sum(own) for own in zip(*(known[name] for name in names if name in known))]
