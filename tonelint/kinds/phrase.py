"""Kind phrase: words that should not be there, with a better wording for each."""

from __future__ import annotations

from collections.abc import Iterator

from tonelint.cues import Cues, in_order, under_acts
from tonelint.kinds import Check
from tonelint.patterns import Hit
from tonelint.templates import fill
from tonelint.types import Match, Reply, Rule, Unless


def compile(rule: Rule, cues: Cues) -> Check:
    """Returns a check that yields a match for each phrase of the rule that no guard silences."""
    for code, entries in rule.phrases.items():
        unless = rule.unless.get(code, Unless())
        cues.add(rule.id, code, entries, unless, rule.sets.get(code, {}), rule.path)

    def check(reply: Reply) -> Iterator[Match]:
        for hit in in_order(reply.hits.get(rule.id, ())):
            guards = cues.guards(rule.id, hit.view.language.code)
            if not hit.view.signature and not (guards.acts and under_acts(hit, reply.acts, guards.acts)):
                yield _match(reply.document.text, hit)

    return check


def _match(text: str, hit: Hit) -> Match:
    view, entry = hit.view, hit.payload.entry
    start, end = view.span(hit.start, hit.end)
    values = {name: view.text(text, a, b) for name, (a, b) in hit.captures.items() if not name.startswith("(")}
    rewrites = [(better, entry.safety) for template in entry.rewrites
                if (better := fill(template, text, hit)) is not None]  # fmt: skip
    return Match(start, end, view.language.code, {**values, "match": text[start:end]}, tuple(rewrites))

