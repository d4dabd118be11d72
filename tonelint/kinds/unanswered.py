"""Kind unanswered: what the customer wrote calls for something, and the reply does nothing about it.

params
    heard: acts in the customer's message.   said: acts in the reply that tell of a trouble too, such as an apology.
    answers: acts, one of which in the reply is enough.   spare: situations in which the rule is silent.
    add: for each language, the sentence that a rewrite adds.

The message is read only when the reply has none of the answers, so that most replies cost nothing more.
"""

from __future__ import annotations

from collections.abc import Iterator

from tonelint.cues import Cues
from tonelint.kinds import Check, names, wording
from tonelint.kinds.letter import content
from tonelint.text import document
from tonelint.types import Match, Reply, Rule
from tonelint.views import View


def compile(rule: Rule, cues: Cues) -> Check:
    """Returns a check that yields at most one match: the last sentence that says something."""
    heard, said, answers, spared = (names(rule, key) for key in ("heard", "said", "answers", "spare"))

    def check(reply: Reply) -> Iterator[Match]:
        done = {act.name for act in reply.acts}
        if reply.context.situation in spared or done & answers:
            return
        views = content(reply)
        if views and (done & said or _calls(reply.context.customer_message or "", heard, cues)):
            yield _match(reply, rule, views[-1])

    return check


def _calls(message: str, heard: frozenset[str], cues: Cues) -> bool:
    """Whether a message has one of the acts. Guards of acts that name other acts are not looked at."""
    read = document.read(message, cues.languages)
    views = [View(s, n, cues.languages[s.language or read.language or "en"]) for n, s in enumerate(read.sentences)]
    hits = cues.hits(views, read)
    return any("act:" + name in hits for name in heard)


def _match(reply: Reply, rule: Rule, view: View) -> Match:
    start, end = view.span(0, len(view.words))
    piece, added = reply.document.text[start:end], wording(rule, "add", reply, view.number)
    wider = ((start, end, f"{piece} {added}", ""),) if added else ()
    return Match(start, end, view.language.code, {"match": piece}, wider=wider)
