"""Kind placeholder: a slot that nobody filled in, in a text that is meant to be sent; or that nothing will fill.

Every zone of kind placeholder, and what the patterns of the rule find besides (params: patterns: regular expressions,
of which the group ``flag`` is underlined, or all of it). Silent in saved replies: there slots are what they should be.
With params: declared: names of variables, it is the other way round: only saved replies are looked at, and what is
found are slots with another name, with the nearest one that is declared.
"""

from __future__ import annotations

import difflib
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping

from tonelint.kinds import Check, names
from tonelint.kinds.addressing import display, stands_for_name
from tonelint.languages.names import Person, Word, person
from tonelint.text.fold import fold
from tonelint.text.zones import placeholder_name
from tonelint.types import Document, Match, Reply, Rule, Span, Zone

# What a spelling may have besides: Arabic letters, odd blanks; kashida, diacritics and invisible characters go.
_UNSEEN = "\u0640\u061c\u0670\ufeff\u2060" + "".join(
    chr(code)
    for first, last in ((0x64B, 0x65F), (0x200B, 0x200F), (0x202A, 0x202E), (0x2066, 0x2069))
    for code in range(first, last + 1)
)
_PLAIN = str.maketrans("يىك\u00a0\u202f\u2007\u2009", "ییک    ", _UNSEEN)
# What stands before the name of a variable and after it, in this order.
_BRACKETS = re.compile(r"^[\W_]*|[\W_]*$")
_UNNAMED = {"fa": "⟨آنچه این‌جا می‌آید⟩", "en": "⟨what belongs here⟩"}
_FAMILY = re.compile(r"(?i)last|family|surname|خانوادگی|فامیل")
_FIRST = re.compile(r"(?i)first|given|fname")


def compile(rule: Rule, cues: object) -> Check:
    """Returns a check that yields a match for each place. Raises re.error if a pattern of the rule is none."""
    if "declared" in rule.params:
        return _undeclared({_variable(name): name for name in sorted(names(rule, "declared"))})
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
            language = _language(document, span)
            rewrite = (name, "review") if name else (_gap(piece, language), "idea")
            yield Match(*span, language, {"match": piece}, (rewrite,))

    return check


def _undeclared(declared: Mapping[str, str]) -> Check:
    """Returns a check that yields the slots of a saved reply with a name that is not declared; declared: by key."""

    def check(reply: Reply) -> Iterator[Match]:
        document = reply.document
        slots = [zone for zone in document.zones if zone.kind == "placeholder"]
        for zone in slots if reply.context.stage == "saved-reply" else ():
            name, piece = placeholder_name(document.text, zone), document.text[zone.start : zone.end]
            if name and _variable(name) not in declared:
                close = difflib.get_close_matches(_variable(name), declared, n=1)
                opening, closing = _BRACKETS.findall(piece)[:2]
                better = tuple((f"{opening}{declared[key]}{closing}", "review") for key in close)
                yield Match(zone.start, zone.end, _language(document, zone), {"match": piece, "name": name}, better)

    return check


def _variable(name: str) -> str:
    return re.sub(r"[\s_-]+", "_", fold(name)).strip("_")


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


def _language(document: Document, span: Span | Zone) -> str:
    at = bisect_right(document.sentences, span.start, key=lambda sentence: sentence.start) - 1
    sentence = document.sentences[at] if at >= 0 and span.start < document.sentences[at].end else None
    return (sentence.language if sentence else "") or document.language or "en"


def _gap(piece: str, language: str) -> str:
    """A gap that asks for what a placeholder stands for, by the name that it has."""
    called = " ".join(_BRACKETS.sub("", piece).replace("_", " ").split())
    known = len(called) > 2 and called.replace(" ", "").isalpha() and called.lower().strip("x")
    return f"⟨{called}⟩" if known else _UNNAMED[language]


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
