"""A passive turned round: "Your refund has been sent" becomes "We've sent your refund"; None where that is unsure."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from tonelint.languages.en.passive import Passive, is_adverb
from tonelint.languages.en.verbs import form, readings
from tonelint.lexicon import read
from tonelint.types import Token

_FAR = 40  # tokens that are looked through for a second verb
_LONGEST_SUBJECT = 10  # tokens; what is longer is no longer a plain noun phrase
_TENSES = {"past": "past", "perfect": "participle", "progressive": "ing", "future": "base"}


class Active(NamedTuple):
    """A clause in the active. `start`, `end`: the code points it replaces, from the subject to the participle."""

    start: int
    end: int
    text: str
    safety: str


@cache
def _auxiliaries() -> frozenset[str]:
    return _set("be") | _set("modals") | {"have", "has", "had"}


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(read("en_passive")[name].split())


def to_active(passive: Passive, tokens: Sequence[Token], text: str, speaker: str = "we") -> Active | None:
    """Returns the clause of a passive with its actor said, or None when unsure who or what that would be.

    tokens are the joined tokens of the sentence, text the text they point into, speaker "we" or "I".

    >>> from tonelint.languages.en.passive import passives
    >>> text = "Your refund was sent."
    >>> words = [Token(0, 4, "your", "word"), Token(5, 11, "refund", "word"), Token(12, 15, "was", "word"),
    ...          Token(16, 20, "sent", "word"), Token(20, 21, ".", "punctuation")]
    >>> to_active(passives(words, text)[0], words, text).text
    'We sent your refund'
    """
    if passive.level != "ours" or passive.lemma in _set("harm") or passive.subject is None:
        return None
    if passive.aspect not in _TENSES or _goes_on(tokens, passive.last + 1):
        return None
    object_ = _object(passive, tokens, text)
    end = _end_of_agent(passive, tokens, text) if passive.agent else tokens[passive.last].end
    if object_ is None or end is None:
        return None
    start = tokens[passive.subject].start
    adverbs, yet = _adverbs(passive, tokens, text)
    words = (adverbs, _form(passive, tokens, text), _particle(passive, tokens, text), object_, "yet" if yet else "")
    head = _head(passive, speaker, "’" if "’" in text else "'")
    clause = " ".join(word for word in (head, *words) if word)
    return Active(start, end, clause if text[start].islower() else clause[0].upper() + clause[1:], "review")


def _end_of_agent(passive: Passive, tokens: Sequence[Token], text: str) -> int | None:
    """Returns where "by our team" ends when it follows the verb at once, else None."""
    by = passive.last + 1
    begins = tokens[by + 1].start if by + 1 < len(tokens) and tokens[by].key == "by" else -1
    return begins + len(passive.agent) if begins >= 0 and text.startswith(passive.agent, begins) else None


def _object(passive: Passive, tokens: Sequence[Token], text: str) -> str | None:
    """Returns what becomes of the subject; "" for an "it" that stands for nothing, None if it cannot be told."""
    subject = tokens[passive.subject : passive.first]
    keys = [token.key for token in subject]
    if keys == ["it"]:
        after = tokens[passive.last + 1].key if passive.last + 1 < len(tokens) else ""
        return "" if passive.lemma in _set("impersonal") and after in ("to", "that") else None
    if keys == ["you"]:
        return "you" if passive.lemma in _set("to_reader") else None
    if not _is_plain(subject, tokens, passive):
        return None
    words = text[subject[0].start : _bare_end(subject)]
    return words[0].lower() + words[1:]


def _bare_end(subject: Sequence[Token]) -> int:
    """Returns where the subject ends, adverbs that belong to the verb left off."""
    end = len(subject)
    while end > 1 and subject[end - 1].key in _set("adverbs"):
        end -= 1
    return subject[end - 1].end


def _is_plain(subject: Sequence[Token], tokens: Sequence[Token], passive: Passive) -> bool:
    """Whether a subject is a determiner with a few words, at the beginning of its clause."""
    if not 2 <= len(subject) <= _LONGEST_SUBJECT or subject[0].key not in _set("determiners") - {"no", "one"}:
        return False
    if passive.subject and tokens[passive.subject - 1].key not in _set("openers") | {",", ";", ":", ".", "!"}:
        return False
    barred = (_set("openers") - {"and"}) | _set("pronouns") | _auxiliaries()
    return not any(token.kind == "punctuation" or token.key in barred for token in subject[1:])


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether the verb shares its subject with another one ("was packed and shipped"), or hangs on what follows."""
    if at < len(tokens) and tokens[at].key in ("which", "who", "as"):
        return True
    for i in range(at, min(at + _FAR, len(tokens) - 1)):
        if tokens[i].key in ("and", "or", "but", "&", "amp", "then"):
            next_ = next((t.key for t in tokens[i + 1 : i + 6] if t.key not in _set("adverbs")), "")
            if next_ in _auxiliaries() or any(r.tense == "participle" and not r.ambiguous for r in readings(next_)):
                return True
    return False


def _adverbs(passive: Passive, tokens: Sequence[Token], text: str) -> tuple[str, bool]:
    """Returns the adverbs that stay with the verb, and whether "yet" goes to the end. "successfully" says nothing."""
    kept, yet = [], False
    subject_end = _bare_end(tokens[passive.subject : passive.first])
    for token in tokens[passive.subject : passive.last]:
        if token.start < subject_end or token.kind != "word":
            continue
        if token.key == "yet":
            yet = True
        elif token.key not in _auxiliaries() | {"not", "successfully"} and is_adverb(token.key):
            kept.append(text[token.start : token.end])
    return " ".join(kept), yet


def _head(passive: Passive, speaker: str, quote: str) -> str:
    """Returns the actor with the auxiliary: "we", "I'm", "we haven't", "our team will"."""
    actor = passive.agent if passive.agent and passive.agent not in ("us", "me") else speaker
    if actor not in ("I", "we"):
        plain = {"past": "", "perfect": "has", "progressive": "is", "future": "will"}[passive.aspect]
        negated = {"past": "did not", "perfect": "has not", "progressive": "is not", "future": "will not"}
        return f"{actor} {negated[passive.aspect] if passive.negative else plain}".strip()
    be = "m" if actor == "I" else "re"
    if passive.negative:
        negations = {"past": "didn{}t", "perfect": "haven{}t", "future": "won{}t"}
        return (
            f"{actor} {negations[passive.aspect].format(quote)}"
            if passive.aspect in negations
            else f"{actor}{quote}{be} not"
        )
    return (
        actor
        + {"past": "", "perfect": f"{quote}ve", "progressive": f"{quote}{be}", "future": f"{quote}ll"}[passive.aspect]
    )


def _form(passive: Passive, tokens: Sequence[Token], text: str) -> str:
    """Returns the verb in its new form; spelt as in the text ("organised") where the form stays the same."""
    tense = "base" if passive.negative and passive.aspect == "past" else _TENSES[passive.aspect]
    for token in reversed(tokens[passive.first : passive.last + 1]):
        found = {r.tense for r in readings(token.key) if r.lemma == passive.lemma}
        if "participle" in found:
            return text[token.start : token.end] if tense in found else form(passive.lemma, tense)
    return form(passive.lemma, tense)


def _particle(passive: Passive, tokens: Sequence[Token], text: str) -> str:
    """Returns the preposition of the verb when the passive has taken it along: "looked into"."""
    last = tokens[passive.last]
    is_participle = any(r.lemma == passive.lemma and r.tense == "participle" for r in readings(last.key))
    return "" if is_participle else text[last.start : last.end]
