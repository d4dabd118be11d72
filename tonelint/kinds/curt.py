"""Kind curt: a short reply that says no, or do this, and not one kind or helpful word besides.

The phrases of the rule are what sounds curt where nothing softens it: bare orders. params
    cold: acts that do, too: a refusal.   warm: acts, one of which anywhere makes the reply fine, unless it
    is said by the very words of the no ("not ours" is no reason) or of the order ("use another" is no other way).
    reason: acts that make it fine, too, but not a reply of up to `few` words.
    most: with more words than these a reply is not short.
    add: for each language what could be said besides, with ⟨gaps⟩: an idea.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tonelint.cues import Cues
from tonelint.kinds import Check, names, wording
from tonelint.kinds.letter import content, in_list
from tonelint.types import Act, Match, Reply, Rule, Span
from tonelint.views import View


def compile(rule: Rule, cues: Cues) -> Check:
    """Returns a check that yields at most one match: all that the reply says."""
    cold, warm, reason = (names(rule, key) for key in ("cold", "warm", "reason"))
    few, most = (int(str(rule.params.get(key, value))) for key, value in (("few", "0"), ("most", "20")))

    def check(reply: Reply) -> Iterator[Match]:
        views = content(reply)
        count = sum(word.kind in ("word", "number") for view in views for word in view.words)
        if not views or count > most or views[0].language.code not in rule.message:
            return
        no = [Span(act.start, act.end) for act in reply.acts if act.name in cold] + _orders(reply)
        fine = warm if count <= few else warm | reason
        if any(act.name in fine and not any(_overlap(act, other) for other in no) for act in reply.acts):
            return
        if no:
            start = views[0].words[0].start
            end = max(word.end for word in views[-1].words)
            yield _match(reply, rule, start, end, views)

    def _orders(reply: Reply) -> list[Span]:
        blocks = reply.document.blocks  # a numbered list is help, however short its lines are
        hits = [
            hit
            for hit in reply.hits.get(rule.id, ())
            if not hit.view.signature and not in_list(blocks, hit.view.sentence.block)
        ]
        stands = cues.standing(rule.id, reply.acts)
        return [Span(*hit.view.span(hit.start, hit.end)) for hit in hits if stands(hit)]

    return check


def _match(reply: Reply, rule: Rule, start: int, end: int, views: Sequence[View]) -> Match:
    piece, more = reply.document.text[start:end], wording(rule, "add", reply, views[-1].number)
    stop = "" if piece[-1:] in ".!?؟…" else "."
    rewrites = ((f"{piece}{stop} {more}", "idea"),) if more else ()
    return Match(start, end, views[0].language.code, {"match": piece}, rewrites)


def _overlap(act: Act, other: Span) -> bool:
    return act.start < other.end and other.start < act.end
