"""How a passive reads when we say who acts: «درخواست شما ثبت شد» becomes «درخواست شما را ثبت کردیم»."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tonelint.languages.fa import paradigms
from tonelint.languages.fa.forms import form
from tonelint.languages.fa.nouns import stems
from tonelint.languages.fa.passive import FAR, Passive, clause_start
from tonelint.languages.fa.verbs import readings
from tonelint.types import Token

_PREPOSITIONS = ("به", "تا", "در", "از", "با", "برای")
_DEFINITE = ("تان", "تون", "مان", "مون")
_SPOKEN = ("تون", "مون", "شون")
_OBJECT = {"formal": "را", "spoken": "رو"}


class Active(NamedTuple):
    """A clause in the active. `start`, `end`: the code points it replaces, from the subject to the verb."""

    start: int
    end: int
    text: str
    safety: str


def to_active(passive: Passive, tokens: Sequence[Token], text: str, speaker: str = "we") -> Active | None:
    """Returns the clause of a passive with its actor said; None where it is not certain who or what that would be.

    tokens are the joined tokens of the sentence, text the text they point into, speaker "we" (ما) or "I" (من).
    Only simple clauses are rewritten: a definite subject of the lexicon's list, adverbs, the verb.

    >>> from tonelint.languages.fa.passive import passives
    >>> text = "درخواست شما ثبت شد."
    >>> words = [Token(0, 7, "درخواست", "word"), Token(8, 11, "شما", "word"), Token(12, 15, "ثبت", "word"),
    ...          Token(16, 18, "شد", "word")]
    >>> to_active(passives(words, text)[0], words, text).text
    'درخواست شما را ثبت کردیم'
    """
    if passive.level != "ours" or passive.agent or passive.nve in paradigms.words()["harm"]:
        return None
    near = tokens[max(0, passive.first - FAR) : passive.last + FAR]
    register = "spoken" if any(_is_spoken(token.key) for token in near) else "formal"
    verb = active_verb(passive, "1s" if speaker == "I" else "1p", register)
    start = clause_start(tokens, passive.first)
    subject = _subject_end(tokens, start, passive.first)
    if verb is None or not subject or not _adverbs_only(tokens, subject, passive.first):
        return None
    noun = text[tokens[start].start : tokens[subject - 1].end]
    rest = text[tokens[subject - 1].end : tokens[passive.first].start]
    meaning = f"{text[tokens[passive.first].start : tokens[passive.last].start].rstrip()} " if passive.nve else ""
    clause = f"{noun} {_OBJECT[register]}{rest}{meaning}{verb}"
    return Active(tokens[start].start, tokens[passive.last].end, clause, "review")


def _is_spoken(key: str) -> bool:
    """Whether a word is written as it is spoken: «سفارشتون», «می‌شه», «رو»."""
    if key.endswith(_SPOKEN) or key in ("رو", "اگه", "دیگه", "واسه"):
        return True
    return any(one.register == "spoken" and not one.ambiguous for one in readings(key)[:1])


def active_verb(passive: Passive, person: str, register: str) -> str | None:
    """Returns the verb of the active sentence, None where the passive says more than that we act, or says it in
    more words than the noun and its verb."""
    verb = passive.verb
    if verb.polarity == "neg" or not (verb.lemma in ("شدن", "گردیدن") or verb.voice == "passive"):
        return None
    tense = "present" if verb.tense == "future" else verb.tense
    if tense == "perfect" and register == "spoken":
        tense = "past"
    if tense not in ("present", "past", "imperfect", "perfect", "pluperfect", "subjunctive"):
        return None
    return form(passive.light, tense, person, "pos", register)


def _subject_end(tokens: Sequence[Token], start: int, end: int) -> int:
    """Returns the index after a definite subject that begins at `start`; 0 if there is none."""
    demonstrative = start < end and tokens[start].key in ("این", "آن", "اون")
    head = start + demonstrative
    if head >= end or not any(stem in paradigms.words()["heads"] for stem in stems(tokens[head].key)):
        return 0
    if head + 1 < end and f"{tokens[head].key} {tokens[head + 1].key}" in paradigms.words()["pairs"]:
        return head + 2
    if demonstrative or tokens[head].key.endswith(_DEFINITE):
        return head + 1
    for at in range(head + 1, min(head + 4, end)):
        if tokens[at].key in _PREPOSITIONS or tokens[at].key in paradigms.words()["adverbs"]:
            break
        if tokens[at].key == "شما" or tokens[at].key.endswith(_DEFINITE):
            return at + 1
    return 0


def _adverbs_only(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether there is nothing but adverbs, numbers and prepositional phrases between two indexes."""
    inside = False
    for token in tokens[start:end]:
        if token.kind == "punctuation" or token.key in ("که", "موفقیت"):
            return False
        if any(not one.ambiguous for one in readings(token.key)):
            return False
        inside = inside or token.key in _PREPOSITIONS
        if not (inside or token.kind == "number" or token.key in paradigms.words()["adverbs"]):
            return False
    return True
