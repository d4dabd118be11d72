"""Whose deed a passive hides: the writer's side ("your request has been received"), or somebody else's.

Two things tell. Some verbs name what a service does ("forward", "refund", "review"), whatever they are done to; and
what a case is made of ("your bag", "the transfer") is in our hands, whatever is done to it, unless the verb is one
of chance, of the customer or of others ("damaged", "signed", "declined").
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from tonelint.lexicon import read
from tonelint.types import Token

_NEVER_OURS = frozenset(("present", "modal", "infinitive", "get"))
_TOLD = frozenset(("past", "perfect", "pluperfect", "progressive", "past-progressive", "future"))


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


class Lists(NamedTuple):
    """What lexicon/en_passive.json lists: plain sets by name, and sets that belong to a verb."""

    sets: dict[str, frozenset[str]]
    only_with: dict[str, frozenset[str]]
    followed: dict[str, frozenset[str]]
    habits: dict[str, frozenset[str]]
    auxiliaries: frozenset[str]


@cache
def lists() -> Lists:
    """Returns the word lists that passives are told by."""
    data = read("en_passive")
    only_with, followed = (
        {lemma: frozenset(words.split()) for lemma, words in data.pop(name).items()}
        for name in ("only_with", "followed")
    )
    habits = {name: frozenset(words.split()) for name, words in data.pop("habits").items()}
    sets = {name: frozenset(words.split()) for name, words in data.items()}
    return Lists(sets, only_with, followed, habits, sets["be"] | sets["modals"] | {"have", "has", "had"})


def is_adverb(key: str) -> bool:
    """Whether a word may stand inside a chain of auxiliaries without changing it.

    >>> is_adverb("recently"), is_adverb("yet"), is_adverb("reply")
    (True, True, False)
    """
    known = lists().sets
    return key in known["adverbs"] or (len(key) > 4 and key.endswith("ly") and key not in known["not_adverbs"])


def is_ours(passive: Passive, tokens: Sequence[Token]) -> bool:
    """Whether the clause of a passive can have the writer's side for its hidden actor."""
    known = lists().sets
    if passive.aspect in _NEVER_OURS and not _is_rule(passive, tokens):
        return False
    start = passive.first if passive.subject is None else passive.subject
    before = _words(passive, tokens)
    opener = tokens[start - 1].key if start else ""
    fronted = opener == "which" and before and start > 1 and tokens[start - 2].key in known["before_which"]
    if (opener in known["unsure"] and not fronted) or not known["unsure"].isdisjoint(before):
        return False
    if not known["doubtful"].isdisjoint(before) or _is_doubtful(tokens, start):
        return False
    head = next((key for key in reversed(before) if not is_adverb(key)), opener)
    if head in ("i", "we", "they", "he", "she"):
        return False
    if head == "you":
        return _is_done_to_you(passive, tokens)
    if before[:1] in (["a"], ["an"]) and opener in ("once", "when", "after", "until", "before"):
        return False
    return not (opener == "that" and not before and start > 1 and tokens[start - 2].kind in ("word", "zone"))


def _is_done_to_you(passive: Passive, tokens: Sequence[Token]) -> bool:
    """Whether the reader is told what happens to them here: "you'll be informed", "you have been moved to row C"."""
    if passive.negative:
        return False
    if passive.aspect == "future" and passive.lemma in lists().sets["to_reader"]:
        return True
    told = {token.key for token in tokens[: passive.first]}
    return passive.lemma in lists().sets["with_reader"] and lists().sets["sorry"].isdisjoint(told)


