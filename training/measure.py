"""Would a learnt labeller do better than frames? ``python training/measure.py fa en`` (needs scikit-learn).

A linear model over a sentence's words, stems, verb readings, letter groups and word pairs, together with what the
frames say of it, is tried on every label by fivefold cross-validation. Printed beside each other: precision and recall
of the frames alone; average precision of the model; and the recall it has left where its precision is at least .95.
With ``--labelled FILE … --unseen FILE …`` it is tried on whole replies instead, see `replies`.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import replies
from features import columns, cut, matrix, model, seen
from frames import LEAST, labelled, sentences
from sklearn.metrics import average_precision_score
from sklearn.model_selection import cross_val_predict

from tonelint.linter import LANGUAGES
from tonelint.text import document


def by_sentence(code: str) -> None:
    """Prints for each label what frames and model know of single sentences."""
    rows = sentences(code)
    said = labelled(code, rows)
    read = [document.read(text, LANGUAGES, code) for text, _ in rows]
    own = [seen(code, [t for s in one.sentences for t in s.tokens], acts) for one, acts in zip(read, said)]
    x = matrix(own, columns(own))
    print(f"{code}: {len(rows)} sentences\n  label             n    frames P    R   model AP  R at P .95")
    for label in sorted({label for _, labels in rows for label in labels}):
        truth, found = np.array([label in labels for _, labels in rows]), np.array([label in acts for acts in said])
        if truth.sum() < LEAST:
            continue
        both = (truth & found).sum()
        scores = cross_val_predict(model(), x, truth, cv=5, method="decision_function")
        kept = (truth & (scores > cut(scores, truth, 0.95, 5))).sum()
        print(
            f"  {label:15s} {truth.sum():4d}       {both / max(found.sum(), 1):.2f} {both / truth.sum():.2f}"
            f"       {average_precision_score(truth, scores):.2f}        {kept / truth.sum():.2f}"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("languages", nargs="+", choices=sorted(LANGUAGES))
    parser.add_argument("--labelled", nargs="+", type=Path, default=[], help="labelled replies to learn from")
    parser.add_argument("--unseen", nargs="+", type=Path, default=[], help="labelled replies to be judged by")
    options = parser.parse_args()
    if bool(options.labelled) != bool(options.unseen):
        parser.error("--labelled and --unseen go together: replies to learn from, and others to be judged by")
    for code in options.languages:
        if options.unseen:
            replies.measure(code, options.labelled, options.unseen)
        else:
            by_sentence(code)


if __name__ == "__main__":
    main()
