"""A passive turned round: "Your refund has been sent" becomes "We've sent your refund"; None where that is unsure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tonelint.languages.en import subjects
from tonelint.languages.en.habits import in_style_of
from tonelint.languages.en.passive import Passive, is_adverb, passives
from tonelint.languages.en.subjects import Subject, auxiliaries, words_of
from tonelint.languages.en.verbs import form, readings
from tonelint.types import Token

_LONGEST = 200  # tokens of a sentence; in a longer one shared subjects are not looked for, so that time stays linear
_FAR = 40  # tokens that are looked through for a second verb
_TENSES = {"past": "past", "perfect": "participle", "progressive": "ing", "future": "base"}
_JOINTS = frozenset(("and", "or", "but", "&", "amp", "then"))


class Active(NamedTuple):
    """A clause in the active. `start`, `end`: the code points it replaces, from the subject to the participle."""

    start: int
    end: int
    text: str
    safety: str


def to_active(passive: Passive, tokens: Sequence[Token], text: str, speaker: str = "we") -> Active | None:
    """Returns the clause of a passive with its actor said, or None when unsure who or what that would be.

    tokens are the joined tokens of the sentence, text the whole text they point into (the writer's habits are read
    from it), speaker "we" or "I". What else hangs on the subject ("was packed and shipped") is turned with it.

    >>> from tonelint.languages.en.passive import passives
    >>> text = "Your refund was sent."
    >>> words = [Token(0, 4, "your", "word"), Token(5, 11, "refund", "word"), Token(12, 15, "was", "word"),
    ...          Token(16, 20, "sent", "word"), Token(20, 21, ".", "punctuation")]
    >>> to_active(passives(words, text)[0], words, text).text
    'We sent your refund'
    """
    passive = _leading(passive, tokens, text)
    if passive.level != "ours" or passive.lemma in words_of("harm") or passive.aspect not in _TENSES:
        return None
    subject = subjects.read(passive, tokens, text)
    if subject is None or (passive.last + 1 < len(tokens) and tokens[passive.last + 1].key in ("which", "who")):
        return None
    end = _end_of_agent(passive, tokens, text) if passive.agent else tokens[passive.last].end
    rest = _rest(passive, subject, tokens, text) if end is not None else None
    if rest is None or end is None:
        return None
    adverbs, yet = _adverbs(passive, subject.first, tokens, text)
    if {"all", "both"} & set(adverbs.split()):  # they belong to the object: "this has all been sent"
        return None
    if passive.lemma in words_of("impersonal"):
        speaker = "we"  # decisions are the company's
    verb = " ".join(filter(None, (_form(passive, passive.aspect, tokens, text), _particle(passive, tokens, text))))
    words = (_head(passive, speaker, text), adverbs, verb + rest.verbs, subject.words, "yet" if yet else "")
    clause = " ".join(filter(None, words)) + rest.text
    start = tokens[subject.first].start
    clause = clause if text[start].islower() else clause[0].upper() + clause[1:]
    return Active(start, max(end, rest.end), clause, "review")


def _leading(passive: Passive, tokens: Sequence[Token], text: str) -> Passive:
    """Returns the first passive of those that share one subject: they can only be turned together."""
    if passive.first and tokens[passive.first - 1].key in _JOINTS and len(tokens) <= _LONGEST:
        earlier = [p for p in passives(tokens, text) if p.first < passive.first and p.subject == passive.subject]
        return earlier[-1] if earlier else passive
    return passive


class _Rest(NamedTuple):
    """What follows on the verb and goes with it: further verbs that share its object, the text after it, its end."""

    verbs: str = ""
    text: str = ""
    end: int = 0


def _rest(passive: Passive, subject: Subject, tokens: Sequence[Token], text: str) -> _Rest | None:
    """Returns what becomes of a second verb that has the same subject; None where that cannot be told."""
    joints = _joints(passive, tokens)
    if not joints:
        return _Rest()
    if len(tokens) > _LONGEST:
        return None
    at, verb = joints[0], _after_adverbs(tokens, joints[0] + 1)
    hangs = tokens[at - 1].key in words_of("particles") and at - 1 > passive.last  # "sent to and received by"
    if len(joints) > 1 or passive.agent or hangs or not subject.words:
        return None
    if tokens[verb].key not in auxiliaries():
        return _second_participle(passive, subject, (at, verb), tokens, text)
    second = next((p for p in passives(tokens, text) if p.first == verb), None)
    last = tokens[passive.last].end
    if second is None or second.level != "ours" or second.aspect not in _TENSES or second.agent:
        pronoun = {"has": "it", "is": "it", "was": "it", "have": "they", "are": "they", "were": "they"}
        name = pronoun.get(tokens[verb].key, "they" if subject.plural else "it")
        return _Rest("", f"{text[last : tokens[at].end]} {name}", tokens[at].end)
    head = _second_head(passive, second)
    adverbs, yet = _adverbs(second, verb, tokens, text)
    object_ = subject.object_pronoun
    if head is None or yet or _joints(second, tokens):
        return None
    head = in_style_of(head, text)
    words = (head, adverbs, _form(second, second.aspect, tokens, text), _particle(second, tokens, text), object_)
    return _Rest("", f"{text[last : tokens[at].end]} " + " ".join(filter(None, words)), tokens[second.last].end)


def _joints(passive: Passive, tokens: Sequence[Token]) -> list[int]:
    """Returns where a conjunction gives the subject another verb: "was packed and shipped", "and will be sent"."""
    found = []
    for at in range(passive.last + 1, min(passive.last + _FAR, len(tokens) - 1)):
        if tokens[at].key in _JOINTS:
            verb = tokens[_after_adverbs(tokens, at + 1)].key
            if verb in auxiliaries() or any(r.tense == "participle" and not r.ambiguous for r in readings(verb)):
                found.append(at)
    return found


def _after_adverbs(tokens: Sequence[Token], at: int) -> int:
    while at < len(tokens) - 1 and is_adverb(tokens[at].key):
        at += 1
    return at


def _second_participle(
    passive: Passive, subject: Subject, place: tuple[int, int], tokens: Sequence[Token], text: str
) -> _Rest | None:
    """A second participle of the same auxiliaries: right behind the first it shares the object, else takes "it"."""
    at, verb = place
    lemma = next(r.lemma for r in readings(tokens[verb].key) if r.tense == "participle")
    words = text[tokens[at].end : tokens[verb].start]
    word = _form(passive._replace(lemma=lemma, first=verb, last=verb), passive.aspect, tokens, text)
    if passive.negative or (verb + 1 < len(tokens) and tokens[verb + 1].key in words_of("particles")):
        return None
    joint = text[tokens[passive.last].end : tokens[at].end]
    if at == passive.last + 1:
        return _Rest(f"{joint}{words}{word}", "", tokens[verb].end)
    return _Rest("", f"{joint}{words}{word} {subject.object_pronoun}", tokens[verb].end)


def _second_head(first: Passive, second: Passive) -> str | None:
    """Returns the auxiliary of a second verb, "" where that of the first serves both."""
    if first.negative:
        return None
    if second.negative:
        return {"past": "didn't", "perfect": "haven't", "future": "won't"}.get(second.aspect)
    if first.aspect == second.aspect:
        return ""
    return {"past": "", "perfect": "have", "progressive": "are", "future": "will"}[second.aspect]


def _end_of_agent(passive: Passive, tokens: Sequence[Token], text: str) -> int | None:
    """Returns where "by our team" ends when it follows the verb at once, else None."""
    by = passive.last + 1
    begins = tokens[by + 1].start if by + 1 < len(tokens) and tokens[by].key == "by" else -1
    return begins + len(passive.agent) if begins >= 0 and text.startswith(passive.agent, begins) else None


def _adverbs(passive: Passive, first: int, tokens: Sequence[Token], text: str) -> tuple[str, bool]:
    """Returns the adverbs that stay with the verb, and whether "yet" goes to the end. "successfully" says nothing."""
    kept, yet = [], False
    subject_end = subjects.bare_end(tokens[first : passive.first]) if first < passive.first else 0
    for token in tokens[first : passive.last]:
        if token.start < subject_end or token.kind != "word":
            continue
        if token.key == "yet":
            yet = True
        elif token.key not in auxiliaries() | {"not", "successfully"} and is_adverb(token.key):
            kept.append(text[token.start : token.end])
    return " ".join(kept), yet


def _head(passive: Passive, speaker: str, text: str) -> str:
    """Returns the actor with the auxiliary, spelt as the writer does: "we", "I'm", "we have not", "our team will"."""
    actor = passive.agent if passive.agent and passive.agent not in ("us", "me") else speaker
    if actor not in ("I", "we"):
        many = actor.split()[-1].lower() in words_of("people")
        have, be = ("have", "are") if many else ("has", "is")
        plain = {"past": "", "perfect": have, "progressive": be, "future": "will"}[passive.aspect]
        negated = {"past": "didn't", "perfect": f"{have}n't", "progressive": f"{be}n't", "future": "won't"}
        said = in_style_of(negated[passive.aspect] if passive.negative else plain, text)
        return f"{actor} {said}".strip()
    be = "'m" if actor == "I" else "'re"
    if passive.negative:
        ending = {"past": " didn't", "perfect": " haven't", "progressive": f"{be} not", "future": " won't"}
    else:
        ending = {"past": "", "perfect": "'ve", "progressive": be, "future": "'ll"}
    return in_style_of(actor + ending[passive.aspect], text)


def _form(passive: Passive, aspect: str, tokens: Sequence[Token], text: str) -> str:
    """Returns the verb in its new form; spelt as in the text ("organised") where the form stays the same."""
    tense = "base" if passive.negative and aspect == "past" else _TENSES[aspect]
    for token in reversed(tokens[passive.first : passive.last + 1]):
        found = {r.tense for r in readings(token.key) if r.lemma == passive.lemma}
        if "participle" in found:
            spelt = text[token.start : token.end]
            return spelt if tense in found else in_style_of(form(passive.lemma, tense), text)
    return in_style_of(form(passive.lemma, tense), text)


def _particle(passive: Passive, tokens: Sequence[Token], text: str) -> str:
    """Returns the preposition of the verb when the passive has taken it along: "looked into"."""
    last = tokens[passive.last]
    named = {r.lemma for r in readings(last.key) if r.tense == "participle"}
    is_participle = not named.isdisjoint([passive.lemma, passive.lemma.removeprefix("re")])  # "re-issued"
    return "" if is_participle else text[last.start : last.end]
