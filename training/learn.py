"""Learns the weights of the labeller (tonelint/labeller.py): ``python training/learn.py fa en`` (needs scikit-learn).

For each family a linear model learns from the sentences of labelled replies and, with less weight, from the single
sentences, a second one from whole replies, and a third one how much to make of each of the two. A family is likely in a
reply if its likeliest sentence is above a cut: the lowest above which, by cross-validation over the replies in which
the rules have not found it, the precision is `PRECISION`. A finding is doubted below a score that few right ones fall
short of, if that takes out more wrong ones; to that end only replies are looked at that the rules were never tuned to.
Of what a reply lacks (an offer, a reason …) only whole replies are learnt.
Writes tonelint/lexicon/labeller_<code>.bin. With ``--unseen FILE …`` writes nothing, and tells how it does there.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from batches import NAMES, Batch, Single, batch, matrix, named
from courses import act_models, courses
from linear import FOLDS, Linear, Use, across, linear, model
from replies import Labelled, fold, learnt, read, single
from scipy.sparse import vstack
from sklearn.linear_model import LogisticRegression

from tonelint.course import ACTS
from tonelint.features import BUCKETS
from tonelint.labeller import NOTHING, Weights, act_label, reply_label, stored
from tonelint.linter import LANGUAGES

FAULTS = ("blame", "condescension", "hostility", "curt-closing", "effort", "handoff", "vague-promise", "overpromise",
          "negative-wording", "cliche", "obligation", "vague-time", "non-apology", "passive-voice",
          "over-apology")  # fmt: skip
SINGLE_LABELS = {"curt-closing": "curt"}
WHOLE = ("bad-news-sandwich", "missing-next-step", "missing-offer", "refusal-without-reason",
         "refusal-without-alternative")  # fmt: skip
PRECISION, FOUND = 0.88, 15  # FOUND: the fewest right ones that are worth a rule
RULES_ONLY = frozenset(["passive-voice"])  # only doubted, never likely
# Of their doubts on unseen replies every second one was wrong.
NEVER_DOUBTED = frozenset(["blame", "condescension", "obligation", "non-apology", "overpromise"])
DOUBTED = ((0.08, 3.0), (0.05, 3.0), (0.03, 2.0))  # of the true findings, and how many false ones for a true one
ENOUGH = 25  # true ones to go by
SENTENCE, REPLY = 0.5, 2.0  # how closely models follow what they learn from
SINGLE = 0.5  # the weight of a single sentence beside one of a reply
_MOST = 127
NEVER = 1e6


def likeliest(scores: Any, of: Batch) -> Any:
    """The score of each reply: that of its likeliest sentence."""
    best = np.full(len(of.replies), -99.0)
    np.maximum.at(best, of.owner, scores)
    return best


def cut(scores: Any, truth: Any) -> float:
    """The lowest score above which the precision is as wanted, were one more of them false, and enough are found.

    Else infinite.
    """
    order = np.argsort(-scores, kind="stable")
    hits = np.cumsum(truth[order])
    good = np.nonzero(hits / np.arange(2, len(order) + 2) >= PRECISION)[0]
    if not len(good) or hits[good[-1]] < FOUND:
        return float("inf")
    last, after = order[good[-1]], order[min(good[-1] + 1, len(order) - 1)]
    return float(scores[last] + scores[after]) / 2


def of_fault(family: str, of: Batch, alone: Single) -> Callable[[Use], Linear]:
    """How to fit a model of the sentences with a fault. Replies where it is open or has no place teach nothing."""
    truth = np.array([family in sentence.labels for reply in of.replies for sentence in reply.sentences], dtype=float)
    known = np.array([family not in r.open and (family not in r.present or any(family in s.labels for s in r.sentences))
                      for r in of.replies])  # fmt: skip
    label = SINGLE_LABELS.get(family, family)
    told = any(label in own for own in alone.labels)

    def fit(use: Use) -> Linear:
        rows = (known & use)[of.owner]
        if not told:
            return model(SENTENCE, of.x[rows], truth[rows])
        weights = np.r_[np.ones(rows.sum()), np.full(len(alone.labels), SINGLE)]
        both = vstack([of.x[rows], alone.x], format="csr")
        return model(SENTENCE, both, np.r_[truth[rows], alone.truth(label)], weights)

    return fit


def judged(family: str, replies: Sequence[Labelled]) -> tuple[Any, Any, Any]:
    """Three masks of replies: those judged for a family, those that have it, those in which rules find it."""
    return (
        np.array([family not in reply.open for reply in replies]),
        np.array([family in reply.present for reply in replies]),
        np.array([family in reply.found for reply in replies]),
    )


class Model(NamedTuple):
    """What is learnt for a family: of its sentences, None for what a reply lacks, of whole replies, of their course.

    limit: the sum of the three above which it is likely. doubt: the one below which a finding is doubted.
    """

    family: str
    sentence: Linear | None
    reply: Linear
    course: Any
    limit: float
    doubt: float

    def scores(self, of: Batch) -> Any:
        """The score of each sentence, or of each reply."""
        whole = self.reply(of.whole) + of.courses @ self.course
        return whole if self.sentence is None else self.sentence(of.x) + whole[of.owner]


def models(of: Batch, alone: Single) -> list[Model]:
    """A model for each family for which one is of any use."""
    made = [learn(family, of, alone) for family in (*FAULTS, *WHOLE)]
    return [one for one in made if one.limit < float("inf") or one.doubt > -float("inf")]


def learn(family: str, of: Batch, alone: Single) -> Model:
    """The model of a family, with the cuts that cross-validation gives."""
    known, truth, found = judged(family, of.replies)
    folds, every, left = np.array(fold(of.replies, FOLDS)), np.arange(len(of.replies)), known & ~found
    fresh = np.array([reply.fresh for reply in of.replies])

    def whole(use: Use) -> Linear:
        return model(REPLY, of.whole[known & use], truth[known & use])

    def weigh(use: Use) -> Linear:
        return linear(LogisticRegression(C=1, max_iter=1000).fit(parts[left & use], truth[left & use]))

    reply, scores = whole(known), across(whole, of.whole, every, folds)
    parts = np.c_[scores, of.courses]
    if family not in FAULTS:
        (rest, *course), more = weigh(known)
        sentence, reply = None, reply.times(rest, more)
        sums, flagged, right, wrong = rest * scores + of.courses @ course + more, known & found, truth, ~truth
    else:
        fit = of_fault(family, of, alone)
        sentences = across(fit, of.x, of.owner, folds)
        parts = np.c_[likeliest(sentences, of), parts]
        (own, rest, *course), more = weigh(known)
        sentence, reply = fit(known).times(own, more), reply.times(rest)
        sums = own * sentences + more + (rest * scores + of.courses @ course)[of.owner]
        flagged = np.array([family in s.found for s in of.sentences]) & known[of.owner]
        right = np.array([family in s.labels for s in of.sentences])
        fresh, wrong = fresh[of.owner], ~truth[of.owner]
    limit = float("inf") if family in RULES_ONLY else cut(across(weigh, parts, every, folds)[left], truth[left])
    doubt = -float("inf") if family in NEVER_DOUBTED else doubted(sums, flagged & right, flagged & wrong, fresh)
    return Model(family, sentence, reply, np.array(course), limit, min(doubt, limit))  # what is likely is not doubted


def doubted(scores: Any, right: Any, wrong: Any, fresh: Any) -> float:
    """The score below which findings are doubted: few right ones are, and far more wrong ones. Else minus infinity.

    The highest such score of a few. fresh: those in replies that the rules were never tuned to; only these tell how
    many findings are wrong.
    """
    if right.sum() < ENOUGH:
        return -float("inf")
    for part, worth in DOUBTED:
        limit = float(np.quantile(scores[right], part))
        below = fresh & (scores < limit)
        if (wrong & below).sum() >= worth * max((right & below).sum(), 1):
            return limit
    return -float("inf")


def weights(made: Sequence[Model], acts: Sequence[Linear]) -> Weights:
    """The models as the labeller reads them, each weight rounded to a byte. What is never likely has its cut at 0."""
    labels, lines, doubts = [act_label(act) for act in ACTS], list(acts), [-float("inf")] * len(ACTS)
    for family, sentence, reply, _, limit, doubt in made:
        cut = NEVER if limit == float("inf") else limit
        if sentence is not None:
            labels += [family, reply_label(family)]
            lines += [sentence.times(1, -cut), reply]
            doubts += [doubt - cut, -float("inf")]
        else:
            labels.append(reply_label(family))
            lines.append(reply.times(1, -cut))
            doubts.append(doubt - cut)
    coefficients = np.array([one.weights for one in lines])
    units = np.abs(coefficients[:, :BUCKETS]).max(axis=1) / _MOST
    rows = np.rint(coefficients[:, :BUCKETS] / units[:, None]).astype(int) + NOTHING
    placed = {name: tuple(coefficients[:, BUCKETS + n].round(6).tolist()) for n, name in enumerate(NAMES)}
    base = tuple(round(one.start, 6) for one in lines)
    steps, limits = tuple(units.round(9).tolist()), tuple(round(doubt, 6) for doubt in doubts)
    courses = {reply_label(one.family): tuple(one.course.round(6).tolist()) for one in made}
    return Weights(tuple(labels), rows.T.astype(np.uint8).tobytes(), steps, {"": base, **placed}, limits, courses)


def tell(made: Sequence[Model], of: Batch) -> None:
    """Prints what the models bring on replies that they have not learnt from."""
    print("  right / wrong                  rules    missed   doubted   added")
    sums = np.zeros(6, dtype=int)
    for one in made:
        known, truth, found = judged(one.family, of.replies)
        scores = one.scores(of)
        if one.sentence is None:
            gone, likely = found & (scores < one.doubt), scores > one.limit
        else:
            flagged = np.array([one.family in s.found for reply in of.replies for s in reply.sentences])
            still = np.zeros(len(of.replies), dtype=bool)
            np.logical_or.at(still, of.owner, flagged & (scores >= one.doubt))
            gone, likely = found & ~still, likeliest(scores, of) > one.limit
        own = [known & found, known & gone, known & ~found & likely]
        sums += [count for mask in own for count in ((mask & truth).sum(), (mask & ~truth).sum())]
        rules, doubts, more = (_counts(mask, truth) for mask in own)
        print(f"  {one.family:30s} {rules}  {(known & ~found & truth).sum():4d}    {doubts}   {more}")
    print(f"  together doubted {sums[2]} / {sums[3]}, added {sums[4]} / {sums[5]}")


def _counts(chosen: Any, truth: Any) -> str:
    return f"{(chosen & truth).sum():3d} /{(chosen & ~truth).sum():3d}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("languages", nargs="+", choices=sorted(LANGUAGES))
    parser.add_argument("--unseen", nargs="+", type=Path, default=[], help="labelled replies to be judged by")
    options = parser.parse_args()
    for code in options.languages:
        replies, rows = learnt(code), single(code)
        NAMES[:] = sorted({name for reply in replies for names in named(reply) for name in names} - {""})
        of = batch(replies)
        acts, said = act_models(of, np.array(fold(replies, FOLDS)))
        of = of._replace(courses=courses(of, said))
        made = models(of, Single(matrix(rows), [row.labels for row in rows]))
        print(f"{code}: {len(rows)} sentences and {len(of.replies)} replies learnt")
        if options.unseen:
            unseen = batch(read(options.unseen, code))
            scores = np.stack([act(unseen.x) for act in acts], axis=1)
            tell(made, unseen._replace(courses=courses(unseen, scores)))
        else:
            path = Path(__file__).parent.parent / f"tonelint/lexicon/labeller_{code}.bin"
            path.write_bytes(stored(weights(made, acts)))
            print(f"  {', '.join(one.family for one in made)}: {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
