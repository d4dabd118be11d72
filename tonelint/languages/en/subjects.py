"""The subject of a passive, read as what it becomes in the active: the object."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from tonelint.languages.en.nouns import stems
from tonelint.languages.en.passive import Passive
from tonelint.languages.en.verbs import readings
from tonelint.lexicon import read as lexicon
from tonelint.types import Token

_LONGEST = 16  # tokens; what is longer is no longer a plain noun phrase
_OBJECTS = {key: key for key in ("it", "this", "that", "these", "those", "everything")} | {"they": "them"}
_ENDS = frozenset((",", ";", ":", ".", "!"))


class Subject(NamedTuple):
    """first: its first token. words: what it is as an object, "" for an "it" that stands for nothing. plural: many."""

    first: int
    words: str
    plural: bool

    @property
    def object_pronoun(self) -> str:
        """What it is called when it is mentioned again."""
        return self.words if self.words == "you" else "them" if self.plural else "it"


@cache
def words_of(name: str) -> frozenset[str]:
    """Returns a word list of lexicon/en_passive.json."""
    return frozenset(lexicon("en_passive")[name].split())


@cache
def auxiliaries() -> frozenset[str]:
    """Returns the words that a chain of auxiliaries is made of."""
    return words_of("be") | words_of("modals") | {"have", "has", "had"}


def read(passive: Passive, tokens: Sequence[Token], text: str) -> Subject | None:
    """Returns the subject of a passive, or None if it cannot be told where it begins or what it would become.

    >>> from tonelint.languages.en.passive import passives
    >>> text = "They were sent."
    >>> words = [Token(0, 4, "they", "word"), Token(5, 9, "were", "word"), Token(10, 14, "sent", "word")]
    >>> read(passives(words, text)[0], words, text)
    Subject(first=0, words='them', plural=True)
    """
    first = _first(passive, tokens)
    if first is None:
        return None
    subject = tokens[first : passive.first]
    plural = _is_plural(subject, tokens[passive.first].key)
    keys = [token.key for token in subject[: _bare(subject)]]
    if len(keys) == 1 and keys[0] in {*_OBJECTS, "you"}:
        words = _pronoun(keys[0], passive, tokens)
    elif _is_noun_phrase(subject, first, tokens) and not _swallows(keys, passive, tokens):
        words = _lowered(text[subject[0].start : bare_end(subject)])
    else:
        words = None
    return None if words is None else Subject(first, words, plural)


def noun_phrase(words: Sequence[Token], end: int, text: str) -> tuple[int, str] | None:
    """Returns where the noun phrase that ends before `end` begins its clause, and how it reads inside a sentence."""
    first = end
    while first and not (first < end and _begins_clause(first, words)) and end - first < _LONGEST:
        first -= 1
    subject = words[first:end]
    if not subject or not _begins_clause(first, words):
        return None
    keys = [w.key for w in subject]
    if len(keys) == 1 and keys[0] in _OBJECTS:
        return first, _OBJECTS[keys[0]]
    if not _is_noun_phrase(subject, first, words):
        return None
    return first, _lowered(text[subject[0].start : bare_end(subject)])


def _lowered(words: str) -> str:
    return words if words[:2].isupper() and words[1:2].isalpha() else words[:1].lower() + words[1:]


def bare_end(subject: Sequence[Token]) -> int:
    """Returns where the subject ends (code points), adverbs that belong to the verb left off."""
    return subject[_bare(subject) - 1].end


def _bare(subject: Sequence[Token]) -> int:
    """Where the subject ends without adverbs of the verb; those at the end of "the bag you left here" are its own."""
    end = len(subject)
    if any(token.key in ("you", "we") for token in subject[1:]):
        return end
    while end > 1 and subject[end - 1].key in words_of("adverbs"):
        end -= 1
    return end


def _first(passive: Passive, tokens: Sequence[Token]) -> int | None:
    """Returns the first token of the subject, with what stands before a clause inside it: "the parcel you sent"."""
    if passive.subject is None:
        return None
    first = passive.subject
    while first and not _begins_clause(first, tokens) and first > passive.first - _LONGEST:
        first -= 1
    return first if _begins_clause(first, tokens) else None


def _begins_clause(at: int, tokens: Sequence[Token]) -> bool:
    return (
        not at
        or (tokens[at - 1].kind == "punctuation" and tokens[at - 1].key in _ENDS)
        or (tokens[at - 1].key in words_of("openers") - {"which", "who", "whose"})
    )


def _pronoun(key: str, passive: Passive, tokens: Sequence[Token]) -> str | None:
    after = [token.key for token in tokens[passive.last + 1 : passive.last + 9]]
    if key == "you":
        return "you" if passive.lemma in words_of("to_reader") else None
    infinitive = after[:1] == ["to"] and any(r.tense == "base" for r in readings("".join(after[1:2])))
    if key == "it" and (infinitive or "that" in after):
        return "" if passive.lemma in words_of("impersonal") and after[0] in ("to", "that") else None
    return _OBJECTS[key]


def _is_plural(subject: Sequence[Token], auxiliary: str) -> bool:
    if auxiliary in ("are", "were", "have"):
        return True
    if auxiliary in ("is", "was", "has") or not subject:
        return False
    last = next((t.key for t in reversed(subject) if t.kind == "word" and t.key not in words_of("adverbs")), "")
    return last in ("they", "these", "those") or (len(stems(last)) > 1 and not last.endswith("'s"))


def _is_noun_phrase(subject: Sequence[Token], first: int, tokens: Sequence[Token]) -> bool:
    """Whether these words are one noun phrase: "your two lamps", "order 4711", "mistakes", "the bag you left here"."""
    keys = [token.key for token in subject]
    if len(subject) > _LONGEST or any(t.kind == "punctuation" and t.key not in ("#", ".") for t in subject):
        return False
    barred = (words_of("openers") - {"and"}) | auxiliaries() | (words_of("pronouns") - {"that", "this"}) | {"if"}
    if keys[0] in words_of("determiners") - {"no", "one"}:
        relative = next((n for n in range(2, len(keys)) if keys[n] in ("you", "we")), None)
        if relative is None:
            return len(keys) > 1 and barred.isdisjoint(keys[1:]) and "that" not in keys[1:]
        return _is_clause(keys[relative + 1 :]) and barred.isdisjoint(keys[1:relative])
    if not first or tokens[first - 1].kind == "punctuation" or tokens[first - 1].key in words_of("openers"):
        if len(keys) == 1 and subject[0].kind == "zone":
            return True
        named = len(keys) > 1 and keys[0] in words_of("named") and subject[-1].kind != "word"
        listed = bool(first) and tokens[first - 1].key in ("and", "or", ",")  # "more lamps and tools were sent"
        bare_plural = len(keys) == 1 and len(stems(keys[0])) > 1 and not listed
        return named or bare_plural
    return False


def _swallows(keys: Sequence[str], passive: Passive, tokens: Sequence[Token]) -> bool:
    """Whether what follows on the verb would be read into a clause of the subject: "the bag you sent" + "on Monday"."""
    after = tokens[passive.last + 1] if passive.last + 1 < len(tokens) else None
    ends = after is None or after.kind == "punctuation" or after.key in words_of("openers")
    return not ends and any(key in ("you", "we") for key in keys[1:])


def _is_clause(keys: Sequence[str]) -> bool:
    """Whether words go on as a clause inside a noun phrase does: "(the bag you) left in room 7"."""
    verb = next((key for key in keys[:4] if readings(key) and not is_auxiliary(key)), "")
    others = words_of("openers") | {"you", "we", "they", "he", "she", "i"}
    return bool(verb) and others.isdisjoint(keys)


def is_auxiliary(key: str) -> bool:
    """Whether a word is an auxiliary: be, have or a modal.

    >>> is_auxiliary("will"), is_auxiliary("send")
    (True, False)
    """
    return key in auxiliaries()
