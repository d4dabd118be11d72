"""Courses: what the sentences of a reply are likely to do, as models of its acts say (`tonelint.course`)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from batches import Batch
from linear import Linear, Use, across, model

from tonelint.course import ACTS, course

CLOSELY = 0.5  # how closely models follow what they learn from


def act_models(of: Batch, folds: Any) -> tuple[list[Linear], Any]:
    """A model for each act, and how much each sentence does each act: by models that have not learnt from its reply."""
    sentences = of.sentences
    told = np.array([sentence.acts is not None for sentence in sentences])
    made, scores = list[Linear](), list[Any]()
    for act in ACTS:
        truth = np.array([act in (sentence.acts or ()) for sentence in sentences], dtype=float)

        def fit(use: Use, truth: Any = truth) -> Linear:
            rows = told & use[of.owner]
            return model(CLOSELY, of.x[rows], truth[rows])

        made.append(fit(np.ones(len(of.replies), dtype=bool)))
        scores.append(across(fit, of.x, of.owner, folds))
    return made, np.stack(scores, axis=1)


def courses(of: Batch, scores: Any) -> Any:
    """The course of each reply, a row for each. scores: how much each sentence does each act."""
    starts = np.searchsorted(of.owner, np.arange(len(of.replies) + 1))
    own: Sequence[Any] = [scores[start:end].tolist() for start, end in pairwise(starts)]
    return np.array([course(sentences) for sentences in own])
