"""What a linear model sees of a sentence, and the model: words, stems, verb readings, letter groups, pairs, acts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from tonelint.linter import LANGUAGES
from tonelint.types import Token

GROUPS = (3, 4, 5)  # letters


class Seen(NamedTuple):
    """One sentence: its features, how many words it has, and what acts say of it."""

    features: frozenset[str]
    words: int
    acts: frozenset[str]


def seen(code: str, tokens: Iterable[Token], acts: Iterable[str]) -> Seen:
    """What is seen of the words of a sentence; numbers are all alike, and the edges of the sentence are words too."""
    kept = [t for t in tokens if t.kind != "mark" and (t.kind != "punctuation" or t.key[:1] in "?؟!")]
    keys = ["<", *("#" if token.kind == "number" else token.key for token in kept), ">"]
    found = {feature for key in keys for feature in word(code, key)}
    return Seen(frozenset(found | {f"b {a} {b}" for a, b in pairwise(keys)}), len(keys), frozenset(acts))


@lru_cache(100_000)
def word(code: str, key: str) -> tuple[str, ...]:
    """What a word brings by itself."""
    return tuple(set(_word(code, key)))


def _word(code: str, key: str) -> Iterator[str]:
    yield "w " + key
    for stem in LANGUAGES[code].stems(key)[1:]:
        yield "s " + stem
    for reading in LANGUAGES[code].readings(key)[:2]:
        yield f"v {reading.lemma} {reading.polarity}"
        yield f"p {reading.tense} {reading.person} {reading.polarity}"
    whole = f"<{key}>"
    for size in GROUPS:
        for at in range(len(whole) - size + 1):
            yield "c " + whole[at : at + size]


def columns(rows: Collection[Seen]) -> dict[str, int]:
    """The number of each feature; those that occur once teach nothing."""
    counts = Counter(feature for row in rows for feature in _all(row))
    return {feature: number for number, feature in enumerate(sorted(f for f, n in counts.items() if n > 1))}


def matrix(rows: Sequence[Seen], index: dict[str, int]) -> Any:
    """A row for each sentence. Each feature weighs the less the longer the sentence; acts weigh 1."""
    places = [
        (number, index[feature], 1.0 if feature[:2] == "A " else max(row.words, 1) ** -0.5)
        for number, row in enumerate(rows)
        for feature in sorted(_all(row))
        if feature in index
    ]
    at, column, values = zip(*places)
    return csr_matrix((values, (at, column)), shape=(len(rows), len(index)))


def _all(row: Seen) -> set[str]:
    return {*row.features, *("A " + act for act in row.acts)}


def model() -> Any:
    return LogisticRegression(C=2.0, solver="liblinear", dual=True, tol=0.01, max_iter=300, random_state=0)


def cut(scores: Any, truth: Any, precision: float, least: int) -> float:
    """The lowest score above which the precision is as wanted, with at least so many hits; infinite if there is none.

    >>> cut(np.array([4.0, 3.0, 2.0, 1.0]), np.array([True, True, False, True]), 0.9, 2)
    2.5
    """
    order = np.argsort(-scores, kind="stable")
    hits = np.cumsum(truth[order])
    good = np.nonzero((hits / np.arange(1, len(order) + 1) >= precision) & (hits >= least))[0]
    if not len(good):
        return float("inf")
    last, after = order[good[-1]], order[min(good[-1] + 1, len(order) - 1)]
    return float(scores[last] + scores[after]) / 2
