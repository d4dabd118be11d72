"""Kind placeholder: a slot that nobody filled in, in a text that is meant to be sent.

Every zone of kind placeholder, and what the patterns of the rule find besides (params: patterns: regular expressions,
of which the group ``flag`` is underlined, or all of it). Silent in saved replies: there slots are what they should be.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from tonelint.kinds import Check
from tonelint.kinds.addressing import display, stands_for_name
from tonelint.languages.names import Person, Word, person
from tonelint.types import Document, Match, Reply, Rule, Span

# What a spelling may have besides: Arabic letters, odd blanks; kashida, diacritics and invisible characters go.
_UNSEEN = "\u0640\u061c\u0670\ufeff\u2060" + "".join(
    chr(code)
    for first, last in ((0x64B, 0x65F), (0x200B, 0x200F), (0x202A, 0x202E), (0x2066, 0x2069))
    for code in range(first, last + 1)
)
_PLAIN = str.maketrans("يىك\u00a0\u202f\u2007\u2009", "ییک    ", _UNSEEN)
_FAMILY = re.compile(r"(?i)last|family|surname|خانوادگی|فامیل")
_FIRST = re.compile(r"(?i)first|given|fname")


def compile(rule: Rule, cues: object) -> Check:
    """Returns a check that yields a match for each place. Raises re.error if a pattern of the rule is none."""
    value = rule.params.get("patterns", ())
    sources = [value] if isinstance(value, str) else value if isinstance(value, (list, tuple)) else ()
    patterns = [re.compile(source, re.MULTILINE) for source in sources]
    del cues

    def check(reply: Reply) -> Iterator[Match]:
        document = reply.document
        if reply.context.stage == "saved-reply":
            return
        customer = person(reply.context.customer_name or "")
        for span in _places(document, patterns):
            piece = document.text[span.start : span.end]
            name = _name(document, span, customer)
            yield Match(*span, _language(document, span), {"match": piece}, ((name, "review"),) if name else ())

    return check


def _places(document: Document, patterns: list[re.Pattern[str]]) -> Iterator[Span]:
    """Yields each place once, in the order of the text."""
    found = [Span(z.start, z.end) for z in document.zones if z.kind == "placeholder"]
    plain, at = _plain(document.text)
    closed = bytearray(len(document.text))
    for zone in document.zones:
        if zone.kind not in ("signature", "mention"):
            closed[zone.start : zone.end] = b"\1" * (zone.end - zone.start)
    for pattern in patterns:
        for match in pattern.finditer(plain):
            start, end = match.span("flag" if "flag" in pattern.groupindex else 0)
            span = Span(at[start], at[end]) if at else Span(start, end)
            if span.start < span.end and not any(closed[span.start : span.end]):
                closed[span.start : span.end] = b"\1" * (span.end - span.start)
                found.append(span)
    yield from sorted(found)


def _plain(text: str) -> tuple[str, list[int]]:
    """Returns the text as patterns read it, and where each of its characters stands; nothing if all are in place."""
    plain = text.translate(_PLAIN)
    if len(plain) == len(text):
        return plain, []
    return plain, [place for place, character in enumerate(text) if character not in _UNSEEN] + [len(text)]


def _language(document: Document, span: Span) -> str:
    at = bisect_right(document.sentences, span.start, key=lambda sentence: sentence.start) - 1
    sentence = document.sentences[at] if at >= 0 and span.start < document.sentences[at].end else None
    return (sentence.language if sentence else "") or document.language or "en"


def _name(document: Document, span: Span, customer: Person | None) -> str:
    """Returns the customer's name where the placeholder stands for it, "" elsewhere."""
    piece = document.text[span.start : span.end]
    if customer is None or not stands_for_name(document, Word(*span, piece, "", "placeholder")):
        return ""
    if _FAMILY.search(piece):
        return customer.words[-1] if customer.title or len(customer.words) > 1 else ""
    if _FIRST.search(piece) and not (customer.title and len(customer.words) == 1):
        return customer.words[0]
    return display(customer, _language(document, span))
