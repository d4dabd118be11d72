"""Labelled replies as matrices: a row for each sentence, or reply, and a column for each bucket, place and label."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from replies import Labelled, Seen
from scipy.sparse import csr_matrix

from tonelint.features import BUCKETS, Feature, buckets
from tonelint.network import ACTS

FAULTS = ("blame", "condescension", "hostility", "curt-closing", "effort", "handoff", "vague-promise", "overpromise",
          "negative-wording", "cliche", "obligation", "vague-time", "non-apology", "passive-voice",
          "over-apology")  # fmt: skip
LACKS = ("bad-news-sandwich", "missing-next-step", "missing-offer", "refusal-without-reason",
         "refusal-without-alternative")  # fmt: skip
SINGLE_LABELS = {"curt-closing": "curt"}  # what faults are called where single sentences are labelled
SINGLE = 0.5  # how much a single sentence counts for beside one of a reply
Truth = tuple[Any, Any]  # what is true, and how much it counts


class Batch(NamedTuple):
    """Replies, with the sentences of all of them as one matrix `x`, those of one reply behind each other.

    first, many: of each reply the row of its first sentence, and how many it has. traits: a row for each reply.
    said: of sentences which of FAULTS and of ACTS are true; whole: of replies which of FAULTS and LACKS.
    """

    replies: list[Labelled]
    x: Any
    first: Any
    many: Any
    traits: Any
    said: Truth
    whole: Truth

    @property
    def owner(self) -> Any:
        """Of each sentence the number of its reply."""
        return np.repeat(np.arange(len(self.replies)), self.many)

    @property
    def sentences(self) -> list[Seen]:
        return [sentence for reply in self.replies for sentence in reply.sentences]


def names(replies: Sequence[Labelled]) -> list[str]:
    """The names of places and traits, in the order of their columns."""
    every = [name for reply in replies for own in (reply.traits, *(s.places for s in reply.sentences)) for name in own]
    return sorted({*every} - {""})


def alone(sentences: Sequence[Seen]) -> list[Labelled]:
    """Single sentences as replies of one sentence. Of these nothing is said of the whole."""
    every = frozenset([*FAULTS, *LACKS])
    return [Labelled("", (), frozenset(), every, frozenset(), (sentence,)) for sentence in sentences]


def batch(replies: Sequence[Labelled], known: Sequence[str]) -> Batch:
    """known: the names of places and traits that have a column."""
    rows = [sentence for reply in replies for sentence in reply.sentences]
    many = np.array([len(reply.sentences) for reply in replies], dtype=int)
    column = {name: number for number, name in enumerate(known)}
    traits = np.zeros((len(replies), len(known)), dtype=np.float32)
    for number, reply in enumerate(replies):
        traits[number, [column[name] for name in reply.traits if name in column]] = 1
    first = np.cumsum(many) - many
    return Batch(list(replies), matrix(rows, column), first, many, traits, _said(replies), _whole(replies))


def matrix(rows: Sequence[Seen], column: dict[str, int]) -> Any:
    """A row for each sentence: how often each bucket is filled, over the root of its features; then its place."""
    known: dict[Feature, list[int]] = {}
    at, columns, values = list[int](), list[int](), list[float]()
    for number, row in enumerate(rows):
        each = max(len(row.features), 1) ** -0.5
        for feature in row.features:
            own = known.get(feature) or known.setdefault(feature, buckets(feature))
            at += [number] * len(own)
            columns += own
            values += [each] * len(own)
        placed = [BUCKETS + column[name] for name in row.places if name in column]
        at += [number] * len(placed)
        columns += placed
        values += [1.0] * len(placed)
    return csr_matrix((values, (at, columns)), shape=(len(rows), BUCKETS + len(column)), dtype=np.float32)


def _said(replies: Sequence[Labelled]) -> Truth:
    rows = [sentence for reply in replies for sentence in reply.sentences]
    truth = np.zeros((len(rows), len(FAULTS) + len(ACTS)), dtype=np.float32)
    counts = np.zeros_like(truth)
    told = {label for reply in replies if not reply.id for sentence in reply.sentences for label in sentence.labels}
    start = 0
    for reply in replies:
        end = start + len(reply.sentences)
        placed = {label for sentence in reply.sentences for label in sentence.labels}
        for column, fault in enumerate(FAULTS):
            if reply.id:  # where it is open, or has no place, nothing is known of sentences
                label, count = fault, float(fault not in reply.open and (fault not in reply.present or fault in placed))
            else:
                label = SINGLE_LABELS.get(fault, fault)
                count = SINGLE * (label in told)
            truth[start:end, column] = [label in sentence.labels for sentence in reply.sentences]
            counts[start:end, column] = count
        start = end
    for number, sentence in enumerate(rows):
        if sentence.acts is not None:
            truth[number, len(FAULTS) :] = [act in sentence.acts for act in ACTS]
            counts[number, len(FAULTS) :] = 1
    return truth, counts


def _whole(replies: Sequence[Labelled]) -> Truth:
    every = (*FAULTS, *LACKS)
    truth = [[one in reply.present for one in every] for reply in replies]
    counts = [[one not in reply.open for one in every] for reply in replies]
    return np.array(truth, dtype=np.float32), np.array(counts, dtype=np.float32)
