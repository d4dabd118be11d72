"""Passives, found without a tagger: a chain of auxiliaries, a participle from a closed list, and what stands around.

A passive is "ours" when the hidden actor is the writer's side: "your request has been received". Everything else
that is built like a passive ("the parcel was returned by the courier", "the card was declined") is "other"; states
that only look like one ("we're closed", "it is located in Leeds") are none at all. On four English treebanks an
open list of participles was right in 93 to 98 of 100 cases, a closed list of service verbs in 97 to 99.
"""

from __future__ import annotations

from collections.abc import Sequence

from tonelint.languages.en.actor import Passive, does_service, has_noun, is_adverb, is_ours, lists
from tonelint.languages.en.verbs import readings
from tonelint.types import Token

__all__ = ["Passive", "is_adverb", "passives"]

_ASPECTS = {
    "am": "present", "is": "present", "are": "present", "was": "past", "were": "past",
    "has": "perfect", "have": "perfect", "had": "pluperfect", "will": "future", "shall": "future",
}  # fmt: skip
_FAR = 20  # tokens before the verb in which its subject is looked for


def passives(tokens: Sequence[Token], text: str) -> list[Passive]:
    """Returns the passives of one sentence, whose tokens are joined.

    >>> from tonelint.languages.en.language import ENGLISH
    >>> words = [Token(0, 4, "your", "word"), Token(5, 11, "refund", "word"), Token(12, 15, "has", "word"),
    ...          Token(16, 20, "been", "word"), Token(21, 25, "sent", "word")]
    >>> [(p.first, p.last, p.lemma, p.aspect, p.level) for p in passives(words, "Your refund has been sent")]
    [(2, 4, 'send', 'perfect', 'ours')]
    """
    auxiliaries = lists().auxiliaries
    starters = auxiliaries | lists().sets["get_forms"]
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
    return any(tokens[i].key in lists().sets["asking"] and tokens[i + 1].key == "you" for i in starts)


def _chain(tokens: Sequence[Token], first: int, text: str, earlier: Passive | None) -> Passive | None:
    """Returns the passive whose first auxiliary stands at `first`, or None."""
    known = lists().sets
    chain, at, negative = [tokens[first].key], first + 1, False
    while at < len(tokens) and at < first + 9:
        key = tokens[at].key
        if key in lists().auxiliaries:
            chain.append(key)
        elif chain[-1] in ("am", "is", "are") and [token.key for token in tokens[at : at + 2]] == ["going", "to"]:
            chain, at = ["will"], at + 1
        elif not is_adverb(key):
            break
        negative |= key in ("not", "never", "longer")
        at += 1
    aspect = _aspect(chain, tokens[first - 1].key if first else "")
    again = "re" if [token.key for token in tokens[at : at + 2]] == ["re", "-"] else ""  # "re-issued" is three tokens
    at += len(again)
    lemma = _participle(again + tokens[at].key) if aspect and at < len(tokens) else None
    if lemma is None or (aspect == "get" and tokens[at].key not in known["get"]):
        return None
    subject = _subject(tokens, first)
    if subject is None and earlier is not None and first and tokens[first - 1].key in ("and", "but", "or", "then"):
        subject = earlier.subject
    after = tokens[at + 1].key if at + 1 < len(tokens) else ""
    particle = lemma in known["with_particle"] and after in lists().followed[lemma]
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
        or not does_service(passive, tokens, after)
    ):
        return passive
    return passive._replace(level="ours") if is_ours(passive, tokens) else passive


def _is_state(passive: Passive, tokens: Sequence[Token], participle: str) -> bool:
    """Whether a participle says what something is like ("we're closed"), not what somebody did to it."""
    known = lists().sets
    if participle in known["feelings"]:
        return True
    if participle not in known["states"] or passive.aspect not in ("present", "past", "modal", "infinitive"):
        return False
    return not (passive.aspect == "past" and has_noun(passive, tokens))


def _aspect(chain: list[str], before: str) -> str:
    """Returns what a chain of auxiliaries says of the time, "" if it is no passive's chain."""
    known = lists().sets
    if chain[-1] in known["get_forms"]:
        return "get"
    if chain[-1] not in known["be"]:
        return ""
    head = chain[0]
    if head in ("be", "been", "being"):
        return "infinitive"
    if chain[-1] == "being":
        return "progressive" if head in ("am", "is", "are") else "past-progressive"
    if head in known["modals"] and (head not in ("will", "shall") or "have" in chain):
        return "modal"
    return "infinitive" if head == "have" and before == "to" else _ASPECTS.get(head, "")


def _participle(key: str) -> str | None:
    """Returns the verb that a key is a participle of, or None."""
    if key in lists().sets["not_participles"]:
        return None
    return next((r.lemma for r in readings(key) if r.tense == "participle"), None)


def _subject(tokens: Sequence[Token], first: int) -> int | None:
    """Returns where the subject begins: a pronoun, or the words from a mark, a conjunction or a determiner on."""
    known = lists().sets
    head = first - 1
    while head >= 0 and is_adverb(tokens[head].key):
        head -= 1
    if head >= 0 and tokens[head].key in known["pronouns"] and tokens[head].key not in known["openers"]:
        return head
    start = first
    while (
        start
        and first - start < _FAR
        and tokens[start - 1].kind != "punctuation"
        and tokens[start - 1].key not in known["openers"]
    ):
        start -= 1
    while start < first and (tokens[start].kind == "mark" or is_adverb(tokens[start].key)):
        start += 1
    if start < first and tokens[start].key not in known["determiners"]:
        start = next((i for i in range(first - 1, start, -1) if tokens[i].key in known["determiners"]), start)
    return start if start < first else None


def _agent(tokens: Sequence[Token], at: int, text: str) -> tuple[str, bool]:
    """Returns the actor after "by" within the next words, and whether it is us."""
    known = lists().sets
    near = range(at, min(at + 8, len(tokens)))
    by = next((i for i in near if tokens[i].key == "by" or tokens[i].kind == "punctuation"), -1)
    if by < 0 or tokens[by].key != "by" or (by > at and _participle(tokens[by - 1].key)):
        return "", False
    words: list[Token] = []
    for token in tokens[by + 1 : by + 7]:
        if token.kind == "punctuation" or token.key in known["openers"] or token.key in lists().auxiliaries:
            break
        words.append(token)
    while words and words[0].kind == "mark":
        words.pop(0)
    bare = [w.key for w in words if w.key not in known["determiners"] or w.key in known["us"]]
    if not bare or bare[0] in known["not_agents"] or bare[0] in known["times"] or words[0].kind == "number":
        return "", False
    if any(r.tense == "ing" for r in readings(bare[0])):
        return "", False
    name = text[words[0].start : words[-1].end]
    return name, bare[0] in known["us"] or not known["our_people"].isdisjoint(bare)
