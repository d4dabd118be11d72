"""How a passive reads when we say who acts: «درخواست شما ثبت شد» becomes «درخواست شما را ثبت کردیم».

The grammar: the subject becomes the object («را», in speech «رو», behind the whole noun phrase), the verb gets the
light verb of its noun, our person and the tense of the passive; a subject that is not said becomes «آن را» or «ـش».
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tonelint.languages.fa import paradigms
from tonelint.languages.fa.forms import form
from tonelint.languages.fa.habits import habits, in_style_of
from tonelint.languages.fa.nouns import stems
from tonelint.languages.fa.passive import FAR, Passive
from tonelint.languages.fa.register import sign
from tonelint.languages.fa.subjects import Subject, is_adverb, is_finite, lists, subject, words
from tonelint.languages.register import SPOKEN, WRITTEN
from tonelint.types import Token

_OBJECT = {"formal": "را", "spoken": "رو"}
_TO_YOU = {"formal": "به شما", "spoken": "بهتون"}
_TENSES = ("present", "past", "imperfect", "perfect", "pluperfect", "subjunctive")
_SUCCESS = ("با", "موفقیت")
_PLURALS = ("ان", "ها", "های", "هامون", "هایمان", "انمان", "انمون", "انم")
_NO_CLITIC = "اوهی"


class Active(NamedTuple):
    """A clause in the active. `start`, `end`: the code points it replaces, from the subject to the verb."""

    start: int
    end: int
    text: str
    safety: str


class _Clause(NamedTuple):
    """A passive with all that its active needs. person: who acts; agent: the token at which it is named, or `first`."""

    passive: Passive
    tokens: Sequence[Token]
    text: str
    register: str
    person: str
    subject: Subject
    agent: int

    def thing(self) -> str:
        """The subject, or what it had better be called where it is one empty word: «این مورد» for «مورد»."""
        start, end, _ = self.subject
        said: str = lists()["instead"].get(self.tokens[start].key, "") if end - start == 1 else ""
        return said or self.words(start, end)

    def words(self, start: int, end: int) -> str:
        """The words from token `start` up to `end`, as they are written."""
        return self.text[self.tokens[start].start : self.tokens[end - 1].end] if end > start else ""


def to_active(passive: Passive, tokens: Sequence[Token], text: str, speaker: str = "we") -> Active | None:
    """Returns the clause of a passive with its actor said; None where it is not certain who or what that would be.

    tokens are the joined tokens of the sentence, text the text they point into, speaker "we" (ما) or "I" (من).

    >>> from tonelint.languages.fa.passive import passives
    >>> text = "درخواست شما ثبت شد."
    >>> words = [Token(0, 7, "درخواست", "word"), Token(8, 11, "شما", "word"), Token(12, 15, "ثبت", "word"),
    ...          Token(16, 18, "شد", "word")]
    >>> to_active(passives(words, text)[0], words, text).text
    'درخواست شما را ثبت کردیم'
    """
    if passive.level != "ours":
        return None
    agent = _agent(tokens, passive)
    found = subject(tokens, agent)
    if found is None or (agent < passive.first and found.start == found.end):
        return None
    purpose = any(token.key in ("تا", "که") for token in tokens[max(found.start - 3, 0) : found.start])
    if passive.verb.tense == "subjunctive" and not purpose:
        return None  # «لطفاً مبلغ واریز شود» asks the customer
    near = tokens[max(0, passive.first - FAR) : passive.last + FAR]
    us = "1s" if speaker == "I" else "1p"
    person = _person(tokens, agent, passive.first) if agent < passive.first else us
    if passive.nve == "عمل":  # «به عمل آمد»
        passive = passive._replace(light="دادن")
    clause = _Clause(passive, tokens, text, _register(near, text), person, found, agent)
    better = _underway(clause) if passive.verb.lemma == "بودن" else _done(clause)
    return Active(tokens[found.start].start, tokens[passive.last].end, better, "review") if better else None


def _agent(tokens: Sequence[Token], passive: Passive) -> int:
    """Returns the index of the word that names the actor: «توسط», «از سوی»; that of the passive if none is named."""
    for at in range(passive.first - 1, max(passive.first - FAR, 0) - 1, -1):
        if is_finite(tokens[at]):
            break
        if tokens[at].key in paradigms.words()["agents"]:
            return at
        if at and tokens[at].key in ("سوی", "طرف", "جانب") and tokens[at - 1].key == "از":
            return at - 1
    return passive.first


def _person(tokens: Sequence[Token], agent: int, first: int) -> str:
    """The person of an actor that is named: «همکاران ما» are several, «تیم فنی» is one."""
    named = tokens[agent + (2 if tokens[agent].key == "از" else 1) : first]
    return "3p" if named and any(named[0].key.endswith(end) for end in _PLURALS) else "3s"


def _register(near: Sequence[Token], text: str) -> str:
    """The voice of the sentence; where it shows none, that of the reply."""
    styles = {sign(token.key).style for token in near if token.kind == "word"}
    if SPOKEN in styles or (WRITTEN not in styles and habits(text).spoken):
        return "spoken"
    return "formal"


def active_verb(passive: Passive, person: str, register: str, clitic: str = "") -> str | None:
    """Returns the verb of the active sentence, None where the passive says more than that somebody acts."""
    verb = passive.verb
    tense = "present" if verb.tense == "future" else verb.tense
    if tense == "perfect" and register == "spoken" and person.startswith("1"):
        tense = "past"
    return form(passive.light, tense, person, verb.polarity, register, clitic) if tense in _TENSES else None


def _done(clause: _Clause) -> str | None:
    """The clause with a verb of doing: actor, object, what stands between, the noun of the verb, the verb."""
    passive, (start, end, marked) = clause.passive, clause.subject
    follows = clause.tokens[passive.last + 1].key if passive.last + 1 < len(clause.tokens) else ""
    if follows.startswith(":") or not _is_fact(clause):
        return None
    silent = passive.nve in words("without_object") or passive.light == "گفتن"  # «به شما گفته شد»
    it = start == end and not silent and follows != "که"
    noun, clitic = _with_clitic(_noun(clause)) if it and clause.register == "spoken" else (_noun(clause), "")
    verb = active_verb(passive, clause.person, clause.register, clitic)
    if verb is None:
        return None
    if start < end and passive.nve in words("to"):
        row = ["به", clause.thing()]
    elif start < end:
        thing = clause.thing() if marked == end else clause.words(start, marked)
        row = [thing, _OBJECT[clause.register], clause.words(marked, end)]
    else:
        row = ["آن را" if it and clause.register == "formal" else ""]
    row = [_actor(clause), *row, _between(clause), _reason(clause), noun, in_style_of(verb, clause.text)]
    return " ".join(part for part in row if part)


def _is_fact(clause: _Clause) -> bool:
    """Whether it is said that something is or is not yet done: «ثبت نشد» may be a failure, «نمی‌شود» is impossible."""
    if clause.passive.verb.polarity == "pos":
        return True
    before = clause.tokens[clause.subject.start : clause.passive.first]
    return clause.passive.verb.tense == "perfect" and any(token.key == "هنوز" for token in before)


def _with_clitic(noun: str) -> tuple[str, str]:
    """«ثبتش کردیم»: the noun with its clitic, or the clitic that the verb has to take («اضافه کردیمش»)."""
    return (f"{noun}ش", "") if noun and noun[-1] not in _NO_CLITIC else (noun, "3s")


def _actor(clause: _Clause) -> str:
    """Who is named as the actor, with the adverbs behind."""
    by = clause.agent + (2 if clause.tokens[clause.agent].key == "از" else 1)
    return clause.words(by, clause.passive.first) if clause.agent < clause.passive.first else ""


def _reason(clause: _Clause) -> str:
    """A gap for the reason of a harsh act that has none: nobody says «حساب شما را مسدود کردیم» and leaves it there."""
    harm = clause.passive.nve in paradigms.words()["harm"] or clause.passive.nve in words("harm")
    before = clause.tokens[max(clause.passive.first - FAR, 0) : clause.passive.first]
    given = any(token.key in words("reasons") for token in before)
    return "به دلیل ⟨دلیل⟩" if harm and not given else ""


def _between(clause: _Clause) -> str:
    """What stands between the subject and the verb; without «با موفقیت», since we do not praise ourselves.

    Who promises to tell something says when: «تا ⟨زمان⟩» in the place of «متعاقباً».
    """
    row = list(clause.tokens[clause.subject.end : clause.agent])
    if _is_loose_promise(clause, row):
        kept = [token for token in row if token.key not in words("vague") and token.key != "در"]
        return " ".join(["تا ⟨زمان⟩", *(clause.text[token.start : token.end] for token in kept)])
    at = next((n for n in range(len(row) - 1) if (row[n].key, row[n + 1].key) == _SUCCESS), None)
    if at is None:
        return clause.words(clause.subject.end, clause.agent)
    pieces = (row[:at], row[at + 2 :])
    return " ".join(clause.text[piece[0].start : piece[-1].end] for piece in pieces if piece)


def _is_loose_promise(clause: _Clause, row: Sequence[Token]) -> bool:
    """Whether it is said that something will be told, and not when."""
    if clause.passive.nve not in words("promised") or clause.passive.verb.tense not in ("present", "future"):
        return False
    rest = [token for token in row if token.key not in words("vague")]
    return not any(token.kind in ("number", "zone") or is_adverb(token) for token in rest)


def _noun(clause: _Clause) -> str:
    """What stands before the verb in the active: «ثبت» of «به ثبت رسید», «انجام» of «صورت گرفت», «به شما اطلاع»."""
    passive, tokens = clause.passive, clause.tokens
    if passive.nve in ("صورت", "عمل"):
        return "انجام"
    if passive.nve in words("told") and passive.verb.lemma == "رسیدن":
        return f"{_TO_YOU[clause.register]} اطلاع"
    for at in range(passive.first, passive.last):
        if passive.nve in stems(tokens[at].key):  # «تحویل پست» of «تحویل پست داده شد»
            return clause.words(at, passive.last if passive.verb.voice == "passive" else at + 1)
    return passive.nve


def _underway(clause: _Clause) -> str | None:
    """«در حال بررسی درخواست شما هستیم», in speech «درخواستتون رو داریم بررسی می‌کنیم»."""
    passive, (start, end, marked), person = clause.passive, clause.subject, clause.person
    noun, to = _noun(clause), passive.nve in words("to")
    if marked != end or clause.agent < passive.first or passive.verb.polarity == "neg":
        return None
    if clause.register == "formal":
        be = form("بودن", "present", person)
        row = [
            _between(clause),
            "در حال",
            noun,
            "به" if to and start < end else "",
            clause.thing() if start < end else "",
            be,
        ]
    else:
        done = [form("داشتن", "present", person), noun, form(passive.light, "present", person, register="spoken")]
        thing = clause.thing() if start < end else ""
        what = ["به" if to and thing else "", thing, "رو" if thing and not to else ""]
        row = [*what, _between(clause), in_style_of(" ".join(done), clause.text)]
    return " ".join(part for part in row if part)
