"""Kind absent: a reply like an e-mail in which something that it should do is not done anywhere.

params
    act: the acts, one of which is enough.   channels: where they are expected; without a channel, a reply counts
    that is like an e-mail (`tonelint.kinds.letter`) and signed.
    or: acts that are enough in the last two sentences: a question that the reply ends with.
    add: for each language, the sentence that a rewrite adds.
"""

from __future__ import annotations

from collections.abc import Iterator

from tonelint.cues import Cues
from tonelint.kinds import Check, names, wording
from tonelint.kinds.letter import content, is_letter, is_signed
from tonelint.types import Match, Reply, Rule
from tonelint.views import View

_LAST = 2


def compile(rule: Rule, cues: Cues) -> Check:
    """Returns a check that yields at most one match: the last sentence that says something."""
    wanted, late, channels = (names(rule, key) for key in ("act", "or", "channels"))
    del cues

    def check(reply: Reply) -> Iterator[Match]:
        greets = any(act.name == "greeting" for act in reply.acts)
        if not is_letter(reply, channels, greets) or not (reply.context.channel or is_signed(reply)):
            return
        if any(act.name in wanted for act in reply.acts):
            return
        views = content(reply)
        last = {view.number for view in views[-_LAST:]}
        if views and not any(act.name in late and act.sentence in last for act in reply.acts):
            yield _match(reply, rule, views[-1])

    return check


def _match(reply: Reply, rule: Rule, view: View) -> Match:
    start, end = view.span(0, len(view.words))
    language, piece = view.language.code, reply.document.text[start:end]
    more = wording(rule, "add", reply, view.number)
    stop = "" if piece[-1:] in ".!?؟…" else "."
    rewrites = ((f"{piece.rstrip(',،')}{stop} {more}", "review"),) if more else ()
    return Match(start, end, language, {"match": piece}, rewrites)
