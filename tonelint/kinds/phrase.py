"""Kind phrase: words that should not be there, with a better wording for each.

params
    channels: where they should not be; anywhere without it.   spare: channels where they are fine.
    given: regular expressions, one of which has to be found in the customer's message.
    holds: regular expressions, one of which has to be found in the flagged piece.
    place: opening, if they should not be in the first sentence that says more than a greeting or a thank-you.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tonelint.cues import Cues, in_order
from tonelint.kinds import Check, names
from tonelint.kinds.expressions import expressions
from tonelint.kinds.letter import opening
from tonelint.patterns import Hit
from tonelint.templates import edit
from tonelint.types import Context, Match, Reply, Rule
from tonelint.views import View


def compile(rule: Rule, cues: Cues) -> Check:
    """Returns a check that yields a match for each phrase of the rule that no guard silences."""
    channels, spared = names(rule, "channels"), names(rule, "spare")
    opens = rule.params.get("place") == "opening"
    given, holds = (expressions(rule, key) for key in ("given", "holds"))

    def concerns(context: Context) -> bool:
        if (channels and context.channel not in channels) or context.channel in spared:
            return False
        return not given or any(one.found(context.customer_message or "") for one in given)

    def check(reply: Reply) -> Iterator[Match]:
        hits = reply.hits.get(rule.id)
        if not hits or not concerns(reply.context):
            return
        stands = cues.standing(rule.id, reply.acts)
        start = opening(reply) if opens else None
        for hit in in_order(hits):
            if not hit.view.signature and _within(start, hit) and stands(hit):
                match = _match(reply.document.text, hit)
                if not holds or any(one.found(match.values["match"]) for one in holds):
                    yield match

    return check


def _within(start: View | None, hit: Hit) -> bool:
    return start is None or start.number == hit.view.number


def _match(text: str, hit: Hit) -> Match:
    view, entry = hit.view, hit.payload.entry
    start, end = view.span(hit.start, hit.end)
    values = {name: view.text(text, a, b) for name, (a, b) in hit.captures.items() if not name.startswith("(")}
    values |= {"match": text[start:end], "note": entry.note}
    return Match(start, end, view.language.code, values, later=partial(_rewrites, text, hit))


def _rewrites(text: str, hit: Hit) -> list[tuple[int, int, str, str]]:
    """What the templates of an entry come to at a hit."""
    entry = hit.payload.entry
    made = (edit(template, text, hit) for template in entry.rewrites)
    return [(*better, entry.safety) for better in made if better is not None]
