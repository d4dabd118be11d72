"""Kind wrong-name: the reply addresses somebody else than the customer, or misspells the name.

Silent without a customer's name, and wherever two spellings do not prove two people: another script, a user name,
a company, a short form, a name that the customer's own message has, the agent's.
"""

from __future__ import annotations

from collections.abc import Iterator

from tonelint.kinds import Check
from tonelint.kinds.addressing import addressed, display, vocatives
from tonelint.languages import names
from tonelint.languages.names import Address, Person
from tonelint.types import Context, Match, Reply, Rule, Span


def compile(rule: Rule, cues: object) -> Check:
    """Returns a check that yields a match for each place where the name is not the customer's."""
    del rule, cues

    def check(reply: Reply) -> Iterator[Match]:
        customer = names.person(reply.context.customer_name or "")
        if customer is None or not names.is_personal(customer):
            return
        seen: set[Span] = set()
        for language, found in _found(reply, customer):
            span = found.name
            if span and span not in seen and _is_wrong(reply, found, span, customer):
                seen.add(span)
                said = {"match": reply.document.text[span.start : span.end], "name": reply.context.customer_name or ""}
                right = _right(reply, found, span, customer, language)
                yield Match(*span, language, said, ((right, "review"),) if right else ())

    return check


def _found(reply: Reply, customer: Person) -> Iterator[tuple[str, Address]]:
    language, first = addressed(reply.document, customer)
    if first and first.kind == "name":
        yield language, first
    yield from vocatives(reply.document, customer)


def _keys(reply: Reply, span: Span) -> list[str]:
    piece = names.words(reply.document, span.start, span.end)
    return [word.key for word in piece if word.kind == "word" and word.key]  # a row of tatweels has none


def _is_wrong(reply: Reply, found: Address, span: Span, customer: Person) -> bool:
    keys = _keys(reply, span)
    if not keys or not names.same_script(keys, customer):
        return False
    if names.same(keys, customer) and not _is_misspelt(keys, customer):
        return False
    if _is_explained(keys, reply.context):
        return False
    return found.sure or names.similar(keys, customer)


def _is_misspelt(keys: list[str], customer: Person) -> bool:
    """Whether the first name is right and the family name almost: «سیاوش جلیلی» for «سیاوش جلالی»."""
    if len(keys) < 2 or len(customer.keys) < 2 or keys[0] != customer.keys[0] or keys[-1] in customer.keys:
        return False
    family = Person("", customer.words[-1:], customer.keys[-1:])
    return names.similar(keys[-1:], family) and not names.same(keys[-1:], family)


def _is_explained(keys: list[str], context: Context) -> bool:
    """Whether the name is the agent's, or one that the customer wrote."""
    agent = names.person(context.agent_name or "")
    if agent and names.same(keys, agent):
        return True
    written = {names.squeeze(word) for word in (context.customer_message or "").split()}
    return any(key in written for key in keys)


def _right(reply: Reply, found: Address, span: Span, customer: Person, language: str) -> str:
    """Returns what should stand there, "" where it cannot be said: a title and no family name to put behind it."""
    if found.titled:
        return customer.words[-1] if customer.title or len(customer.words) > 1 else ""
    keys = _keys(reply, span)
    if len(keys) == 1:
        parts = zip(customer.words, customer.keys, strict=True)
        near = [word for word, key in parts if names.similar(keys, Person("", (word,), (key,)))]
        if near:
            return near[0]
        if customer.title and len(customer.words) == 1:
            return display(customer, language)
        return customer.words[0]
    return " ".join(customer.words)
