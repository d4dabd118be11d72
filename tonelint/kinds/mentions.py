"""Words inside quotation marks are labels or somebody else's; what kinds that look at single words share."""

from __future__ import annotations

from collections.abc import Callable

from tonelint.types import Reply, Token


def quoted(reply: Reply) -> Callable[[Token], bool]:
    """Returns a question: does this word stand inside quotation marks? It has to be asked in the order of the text."""
    mentions = [zone for zone in reply.document.zones if zone.kind == "mention"]
    at = 0

    def inside(word: Token) -> bool:
        nonlocal at
        while at < len(mentions) and mentions[at].end <= word.start:
            at += 1
        return at < len(mentions) and mentions[at].start <= word.start

    return inside
