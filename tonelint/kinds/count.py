"""Kind count: an act that is done too often.

params: act: its name.   most: how many are fine.
"""

from __future__ import annotations

from collections.abc import Iterator

from tonelint.cues import Cues
from tonelint.kinds import Check, names
from tonelint.types import Match, Reply, Rule


def compile(rule: Rule, cues: Cues) -> Check:
    """Returns a check that yields the first act over the limit, with {count} for the message."""
    counted, most = names(rule, "act"), int(str(rule.params.get("most", "2")))
    del cues

    def check(reply: Reply) -> Iterator[Match]:
        acts = [act for act in reply.acts if act.name in counted]
        if len(acts) > most:
            act = acts[most]
            language = reply.document.sentences[act.sentence].language or reply.document.language
            piece = reply.document.text[act.start : act.end]
            yield Match(act.start, act.end, language, {"match": piece, "count": str(len(acts))})

    return check
