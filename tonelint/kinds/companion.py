"""Kind companion: an act that needs another beside it: a refusal its reason, a handoff what it is good for.

params
    when: the acts that need company.   needs: the acts, one of which is enough.
    before, after: how many sentences away the company may stand (numbers, or "any"; 0 is the same sentence).
    beside: acts that are company as well, but only in the same sentence and said by other words.
    side: "after" if within the same sentence it has to follow.
    unless: acts anywhere in the reply that make the question void.   each: "yes" reports every act, else the first.
    least: how many of the acts there have to be for the rule to speak.   spare: situations in which it is silent.
    add: for each language what could be added to the clause of the act: the company, as a rewrite.
"""

from __future__ import annotations

from collections.abc import Iterator

from tonelint.cues import Cues
from tonelint.kinds import Check, names, wording
from tonelint.types import Act, Match, Reply, Rule

# What may close a clause: an addition goes before it.
_ENDS = " \n\t.,،;؛:!؟?…"


def compile(rule: Rule, cues: Cues) -> Check:
    """Returns a check that yields the acts that stand alone."""
    when, needs, void, close = (names(rule, key) for key in ("when", "needs", "unless", "beside"))
    before, after = _reach(rule, "before"), _reach(rule, "after")
    follows, each = rule.params.get("side") == "after", rule.params.get("each") == "yes"
    spared, least = names(rule, "spare"), int(str(rule.params.get("least", "1")))
    del cues

    def accompanied(act: Act, other: Act) -> bool:
        if (
            other.name in close
            and other.sentence == act.sentence
            and (other.end <= act.start or act.end <= other.start)
        ):
            return True
        if other.name not in needs or not -before <= other.sentence - act.sentence <= after:
            return False
        return not follows or other.start >= act.end or other.sentence > act.sentence

    def check(reply: Reply) -> Iterator[Match]:
        acts = [act.name for act in reply.acts]
        if reply.context.situation in spared or not void.isdisjoint(acts):
            return
        if sum(map(when.__contains__, acts)) < least:
            return
        company = [act for act in reply.acts if act.name in needs | close]
        for act in reply.acts:
            language = reply.document.sentences[act.sentence].language or reply.document.language
            if act.name not in when or language not in rule.message or any(accompanied(act, c) for c in company):
                continue
            yield _match(reply.document.text, act, language, wording(rule, "add", reply, act.sentence))
            if not each:
                return

    return check


def _match(text: str, act: Act, language: str, added: str) -> Match:
    clause = text[act.reach.start : act.reach.end].rstrip(_ENDS)
    wider = ((act.reach.start, act.reach.start + len(clause), clause + added, ""),) if added else ()
    return Match(act.start, act.end, language, {"match": text[act.start : act.end]}, wider=wider)


def _reach(rule: Rule, key: str) -> int:
    value = str(rule.params.get(key, "0"))
    return int(value) if value.isdecimal() else 10**9
