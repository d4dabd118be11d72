"""Kind customer: what the customer's message, or the situation, asks of the reply, and the reply does not do.

params
    when: acts in the customer's message, one of which makes the rule speak.   situations: those that do so as well.
    loud: acts in the message that count only if it shouts (a row of marks).
    unless: acts in the customer's message that make the question void.
    needs: acts of the reply, one of which is enough.   parts: instead, by name, parts that all have to be there: the
    acts of each (`acts`) and what it is called for {missing} in the message (`fa`, `en`).
    has: acts of the reply that have to be there for the rule to speak; the first is underlined.
    echo: yes, if the customer's own words in quotation marks are enough as well.
    message, reply: how many words the customer's message and the reply may have for the rule to speak.
    place: first or last, the sentence that is underlined otherwise.
    add: for each language, the sentence that a rewrite puts before the first sentence or after the last one; with
    `has`, what it puts in the place of the sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from tonelint.cues import Cues
from tonelint.kinds import Check, names, wording
from tonelint.kinds.letter import added, content
from tonelint.types import Act, Match, Reply, Rule

_SHOUT = re.compile(r"!{2,}|[?؟]{3,}|[?؟]!|![?؟]")
_ANY = 10**9
_AND = {"fa": "، ", "en": ", "}


class Part(NamedTuple):
    """Something that a reply has to have: the acts that are it, and what it is called in each language."""

    acts: frozenset[str]
    called: Mapping[str, str]


def compile(rule: Rule, cues: Cues) -> Check:
    """Returns a check that yields at most one match; it yields none where nothing is known of the customer."""
    when, loud, situations, void = (names(rule, key) for key in ("when", "loud", "situations", "unless"))
    needs, has, parts = names(rule, "needs"), names(rule, "has"), _parts(rule)
    echo = rule.params.get("echo") == "yes"
    most = [int(str(rule.params.get(key, _ANY))) for key in ("message", "reply")]
    del cues

    def asked(reply: Reply) -> bool:
        heard = reply.heard.acts if reply.heard else ()
        if any(limit < _ANY and _words(said) > limit for said, limit in zip((reply.heard, reply), most)):
            return False
        if any(act.name in void for act in heard) or (echo and _echoes(reply)):
            return False
        if reply.context.situation in situations or any(act.name in when for act in heard):
            return True
        return any(act.name in loud for act in heard) and bool(_SHOUT.search(reply.context.customer_message or ""))

    def check(reply: Reply) -> Iterator[Match]:
        done = {act.name for act in reply.acts}
        missing = [part for part in parts if part.acts.isdisjoint(done)]
        if (missing if parts else needs.isdisjoint(done)) and asked(reply):
            if has:
                yield from _at_act(reply, rule, has, missing)
            else:
                yield from _at_sentence(reply, rule, missing)

    return check


def _words(reply: Reply | None) -> int:
    return sum(word.kind == "word" for view in content(reply) for word in view.words) if reply else 0


def _parts(rule: Rule) -> list[Part]:
    parts = rule.params.get("parts")
    found = []
    for part in parts.values() if isinstance(parts, Mapping) else ():
        acts = part["acts"]
        called = {code: str(name) for code, name in part.items() if code != "acts"}
        found.append(Part(frozenset([acts] if isinstance(acts, str) else acts), called))
    return found


def _called(parts: Sequence[Part], language: str) -> str:
    return _AND.get(language, ", ").join(part.called.get(language, "") for part in parts)


def _echoes(reply: Reply) -> bool:
    """Whether the reply quotes words of the customer's message."""
    mentions = [zone for zone in reply.document.zones if zone.kind == "mention"]
    if not (mentions and reply.heard):
        return False
    message = f" {' '.join(key for view in reply.heard.views for key in view.keys)} "
    own = [word for view in reply.views for word in view.words if word.kind == "word"]
    starts = [word.start for word in own]
    quoted = ([w.key for w in own[bisect_left(starts, z.start) : bisect_left(starts, z.end)]] for z in mentions)
    return any(words and f" {' '.join(words)} " in message for words in quoted)


def _at_act(reply: Reply, rule: Rule, has: Collection[str], missing: Sequence[Part]) -> Iterator[Match]:
    act = next((act for act in reply.acts if act.name in has), None)
    if act:
        language = _language(reply, act)
        piece = reply.document.text[act.start : act.end]
        more = wording(rule, "add", reply, act.sentence)
        sentence = reply.document.sentences[act.sentence]
        wider = ((sentence.start, sentence.end, more, "review"),) if more else ()
        values = {"match": piece, "missing": _called(missing, language)}
        yield Match(act.start, act.end, language, values, wider=wider)


def _language(reply: Reply, act: Act) -> str:
    return reply.document.sentences[act.sentence].language or reply.document.language or "en"


def _at_sentence(reply: Reply, rule: Rule, missing: Sequence[Part]) -> Iterator[Match]:
    for match in added(rule, reply, str(rule.params.get("place", "first"))):
        yield match._replace(values={**match.values, "missing": _called(missing, match.language)})
