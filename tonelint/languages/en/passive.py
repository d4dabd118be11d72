"""Passives, found without a tagger: a chain of auxiliaries, a participle from a closed list, and what stands around.

A passive is "ours" when the hidden actor is the writer's side: "your request has been received". Everything else
that is built like a passive ("the parcel was returned by the courier", "the card was declined") is "other"; states
that only look like one ("we're closed", "it is located in Leeds") are none at all. On four English treebanks an
open list of participles was right in 93 to 98 of 100 cases, a closed list of service verbs in 97 to 99.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from tonelint.languages.en.verbs import readings
from tonelint.lexicon import read
from tonelint.types import Token

_ASPECTS = {
    "am": "present", "is": "present", "are": "present", "was": "past", "were": "past",
    "has": "perfect", "have": "perfect", "had": "pluperfect", "will": "future", "shall": "future",
}  # fmt: skip
_FAR = 20  # tokens before the verb in which its subject is looked for
_NEVER_OURS = frozenset(("present", "modal", "infinitive", "get"))


class Passive(NamedTuple):
    """A passive verb in a sentence; places are token indexes, `last` is included.

    first, last: from the first auxiliary to the participle, with a particle that belongs to it ("looked into").
    subject: first token of the subject, None where none was found. lemma: the verb.
    aspect: present, past, perfect, pluperfect, progressive, past-progressive, future, modal, infinitive or get.
    negative: whether "not" stands between. agent: the words after "by", or "".
    level: "ours" if the hidden actor is the writer's side, else "other".
    """

    first: int
    last: int
    subject: int | None
    lemma: str
    aspect: str
    negative: bool
    agent: str
    level: str


class _Lists(NamedTuple):
    """What lexicon/en_passive.json lists: plain sets by name, and sets that belong to a verb."""

    sets: dict[str, frozenset[str]]
    only_with: dict[str, frozenset[str]]
    followed: dict[str, frozenset[str]]
    habits: dict[str, frozenset[str]]
    auxiliaries: frozenset[str]


@cache
def _lists() -> _Lists:
    data = read("en_passive")
    only_with, followed = (
        {lemma: frozenset(words.split()) for lemma, words in data.pop(name).items()}
        for name in ("only_with", "followed")
    )
    habits = {name: frozenset(words.split()) for name, words in data.pop("habits").items()}
    sets = {name: frozenset(words.split()) for name, words in data.items()}
    return _Lists(sets, only_with, followed, habits, sets["be"] | sets["modals"] | {"have", "has", "had"})


def passives(tokens: Sequence[Token], text: str) -> list[Passive]:
    """Returns the passives of one sentence, whose tokens are joined.

    >>> from tonelint.languages.en.language import ENGLISH
    >>> words = [Token(0, 4, "your", "word"), Token(5, 11, "refund", "word"), Token(12, 15, "has", "word"),
    ...          Token(16, 20, "been", "word"), Token(21, 25, "sent", "word")]
    >>> [(p.first, p.last, p.lemma, p.aspect, p.level) for p in passives(words, "Your refund has been sent")]
    [(2, 4, 'send', 'perfect', 'ours')]
    """
    auxiliaries = _lists().auxiliaries
    starters = auxiliaries | _lists().sets["get_forms"]
    if starters.isdisjoint(token.key for token in tokens):
        return []
    found, at = list[Passive](), 0
    while at < len(tokens):
        key = tokens[at].key
        if key in starters:
            passive = _chain(tokens, at, text, found[-1] if found else None)
            if passive is not None:
                found.append(passive)
                at = passive.last
            else:  # the rest of a chain is no chain of its own
                while at + 1 < len(tokens) and tokens[at + 1].key in auxiliaries and key in auxiliaries:
                    at += 1
        at += 1
    return [p._replace(level="other") for p in found] if found and _asks(tokens) else found


def _asks(tokens: Sequence[Token]) -> bool:
    """Whether a sentence is a question, with or without its mark: "Can you confirm …"."""
    if any(token.key == "?" for token in tokens[-3:]):
        return True
    starts = (i for i in range(min(12, len(tokens) - 1)) if i == 0 or tokens[i - 1].kind != "word")
    return any(tokens[i].key in _lists().sets["asking"] and tokens[i + 1].key == "you" for i in starts)


def _chain(tokens: Sequence[Token], first: int, text: str, earlier: Passive | None) -> Passive | None:
    """Returns the passive whose first auxiliary stands at `first`, or None."""
    lists = _lists().sets
    chain, at, negative = [tokens[first].key], first + 1, False
    while at < len(tokens) and at < first + 9:
        key = tokens[at].key
        if key in _lists().auxiliaries:
            chain.append(key)
        elif not is_adverb(key):
            break
        negative |= key in ("not", "never")
        at += 1
    aspect = _aspect(chain, tokens[first - 1].key if first else "")
    lemma = _participle(tokens[at].key) if aspect and at < len(tokens) else None
    if lemma is None or (aspect == "get" and tokens[at].key not in lists["get"]):
        return None
    subject = _subject(tokens, first)
    if subject is None and earlier is not None and first and tokens[first - 1].key in ("and", "but", "or", "then"):
        subject = earlier.subject
    after = tokens[at + 1].key if at + 1 < len(tokens) else ""
    particle = lemma in ("look", "deal", "take", "turn") and after in _lists().followed[lemma]
    agent, by_us = _agent(tokens, at + 1, text)
    passive = Passive(first, at + particle, subject, lemma, aspect, negative, agent, "other")
    if not agent and _is_state(passive, tokens, tokens[at].key):
        return None
    automatic = "automatically" in (tokens[at - 1].key, after) or (lemma == "send" and after == "from")
    to_us = after == "to" and at + 2 < len(tokens) and tokens[at + 2].key in ("us", "me")
    if (
        (agent and not by_us)
        or automatic
        or (to_us and lemma in ("send", "forward", "return"))
        or not _does_service(passive, tokens, after)
    ):
        return passive
    return passive._replace(level="ours") if _is_ours(passive, tokens) else passive


def _is_state(passive: Passive, tokens: Sequence[Token], participle: str) -> bool:
    """Whether a participle says what something is like ("we're closed"), not what somebody did to it."""
    lists = _lists().sets
    if participle in lists["feelings"]:
        return True
    if participle not in lists["states"] or passive.aspect not in ("present", "past", "modal", "infinitive"):
        return False
    return not (passive.aspect == "past" and _has_noun(passive, tokens))


def is_adverb(key: str) -> bool:
    """Whether a word may stand inside a chain of auxiliaries without changing it.

    >>> is_adverb("recently"), is_adverb("yet"), is_adverb("reply")
    (True, True, False)
    """
    lists = _lists().sets
    return key in lists["adverbs"] or (len(key) > 4 and key.endswith("ly") and key not in lists["not_adverbs"])


def _aspect(chain: list[str], before: str) -> str:
    """Returns what a chain of auxiliaries says of the time, "" if it is no passive's chain."""
    lists = _lists().sets
    if chain[-1] in lists["get_forms"]:
        return "get"
    if chain[-1] not in lists["be"]:
        return ""
    head = chain[0]
    if head in ("be", "been", "being"):
        return "infinitive"
    if chain[-1] == "being":
        return "progressive" if head in ("am", "is", "are") else "past-progressive"
    if head in lists["modals"] and (head not in ("will", "shall") or "have" in chain):
        return "modal"
    return "infinitive" if head == "have" and before == "to" else _ASPECTS.get(head, "")


