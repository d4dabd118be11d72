"""Kind passive: a verb in the passive. The languages find them and turn them round; the rule says which level it wants.

params: level: ours (the hidden actor is our side) or other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from typing import Any

from tonelint.cues import Cues
from tonelint.kinds import Check
from tonelint.places import Places
from tonelint.types import Match, Reply, Rule
from tonelint.views import View


def compile(rule: Rule, cues: Cues) -> Check:
    """Returns a check that yields every passive of the rule's level, outside quotation marks and the signature."""
    level = rule.params.get("level", "ours")
    del cues

    def check(reply: Reply) -> Iterator[Match]:
        found = [(view, passive) for view in reply.views if not view.signature and view.language.code in rule.message
                 for passive in _passives(view, reply.document.text) if passive.level == level]  # fmt: skip
        if found:
            speaker = _speaker(reply)
            mentions = Places((zone.start, zone.end) for zone in reply.document.zones if zone.kind == "mention")
            matches = (_match(view, passive, reply.document.text, speaker) for view, passive in found)
            yield from (match for match in matches if not mentions.contain(match.start, match.end))

    return check


def _passives(view: View, text: str) -> Iterable[Any]:
    """The passives of a sentence: looked for once, for all rules of the kind."""
    if "passives" not in view.found:
        view.found["passives"] = _module(view.language.code, "passive").passives(view.sentence.tokens, text)
    found: Iterable[Any] = view.found["passives"]
    return found


def _match(view: View, passive: Any, text: str, speaker: str) -> Match:
    tokens, code = view.sentence.tokens, view.language.code
    active = _module(code, "active").to_active(passive, tokens, text, speaker)
    start, end = tokens[passive.first].start, tokens[passive.last].end
    return Match(start, end, code, {"match": text[start:end]}, (), (tuple(active),) if active else ())


def _speaker(reply: Reply) -> str:
    """ "I" where the reply speaks as one person and never as a team, else "we"."""
    singular = plural = False
    for view in reply.views:
        if view.language.code == "en":
            singular |= "i" in view.keys
            plural |= "we" in view.keys
        else:
            persons = {r.person for key in view.keys for r in view.language.readings(key)[:1] if not r.ambiguous}
            singular |= "1s" in persons
            plural |= "1p" in persons
    return "I" if singular and not plural else "we"


@cache
def _module(code: str, name: str) -> Any:
    return import_module(f"tonelint.languages.{code}.{name}")
