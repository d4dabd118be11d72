"""Kind jargon: words of the trade that the customer did not use and that the reply does not explain.

The phrases of the rule are the terms. params:
capitals: yes: a term counts only where it is written in capitals (AR, not ar).
put: for each language, what could stand in the place of an acronym; ``{match}`` is the acronym.
known: acronyms that need no explanation. With it, every other word of three to six capitals is a term, too.
things: words before which capitals are a name ("the ABC app"). codes: words after which they are a code ("plate ABC").

A term is free where the customer wrote it, where it is explained anywhere in the reply (by brackets beside it, or
by the act ``gloss`` right after it), and in a numbered step, where it is something to be typed or clicked.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping

from tonelint.cues import Cues
from tonelint.kinds import Check, names, phrase
from tonelint.languages.base import Language
from tonelint.text import document
from tonelint.types import Document, Match, Reply, Rule
from tonelint.views import View

_CAPITALS = re.compile("[A-Z]{3}")
_ACRONYM = re.compile(r"[A-Z]{3,6}s?")
_LETTER = r"[^\W\d_]"
_NUMBERED = r"\s*[(（]?\d"
# How far beside a term its explanation may stand (code points): a bound, so that checking stays linear.
_NEAR = 60
_EXPLAINED_AFTER = r"[»”\"]?\s*[(（][^()（）]*?[^\W\d_]{2}"
_EXPLAINED_BEFORE = r"[^\W\d_][»”\"]?\s*[(（]\s*$"
# What joins capitals to something else: the initials of an agent («^JD», «-TC», «/MT»), a code, a field to be filled.
_JOINED_BEFORE = frozenset(";^-*/–—~@#&._'’[{<$%+=:")
_JOINED_AFTER = frozenset("&@_-/]}>=+*'’")


def compile(rule: Rule, cues: Cues) -> Check:
    """Returns a check that yields the terms of the trade that nobody explained to this customer."""
    terms = phrase.compile(rule, cues)
    given = rule.params.get("put")
    put = given if isinstance(given, Mapping) else {}
    capitals, known = rule.params.get("capitals") == "yes", names(rule, "known")
    things, codes = names(rule, "things"), names(rule, "codes")

    def check(reply: Reply) -> Iterator[Match]:
        text = reply.document.text
        found = [m for m in terms(reply) if not capitals or _is_capital(text, m.start, m.end)]
        if known:
            found += (_with_idea(match, put) for match in _acronyms(reply, known, things, codes))
        if found:
            free = _explained(reply, found) | _said_by_customer(reply, found)
            yield from (m for m in found if _name(text, m) not in free and not _in_step(reply.document, m))

    return check


def _with_idea(match: Match, put: Mapping[str, str]) -> Match:
    idea = put.get(match.language)
    return match._replace(rewrites=((idea.replace("{match}", match.values["match"]), "idea"),)) if idea else match


def _acronyms(reply: Reply, known: frozenset[str], things: frozenset[str], codes: frozenset[str]) -> Iterator[Match]:
    """Words in capitals that are not known, outside zones, in sentences that are not shouted as a whole.

    In a row of capitals («JANE DOE») they are a name, and beside one of the `things` or `codes` as well.
    """
    text = reply.document.text
    if not _CAPITALS.search(text):
        return
    zones, following, covered = sorted(reply.document.zones), 0, 0
    for view in reply.views:
        if view.signature or _is_shouted(text, view):
            continue
        for index, word in enumerate(view.words):
            while following < len(zones) and zones[following].start <= word.start:
                covered = max(covered, zones[following].end)
                following += 1
            piece = text[word.start : word.end]
            if word.start >= covered and _ACRONYM.fullmatch(piece) and _is_capital(text, word.start, word.end):
                unknown = known.isdisjoint((piece, piece.rstrip("s"))) and not view.language.readings(word.key)
                if unknown and not _is_named(text, view, index, things, codes):
                    yield Match(word.start, word.end, view.language.code, {"match": piece})


def _is_capital(text: str, start: int, end: int) -> bool:
    """Whether a word is written in capitals and stands alone."""
    before, after = text[max(start - 1, 0) : start], text[end : end + 1]
    return text[start:end].rstrip("s").isupper() and before not in _JOINED_BEFORE and after not in _JOINED_AFTER


def _is_named(text: str, view: View, index: int, things: frozenset[str], codes: frozenset[str]) -> bool:
    beside = [view.words[at] for at in (index - 1, index + 1) if 0 <= at < len(view.words)]
    row = any(w.kind == "word" and w.end - w.start > 2 and text[w.start : w.end].isupper() for w in beside)
    return row or not things.isdisjoint(view.keys[index + 1 : index + 2]) or view.keys[max(index - 1, 0)] in codes


def _is_shouted(text: str, view: View) -> bool:
    words = [text[word.start : word.end] for word in view.words if word.kind == "word"]
    return 2 * sum(len(word) > 1 and word.isupper() for word in words) > len(words)


def _explained(reply: Reply, found: Collection[Match]) -> set[str]:
    """The names of the terms that are explained at one place at least."""
    text = reply.document.text
    glosses = sorted(act.start for act in reply.acts if act.name == "gloss")
    names = set()
    for m in found:
        after = bisect_right(glosses, m.end - 1)
        near = after < len(glosses) and glosses[after] - m.end <= _NEAR
        if (
            re.match(_EXPLAINED_AFTER, text[m.end : m.end + _NEAR])
            or (
                re.search(_EXPLAINED_BEFORE, text[max(m.start - _NEAR, 0) : m.start])
                and text[m.end : m.end + 1] in ")）"
            )
            or (near and not re.search(_LETTER, text[m.end : glosses[after]]))
        ):
            names.add(_name(text, m))
    return names


def _said_by_customer(reply: Reply, found: Collection[Match]) -> set[str]:
    """The names of the terms all words of which are in the customer's own message, with whatever endings."""
    text, message = reply.document.text, reply.context.customer_message
    names = set()
    if message:
        for language in {view.language.code: view.language for view in reply.views}.values():
            said = {stem for key in _keys(language, message) for stem in language.stems(key)}
            for m in found:
                if not any(said.isdisjoint(language.stems(key)) for key in _keys(language, text[m.start : m.end])):
                    names.add(_name(text, m))
    return names


def _keys(language: Language, text: str) -> list[str]:
    tokens = language.join(document.tokens_of(text, 0, len(text)), text)
    return [token.key for token in tokens if token.kind == "word"]


def _name(text: str, match: Match) -> str:
    return text[match.start : match.end].casefold()


def _in_step(document: Document, match: Match) -> bool:
    index = bisect_right(document.blocks, match.start, key=lambda block: block.start) - 1
    block = document.blocks[max(index, 0)]
    return block.kind == "list-item" and re.match(_NUMBERED, document.text[block.start : block.end]) is not None
