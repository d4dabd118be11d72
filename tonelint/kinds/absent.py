"""Kind absent: a reply in which something that it should do is not done anywhere.

params
    act: the acts, one of which is enough.   signs: regular expressions, a match of which anywhere is enough as well.
    or: acts that are enough in the last two sentences: a question that the reply ends with.
    channels: where they are expected; without a channel, a reply counts that is like an e-mail
    (`tonelint.kinds.letter`) and signed.   letters: no, if any reply counts, in every channel.
    least: how many words the reply has to have.   place: first or last, the sentence that is underlined.
    add: for each language, the sentence that a rewrite puts before it or after it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from tonelint.cues import Cues
from tonelint.kinds import Check, names
from tonelint.kinds.letter import added, content, greets, is_letter, is_signed
from tonelint.types import Match, Reply, Rule

_LAST = 2


def compile(rule: Rule, cues: Cues) -> Check:
    """Returns a check that yields at most one match: the first or last sentence that says something."""
    wanted, late, channels = (names(rule, key) for key in ("act", "or", "channels"))
    signs = [re.compile(source) for source in sorted(names(rule, "signs"))]
    place, least = str(rule.params.get("place", "last")), int(str(rule.params.get("least", "0")))
    everywhere = rule.params.get("letters") == "no"
    del cues

    def check(reply: Reply) -> Iterator[Match]:
        if any(act.name in wanted for act in reply.acts) or not (everywhere or _expected(reply, channels)):
            return
        if any(sign.search(reply.document.text) for sign in signs):
            return
        views = content(reply)
        last = {view.number for view in views[-_LAST:]}
        words = sum(word.kind == "word" for view in views for word in view.words)
        if words >= least and not any(act.name in late and act.sentence in last for act in reply.acts):
            yield from added(rule, reply, place)

    return check


def _expected(reply: Reply, channels: Collection[str]) -> bool:
    return is_letter(reply, channels, greets(reply)) and bool(reply.context.channel or is_signed(reply))
