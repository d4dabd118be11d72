"""Labelled replies as matrices: a row for each sentence, or for each reply, and a column for each bucket or place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from replies import Labelled, Seen
from scipy.sparse import csr_matrix

from tonelint.features import BUCKETS, Feature, buckets


class Batch(NamedTuple):
    """Replies, with the sentences of all of them as one matrix; `owner` is the reply of each of its rows.

    whole: a row for each reply, with its traits. courses: a row for each reply: what it is likely to do, see
    `tonelint.course`; None as long as that is not known.
    """

    replies: list[Labelled]
    owner: Any
    x: Any
    whole: Any
    courses: Any = None

    @property
    def sentences(self) -> list[Seen]:
        return [sentence for reply in self.replies for sentence in reply.sentences]


class Single(NamedTuple):
    """The single sentences as a matrix, with their labels."""

    x: Any
    labels: list[frozenset[str]]

    def truth(self, label: str) -> Any:
        return np.array([label in own for own in self.labels], dtype=float)


def named(reply: Labelled) -> list[tuple[str, ...]]:
    """The traits of a reply, and the places of its sentences."""
    return [reply.traits, *(sentence.places for sentence in reply.sentences)]


NAMES: list[str] = []  # of places and traits, in the order of their columns


def matrix(rows: Sequence[Seen]) -> Any:
    """A row for each sentence: how often each bucket is filled, over the root of its features; then its place."""
    known: dict[Feature, list[int]] = {}
    at, column, values = list[int](), list[int](), list[float]()
    for number, row in enumerate(rows):
        each = max(len(row.features), 1) ** -0.5
        for feature in row.features:
            own = known.get(feature) or known.setdefault(feature, buckets(feature))
            at += [number] * len(own)
            column += own
            values += [each] * len(own)
        for name in row.places:
            if name in NAMES:
                at.append(number)
                column.append(BUCKETS + NAMES.index(name))
                values.append(1.0)
    return csr_matrix((values, (at, column)), shape=(len(rows), BUCKETS + len(NAMES)))


def batch(replies: list[Labelled]) -> Batch:
    rows = [sentence for reply in replies for sentence in reply.sentences]
    whole = [
        Seen(tuple(f for s in reply.sentences for f in s.features), reply.traits, frozenset()) for reply in replies
    ]
    owner = np.array([n for n, reply in enumerate(replies) for _ in reply.sentences])
    return Batch(replies, owner, matrix(rows), matrix(whole))