def _participle(key: str) -> str | None:
    """Returns the verb that a key is a participle of, or None."""
    if key in _lists().sets["not_participles"]:
        return None
    return next((r.lemma for r in readings(key) if r.tense == "participle"), None)


def _subject(tokens: Sequence[Token], first: int) -> int | None:
    """Returns where the subject begins: a pronoun, or the words from a mark, a conjunction or a determiner on."""
    lists = _lists().sets
    head = first - 1
    while head >= 0 and is_adverb(tokens[head].key):
        head -= 1
    if head >= 0 and tokens[head].key in lists["pronouns"] and tokens[head].key not in lists["openers"]:
        return head
    start = first
    while (
        start
        and first - start < _FAR
        and tokens[start - 1].kind != "punctuation"
        and tokens[start - 1].key not in lists["openers"]
    ):
        start -= 1
    while start < first and (tokens[start].kind == "mark" or is_adverb(tokens[start].key)):
        start += 1
    if start < first and tokens[start].key not in lists["determiners"]:
        start = next((i for i in range(first - 1, start, -1) if tokens[i].key in lists["determiners"]), start)
    return start if start < first else None


def _agent(tokens: Sequence[Token], at: int, text: str) -> tuple[str, bool]:
    """Returns the actor after "by" within the next words, and whether it is us."""
    lists = _lists().sets
    near = range(at, min(at + 8, len(tokens)))
    by = next((i for i in near if tokens[i].key == "by" or tokens[i].kind == "punctuation"), -1)
    if by < 0 or tokens[by].key != "by" or (by > at and _participle(tokens[by - 1].key)):
        return "", False
    words: list[Token] = []
    for token in tokens[by + 1 : by + 7]:
        if token.kind == "punctuation" or token.key in lists["openers"] or token.key in _lists().auxiliaries:
            break
        words.append(token)
    while words and words[0].kind == "mark":
        words.pop(0)
    bare = [w.key for w in words if w.key not in lists["determiners"] or w.key in lists["us"]]
    if not bare or bare[0] in lists["not_agents"] or bare[0] in lists["times"] or words[0].kind == "number":
        return "", False
    if any(r.tense == "ing" for r in readings(bare[0])):
        return "", False
    name = text[words[0].start : words[-1].end]
    return name, bare[0] in lists["us"] or not lists["our_people"].isdisjoint(bare)


