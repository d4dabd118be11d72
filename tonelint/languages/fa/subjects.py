"""The subject of a Persian passive clause, which the active makes its object: «درخواست شما» ثبت شد.

Only what is certain is taken: a noun phrase that is definite (a possessor, «این», a number, or a thing that there is
one of in a case: «نتیجه», «مبلغ»), at the beginning of its clause, with nothing but adverbs and prepositional phrases
behind it; or none at all («ارسال شد»). Where it is anything else, there is no answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from tonelint.languages.fa import paradigms
from tonelint.languages.fa.nouns import stems
from tonelint.languages.fa.passive import FAR, clause_start, light_verbs
from tonelint.languages.fa.verbs import readings
from tonelint.lexicon import read
from tonelint.types import Token

_POSSESSORS = ("تان", "تون", "مان", "مون")
_LONGEST = 5  # words of a noun phrase
_LONGEST_GREETING = 5
_NOT_FINITE = frozenset(["infinitive", "short", "participle"])


class Subject(NamedTuple):
    """Tokens `start` up to `end`: the noun phrase, with its relative clause if it has one; nothing where it is left
    unsaid. marked: the token before which «را» goes."""

    start: int
    end: int
    marked: int


@lru_cache(maxsize=64)
def words(name: str) -> frozenset[str]:
    """Returns a list of the lexicon of active clauses."""
    listed = lists()[name]
    return frozenset((listed if isinstance(listed, str) else " ".join(listed)).split())


@lru_cache(maxsize=1)
def lists() -> dict[str, Any]:
    """Returns the lexicon of active clauses."""
    content: dict[str, Any] = read("fa_active")
    return content


def subject(tokens: Sequence[Token], first: int) -> Subject | None:
    """Returns the subject of the clause whose passive begins at the token `first`; None where it is not certain.

    >>> row = [Token(0, 7, "درخواست", "word"), Token(8, 11, "شما", "word"), Token(12, 15, "ثبت", "word")]
    >>> subject(row, 2), subject(row[2:], 0)
    (Subject(start=0, end=2, marked=2), Subject(start=0, end=0, marked=0))
    """
    start = _opening(tokens, _clause(tokens, first), first)
    relative = _relative(tokens, start, first)
    if relative:
        return relative if _adverbs_only(tokens, relative.end, first) else None
    if first and tokens[first - 1].key in ("و", "یا") and not (first > 1 and is_finite(tokens[first - 2])):
        return None  # «تأیید و تکمیل شود»
    after = max((at + 1 for at in range(start, first) if _states(tokens, at)), default=start)
    start = _opening(tokens, after, first)
    start += start < first and after > 0 and tokens[start].key == "تا" and is_finite(tokens[start - 1])  # «… تا شود»
    if any(token.key in ("را", "رو", "که") for token in tokens[start:first]):
        return None
    if start < first and tokens[start].key in words("prepositions"):
        start = _behind_phrases(tokens, start, first)
    if start == first or tokens[start].key in words("prepositions"):
        related = any(
            token.key.endswith("که") for token in tokens[max(start - FAR, 0) : start]
        )  # «داده‌هایی که …، فرستاده می‌شود»
        return Subject(start, start, start) if not related and _only_prepositional(tokens, start, first) else None
    end = _noun_phrase(tokens, start, first)
    return Subject(start, end, end) if end and _adverbs_only(tokens, end, first) else None


def _clause(tokens: Sequence[Token], first: int) -> int:
    """Returns where the clause of a token begins; «پس از» is no «پس»."""
    start = clause_start(tokens, first)
    while 0 < start < first and (tokens[start - 1].key, tokens[start].key) == ("پس", "از"):
        start = clause_start(tokens, start - 1)
    return start


def is_finite(token: Token) -> bool:
    """Whether a word is surely a verb with a person, and not a participle that describes («خواسته‌شده»)."""
    found = readings(token.key) if token.kind == "word" else ()
    if any(one.lemma == "گردیدن" and one.person.startswith("3") for one in found):
        return True
    if not found or found[0].ambiguous or found[0].tense in _NOT_FINITE:
        return False
    return not (found[0].voice == "passive" and token.key.endswith("شده"))


def _states(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is a verb with a person; «وارد شده» before a noun or a verb only describes what stands before."""
    if not is_finite(tokens[at]):
        return False
    describes = tokens[at].key in ("شده", "نشده") and at + 1 < len(tokens)
    return not (describes and tokens[at + 1].kind == "word" and tokens[at + 1].key not in ("و", "که", "تا"))


def is_adverb(token: Token) -> bool:
    """Whether a word says when, where or how by itself."""
    return token.key in paradigms.words()["adverbs"] or token.key in words("adverbs")


