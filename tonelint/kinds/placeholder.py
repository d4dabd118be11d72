"""Kind placeholder: a slot that nobody filled in, in a text that is meant to be sent; or that nothing will fill.

params
    patterns: regular expressions for slots beside the zones of kind placeholder; of each the group ``flag`` is
        underlined, or all of it. In a saved reply slots are as they should be, and nothing is found; in an automatic
        reply those are that a machine fills in, and those for a person (____, [what you want]) are not.
    declared: names of variables. Then only saved and automatic replies are looked at, and found are slots that need
        a variable with another name, with the nearest one that is declared.
    find: broken. Then slots are found that are not written whole ({{name}, {% if %} without its end), in any reply.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TypeAlias

from tonelint.kinds import Check, names
from tonelint.kinds.addressing import display, stands_for_name
from tonelint.kinds.expressions import Expression, expressions
from tonelint.languages.names import Person, Word, person
from tonelint.text.fold import fold
from tonelint.text.slots import BLANK, Broken, Slot, broken, slots
from tonelint.types import Document, Match, Reply, Rule, Span

# What a spelling may have besides: kashida, diacritics and invisible characters, which go; Arabic letters, odd blanks.
_UNSEEN = re.compile("[\u0640\u061c\u0670\ufeff\u2060\u064b-\u065f\u200b-\u200f\u202a-\u202e\u2066-\u2069]")
_SAME = (("ي", "ی"), ("ى", "ی"), ("ك", "ک"), *((blank, " ") for blank in "\u00a0\u202f\u2007\u2009"))
# What stands before the name of a variable and after it, in this order.
_BRACKETS = r"^[\W_]*|[\W_]*$"
Place: TypeAlias = "Span | Slot | Broken"
_TEMPLATES = ("saved-reply", "auto-reply")
_UNNAMED = {"fa": "⟨آنچه این‌جا می‌آید⟩", "en": "⟨what belongs here⟩"}
_FAMILY = r"(?i)last|family|surname|خانوادگی|فامیل"
_FIRST = r"(?i)first|given|fname"


def compile(rule: Rule, cues: object) -> Check:
    """Returns a check that yields a match for each place; it raises regex.error if a pattern of the rule is none."""
    if "declared" in rule.params:
        return _undeclared({_variable(name): name for name in sorted(names(rule, "declared"))})
    if rule.params.get("find") == "broken":
        return _broken
    patterns = expressions(rule, "patterns", multiline=True)
    del cues

    def check(reply: Reply) -> Iterator[Match]:
        document = reply.document
        if reply.context.stage == "saved-reply":
            return
        customer = person(reply.context.customer_name or "")
        for span in _places(document, patterns, for_persons=reply.context.stage == "auto-reply"):
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
        found = slots(document.text, document.zones) if reply.context.stage in _TEMPLATES else []
        known = {*declared, *(_variable(slot.made) for slot in found)}
        for slot in found:
            name = next((name for name in slot.names if _root(name, known) not in known), "")
            if name:
                piece = document.text[slot.start : slot.end]
                import difflib  # here, because most teams declare no variables

                close = difflib.get_close_matches(_variable(name), declared, n=1)
                better = tuple((_renamed(piece, name, declared[key]), "review") for key in close)
                yield Match(slot.start, slot.end, _language(document, slot), {"match": piece, "name": name}, better)

    return check


def _root(name: str, known: Collection[str]) -> str:
    """Returns the key of a name; of ``item.price`` that of ``item`` if only that is known, as what a loop makes is."""
    key = _variable(name)
    return key if key in known else _variable(name.partition(".")[0])


def _renamed(piece: str, name: str, better: str) -> str:
    """Returns a placeholder with another variable in it; where it spells the name in another way, with nothing else."""
    at = piece.lower().find(name)
    if at >= 0:
        return piece[:at] + better + piece[at + len(name) :]
    opening, closing = re.findall(_BRACKETS, piece)[:2]
    return f"{opening}{better}{closing}"


def _broken(reply: Reply) -> Iterator[Match]:
    """Yields the slots that are not written whole."""
    document = reply.document
    for one in broken(document.text, document.zones):
        rewrites = ((one.whole, "review"),) if one.whole else ()
        said = {"match": document.text[one.start : one.end]}
        yield Match(one.start, one.end, _language(document, one), said, rewrites)


def _variable(name: str) -> str:
    return re.sub(r"[\s_-]+", "_", fold(name)).strip("_")


def _places(document: Document, patterns: list[Expression], for_persons: bool) -> Iterator[Span]:
    """Yields each place once, in the order of the text; for_persons: only what no machine fills in."""
    found = [Span(*s[:2]) for s in slots(document.text, document.zones) if s.kind == BLANK or not for_persons]
    plain = _plain(document.text)
    matched = [span for one in patterns for span in one.spans(plain)]
    if matched:
        at: Sequence[int] = range(len(plain) + 1) if len(plain) == len(document.text) else _origins(document.text)
        closed = bytearray(len(document.text))
        for zone in document.zones:
            if zone.kind not in ("signature", "mention"):
                closed[zone.start : zone.end] = b"\1" * (zone.end - zone.start)
        for start, end in ((at[start], at[end]) for start, end in matched):
            if start < end and not any(closed[start:end]):
                closed[start:end] = b"\1" * (end - start)
                found.append(Span(start, end))
    yield from sorted(found)


def _plain(text: str) -> str:
    """Returns the text as patterns read it."""
    if not text.isascii():
        text = _UNSEEN.sub("", text)
        for odd, plain in _SAME:
            text = text.replace(odd, plain)
    return text


def _origins(text: str) -> list[int]:
    """Returns where each character of the plain text stands in a text, and where it ends."""
    return [place for place, character in enumerate(text) if not _UNSEEN.match(character)] + [len(text)]


def _language(document: Document, span: Place) -> str:
    at = bisect_right(document.sentences, span.start, key=lambda sentence: sentence.start) - 1
    sentence = document.sentences[at] if at >= 0 and span.start < document.sentences[at].end else None
    return (sentence.language if sentence else "") or document.language or "en"


def _gap(piece: str, language: str) -> str:
    """A gap that asks for what a placeholder stands for, by the name that it has."""
    called = " ".join(re.sub(_BRACKETS, "", piece).replace("_", " ").split())
    known = len(called) > 2 and called.replace(" ", "").isalpha() and called.lower().strip("x")
    return f"⟨{called}⟩" if known else _UNNAMED[language]


def _name(document: Document, span: Span, customer: Person | None) -> str:
    """Returns the customer's name where the placeholder stands for it, "" elsewhere."""
    piece = document.text[span.start : span.end]
    if customer is None or not stands_for_name(document, Word(*span, piece, "", "placeholder")):
        return ""
    if re.search(_FAMILY, piece):
        return customer.words[-1] if customer.title or len(customer.words) > 1 else ""
    if re.search(_FIRST, piece) and not (customer.title and len(customer.words) == 1):
        return customer.words[0]
    return display(customer, _language(document, span))
