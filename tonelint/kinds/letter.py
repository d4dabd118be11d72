"""What the kinds about whole replies share: whether a reply is like an e-mail, and which sentences say something."""

from __future__ import annotations

from collections.abc import Collection

from tonelint.patterns import View
from tonelint.types import Reply

PROSE = frozenset(["paragraph", "list-item"])
_LEAST_SENTENCES = 3


def is_letter(reply: Reply, channels: Collection[str], greets: bool) -> bool:
    """Whether a reply is like an e-mail, and the first of its thread.

    channels: those in which every reply is. Where the channel is not known, a reply counts that greets, or that has
    three sentences and either a signature or a known customer.
    """
    context = reply.context
    if context.turn == "follow-up":
        return False
    if context.channel:
        return context.channel in channels
    return greets or ((bool(context.customer_name) or is_signed(reply)) and _sentences(reply) >= _LEAST_SENTENCES)


def is_signed(reply: Reply) -> bool:
    """Whether somebody signs the reply, a person or a team."""
    return any(block.kind == "signature" for block in reply.document.blocks)


def content(reply: Reply) -> list[View]:
    """Returns the sentences that say something: no signature, heading or subject, no formula before the name."""
    formulas = {act.sentence for act in reply.acts if act.name == "sign-off"}
    blocks = reply.document.blocks
    return [
        view
        for view in reply.views
        if blocks[view.sentence.block].kind in PROSE
        and view.number not in formulas
        and any(word.kind == "word" for word in view.words)
    ]


def _sentences(reply: Reply) -> int:
    blocks = reply.document.blocks
    return sum(blocks[sentence.block].kind in PROSE for sentence in reply.document.sentences)
