"""Kind missing-name: a reply like an e-mail that addresses nobody by name.

params: channels: where a name is expected; without a channel, `tonelint.kinds.letter` decides.
friendly: generic words that are good enough while the name is unknown ("Hi there"), unless the reply is saved for many.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tonelint.kinds import Check, names
from tonelint.kinds.addressing import addressed, display, is_named, placeholder_like
from tonelint.kinds.letter import PROSE, is_letter
from tonelint.languages.names import Address, Person, lists, person, squeeze
from tonelint.languages.register import OFFICE
from tonelint.text.layout import any_of, keys
from tonelint.types import Document, Match, Reply, Rule

_SLOT = re.compile(
    r"[ \u200c]*(?:[(«]+(?P<said>[^\d\n()«»]{1,40})[)»]+|[\[{<]+[^\d\n\[\]{}<>]{1,40}[\]}>]+"
    r"|[_?؟*#.…]{2,}|%+\w+%+|&\w+;[\w ]+&\w+;|@\w+)"
)
_GAPS = {"fa": "⟨نام مشتری⟩", "en": "⟨customer's name⟩"}


def compile(rule: Rule, cues: object) -> Check:
    """Returns a check that yields at most one match: the generic address, the greeting, or the first word."""
    channels, friendly = names(rule, "channels"), names(rule, "friendly")
    del cues

    def check(reply: Reply) -> Iterator[Match]:
        document, context = reply.document, reply.context
        if not is_letter(reply, channels, greeted=True):
            return
        customer = person(context.customer_name or "")
        language, found = addressed(document, customer)
        if found and found.kind in ("name", "placeholder"):
            return
        if not is_letter(reply, channels, greeted=found is not None) or (found and _has_slot(document, found.end)):
            return
        if found and found.kind == "generic":
            if not context.customer_name and context.stage == "draft" and _piece(document, found) in friendly:
                return
        elif is_named(document, language, customer):
            return
        start, end = (found.start, found.end) if found else _first_word(document)
        if start < end:
            said = {"match": document.text[start:end]}
            yield Match(start, end, language, said, tuple(_rewrites(reply, language, found, customer, (start, end))))

    return check


def _own(document: Document) -> list[int]:
    """The indexes of the sentences that the agent wrote, without signature, quoted mail and code."""
    kinds = [document.blocks[sentence.block].kind for sentence in document.sentences]
    return [i for i, kind in enumerate(kinds) if kind in PROSE]


def _piece(document: Document, found: Address) -> str:
    return squeeze(document.text[found.name.start : found.name.end]) if found.name else ""


def _has_slot(document: Document, end: int) -> bool:
    """Whether a greeting is followed by a slot for a name, however it is written: who fills it in names somebody.

    What stands in parentheses or quotation marks is one if it says what to fill in, not just anything.
    """
    found = _SLOT.match(document.text, end)
    return found is not None and (found["said"] is None or any_of("placeholder_words", keys(found["said"])))


def _first_word(document: Document) -> tuple[int, int]:
    for index in _own(document):
        for token in document.sentences[index].tokens:
            if token.kind == "word":
                return token.start, token.end
    return 0, 0


def _rewrites(
    reply: Reply, language: str, found: Address | None, customer: Person | None, place: tuple[int, int]
) -> Iterator[tuple[str, str]]:
    """Yields replacements of the place with their safety: a person looks at a name, and fills in a gap."""
    compose = _persian if language == "fa" else _english
    for name in _called(reply, customer, language):
        yield compose(reply.document, found, name, place), "review" if customer else "idea"


def _called(reply: Reply, customer: Person | None, language: str) -> Iterator[str]:
    """Yields what the customer may be called; nobody but the writer knows whether the first name alone will do."""
    if customer is None:
        yield _GAPS[language] if reply.context.stage == "draft" else placeholder_like(reply.document, language)
        return
    yield display(customer, language)
    if language == "en" and not customer.title and len(customer.words) > 1:
        yield " ".join(customer.words)


def _english(document: Document, found: Address | None, name: str, place: tuple[int, int]) -> str:
    piece = document.text[slice(*place)]
    if found is None:
        gap = _gap(document)
        return f"Hi {name},{gap}{piece if gap != ' ' else _small(piece)}"
    if found.kind == "none":
        return f"{piece} {name}"
    greeting = document.text[found.start : found.name.start] if found.name else ""
    return f"{greeting or 'Hi '}{name}"


def _persian(document: Document, found: Address | None, name: str, place: tuple[int, int]) -> str:
    piece = document.text[slice(*place)]
    if found is None:
        return f"سلام {name}،{_gap(document)}{piece}"
    if found.kind == "none":
        return f"{piece} {name}" if " " not in piece else f"{name}، {piece}"
    # after a vowel «عزیز» would need an ezafe that not everybody writes alike
    return name if name[-1] in "اوه⟩" else f"{name} {_honorific(document)}"


def _honorific(document: Document) -> str:
    """How a named person is honoured in the voice of the reply: «گرامی» where it speaks like an office."""
    from tonelint.languages.fa.register import signs  # here, because English replies need no Persian

    voices = (sign.style for sentence in document.sentences for sign in signs(sentence.tokens, document.text))
    return "گرامی" if OFFICE in voices else "عزیز"


def _small(word: str) -> str:
    """The first word of a reply as it is written behind a greeting: small unless it is a name or I."""
    known = lists("en").values["not-names"]
    return word[0].lower() + word[1:] if word.lower() in known and word.lower()[:2] not in ("i", "i'", "i’") else word


def _gap(document: Document) -> str:
    return "\n\n" if "\n" in document.text.strip() else " "
