"""A labeller made by hand: some words speak for a label, the rest say nothing."""

from __future__ import annotations

import zlib
from collections.abc import Mapping

from tonelint.features import BUCKETS
from tonelint.labeller import NOTHING, Labeller, Weights, reply_label

CUT = 5.0  # steps that a sentence of one feature needs


def made(
    label: str, steps: Mapping[str, int], doubt: float = -float("inf"), whole: Mapping[str, int] | None = None
) -> Labeller:
    """A labeller with one label. steps: what words weigh; a sentence is likely from `CUT` times the root of its features.

    whole: what they weigh for a whole reply.
    """
    labels, weights = [label], [steps]
    if whole is not None:
        labels, weights = [label, reply_label(label)], [steps, whole]
    rows = bytearray([NOTHING]) * (BUCKETS * len(labels))
    for number, own in enumerate(weights):
        for word, weight in own.items():
            rows[zlib.crc32(f"<{word}>".encode()) % BUCKETS * len(labels) + number] = NOTHING + weight
    base, doubts = (-CUT, 0.0)[: len(labels)], (doubt, -float("inf"))[: len(labels)]
    return Labeller(Weights(tuple(labels), bytes(rows), (1.0,) * len(labels), {"": base}, doubts))
