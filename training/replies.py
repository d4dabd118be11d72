"""Would a learnt labeller find in whole replies what the rules miss? See ``measure.py --labelled … --unseen …``.

A model for each family learns from the single sentences and from the sentences of labelled replies; a reply has the
family if its likeliest sentence is above a cut. Cuts come from fivefold cross-validation over the labelled replies:
``added`` asks for a precision of .90 among what the rules have not found, with at least three hits; ``own`` for .95 of
all that the model finds, with at least five. ``best`` is no cut but a bound: the most hits that any cut would add on
the unseen replies themselves at a precision of .85. For what is missing from a reply (an offer, a reason …) it is the
other way round: a model of the act silences findings, with a cut that costs one true fault in twenty.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from features import Seen, columns, cut, matrix, model, seen
from frames import place, sentences
from scipy.sparse import vstack

from tonelint.linter import LANGUAGES, Linter
from tonelint.text import document

ADDED = ["blame", "condescension", "hostility", "curt-closing", "effort", "handoff", "vague-promise",
         "negative-wording", "cliche", "overpromise", "non-apology", "jargon"]  # fmt: skip
LABELS = {"curt-closing": "curt"}
SILENCED = {"offer": "missing-offer", "reason": "refusal-without-reason",
            "alternative": "refusal-without-alternative", "next-step": "missing-next-step"}  # fmt: skip
ASKED = {"reason": {"refusal"}, "alternative": {"refusal"}, "next-step": {"hold", "loose-promise", "passed-on"}}
FOLDS, SINGLE, ROUNDS = 5, 0.2, 3  # SINGLE: the weight of a single sentence beside one of a reply
_LETTERS = ("email", "ticket")


class Labelled(NamedTuple):
    """A reply with its labels, what the rules find in it, and for each sentence the families that it is flagged for."""

    fold: int
    channel: str
    present: frozenset[str]
    open: frozenset[str]
    found: frozenset[str]
    acts: frozenset[str]
    sentences: tuple[Seen, ...]
    flagged: tuple[frozenset[str], ...]


class Batch(NamedTuple):
    """Replies, with the sentences of all of them as one matrix; `owner` is the reply of each of its rows."""

    replies: list[Labelled]
    owner: Any
    x: Any


class Single(NamedTuple):
    """The single sentences of training/data as a matrix, with their labels."""

    x: Any
    labels: list[frozenset[str]]

    def truth(self, label: str) -> Any:
        return np.array([label in own for own in self.labels], dtype=float)


def read(paths: Iterable[Path], code: str) -> list[Labelled]:
    """The replies in a language from files of labelled replies."""
    linter = Linter()
    lines = [line for path in paths for line in path.read_text(encoding="utf-8").splitlines()]
    return [_labelled(linter, row) for row in map(json.loads, lines) if row["lang"] == code]


def _labelled(linter: Linter, row: dict[str, Any]) -> Labelled:
    text, channel = row["text"], {"ticket": "email"}.get(row["channel"], row["channel"])
    context = {key: value for key, value in (row.get("context") or {}).items() if value}
    report = linter.check(text, channel=channel, stage=row.get("stage", "draft"), **context)
    spans = [(family, text.find(s), text.find(s) + len(s)) for family, found in row["present"].items() for s in found]
    read = document.read(text, LANGUAGES, context.get("language"))
    kept = [n for n, s in enumerate(read.sentences) if read.blocks[s.block].kind not in ("quote", "code", "footer")]
    size = sum(len(read.sentences[number].tokens) for number in kept)
    own, flagged = [], []
    for number in kept:
        sentence = read.sentences[number]
        acts = {act.name for act in report.acts if act.sentence == number}
        stands = {f"of {min(len(kept), 4)}", f"size {min(size // 15, 6)}", *(["last"] if number == kept[-1] else [])}
        own.append(seen(row["lang"], sentence.tokens, acts | stands))
        flagged.append(frozenset(f for f, start, end in spans if start < sentence.end and end > sentence.start))
    return Labelled(
        place(row["id"]) % FOLDS, row["channel"], frozenset(row["present"]), frozenset(row["open"]),
        frozenset(found.family for found in report.findings if found.severity != "hint"),
        frozenset(act.name for act in report.acts), tuple(own), tuple(flagged),
    )  # fmt: skip


def single(code: str) -> tuple[list[Seen], list[frozenset[str]]]:
    """What is seen of the sentences in training/data, and their labels."""
    linter, rows = Linter(), sentences(code)
    found = []
    for text, _ in rows:
        acts = (act.name for act in linter.check(text, channel="chat", language=code).acts)
        tokens = [token for sentence in document.read(text, LANGUAGES, code).sentences for token in sentence.tokens]
        found.append(seen(code, tokens, acts))
    return found, [labels for _, labels in rows]


def batch(replies: list[Labelled], index: dict[str, int]) -> Batch:
    rows = [sentence for reply in replies for sentence in reply.sentences]
    return Batch(replies, np.array([n for n, r in enumerate(replies) for _ in r.sentences]), matrix(rows, index))


def likeliest(fitted: Any, of: Batch) -> Any:
    """The score of each reply: that of its likeliest sentence."""
    scores = np.full(len(of.replies), -99.0)
    np.maximum.at(scores, of.owner, fitted.decision_function(of.x))
    return scores


def crossed(fit: Any, of: Batch) -> Any:
    """The score of each reply by a model that did not learn from it. fit: from a mask of replies to a model."""
    folds = np.array([reply.fold for reply in of.replies])
    scores = np.zeros(len(folds))
    for fold in range(FOLDS):
        scores[folds == fold] = likeliest(fit(folds != fold), of)[folds == fold]
    return scores


def adder(family: str, of: Batch, alone: Single, use: Any) -> Any:
    """A model of the sentences with a fault. Replies where it is open, or has no place of its own, teach nothing."""
    truth = np.array([family in flagged for reply in of.replies for flagged in reply.flagged], dtype=float)
    known = [family not in r.open and (family not in r.present or any(family in f for f in r.flagged))
             for r in of.replies]  # fmt: skip
    rows = (np.array(known) & use)[of.owner]
    label = LABELS.get(family, family)
    if not any(label in own for own in alone.labels):
        return model().fit(of.x[rows], truth[rows])
    weights = np.r_[np.ones(rows.sum()), np.full(len(alone.labels), SINGLE)]
    return model().fit(vstack([of.x[rows], alone.x]), np.r_[truth[rows], alone.truth(label)], weights)


def does(act: str, replies: Sequence[Labelled]) -> Any:
    """1 for replies in which a sentence must do the act, 0 where none does, -1 where labels do not tell."""
    told = []
    for reply in replies:
        asked = reply.channel in _LETTERS if act == "offer" else bool(reply.acts & ASKED[act])
        told.append(-1 if SILENCED[act] in reply.open else 0 if SILENCED[act] in reply.present else 1 if asked else -1)
    return np.array(told)


def silencer(act: str, of: Batch, alone: Single, use: Any) -> Any:
    """A model of the sentences that do an act. In replies that do it, the likeliest one is learnt, over and over."""
    told, fitted = does(act, of.replies), model().fit(alone.x, alone.truth(act))
    none = np.nonzero((told == 0)[of.owner] & use[of.owner])[0]
    for _ in range(ROUNDS):
        scores = fitted.decision_function(of.x)
        best: dict[int, int] = {}
        for row, owner in enumerate(of.owner):
            if told[owner] == 1 and use[owner] and (owner not in best or scores[row] > scores[best[owner]]):
                best[owner] = row
        some = np.array(sorted(best.values()), dtype=int)
        truth = np.r_[np.ones(len(some)), np.zeros(len(none)), alone.truth(act)]
        weights = np.r_[np.ones(len(some) + len(none)), np.full(len(alone.labels), SINGLE)]
        fitted = model().fit(vstack([of.x[some], of.x[none], alone.x]), truth, weights)
    return fitted


def judged(family: str, replies: Sequence[Labelled]) -> tuple[Any, Any, Any]:
    """Three masks of replies: those judged for a family, those that have it, those in which rules find it."""
    return (
        np.array([family not in reply.open for reply in replies]),
        np.array([family in reply.present for reply in replies]),
        np.array([family in reply.found for reply in replies]),
    )


def _counts(chosen: Any, truth: Any) -> str:
    return f"{(chosen & truth).sum():3d} /{(chosen & ~truth).sum():3d}"


def _print_added(learnt: Batch, unseen: Batch, alone: Single) -> None:
    print("  hits / false alarms  rules    missed   added       own         best")
    for family in ADDED:
        fit = partial(adder, family, learnt, alone)
        known, truth, found = judged(family, learnt.replies)
        scores, left = crossed(fit, learnt), known & ~found
        cuts = [cut(scores[left], truth[left], 0.9, 3), cut(scores[known], truth[known], 0.95, 5)]
        known, truth, found = judged(family, unseen.replies)
        scores, left = likeliest(fit(np.ones(len(learnt.replies), dtype=bool)), unseen), known & ~found
        cuts.append(cut(scores[left], truth[left], 0.85, 3))
        adds = "   ".join(_counts(left & (scores > limit), truth) for limit in cuts)
        print(f"  {family:20s} {_counts(found & known, truth)}  {(left & truth).sum():4d}    {adds}")


def _print_silenced(learnt: Batch, unseen: Batch, alone: Single) -> None:
    print("  true / false findings        rules    silenced")
    for act, family in SILENCED.items():
        fit = partial(silencer, act, learnt, alone)
        limit = np.quantile(crossed(fit, learnt)[does(act, learnt.replies) == 0], 0.95)
        known, truth, found = judged(family, unseen.replies)
        scores = likeliest(fit(np.ones(len(learnt.replies), dtype=bool)), unseen)
        found = found & known
        print(f"  {family:28s} {_counts(found, truth)}   {_counts(found & (scores > limit), truth)}")


def measure(code: str, labelled: list[Path], unseen: list[Path]) -> None:
    """Prints, for each family, what rules and models find in replies that no model has learnt from."""
    learnt, fresh, (own, labels) = read(labelled, code), read(unseen, code), single(code)
    index = columns([*own, *(sentence for reply in learnt for sentence in reply.sentences)])
    alone = Single(matrix(own, index), labels)
    batches = batch(learnt, index), batch(fresh, index)
    print(f"{code}: {len(own)} sentences and {len(learnt)} replies learnt, {len(fresh)} unseen")
    _print_added(*batches, alone)
    _print_silenced(*batches, alone)
