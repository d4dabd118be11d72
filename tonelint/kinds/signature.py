"""Kind signature: a reply like an e-mail that a team signs, an office or a machine, and nobody by name.

params: channels: where a person is expected to sign; without a channel, `tonelint.kinds.letter` decides.
teams: words that make a piece of a signature the name of a unit ("Team Aurora", «واحد مالی»). roles: words for a post;
they do so where nobody is named beside them ("Practice Manager", «کارشناس ۱۲», but not "Practice Manager Helen Frost").
Silent without a signature, where the reply names the agent that the caller passed, and wherever a piece may be a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from tonelint.kinds import Check, names
from tonelint.kinds.letter import greets, is_letter, signature
from tonelint.languages.names import Word, lists, person, squeeze, words
from tonelint.text.zones import placeholder_name
from tonelint.types import Document, Match, Reply, Rule, Span, Zone

TEAM, PERSON, UNKNOWN, NOTHING = "team", "person", "unknown", "nothing"
_APART = frozenset(",،;؛–—-|/•·~:()@")
_JOINTS = frozenset(["from", "at", "of", "از", "در"])
_GAPS = {"fa": "⟨نام شما⟩، ", "en": "⟨your name⟩, "}


def compile(rule: Rule, cues: object) -> Check:
    """Returns a check that yields at most one match: the first line of the signature."""
    channels = names(rule, "channels")
    teams, roles = (frozenset(map(squeeze, names(rule, key))) for key in ("teams", "roles"))
    del cues

    def check(reply: Reply) -> Iterator[Match]:
        document = reply.document
        signed = signature(document)
        if signed is None or not is_letter(reply, channels, greets(reply)) or _is_named(reply):
            return
        if _is_team(document, signed, teams, roles):
            yield _match(reply, signed)

    return check


def _is_team(document: Document, place: Span, teams: frozenset[str], roles: frozenset[str]) -> bool:
    """Whether a unit signs and no piece before it, or with a known name in it, can be a person."""
    persian = document.language == "fa"
    signed = False
    for part in _parts(document, place):
        kind = _kind(document, part, teams, roles)
        # «پشتیبانی – رضایی» may be a family name; in English what stands behind the unit is the firm
        if kind == PERSON or (kind == UNKNOWN and (persian or not signed)):
            return False
        signed = signed or kind == TEAM
    return signed


def _parts(document: Document, place: Span) -> Iterator[list[Word]]:
    """The pieces of a signature: between line ends, commas, dashes, and words such as from and at."""
    # word by word: a signature is one zone for all other readers
    inner = document._replace(zones=tuple(zone for zone in document.zones if zone.kind != "signature"))
    found = words(inner, place.start, place.end)
    for apart, group in groupby(found, lambda word: word.kind == "line" or word.text in _APART or word.key in _JOINTS):
        if not apart:
            yield list(group)


def _kind(document: Document, part: Iterable[Word], teams: frozenset[str], roles: frozenset[str]) -> str:
    said = [word for word in part if word.kind in ("word", "placeholder")]
    if not said:
        return NOTHING
    placeholders = [_variable(document, word) for word in said if word.kind == "placeholder"]
    if any(teams.isdisjoint(words) for words in placeholders):
        return PERSON
    keys = [word.key for word in said if word.kind == "word"]
    given = [key for key in keys if any(key in lists(code).given for code in ("fa", "en"))]
    initial = len(said) > 1 and len(said[0].key) == 1 and said[0].text.isupper()  # D. Penrose
    if placeholders or not teams.isdisjoint(keys):
        # admissions helper Jodie, «لیلا آموزش»; but Nelson Tyres is a firm
        ends = [*keys[-1:], *(key for key in keys[:1] if not key.isascii())]
        return PERSON if any(key in given and key not in teams for key in ends) else TEAM
    if given or initial:
        return PERSON
    # "Practice Manager" is nobody, Manager Frost is somebody
    return TEAM if keys[-1] in roles or (keys[0] in roles and all(key.isdigit() for key in keys[1:])) else UNKNOWN


def _variable(document: Document, word: Word) -> set[str]:
    """The words in the name of a placeholder: {{brand.name}} gives brand and name."""
    name = placeholder_name(document.text, Zone(word.start, word.end, "placeholder"))
    return {squeeze(piece) for piece in re.split(r"[\W_]+", name) if piece}


def _is_named(reply: Reply) -> bool:
    """Whether the reply names the agent that the caller passed."""
    agent = person(reply.context.agent_name or "")
    if agent is None:
        return False
    return any(word.key in agent.keys for word in words(reply.document, 0, len(reply.document.text)))


def _match(reply: Reply, place: Span) -> Match:
    piece = reply.document.text[place.start : place.end]
    start = place.start + len(piece) - len(piece.lstrip())
    line = piece.strip().splitlines()[0].rstrip()
    language = "fa" if any("\u0600" <= c <= "\u06ff" for c in line) else "en"
    agent = (reply.context.agent_name or "").strip()
    rewrite = (f"{agent}\n{line}", "review") if agent else (f"{_GAPS[language]}{line}", "idea")
    return Match(start, start + len(line), language, {"match": line}, (rewrite,))
