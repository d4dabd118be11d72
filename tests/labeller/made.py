"""A labeller made by hand: some words speak for a label, the rest say nothing."""

from __future__ import annotations

import zlib
from collections.abc import Mapping

from tonelint.course import ACTS
from tonelint.features import BUCKETS
from tonelint.labeller import NOTHING, Labeller, Weights, act_label, reply_label

CUT = 5.0  # steps that a sentence of one feature needs
Steps = Mapping[str, int]  # what words weigh


def made(
    label: str, steps: Steps, doubt: float = -float("inf"), whole: Steps | None = None,
    acts: Mapping[str, Steps] | None = None, courses: Mapping[str, tuple[float, ...]] | None = None,
) -> Labeller:  # fmt: skip
    """A labeller with one label; a sentence is likely from `CUT` times the root of its features.

    steps: what words weigh. whole: what they weigh for a whole reply. acts: and for each act, with its courses.
    """
    weighing = {label: steps}
    if whole is not None:
        weighing[reply_label(label)] = whole
    if acts is not None:
        weighing |= {act_label(act): acts.get(act, {}) for act in ACTS}
    rows = bytearray([NOTHING]) * (BUCKETS * len(weighing))
    for number, own in enumerate(weighing.values()):
        for word, weight in own.items():
            rows[zlib.crc32(f"<{word}>".encode()) % BUCKETS * len(weighing) + number] = NOTHING + weight
    none = len(weighing) - 1
    base, doubts = (-CUT, *[0.0] * none), (doubt, *[-float("inf")] * none)
    units = (1.0,) * len(weighing)
    return Labeller(Weights(tuple(weighing), bytes(rows), units, {"": base}, doubts, courses or {}))
