"""Would a learnt labeller do better than frames? ``python training/measure.py fa en`` (needs scikit-learn).

A linear model over a sentence's words, stems, verb readings, letter groups and word pairs, together with what the
frames say of it, is tried on every label by fivefold cross-validation. Printed beside each other: precision and recall
of the frames alone; average precision of the model; and the recall it has left where its precision is at least .95.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import numpy as np
from frames import LEAST, labelled, sentences
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score
from sklearn.model_selection import cross_val_predict

from tonelint.languages.base import Language
from tonelint.linter import LANGUAGES
from tonelint.text import document
from tonelint.types import Token


def word_features(language: Language, key: str) -> Iterator[str]:
    """Yields what a word brings by itself: its key, stems, verb readings, and groups of three and four letters."""
    yield "w " + key
    for stem in language.stems(key)[1:]:
        yield "s " + stem
    for reading in language.readings(key)[:2]:
        yield f"v {reading.lemma} {reading.polarity}"
        yield f"p {reading.tense} {reading.person} {reading.polarity}"
    whole = f"<{key}>"
    for size in (3, 4):
        for at in range(len(whole) - size + 1):
            yield "c " + whole[at : at + size]


def words(tokens: tuple[Token, ...]) -> list[str]:
    """The keys that count; numbers are all alike, and the edges of the sentence are words too."""
    kept = [t for t in tokens if t.kind != "mark" and (t.kind != "punctuation" or t.key[:1] == "?")]
    return ["<", *("#" if token.kind == "number" else token.key for token in kept), ">"]


def features(code: str, text: str, said: set[str]) -> Counter[str]:
    """How often each feature occurs, over the root of the number of words; what frames say counts once."""
    found: Counter[str] = Counter()
    count = 0
    for sentence in document.read(text, LANGUAGES, code).sentences:
        keys = words(sentence.tokens)
        count += len(keys)
        for key in keys:
            found.update(set(word_features(LANGUAGES[code], key)))
        found.update(f"b {a} {b}" for a, b in pairwise(keys))
    scale = max(count, 1) ** 0.5
    return Counter({**{name: value / scale for name, value in found.items()}, **{"A " + act: 1.0 for act in said}})


def matrix(rows: list[Counter[str]]) -> Any:
    counts = Counter(feature for row in rows for feature in row)
    index = {feature: i for i, feature in enumerate(sorted(f for f, n in counts.items() if n >= 2))}
    places = [(r, index[f], v) for r, row in enumerate(rows) for f, v in row.items() if f in index]
    at, columns, values = zip(*places, strict=True)
    return csr_matrix((values, (at, columns)), shape=(len(rows), len(index)))


def recall_at(precision_wanted: float, scores: Any, truth: Any) -> float:
    """The most recall at which the precision is still as wanted; 0 if that holds for fewer than five sentences."""
    order = np.argsort(-scores)
    hits = np.cumsum(truth[order])
    precision = hits / np.arange(1, len(order) + 1)
    good = np.nonzero((precision >= precision_wanted) & (hits >= 5))[0]
    return float(hits[good[-1]] / truth.sum()) if len(good) else 0.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("languages", nargs="+", choices=sorted(LANGUAGES))
    for code in parser.parse_args().languages:
        rows = sentences(code)
        said = labelled(code, rows)
        x = matrix([features(code, text, own) for (text, _), own in zip(rows, said, strict=True)])
        print(f"{code}: {len(rows)} sentences\n  label             n    frames P    R   model AP  R at P .95")
        for label in sorted({label for _, own in rows for label in own}):
            truth = np.array([label in own for _, own in rows])
            if truth.sum() < LEAST:
                continue
            found = np.array([label in own for own in said])
            both = (truth & found).sum()
            model = LogisticRegression(C=8.0, solver="liblinear", random_state=0)
            scores = cross_val_predict(model, x, truth, cv=5, method="decision_function")
            print(
                f"  {label:15s} {truth.sum():4d}       {both / max(found.sum(), 1):.2f} {both / truth.sum():.2f}"
                f"       {average_precision_score(truth, scores):.2f}        {recall_at(0.95, scores, truth):.2f}"
            )


if __name__ == "__main__":
    main()
