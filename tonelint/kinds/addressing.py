"""What the kinds about names share: whom a reply addresses, and how a customer is written."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator
from types import ModuleType

from tonelint.languages import names
from tonelint.languages.names import Address, Person, Word
from tonelint.text.zones import placeholder_name
from tonelint.types import Document, Zone

_FILLED = r"(?s)^([^\w]*)(.*?)([^\w]*)$"
_PLACEHOLDERS = {"fa": "نام مشتری", "en": "customer_name"}


def addressed(document: Document, customer: Person | None) -> tuple[str, Address | None]:
    """Returns the language of the address and how the customer is addressed; a name counts before a mere greeting."""
    main = document.language if document.language in ("fa", "en") else "en"
    best: tuple[str, Address | None] = (main, None)
    for language in (main, "en" if main == "fa" else "fa"):
        if not _is_written(language, document):
            continue
        found = _module(language).address(document, customer, lambda word: stands_for_name(document, word))
        if found and found.kind in ("name", "placeholder"):
            return language, found
        if found and best[1] is None:
            best = (language, found)
    return best


def vocatives(document: Document, customer: Person | None) -> Iterator[tuple[str, Address]]:
    """Yields the names that somebody is addressed by anywhere in the reply, with the language."""
    for language in ("fa", "en"):
        if _is_written(language, document):
            for found in _module(language).vocatives(document, customer):
                yield language, found


def is_named(document: Document, language: str, customer: Person | None) -> bool:
    """Whether the reply names somebody anywhere: a vocative, or a word of the customer's name that is no other word."""
    if any(True for _ in vocatives(document, customer)):
        return True
    if customer is None:
        return False
    also = names.lists("fa").also_words | names.lists("en").also_words
    keys = {key for key in customer.keys if len(key) > 2 and key not in also}
    return bool(keys) and any(word.key in keys for line in names.body(document) for word in line)


def stands_for_name(document: Document, word: Word) -> bool:
    """Whether a placeholder stands for the name of a person: {name}, %نام مشتری%."""
    name = names.squeeze(placeholder_name(document.text, Zone(word.start, word.end, "placeholder")))
    return any(name in names.lists(code).values["placeholder-names"] for code in ("fa", "en"))


def display(customer: Person, language: str) -> str:
    """Returns how a reply addresses a customer: with title and family name, or by name.

    >>> display(names.person("خانم باران مهرگان"), "fa"), display(names.person("Sara Moradi"), "en")
    ('خانم مهرگان', 'Sara')
    """
    if customer.title:
        return f"{customer.title} {customer.words[-1]}"
    return customer.words[0] if language == "en" else " ".join(customer.words)


def placeholder_like(document: Document, language: str) -> str:
    """Returns a placeholder for the name, written as the placeholders that the reply has; else in double braces."""
    zone = next((z for z in document.zones if z.kind == "placeholder"), None)
    parts = re.match(_FILLED, document.text[zone.start : zone.end]) if zone else None
    before, after = (parts[1], parts[3]) if parts and parts[1] and parts[3] and parts[2] else ("{{", "}}")
    return f"{before}{_PLACEHOLDERS[language]}{after}"


def _is_written(language: str, document: Document) -> bool:
    return document.language == language or any(s.language == language for s in document.sentences)


def _module(language: str) -> ModuleType:
    return importlib.import_module(f"tonelint.languages.{language}.names")
