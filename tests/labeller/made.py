"""A labeller made by hand: some words speak for a label, the rest say nothing."""

from __future__ import annotations

import zlib
from collections.abc import Mapping

from tonelint.labeller import BUCKETS, NOTHING, Labeller, Weights

CUT = 10.0  # steps that a sentence of one word needs


def made(label: str, steps: Mapping[str, int], doubt: float = -float("inf")) -> Labeller:
    """A labeller with one label. steps: what words weigh; a sentence is likely from `CUT` times the root of its words."""
    rows = bytearray([NOTHING]) * BUCKETS
    for word, weight in steps.items():
        rows[zlib.crc32(f"<{word}>".encode()) % BUCKETS] = NOTHING + weight
    return Labeller(Weights((label,), bytes(rows), (1.0,), {"": (-CUT,)}, (doubt,)))
