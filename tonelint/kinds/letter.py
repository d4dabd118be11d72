"""What the kinds about whole replies share: whether a reply is like an e-mail, and which sentences say something."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from tonelint.kinds import wording
from tonelint.types import Block, Document, Match, Reply, Rule, Span, Zone
from tonelint.views import View

PROSE = frozenset(["paragraph", "list-item"])
_LEAST_SENTENCES = 3
_COURTESIES = frozenset(["greeting", "thanks"])
_SHORT = 8  # words; a longer sentence that begins with a greeting says more
# What may stand between the slots of a signature.
_EDGES = " \t\r\n,،.–—|-"


def is_letter(reply: Reply, channels: Collection[str], greeted: bool) -> bool:
    """Whether a reply is like an e-mail, and the first of its thread.

    channels: those in which every reply is. Where the channel is not known, a reply counts that greets, or that has
    three sentences and either a signature or a known customer.
    """
    context = reply.context
    if context.turn == "follow-up":
        return False
    if context.channel:
        return context.channel in channels
    return greeted or ((bool(context.customer_name) or is_signed(reply)) and _sentences(reply) >= _LEAST_SENTENCES)


def greets(reply: Reply) -> bool:
    """Whether some sentence of a reply greets."""
    return any(act.name == "greeting" for act in reply.acts)


def is_signed(reply: Reply) -> bool:
    """Whether somebody signs the reply, a person or a team."""
    return signature(reply.document) is not None


def signature(document: Document) -> Span | None:
    """Returns who signs: with the placeholders in it, and with lines of placeholders right before it.

    Initials behind a tweet (^JD) are no signature.

    >>> from tonelint.text.document import read
    >>> text = "Hi Ann, it works.\\n\\nBest,\\n{{agent}}\\n{{brand}} Support"
    >>> text[slice(*signature(read(text, {})))]
    '{{agent}}\\n{{brand}} Support'
    """
    text, zones = document.text, document.zones
    signed = [zone for zone in zones if zone.kind == "signature" and not _is_initials(text, zone)]
    if not signed:
        return None
    start, end = signed[0].start, signed[-1].end
    slots = [zone for zone in zones if zone.kind == "placeholder"]
    end = max([end, *(slot.end for slot in slots if slot.start >= start)])
    for slot in reversed(slots):
        if slot.end > start:
            continue
        line = text.rfind("\n", 0, slot.start) + 1
        if text[line : slot.start].strip(_EDGES) or text[slot.end : start].strip(_EDGES) or not line:
            break
        start = slot.start
    return Span(start, end)


def _is_initials(text: str, zone: Zone) -> bool:
    """Whether a mark and letters stand behind the last sentence, on its line."""
    return text[zone.start] in "^*/~-–—" and zone.start > 0 and "\n" not in text[max(zone.start - 3, 0) : zone.start]


def in_list(blocks: Sequence[Block], index: int) -> bool:
    """Whether a block is one of several items of a list; one alone is a paragraph with a symbol before it."""
    beside = (*blocks[max(index - 1, 0) : index], *blocks[index + 1 : index + 2])
    return blocks[index].kind == "list-item" and any(block.kind == "list-item" for block in beside)


def content(reply: Reply) -> list[View]:
    """Returns the sentences that say something: no signature, heading or subject, no formula before the name."""
    signed = signature(reply.document)
    formulas = {act.sentence for act in reply.acts if act.name == "sign-off"}
    blocks = reply.document.blocks
    return [
        view
        for view in reply.views
        if blocks[view.sentence.block].kind in PROSE
        and view.number not in formulas
        and (signed is None or view.sentence.start < signed.start)
        and any(word.kind == "word" for word in view.words)
    ]


def opening(reply: Reply) -> View | None:
    """Returns the first sentence that says more than a greeting or a thank-you; None if nothing is said."""
    courtesies = {act.sentence for act in reply.acts if act.name in _COURTESIES}
    views = content(reply)
    return next((v for v in views if v.number not in courtesies or len(v.words) > _SHORT), next(iter(views), None))


def added(rule: Rule, reply: Reply, place: str) -> Iterator[Match]:
    """Yields the first or last sentence that says something; its rewrite adds what the rule's param ``add`` says.

    place: "first", and the addition goes before the sentence, or "last", and it goes after it.
    """
    views, last = content(reply), place == "last"
    view = views[-1] if last and views else opening(reply)
    if view is not None:
        yield joined(rule, reply, view, after=last)


def joined(rule: Rule, reply: Reply, view: View, after: bool) -> Match:
    """Returns a sentence; its rewrite adds what the rule's param ``add`` says, before it or after it."""
    start, end = view.span(0, len(view.words))
    piece, more = reply.document.text[start:end], wording(rule, "add", reply, view.number)
    stop = "" if piece[-1:] in ".!?؟…" else "."
    better = f"{piece.rstrip(',،')}{stop} {more}" if after else f"{more} {piece}"
    return Match(start, end, view.language.code, {"match": piece}, ((better, "review"),) if more else ())


def _sentences(reply: Reply) -> int:
    blocks = reply.document.blocks
    return sum(blocks[sentence.block].kind in PROSE for sentence in reply.document.sentences)
