"""The labeller: what a sentence is likely to do, learnt from labelled replies. For what no frame of words holds.

`tonelint.network` reckons how much sentences and replies lean to what. Above a cut it is likely; a finding is doubted
if its sentence hardly leans to its family.
`training/learn.py` learns the weights and writes them to ``lexicon/labeller_<code>.bin``.
"""

from __future__ import annotations

import mmap
import os
from collections.abc import Iterable, Mapping
from functools import cache
from math import inf

from tonelint import lexicon
from tonelint.features import places, traits
from tonelint.network import Leanings, Network
from tonelint.types import Reply
from tonelint.weights import restored


def likely(fault: str, reply: Reply) -> list[tuple[float, int]]:
    """Returns the places of the sentences that are likely to have a fault, each behind how far above the cut it is."""
    found = []
    for code, own in leanings(reply).items():
        cut = _cut(fault, code)
        leans = ((place.leans.get(fault, -inf), at) for at, place in own.sentences.items())
        found += [(lean - cut, at) for lean, at in leans if lean > cut]
    return found


def lacks(lack: str, reply: Reply, code: str) -> bool:
    """Whether what is in one language of a reply is likely to lack something."""
    lean = lean_of_reply(lack, reply, code)
    return lean is not None and lean > _cut(lack, code)


def lean_of_sentence(label: str, reply: Reply, at: int) -> float | None:
    """Returns how much a sentence leans to a label, in its reply; None if sentences are not weighed for it."""
    own = leanings(reply).get(reply.views[at].language.code)
    return own.sentences[at].leans.get(label) if own else None


def lean_of_acts(acts: Iterable[str], reply: Reply, at: int) -> float:
    """Returns how likely a sentence is to do one of some acts (`network.ACTS`); 0 if nothing is known of it."""
    return max((lean_of_sentence(act, reply, at) or 0.0 for act in acts), default=0.0)


def lean_of_reply(lack: str, reply: Reply, code: str) -> float | None:
    """Returns how much what is in one language of a reply leans to a lack; None if replies are not weighed for it."""
    own = leanings(reply).get(code)
    return own.lacks.get(lack) if own else None


def loudest(lack: str, reply: Reply, code: str) -> int | None:
    """Returns the place of the sentence that speaks loudest for what a reply lacks; None if no sentence is weighed."""
    own = leanings(reply).get(code)
    return own.loudest.get(lack) if own else None


def shares(label: str, reply: Reply, at: int) -> list[float]:
    """Returns for each word of a sentence how much it speaks, in its reply, for a label or for what the reply lacks.

    What speaks against it is negative.
    """
    view = reply.views[at]
    network, own = of(view.language.code), leanings(reply).get(view.language.code)
    return network.shares(label, view, own.sentences[at]) if network and own else [0.0] * len(view.words)


def _cut(family: str, code: str) -> float:
    network = of(code)
    return network.cuts.get(family, inf) if network else inf


def leanings(reply: Reply) -> Mapping[str, Leanings]:
    """Returns how much a reply leans to what, by language. Where the reply keeps it, it is found out once."""
    found: dict[str, Leanings] = {} if reply.weighed is None else reply.weighed
    if not found:
        names, own_traits = places(reply.views), traits(reply.views, reply.context.channel, reply.acts)
        for code in dict.fromkeys(view.language.code for view in reply.views):
            if own := of(code):
                views = {at: view for at, view in enumerate(reply.views) if view.language.code == code}
                found[code] = own.leanings(views, names, own_traits)
    return found


@cache
def of(code: str) -> Network | None:
    """Returns the network of a language, None if nothing was learnt for it."""
    path = os.path.join(os.path.dirname(lexicon.__file__), f"labeller_{code}.bin")
    if not os.path.exists(path):
        return None
    with open(path, "rb") as file:  # mapped: of three megabytes a reply needs some kilobytes
        return Network(restored(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)))
