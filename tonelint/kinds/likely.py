"""Kind likely: a sentence that is likely to do something, as the labeller has learnt it (`tonelint.labeller`).

params
    label: what it is likely to do.   least: how many words a sentence has to have (6).
    unless: acts in it, or in the sentence behind it, that make the question void.
    phrased: yes, if only a sentence counts that holds a phrase of the rule as well: blame speaks to somebody.
    put: for each language, what could stand in its place.

It is for what no phrase holds, and the words that decided it are told: {words} in the message.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tonelint import labeller
from tonelint.cues import Cues
from tonelint.kinds import Check, names
from tonelint.types import Match, Reply, Rule
from tonelint.views import View

_TOLD = 3  # words


def compile(rule: Rule, cues: Cues) -> Check:
    """Returns a check that yields the clause of each such sentence that speaks loudest."""
    label, least = str(rule.params["label"]), int(str(rule.params.get("least", "6")))
    put = rule.params.get("put")
    phrased = rule.params.get("phrased") == "yes"
    ideas, void = put if isinstance(put, Mapping) else {}, names(rule, "unless")
    del cues

    def check(reply: Reply) -> Iterator[Match]:
        spared = {act.sentence - back for act in reply.acts if act.name in void for back in (0, 1)}
        holding = {hit.view.number for hit in reply.hits.get(rule.id, ())}
        for view in labeller.leaning(label, reply.views):
            if phrased and view.number not in holding:
                continue
            said = sum(word.kind == "word" for word in view.words)
            ours = view.language.code in rule.message and not view.signature
            if ours and said >= least and view.number not in spared:
                yield _match(reply.document.text, view, label, str(ideas.get(view.language.code, "")))

    return check


def _match(text: str, view: View, label: str, idea: str) -> Match:
    weights = [_weight(view, label, at) for at in range(len(view.words))]
    start, end = max(view.clauses, key=lambda clause: sum(weights[slice(*clause)]))
    while end - start > 1 and view.words[end - 1].kind == "punctuation":
        end -= 1
    span = view.span(start, end)
    loud = sorted(range(start, end), key=lambda at: -weights[at])[:_TOLD]
    told = ", ".join(view.text(text, at, at + 1) for at in sorted(loud) if weights[at] > 0)
    values = {"match": text[slice(*span)], "words": told}
    return Match(span.start, span.end, view.language.code, values, ((idea, "review"),) if idea else ())


def _weight(view: View, label: str, at: int) -> int:
    own = labeller.of(view.language.code)
    return own.weight(label, view.keys[at]) if own and view.words[at].kind == "word" else 0