def _is_rule(passive: Passive, tokens: Sequence[Token]) -> bool:
    """Whether the present or a modal hides us all the same.

    How our side deals with what customers hand in ("claims are handled in turn"), and how often ("is copied daily");
    what is not given ("the discount is not granted", "may not be disclosed", "no refund is paid"); what is decided by
    saying so ("your claim is declined"), and what "is noted" or "anticipated".
    """
    lemma, known = passive.lemma, lists().sets
    if passive.aspect not in ("present", "modal"):
        return False
    after = [token.key for token in tokens[passive.last + 1 :][:1]]
    if lemma in known["impersonal"] and _words(passive, tokens)[-1:] == ["it"]:
        return after == ["that"] and (passive.aspect == "present" or tokens[passive.first].key == "should")
    if _is_denied(passive, tokens):
        tried = tokens[passive.first].key == "could" and lemma in known["service"]
        return (tried or lemma in known["ours_to_give"]) and passive.subject is not None
    if passive.aspect == "modal":
        return False
    if lemma in known["foreseen"]:
        return after != ["to"] and _is_deed(tokens[passive.first - 1].key if passive.first else "")
    if lemma in known["said"] or (lemma in known["service"] and not known["how_often"].isdisjoint(after)):
        return passive.subject is not None
    return lemma in lists().habits["verbs"] and _is_near_habit(passive, tokens) and after != ["by"]


def _is_denied(passive: Passive, tokens: Sequence[Token]) -> bool:
    """Whether it is not done: "is not granted", "no discount can be granted"."""
    if passive.negative or passive.subject is None:
        return passive.negative
    around = tokens[max(passive.subject - 1, 0) : min(passive.subject + 1, passive.first)]
    return any(token.key == "no" for token in around)


def _is_near_habit(passive: Passive, tokens: Sequence[Token]) -> bool:
    near = {token.key.rstrip("s") for token in tokens[max(0, passive.first - 5) : passive.first]}
    return not near.isdisjoint(lists().habits["nouns"])


def _is_deed(key: str) -> bool:
    """Whether a noun is made of a verb, so that to foresee it is to foresee what we do: "restoration", "delivery"."""
    return key in lists().sets["deeds"] or (len(key) > 6 and key.endswith(("tion", "sion", "ment", "ance")))


def _is_doubtful(tokens: Sequence[Token], start: int) -> bool:
    """Whether the clause hangs on words like "if", "make sure" or "glad to hear": then nobody says that it is so."""
    doubtful = lists().sets["doubtful"]
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
        if token.key in lists().auxiliaries:
            break
        words.append(token.key)
    return words


def has_noun(passive: Passive, tokens: Sequence[Token]) -> bool:
    """Whether the subject names a thing that this verb is done to by a service: "a decision was made"."""
    nouns = lists().only_with.get(passive.lemma)
    return nouns is not None and any(
        key in nouns or key == "<placeholder>" or key.rstrip("s") in nouns for key in _words(passive, tokens)
    )


def does_service(passive: Passive, tokens: Sequence[Token], after: str) -> bool:
    """Whether a verb, with this subject and this next word, names something that a service does."""
    known, lemma, head = lists().sets, passive.lemma, _words(passive, tokens)[-1:]
    if lemma in known["service"] or after in lists().followed.get(lemma, ()) or has_noun(passive, tokens):
        return True
    if head == ["it"] and lemma in known["impersonal"]:
        return True
    if head == ["you"]:
        return lemma in known["to_reader"] or lemma in known["with_reader"]
    if lemma in known["ours_to_give"] and _is_denied(passive, tokens):
        return True
    if passive.aspect == "present" and lemma in known["said"]:
        return True
    return lemma in known["foreseen"] or _is_of_case(passive, tokens) or _is_slip(passive, tokens, after)


def _is_of_case(passive: Passive, tokens: Sequence[Token]) -> bool:
    """Whether something was done, or will be, to what the case is about: "your letter has been read"."""
    known, words = lists().sets, _words(passive, tokens)
    if passive.aspect not in _TOLD or passive.lemma in known["not_service"]:
        return False
    if not words or not known["others_first"].isdisjoint(words):
        return False
    head = next((key for key in reversed(words) if not is_adverb(key)), "")
    return head in known["of_case"] or (head.endswith("s") and head[:-1] in known["of_case"])


def _is_slip(passive: Passive, tokens: Sequence[Token], after: str) -> bool:
    """Whether the words own up to a slip: "was erroneously provisioned", "was used by mistake"."""
    if passive.aspect not in _TOLD:
        return False
    inside = {token.key for token in tokens[passive.first : passive.last]}
    following = [token.key for token in tokens[passive.last + 1 : passive.last + 3]]
    return not inside.isdisjoint(lists().sets["slips"]) or following in (["by", "mistake"], ["in", "error"])
