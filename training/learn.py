"""Learns the weights of the labeller (tonelint/network.py): ``python training/learn.py fa en`` (needs jax and scipy).

One network a language learns from the sentences of labelled replies, from the replies as a whole and, with less weight,
from single sentences. A family is likely in a reply above a cut: the lowest above which, by cross-validation over the
replies in which the rules have not found it, the precision is `PRECISION`. A finding is doubted below a score that
takes out far more wrong ones than right ones; to that end only replies are looked at that the rules were not tuned to.
Of what a reply lacks (an offer, a reason …) only whole replies are learnt.
Writes tonelint/lexicon/labeller_<code>.bin.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import network
import numpy as np
from batches import FAULTS, LACKS, Batch, alone, batch, names
from replies import fold, learnt, single

from tonelint.features import BUCKETS
from tonelint.layers import LARGEST, NOTHING, packed
from tonelint.linter import LANGUAGES
from tonelint.weights import Weights, stored

FAMILIES = (*FAULTS, *LACKS)
PRECISION, FOUND = 0.85, 15  # FOUND: the fewest right ones that are worth a rule
RULES_ONLY = frozenset(["passive-voice"])  # only doubted, never likely
WORTH, LOST = 1.5, 0.12  # how many false findings a true one is worth, and the most of the true ones that may go
FOLDS = 5
_MOST = 127
NEVER = float("inf")


class Scores(NamedTuple):
    """What sentences lean to by themselves, and what the rest of their reply adds: a column for each family."""

    said: Any
    rest: Any

    def replies(self, column: int, of: Batch) -> Any:
        """How much each reply leans to a family: as much as its likeliest sentence, if sentences show it."""
        if column >= len(FAULTS):
            return self.rest[:, column]
        best = np.full(len(of.replies), -99.0)
        np.maximum.at(best, of.owner, self.said[:, column])
        return best + self.rest[:, column]


def crossed(of: Batch) -> Scores:
    """The scores of replies, each by a network that has not learnt from it; single sentences have none."""
    ours = np.array([bool(reply.id) for reply in of.replies])
    folds = np.where(ours, np.array(fold(of.replies, FOLDS)), -1)
    said, rest = np.full((of.x.shape[0], len(FAULTS)), -99.0), np.zeros((len(of.replies), len(FAMILIES)))
    for left in range(FOLDS):
        out = np.nonzero(folds == left)[0]
        own = network.learn(of, np.nonzero(folds != left)[0]).scores(of, out)
        rows = np.isin(of.owner, out)
        said[rows], rest[out] = own[0][rows], own[1][out]
    return Scores(said, rest)


def cut(scores: Any, truth: Any) -> float:
    """The lowest score above which the precision is as wanted, were one more of them false, and enough are found.

    Else infinite.
    """
    order = np.argsort(-scores, kind="stable")
    hits = np.cumsum(truth[order])
    good = np.nonzero(hits / np.arange(2, len(order) + 2) >= PRECISION)[0]
    if not len(good) or hits[good[-1]] < FOUND:
        return NEVER
    last, after = order[good[-1]], order[min(good[-1] + 1, len(order) - 1)]
    return float(scores[last] + scores[after]) / 2


def limits(of: Batch, scores: Scores) -> tuple[list[float], list[float]]:
    """The cuts of all families, and the scores below which their findings are doubted."""
    cuts, doubts, owner = list[float](), list[float](), of.owner
    every = np.array([reply.fresh for reply in of.replies])
    for column, family in enumerate(FAMILIES):
        known = np.array([family not in reply.open for reply in of.replies])
        truth = np.array([family in reply.present for reply in of.replies])
        found = np.array([family in reply.found for reply in of.replies])
        own, left, fresh = scores.replies(column, of), known & ~found, every
        cuts.append(NEVER if family in RULES_ONLY else cut(own[left], truth[left]))
        right, wrong = known & found & truth, known & found & ~truth
        if column < len(FAULTS):
            flagged = np.array([family in sentence.found for sentence in of.sentences])
            own = scores.said[:, column] + scores.rest[owner, column]
            right = flagged & known[owner] & np.array([family in sentence.labels for sentence in of.sentences])
            wrong, fresh = flagged & (known & ~truth)[owner], every[owner]
        doubts.append(min(doubted(own, right, wrong, fresh), cuts[-1]))  # what is likely is not doubted
    return cuts, doubts


def doubted(scores: Any, right: Any, wrong: Any, fresh: Any) -> float:
    """The score below which findings are doubted: there most is won, with `WORTH` wrong ones for a right one.

    Minus infinity if nothing is. fresh: those in replies that the rules were never tuned to; only these tell how many
    findings are wrong. Of all right ones no more than `LOST` fall.
    """
    judged = fresh & (right | wrong)
    order = np.argsort(scores[judged], kind="stable")
    own, won = scores[judged][order], np.cumsum(np.where(right[judged][order], -WORTH, 1))
    won = won[own <= np.quantile(scores[right], LOST)] if right.any() else won[:0]
    if not len(won) or won.max() <= 0:
        return -NEVER
    last = int(won.argmax())
    return float(own[last] + own[min(last + 1, len(own) - 1)]) / 2


def weights(own: network.Learnt, known: Sequence[str], cuts: Sequence[float], doubts: Sequence[float]) -> Weights:
    """What was learnt as the labeller reads it, with the weights of features rounded to a byte."""
    parts = own.parts
    steps = np.abs(own.features[:BUCKETS]).max(axis=0) / _MOST
    rows = np.rint(own.features[:BUCKETS] / steps).astype(int) + NOTHING
    layers = [
        np.hstack([parts[name] for name in ("own", "next", "back", "all", "first")]),
        np.hstack([parts[name] for name in ("then", "loud", "together")]), parts["before"], parts["after"],
    ]  # fmt: skip
    worth = _worth(layers[:1]), _worth(layers[1:])
    data = [packed(np.rint(layer / worth[number > 0]).astype(int).tolist()) for number, layer in enumerate(layers)]
    return Weights(
        FAULTS, LACKS, _numbers(steps, 9),
        {"": _numbers(parts["units"]), **_rows(known, own.features[BUCKETS:])},
        _numbers(parts["base"]), _numbers(parts["said"]),
        {"": _numbers(parts["reply"]), **_rows(known, parts["traits"])},
        _numbers(parts["weight"]), tuple(round(limit, 6) for limit in cuts),
        tuple(round(doubt, 6) for doubt in doubts),
        worth, rows.astype(np.uint8).tobytes(), *data,
    )  # fmt: skip


def _worth(layers: Sequence[Any]) -> float:
    """What a step is worth in some layers, for their largest weight to have as many as it may."""
    return float(max(np.abs(layer).max() for layer in layers) / LARGEST)


def _rows(known: Sequence[str], values: Any) -> dict[str, tuple[float, ...]]:
    return {name: _numbers(row) for name, row in zip(known, values)}


def _numbers(values: Any, digits: int = 6) -> tuple[float, ...]:
    return tuple(round(float(value), digits) for value in values)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("languages", nargs="+", choices=sorted(LANGUAGES))
    options = parser.parse_args()
    for code in options.languages:
        replies, rows = learnt(code), single(code)
        known = names(replies)
        of = batch([*replies, *alone(rows)], known)
        print(f"{code}: {len(rows)} sentences and {len(replies)} replies")
        cuts, doubts = limits(of, crossed(of))
        own = network.learn(of, np.arange(len(of.replies)))
        path = Path(__file__).parent.parent / f"tonelint/lexicon/labeller_{code}.bin"
        path.write_bytes(stored(weights(own, known, cuts, doubts)))
        likely = [family for family, limit in zip(FAMILIES, cuts) if limit < NEVER]
        print(f"  likely: {', '.join(likely)}; {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