def _is_ours(passive: Passive, tokens: Sequence[Token]) -> bool:
    """Whether the clause of a passive can have the writer's side for its hidden actor."""
    lists = _lists().sets
    if passive.aspect in _NEVER_OURS and not _is_habit(passive, tokens):
        return False
    start = passive.first if passive.subject is None else passive.subject
    before = _words(passive, tokens)
    opener = tokens[start - 1].key if start else ""
    fronted = opener == "which" and before and start > 1 and tokens[start - 2].key in lists["before_which"]
    if (opener in lists["unsure"] and not fronted) or not lists["unsure"].isdisjoint(before):
        return False
    if not lists["doubtful"].isdisjoint(before) or _is_doubtful(tokens, start):
        return False
    head = next((key for key in reversed(before) if not is_adverb(key)), opener)
    if head in ("i", "we", "they", "he", "she"):
        return False
    if head == "you":
        return passive.lemma in lists["to_reader"] and passive.aspect == "future" and not passive.negative
    if before[:1] in (["a"], ["an"]) and opener in ("once", "when", "after", "until", "before"):
        return False
    return not (opener == "that" and not before and start > 1 and tokens[start - 2].kind in ("word", "zone"))


def _is_habit(passive: Passive, tokens: Sequence[Token]) -> bool:
    """Whether the present tells how our side deals with what customers hand in: "claims are handled in turn"."""
    habits, first = _lists().habits, passive.first
    if passive.aspect != "present" or passive.lemma not in habits["verbs"]:
        return False
    near = {token.key.rstrip("s") for token in tokens[max(0, first - 5) : first]}
    return not near.isdisjoint(habits["nouns"]) and [t.key for t in tokens[passive.last + 1 :][:1]] != ["by"]


def _is_doubtful(tokens: Sequence[Token], start: int) -> bool:
    """Whether the clause hangs on words like "if", "make sure" or "glad to hear": then nobody says that it is so."""
    doubtful = _lists().sets["doubtful"]
    for token in reversed(tokens[max(0, start - 8) : start]):
        if token.kind == "punctuation":
            return False
        if token.key in doubtful:
            return True
    return False


def _words(passive: Passive, tokens: Sequence[Token]) -> list[str]:
    """Returns the keys of the subject, up to the first verb that has it."""
    if passive.subject is None:
        return []
    words: list[str] = []
    for token in tokens[passive.subject : passive.first]:
        if token.key in _lists().auxiliaries:
            break
        words.append(token.key)
    return words


def _has_noun(passive: Passive, tokens: Sequence[Token]) -> bool:
    """Whether the subject names a thing that this verb is done to by a service: "a decision was made"."""
    nouns = _lists().only_with.get(passive.lemma)
    return nouns is not None and any(
        key in nouns or key == "<placeholder>" or key.rstrip("s") in nouns for key in _words(passive, tokens)
    )


def _does_service(passive: Passive, tokens: Sequence[Token], after: str) -> bool:
    """Whether a verb, with this subject and this next word, names something that a service does."""
    lists, lemma, head = _lists().sets, passive.lemma, _words(passive, tokens)[-1:]
    if lemma in lists["service"] or after in _lists().followed.get(lemma, ()) or _has_noun(passive, tokens):
        return True
    return (head == ["it"] and lemma in lists["impersonal"]) or (head == ["you"] and lemma in lists["to_reader"])
