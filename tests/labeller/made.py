"""A network made by hand: some words speak for a fault, for a lack or for acts, the rest say nothing."""

from __future__ import annotations

import zlib
from collections.abc import Mapping

from tonelint.features import BUCKETS
from tonelint.layers import NOTHING, packed
from tonelint.network import ACTS, Network
from tonelint.weights import Weights

FAULT, LACK = "odd", "gone"
CUT = 5.0  # steps that a sentence of one feature needs
NEVER = float("inf")
Steps = Mapping[str, int]  # what words weigh
_STEP = 0.1  # of a unit: a value beyond 32 counts for 32 only


def made(
    fault: Steps, lack: Steps | None = None, acts: Mapping[str, Steps] | None = None, doubt: float = -NEVER,
    called: tuple[str, str] = (FAULT, LACK), beside: bool = False,
) -> Network:  # fmt: skip
    """A network that knows one fault and one lack: a sentence is likely from `CUT` times the root of its features.

    fault, lack: what words weigh; what weighs for a lack does so for the whole reply, and for the fault if `beside`.
    acts: what they weigh for each. called: the names of the two.
    """
    units = [fault, lack or {}, *((acts or {}).get(act, {}) for act in ACTS)]
    rows = bytearray([NOTHING]) * (BUCKETS * len(units))
    for number, own in enumerate(units):
        for word, weight in own.items():
            rows[zlib.crc32(f"<{word}>".encode()) % BUCKETS * len(units) + number] = NOTHING + weight
    labels = 1 + len(ACTS)
    said = {0: 4, **{number: 3 + number for number in range(2, len(units))}}  # the column of each unit behind the rest
    own_layer = [[10 * (column == said.get(unit)) for column in range(4 + labels)] for unit in range(len(units))]
    own_layer[1][0] = 10  # the unit of the lack makes the only one that a sentence has in its reply
    met_layer = [[0] * labels + [int(beside), 1] + [0, 0]]
    return Network(Weights(
        called[:1], called[1:], (_STEP,) * len(units), {"": (0.0,) * len(units)}, (0.0,), (0.0,) * labels,
        {"": (0.0, 0.0)}, (1.0,), (CUT, CUT), (doubt, doubt),
        (1.0, 1.0), bytes(rows), packed(own_layer), packed(met_layer), packed([[0, 0]]), packed([[0, 0]]),
    ))  # fmt: skip
