"""A wording fitted into its place: a or an, no determiner twice, one thing where the sentence speaks of one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from tonelint.languages.en.nouns import stems
from tonelint.languages.en.verbs import readings
from tonelint.lexicon import read
from tonelint.types import Token

_FIRST = re.compile(r"[^\W_]+")
_LEADING = re.compile(r"(?i)\A(?:the|an?|our|your|my|this|these|their) (?=\w)")
_ARTICLE = re.compile(r"\A(?:the|an?) (?=\w)")
_LAST = re.compile(r"[A-Za-z]+\Z")
_VOWEL, _CONSONANT = (
    re.compile(r"(?i)[aeiou]|hour|honest|heir|hono"),
    re.compile(r"(?i)uni(?!n|m)|us[aeiu]|eu|one\b|once\b|ut[ei]"),
)
_MANY = {"this": "these", "here is": "here are", "here's": "here are"}
_SAID_AS_VOWEL = frozenset("AEFHILMNORSX")  # letters whose names begin with a vowel


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(read("en_clauses")[name].split())


def fit(words: str, sentence: Sequence[Token], first: int, last: int, text: str) -> tuple[int, int, str]:
    """Returns what to put where, as (start, end, words), so that words take the place of those from `first` to `last`.

    start and end are code points of the text: an article before the place is taken in where it has to change.

    >>> text = "an SLA"
    >>> fit("reply time", [Token(0, 2, "an", "word"), Token(3, 6, "sla", "word")], 1, 2, text)
    (0, 6, 'a reply time')
    """
    start, end = sentence[first].start, sentence[last - 1].end
    if words in _MANY and _is_many(sentence[last:]):
        words = _MANY[words]
    before = sentence[first - 1] if first and sentence[first - 1].kind == "word" else None
    if before is None or text[before.end : start].strip(" \u00a0"):
        ends = last == len(sentence) or sentence[last].key in (".", "!", "?", "…")
        if first and not words and ends and sentence[first - 1].key == ",":
            return sentence[first - 1].start, end, ""  # no comma before a full stop
        if first and not words and text[start].isupper() and sentence[first - 1].key in (",", ";", "–", "—"):
            mark = sentence[first - 1]  # "Hi, I assure you that we …" gives no capital to "we"
            return mark.start, end, text[mark.start : mark.end]
        return start, end, _at_beginning(words, sentence, first, text)
    if not words and text[end : end + 1] in (",", ";", ":"):  # a deletion would take along the mark of what is before
        return before.start, end, text[before.start : before.end]
    if before.key in _words("determiners"):
        words = _LEADING.sub("", words, 1)
        if before.key in _words("singular"):
            words = _singular(words)
    elif not (before.key in _words("before_noun_phrase") or _is_verb(before.key)):
        words = _ARTICLE.sub("", words, 1)
    if before.key in ("a", "an"):
        after = text[sentence[last].start : sentence[last].end] if last < len(sentence) else ""
        article = article_of(words or after)
        if article and article != before.key:
            words = f"{article} {words}".rstrip()
            return before.start, end, words if text[before.start].islower() else words.capitalize()
    if text[start].isupper() and not words[:1].isupper():  # no capital for what stands in the place of "I" or a name
        return before.start, end, f"{text[before.start : before.end]} {words}".rstrip()
    return start, end, words


def article_of(words: str) -> str:
    """Returns the article that words want before them, "" where there are none.

    >>> article_of("hour"), article_of("user"), article_of("FAQ page"), article_of("8 GB card"), article_of("one-way")
    ('an', 'a', 'an', 'an', 'a')
    """
    found = _FIRST.search(words)
    if found is None:
        return ""
    word = found[0]
    if word[0].isdigit():
        return "an" if word[0] == "8" or word in ("11", "18") else "a"
    if word.isupper():
        return "an" if word[0] in _SAID_AS_VOWEL else "a"
    return "an" if _VOWEL.match(word) and not _CONSONANT.match(word) else "a"


def _at_beginning(words: str, sentence: Sequence[Token], first: int, text: str) -> str:
    """Capitals for the first word of a sentence that began with an abbreviation."""
    begins = not first and text[sentence[0].start : sentence[0].start + 2].isupper()
    return words[:1].upper() + words[1:] if begins else words


def _is_many(after: Sequence[Token]) -> bool:
    """Whether the noun phrase that follows speaks of several things: its last word before a verb or preposition."""
    ends = _words("before_noun_phrase") | _words("determiners") - {"the", "your", "our", "my", "all", "both"}
    end = next(
        (n for n, w in enumerate(after[:6]) if w.kind == "punctuation" or (n and w.key in ends)), min(len(after), 6)
    )
    nouns = [w.key for w in after[:end] if w.kind == "word" and w.key not in ("now", "today", "below", "attached")]
    return bool(nouns) and any(len(stems(key)) > 1 and not key.endswith(("'s", "ss", "us", "is")) for key in nouns[:3])


def _singular(words: str) -> str:
    last = _LAST.search(words)
    found = stems(last[0]) if last and not last[0].endswith(("ss", "us", "is")) else ()
    return words[: last.start()] + found[1] if last and len(found) > 1 else words


def _is_verb(key: str) -> bool:
    return any(not reading.ambiguous for reading in readings(key))
