"""Kind register: a reply that is written in two voices, or in another voice than it was asked in.

What shows a voice are words: those that the languages know (`tonelint.languages.fa.register`, `.en.register`), and the
phrases under `sets` of the rule: ``office`` and ``written``, ``slang`` and ``spoken``; those under ``free`` show
nothing. What is office or slang counts twice.
params
    find: mixed (office or slang beside the other voice), plain (written and spoken forms side by side), address
    (both «تو» and «شما»), or mismatch (the strong form of the voice that the customer does not write in).
    least: how much there has to be of each voice.   share: how many percent of all the smaller one has to be.
    you: with address, how customers are addressed: one («تو») or many («شما»); then the other form is what is found.
    idea: for each language, what to do where the words have no form in the other voice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib import import_module
from typing import NamedTuple

from tonelint.cuebook import Owner
from tonelint.cues import Cues, in_order
from tonelint.kinds import Check
from tonelint.kinds.addressing import vocatives
from tonelint.kinds.mentions import quoted
from tonelint.languages import names, register
from tonelint.patterns import Hit
from tonelint.places import Places
from tonelint.types import Entry, Match, Reply, Rule, Token, Unless
from tonelint.views import View

_HIGH, _LOW, _FREE = ("office", "written"), ("slang", "spoken"), "free"
_STRONG = ("office", "slang")


class Mark(NamedTuple):
    """A piece that shows a voice, or whom it addresses; other is what the other voice says, "" if that is not known."""

    start: int
    end: int
    style: str
    language: str
    other: str = ""


Voices = tuple[list[Mark], list[Mark]]


def owners(rule: Rule) -> Iterator[Owner]:
    """Yields the owners of the phrases: one for each language and style."""
    for code, sets in rule.sets.items():
        for style in (*_HIGH, *_LOW, _FREE):
            entries = tuple(Entry(phrase) for phrase in sets.get(style, ()))
            yield Owner(_owner(rule, style), code, entries, rule.unless.get(code, Unless()), sets, rule.path)


def compile(rule: Rule, cues: Cues) -> Check:
    """Returns a check that yields at most one match: the first piece in the voice that there is less of."""
    find = _FINDERS[str(rule.params.get("find", "mixed"))]

    def check(reply: Reply) -> Iterator[Match]:
        found = find(rule, reply)
        if found:
            yield _match(rule, reply, *found)

    return check


def _owner(rule: Rule, style: str) -> str:
    return f"{rule.id}:{style}"


def _mixed(rule: Rule, reply: Reply) -> Voices | None:
    """Office words among spoken ones; or slang among written ones, of which there have to be a few more."""
    high, low = _voices(rule, reply)
    more = 0 if _strong(high) else 1
    return _fewer_first(high, low) if _strong(high, low) and _enough(rule, high, low, more) else None


def _plain(rule: Rule, reply: Reply) -> Voices | None:
    """Written and spoken forms side by side, much of both; what is strong is for `_mixed` to say."""
    high, low = _voices(rule, reply)
    return _fewer_first(high, low) if not _strong(high, low) and _enough(rule, high, low) else None


def _address(rule: Rule, reply: Reply) -> Voices | None:
    """Words that say «تو», and others that say «شما»; with `you`, those that say what the rule does not want."""
    signs = list(_signs(reply))
    called = _called(reply) if len({sign.you for _, _, sign, _ in signs} - {""}) > 1 else Places(())
    one, many = ([Mark(start, end, sign.you, code) for start, end, sign, code in signs
                  if sign.you == you and not called.contain(start, end)]
                 for you in (register.ONE, register.MANY))  # fmt: skip
    if "you" in rule.params:
        other, wanted = (many, one) if rule.params["you"] == register.ONE else (one, many)
        return (other, wanted) if other else None
    return _fewer_first(one, many) if one and many else None


def _called(reply: Reply) -> Places:
    """Where the reply calls somebody by name: «نگین جان» is no order."""
    customer = names.person(reply.context.customer_name or "")
    found = (address.name for _, address in vocatives(reply.document, customer))
    return Places((span.start, span.end) for span in found if span)


def _mismatch(rule: Rule, reply: Reply) -> Voices | None:
    """The strong form of one voice, and mostly that voice, to a customer who writes only in the other."""
    if reply.heard is None:
        return None
    high, low = _voices(rule, reply)
    their_high, their_low = _voices(rule, reply.heard)
    for own, other, theirs, not_theirs in ((high, low, their_low, their_high), (low, high, their_high, their_low)):
        strong = [mark for mark in own if mark.style in _STRONG]
        if len(strong) >= _least(rule) and len(own) > len(other) and _weight(theirs) >= 2 and not not_theirs:
            return strong, []
    return None


_FINDERS: Mapping[str, Callable[[Rule, Reply], Voices | None]] = {
    "mixed": _mixed, "plain": _plain, "address": _address, "mismatch": _mismatch,
}  # fmt: skip


def _least(rule: Rule) -> int:
    return int(str(rule.params.get("least", "2")))


def _strong(*voices: Sequence[Mark]) -> bool:
    return any(mark.style in _STRONG for marks in voices for mark in marks)


def _enough(rule: Rule, high: Sequence[Mark], low: Sequence[Mark], more: int = 0) -> bool:
    smaller, larger = sorted((_weight(high), _weight(low)))
    share = int(str(rule.params.get("share", "0")))
    much = smaller >= _least(rule) and _weight(high) >= _least(rule) + more
    return much and 100 * smaller >= share * (smaller + larger)


def _weight(marks: Sequence[Mark]) -> int:
    return sum(2 if mark.style in _STRONG else 1 for mark in marks)


def _fewer_first(one: list[Mark], other: list[Mark]) -> Voices:
    return (one, other) if _weight(one) <= _weight(other) else (other, one)


def _voices(rule: Rule, reply: Reply) -> Voices:
    """The marks of both voices in text order. A word counts once; phrases go before what the words show alone."""
    found: list[Mark] = []
    taken: set[int] = set()
    for style in (_FREE, *_HIGH, *_LOW):
        for hit in in_order(reply.hits.get(_owner(rule, style), ())):
            places = {word.start for word in hit.view.words[hit.start : hit.end]}
            if hit.view.signature or not taken.isdisjoint(places):
                continue
            taken |= places
            if style != _FREE:
                found.append(_mark(hit, style))
    for start, end, sign, language in _signs(reply):
        if sign.style and start not in taken:
            found.append(Mark(start, end, sign.style, language, sign.other))
    found.sort()
    return [mark for mark in found if mark.style in _HIGH], [mark for mark in found if mark.style in _LOW]


def _mark(hit: Hit, style: str) -> Mark:
    return Mark(*hit.view.span(hit.start, hit.end), style, hit.view.language.code)


def _signs(reply: Reply) -> Iterator[tuple[int, int, register.Sign, str]]:
    """What words of the agent's own show, with their language; words in quotation marks are others'."""
    is_quoted = quoted(reply)
    for view in reply.views:
        for word, sign in _shown(view, reply.document.text):
            if not is_quoted(word):
                yield word.start, word.end, sign, view.language.code


def _shown(view: View, text: str) -> list[tuple[Token, register.Sign]]:
    """The words of a sentence that show something; looked for once, for all rules of the kind."""
    if "signs" not in view.found:
        module = import_module(f"tonelint.languages.{view.language.code}.register")
        signs = module.signs(view.words, text) if not view.signature else []
        view.found["signs"] = [(at, sign) for at, sign in enumerate(signs) if sign is not register.NOTHING]
    return [(view.words[at], sign) for at, sign in view.found["signs"]]


def _match(rule: Rule, reply: Reply, fewer: Sequence[Mark], more: Sequence[Mark]) -> Match:
    text, first = reply.document.text, fewer[0]
    values = {"match": text[first.start : first.end], "other": text[more[0].start : more[0].end] if more else ""}
    wording = rule.params.get("idea")
    idea = str(wording.get(first.language, "")) if isinstance(wording, Mapping) else ""
    ideas = ((idea, "idea"),) if idea else ()
    together = tuple((mark.start, mark.end, mark.other) for mark in fewer if mark.other)
    return Match(first.start, first.end, first.language, values, ideas, together=together)
