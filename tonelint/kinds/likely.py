"""Kind likely: the sentence that is likeliest to do something, as the labeller has learnt it (`tonelint.labeller`).

Or a reply that is likely to lack something; its last sentence is flagged then, or the one that asks for it.

params
    label: what it is likely to do.   least: how many words a sentence has to have (6).
    unless: acts in it, or in the sentence behind it, that make the question void.
    phrased: yes, if only a sentence counts that holds a phrase of the rule as well: blame speaks to somebody.
    put: for each language, what could stand in its place: an idea, since what a clause tells besides is not known.
    whole: yes, if it is the reply as a whole that is weighed; least are the words of the reply then.
    channels: where it is asked for; without a channel, `tonelint.kinds.letter` decides. None: everywhere (`whole`).
    at: the likeliest sentence to do one of these is flagged, see `tonelint.network.ACTS` (`whole`).
    add: for each language, the sentence that a rewrite puts behind the one that is flagged (`whole`).

It is for what no phrase holds, and the words that decided it are told: {words} in the message.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from tonelint import labeller
from tonelint.cues import Cues
from tonelint.kinds import Check, names
from tonelint.kinds.letter import content, greets, is_letter, joined
from tonelint.types import Match, Reply, Rule
from tonelint.views import View

_TOLD = 3  # words


def compile(rule: Rule, cues: Cues) -> Check:
    """Returns a check that yields the clause of such a sentence that speaks loudest, or the end of such a reply."""
    label, least = str(rule.params["label"]), int(str(rule.params.get("least", "6")))
    void = names(rule, "unless")
    if rule.params.get("whole") == "yes":
        return partial(_whole, rule, _Whole(label, least, void, names(rule, "channels"), names(rule, "at")))
    put = rule.params.get("put")
    phrased = rule.params.get("phrased") == "yes"
    ideas = put if isinstance(put, Mapping) else {}
    del cues

    def check(reply: Reply) -> Iterator[Match]:
        spared = {act.sentence - back for act in reply.acts if act.name in void for back in (0, 1)}
        holding = {hit.view.number for hit in reply.hits.get(rule.id, ())}

        def counts(at: int) -> bool:
            view = reply.views[at]
            ours = view.language.code in rule.message and not view.signature and view.number not in spared
            said = sum(word.kind == "word" for word in view.words)
            return ours and said >= least and (not phrased or view.number in holding)

        found = [one for one in labeller.likely(label, reply) if counts(one[1])]
        if found:
            _, at = max(found, key=lambda one: one[0])
            yield _match(reply, at, label, str(ideas.get(reply.views[at].language.code, "")))

    return check


def _match(reply: Reply, at: int, label: str, idea: str) -> Match:
    text, view, weights = reply.document.text, reply.views[at], _weights(reply, at, label)
    start, end = max(view.clauses, key=lambda clause: sum(weights[slice(*clause)]))
    while end - start > 1 and view.words[end - 1].kind == "punctuation":
        end -= 1
    span = view.span(start, end)
    values = {"match": text[slice(*span)], "words": _told(text, view, weights, range(start, end))}
    return Match(span.start, span.end, view.language.code, values, ((idea, "idea"),) if idea else ())


class _Whole(NamedTuple):
    """What a rule about a whole reply asks for: the names are those of its params."""

    label: str
    least: int
    unless: frozenset[str]
    channels: frozenset[str]
    at: frozenset[str]


def _whole(rule: Rule, asked: _Whole, reply: Reply) -> Iterator[Match]:
    code = reply.document.language
    if code not in rule.message or any(act.name in asked.unless for act in reply.acts):
        return
    if not labeller.lacks(asked.label, reply, code):
        return
    if asked.channels and not is_letter(reply, asked.channels, greets(reply)):
        return
    views = content(reply)
    words = sum(word.kind == "word" for view in views for word in view.words)
    if words and words >= asked.least:
        match = joined(rule, reply, _most(asked.at, reply, views), after=True)
        loud = labeller.loudest(asked.label, reply, code) or 0
        view, weights = reply.views[loud], _weights(reply, loud, asked.label)
        told = _told(reply.document.text, view, weights, range(len(weights)))
        yield match._replace(values={**match.values, "words": told})


def _most(acts: Collection[str], reply: Reply, views: Sequence[View]) -> View:
    """The sentence that is likeliest to do one of some acts; where there are no acts, the last one."""
    leans = {view.number: labeller.lean_of_acts(acts, reply, at) for at, view in enumerate(reply.views)}
    return max(reversed(views), key=lambda view: leans[view.number])


def _told(text: str, view: View, weights: Sequence[float], words: range) -> str:
    """Those of some words of a sentence that weigh most, in the order of the text."""
    loud = sorted((at for at in words if weights[at] > 0), key=lambda at: -weights[at])[:_TOLD]
    return ", ".join(view.text(text, at, at + 1) for at in sorted(loud))


def _weights(reply: Reply, at: int, label: str) -> list[float]:
    """How much each word of a sentence speaks for a label."""
    shares = labeller.shares(label, reply, at)
    return [share if word.kind == "word" else 0.0 for word, share in zip(reply.views[at].words, shares)]
