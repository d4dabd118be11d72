"""Kind passive: a verb in the passive. The languages find them; the rule says which level it is after.

params: level: ours (the hidden actor is our side) or other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from importlib import import_module
from typing import Any

from tonelint.cues import Cues
from tonelint.kinds import Check
from tonelint.patterns import View
from tonelint.types import Match, Reply, Rule, Token

Finder = Callable[[Sequence[Token], str], Sequence[Any]]
Rewriter = Callable[[Any, Sequence[Token], str], "tuple[int, int, str] | None"]


def compile(rule: Rule, cues: Cues) -> Check:
    """Returns a check that yields every passive of the rule's level, outside quotation marks and the signature."""
    level = rule.params.get("level", "ours")
    del cues

    def check(reply: Reply) -> Iterator[Match]:
        mentions = [zone for zone in reply.document.zones if zone.kind == "mention"]
        for view in reply.views:
            if view.signature or view.language.code not in rule.message:
                continue
            finder = _module(view.language.code)
            tokens = view.sentence.tokens
            for passive in finder.passives(tokens, reply.document.text):
                start, end = tokens[passive.first].start, tokens[passive.last].end
                quoted = any(zone.start <= start and end <= zone.end for zone in mentions)
                if passive.level == level and not quoted:
                    yield Match(start, end, view.language.code, {"match": reply.document.text[start:end]})

    return check


@cache
def _module(code: str) -> Any:
    return import_module(f"tonelint.languages.{code}.passive")
