"""Kind companion: an act that needs another beside it: a refusal its reason, a handoff what it is good for.

params
    when: the acts that need company.   needs: the acts, one of which is enough.
    before, after: how many sentences away the company may stand (numbers, or "any"; 0 is the same sentence).
    side: "after" if within the same sentence it has to follow.
    unless: acts anywhere in the reply that make the question void.   each: "yes" reports every act, else the first.
    least: how many of the acts there have to be for the rule to speak.   spare: situations in which it is silent.
    told: acts. A fact told just before is company, too, as reasons often are (A pipe burst, the suite is shut): a verb
    in the third person before the act, in its sentence or the one before, unless one of these acts is there.
    add: for each language what could be added to the clause of the act: the company, as a rewrite.
"""

from __future__ import annotations

from collections.abc import Iterator

from tonelint.cues import Cues
from tonelint.kinds import Check, names, wording
from tonelint.types import Act, Match, Reply, Rule
from tonelint.views import View

# What may close a clause: an addition goes before it.
_TOLD = frozenset(["past", "perfect", "pluperfect", "imperfect", "present", "s"])
_ENDS = " \n\t.,،;؛:!؟?…"


def compile(rule: Rule, cues: Cues) -> Check:
    """Returns a check that yields the acts that stand alone."""
    when, needs, void = (names(rule, key) for key in ("when", "needs", "unless"))
    before, after = _reach(rule, "before"), _reach(rule, "after")
    follows, each = rule.params.get("side") == "after", rule.params.get("each") == "yes"
    spared, least = names(rule, "spare"), int(str(rule.params.get("least", "1")))
    plain = names(rule, "told")
    del cues

    def accompanied(act: Act, other: Act) -> bool:
        if not -before <= other.sentence - act.sentence <= after:
            return False
        return not follows or other.start >= act.end or other.sentence > act.sentence

    def check(reply: Reply) -> Iterator[Match]:
        if reply.context.situation in spared or any(act.name in void for act in reply.acts):
            return
        if sum(act.name in when for act in reply.acts) < least:
            return
        company = [act for act in reply.acts if act.name in needs]
        for act in reply.acts:
            language = reply.document.sentences[act.sentence].language or reply.document.language
            if act.name not in when or language not in rule.message or any(accompanied(act, c) for c in company):
                continue
            if not (plain and _told_before(reply, act, plain)):
                yield _match(reply.document.text, act, language, wording(rule, "add", reply, act.sentence))
                if not each:
                    return

    return check


def _told_before(reply: Reply, act: Act, others: frozenset[str]) -> bool:
    """Whether a fact stands before an act, in its sentence or the one before, where none of the other acts is."""
    busy = [one.reach for one in reply.acts if one.name in others or one.name == act.name]
    for view in reply.views:
        if view.number in (act.sentence - 1, act.sentence):
            for index, word in enumerate(view.words):
                if word.end <= act.reach.start and _is_fact(view, index):
                    if not any(reach.start <= word.start < reach.end for reach in busy):
                        return True
    return False


def _is_fact(view: View, index: int) -> bool:
    """Whether a word is for sure a verb that tells what is or was, of somebody or something else."""
    found = view.language.readings(view.keys[index])
    return bool(found) and all(
        not one.ambiguous and one.tense in _TOLD and one.person in ("", "3s", "3p") for one in found
    )


def _match(text: str, act: Act, language: str, added: str) -> Match:
    clause = text[act.reach.start : act.reach.end].rstrip(_ENDS)
    wider = ((act.reach.start, act.reach.start + len(clause), clause + added, ""),) if added else ()
    return Match(act.start, act.end, language, {"match": text[act.start : act.end]}, wider=wider)


def _reach(rule: Rule, key: str) -> int:
    value = str(rule.params.get(key, "0"))
    return int(value) if value.isdecimal() else 10**9
