"""Weights: what was learnt from labelled replies for a language, and the file that keeps it."""

from __future__ import annotations

import json
import mmap
from collections.abc import Mapping
from typing import Any, NamedTuple

_END = b"\n"
_FIRST_FIELD = "rows"  # those from here on are bytes, and stand behind the line of JSON


class Weights(NamedTuple):
    """What was learnt for a language, for `tonelint.network`.

    faults, lacks: families that single sentences show, and those that only whole replies do. steps: what one step of
    each unit weighs. places: by the name of a place what it adds to each unit; the place "" is that of every sentence.
    base: what a sentence in its reply has from the start, for each of its units. said: what it leans to from the start:
    for each fault, then for each act. traits: by the name of a trait what a reply with it leans to: to each fault, then
    to each lack; "" is that of every reply. weight: how much for each fault the sentence counts for beside its reply.
    cuts: for faults and lacks, above which one is likely. doubts: below which a finding is doubted.
    worth: of a step in the layer `own`, and in the three others. rows: `features.BUCKETS` rows of a byte for each unit.
    own, met, before, after: layers, see `tonelint.layers.packed`. own: what a unit adds to the units in the reply of
    its sentence, of the next one, of the one before, and of all; then to each label. met: what a unit in the reply adds
    to each label, then to what the sentence says for each fault and lack, then to what all say together. before,
    after: what the most that is done before, or after, a sentence adds to what it says for each fault and lack.
    """

    faults: tuple[str, ...]
    lacks: tuple[str, ...]
    steps: tuple[float, ...]
    places: Mapping[str, tuple[float, ...]]
    base: tuple[float, ...]
    said: tuple[float, ...]
    traits: Mapping[str, tuple[float, ...]]
    weight: tuple[float, ...]
    cuts: tuple[float, ...]
    doubts: tuple[float, ...]
    worth: tuple[float, float]
    rows: bytes | memoryview
    own: bytes | memoryview
    met: bytes | memoryview
    before: bytes | memoryview
    after: bytes | memoryview


_FIELDS = Weights._fields[: Weights._fields.index(_FIRST_FIELD)]
_PARTS = Weights._fields[len(_FIELDS) :]


def stored(weights: Weights) -> bytes:
    """Returns weights as the bytes of a file: a line of JSON, then what is bytes."""
    head = {name: getattr(weights, name) for name in _FIELDS}
    head["doubts"] = [repr(doubt) for doubt in weights.doubts]
    head["cuts"] = [repr(cut) for cut in weights.cuts]
    parts = [bytes(getattr(weights, name)) for name in _PARTS]
    head["sizes"] = [len(part) for part in parts]
    return json.dumps(head, separators=(",", ":")).encode() + _END + b"".join(parts)


def restored(data: bytes | mmap.mmap) -> Weights:
    """Returns what `stored` has stored.

    >>> layers = b"12", b"3", b"", b"", b"45"
    >>> made = Weights(("blame",), (), (0.5,), {"": (-1.0,)}, (), (), {}, (), (), (), (1.0, 0.5), *layers)
    >>> restored(stored(made)) == made
    True
    """
    at = data.find(_END) + 1
    head, parts = json.loads(data[:at]), list[memoryview]()
    for size in head.pop("sizes"):
        parts.append(memoryview(data)[at : at + size])
        at += size
    return Weights(*[_read(name, head[name]) for name in _FIELDS], *parts)


def _read(name: str, value: Any) -> Any:
    """A field from its JSON: lists are tuples, and what may be infinite is written as text."""
    if isinstance(value, dict):
        return {key: tuple(own) for key, own in value.items()}
    own = tuple(value) if isinstance(value, list) else ()
    return tuple(map(float, own)) if name in ("cuts", "doubts") else own
