"""Linear models, and how they are learnt."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
from scipy.sparse import diags
from sklearn.svm import LinearSVC

FOLDS = 5
Use = Any  # a mask of replies


class Linear(NamedTuple):
    """What columns weigh, and what there is from the start."""

    weights: Any
    start: float

    def __call__(self, x: Any) -> Any:
        return x @ self.weights + self.start

    def times(self, factor: float, more: float = 0.0) -> Linear:
        return Linear(self.weights * factor, self.start * factor + more)


def model(c: float, x: Any, truth: Any, weights: Any = None) -> Linear:
    """A support vector machine: it looks at the examples near the border only, and there it is surer than a curve.

    c: how closely it follows its examples. Columns count for more that tell much by themselves, see `telling`.
    """
    scale = telling(x, truth)
    found = linear(LinearSVC(C=c, random_state=0).fit(x @ diags(scale), truth, weights))
    return found._replace(weights=found.weights * scale)


def telling(x: Any, truth: Any) -> Any:
    """For each column the root of how much more, or less, often it is filled where it is true: as a logarithm.

    As Wang and Manning (2012), "Baselines and Bigrams", but for the root: the whole of it leads astray where columns
    are seen a few times only.
    """
    filled = (x > 0).astype(float)
    true, false = (1 + np.asarray(filled[rows].sum(0)).ravel() for rows in (truth > 0, truth == 0))
    scale = np.sqrt(np.abs(np.log((true / true.sum()) / (false / false.sum()))))
    return scale / np.sqrt(np.mean(scale**2))


def linear(fitted: Any) -> Linear:
    return Linear(fitted.coef_[0], float(fitted.intercept_[0]))


def across(fit: Callable[[Use], Linear], x: Any, owner: Any, folds: Any) -> Any:
    """The scores of rows, each by the model that has not learnt from its reply. owner: the reply of each row."""
    scores = np.zeros(x.shape[0])
    for left in range(FOLDS):
        rows = (folds == left)[owner]
        scores[rows] = fit(folds != left)(x[rows])
    return scores