def _opening(tokens: Sequence[Token], start: int, first: int) -> int:
    """Skips what stands before a subject: a conjunction, a greeting, adverbs, «تا فردا», «از امروز»."""
    greeted = range(start, min(start + _LONGEST_GREETING, first))
    start = max((at + 1 for at in greeted if tokens[at].key in words("titles")), default=start)
    while start < first:
        token = tokens[start]
        if token.key in ("پس", "بعد") and start + 1 < first and tokens[start + 1].key == "از":
            until = _time(tokens, start + 2, first)
            if not until:
                break
            start = until
        elif token.kind == "mark" or token.key in words("lead") or (is_adverb(token) and token.key != "ساعت"):
            start += 1
        elif token.key in ("تا", "از") and (until := _time(tokens, start + 1, first)):
            start = until
        else:
            break
    return start


def _behind_phrases(tokens: Sequence[Token], start: int, first: int) -> int:
    """Where a word that is a subject wherever it stands («نتیجه») comes behind prepositional phrases; else `start`."""
    for at in range(start + 2, first):
        before = tokens[at - 1].key
        if tokens[at].key in words("anywhere") and before not in words("prepositions") and not _is_thing(before):
            return at
    return start


def _time(tokens: Sequence[Token], start: int, first: int) -> int:
    """Returns the index after «پایان وقت اداری امروز», what ends in an adverb of time; 0 if nothing does."""
    for at in range(start, min(start + _LONGEST, first)):
        if is_adverb(tokens[at]):
            return at + 1
        if tokens[at].kind not in ("word", "number") or _is_thing(tokens[at].key):
            break
    return 0


def _relative(tokens: Sequence[Token], start: int, first: int) -> Subject | None:
    """«سفارشی که دیروز ثبت کردید»: one finite verb, and «را» goes before «که»."""
    if not (start + 2 < first and tokens[start].key.endswith("ی") and tokens[start + 1].key == "که"):
        return None
    verbs = [at for at in range(start + 2, first) if is_finite(tokens[at])]
    return Subject(start, verbs[0] + 1, start + 1) if len(verbs) == 1 and _is_thing(tokens[start].key) else None


def _is_thing(key: str) -> bool:
    return any(stem in words("things") or stem in light_verbs() for stem in stems(key))


def _noun_phrase(tokens: Sequence[Token], start: int, first: int) -> int:
    """Returns the index after a definite noun phrase, 0 if there is none."""
    definite = tokens[start].key in ("این", "آن", "اون", "همین", "همان") or tokens[start].key in words("whole")
    head = start + definite
    if head >= first or not _is_thing(tokens[head].key) or tokens[head].key in words("pronouns"):
        return _possessed(tokens, head, first)
    end = head + 1
    while end < first and end - head < _LONGEST and not _possessor(tokens, end - 1) and _belongs(tokens[end]):
        end += 1
    phrase = tokens[head:end]
    definite = definite or _possessor(tokens, end - 1) or any(token.kind != "word" for token in phrase)
    definite = definite or tokens[head].key in words("known") or len(phrase) > (1 if _is_act(phrase[0].key) else 2)
    closed = not phrase[-1].key.endswith("های") and tokens[end - 1].key != "شماره"
    return end if definite and closed and _plain(phrase) else 0


def _possessed(tokens: Sequence[Token], head: int, first: int) -> int:
    """Returns the index after the possessor of a thing that is in no list, 0 if it has none."""
    for at in range(head, min(head + _LONGEST, first)):
        if not _belongs(tokens[at]) or tokens[head].key in words("pronouns"):
            return 0
        if _possessor(tokens, at):
            return at + 1
    return 0


def _is_act(key: str) -> bool:
    """Whether a noun is that of an action, which is definite with what it is done to: «رفع محدودیت»."""
    return any(stem in light_verbs() or stem in words("acts") for stem in stems(key))


def _possessor(tokens: Sequence[Token], at: int) -> bool:
    key = tokens[at].key
    if key in ("شما", "ما", "جنابعالی"):
        return at > 0 and tokens[at - 1].kind == "word"
    return len(key) > 4 and key.endswith(_POSSESSORS) and not is_finite(tokens[at])


def _belongs(token: Token) -> bool:
    """Whether a word goes on with the noun phrase before it."""
    if token.kind in ("punctuation", "mark") or is_adverb(token) or is_finite(token):
        return False
    return token.key not in words("prepositions") and token.key not in ("نیز", "هم", "که")


def _plain(phrase: Sequence[Token]) -> bool:
    """Whether a phrase holds neither verbs nor pronouns as its head, nor marks."""
    if phrase[0].key in words("pronouns") or phrase[0].key in words("prepositions"):
        return False
    return not any(token.kind in ("punctuation", "mark") or is_finite(token) for token in phrase)


def _adverbs_only(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether there is nothing but adverbs, numbers and prepositional phrases between two indexes."""
    inside = False
    for at in range(start, end):
        token = tokens[at]
        if token.kind in ("punctuation", "mark") or token.key == "که" or _states(tokens, at):
            return False
        inside = inside or token.key in words("prepositions")
        if not (inside or token.kind in ("number", "zone") or is_adverb(token)):
            return False
    return True


def _only_prepositional(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether there are adverbs and short prepositional phrases only: a longer one may end in the subject."""
    since = 0
    for token in tokens[start:end]:
        since = 0 if token.key in words("prepositions") else since + 1
        if since > 1 and _is_thing(token.key):
            return False
    return _adverbs_only(tokens, start, end)
