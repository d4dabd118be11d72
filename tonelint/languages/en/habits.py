"""How a writer spells: apostrophes, contractions, British or American. A rewrite is put as the writer would put it."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from tonelint.languages.en.contractions import split
from tonelint.languages.en.spelling import british

_WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)*")
_APOSTROPHE = re.compile(r"(?<=[A-Za-z])['’](?=[A-Za-z])")
_MARK = re.compile(r"(?:\A|(?<=[A-Za-z]))['’](?=[A-Za-z])")
_CONTRACTED = re.compile(r"(?i)\b(?:\w+n['’]t|(?:i|you|we|they|he|she|it|that|there)['’](?:m|re|ve|ll|d|s)|let['’]s)\b")
_IN_FULL = re.compile(
    r"(?i)\b(?:i am|(?:i|you|we|they|it|that) will|(?:you|we|they) are|(?:it|that) is|cannot"
    r"|(?:can|do|does|did|is|are|was|were|has|have|had|will|would|should|could) not)\b"
)
_FORMAL = re.compile(r"(?i)\bdear (?:sir|madam|mrs?|ms|mx|dr|prof)\b|\byours (?:sincerely|faithfully|truly)\b")
_BEHIND_CAPTURE = re.compile(r"\A['’](ll|ve|re|m)\b")  # a piece of a template: "{x}'ll send"
_ENDINGS = {"ll": " will", "ve": " have", "re": " are", "m": " am"}
_OPEN = frozenset(("'s", "'d"))  # what they stand for hangs on what follows


class Habit(NamedTuple):
    """apostrophe: ' or ’. contracts: whether "don't" rather than "do not". spelling: british, american or ""."""

    apostrophe: str
    contracts: bool
    spelling: str


@lru_cache(maxsize=8)
def habit(text: str) -> Habit:
    """Returns how the writer of a text spells. Where nothing tells, contractions are fine but in formal letters.

    >>> habit("We don’t open the theatre today.")
    Habit(apostrophe='’', contracts=True, spelling='british')
    >>> habit("We do not open today.").contracts, habit("Dear Sir, we open at ten.").contracts
    (False, False)
    """
    marks = [mark[0] for mark in _APOSTROPHE.finditer(text)]
    curly = 2 * marks.count("’") > len(marks) if marks else "’" in text
    in_full = _IN_FULL.search(text) or _FORMAL.search(text)
    words = [word.lower() for word in _WORD.findall(text)]
    lead = sum(word in british() for word in words) - sum(word in _american() for word in words)
    side = "british" if lead > 0 else "american" if lead < 0 else ""
    return Habit("’" if curly else "'", bool(_CONTRACTED.search(text)) or not in_full, side)


def in_style_of(words: str, text: str) -> str:
    """Returns words of a rewrite as the writer of a text would have put them.

    >>> in_style_of("we've organized it", "Dear Ms Roe, the theatre is closed.")
    'we have organised it'
    >>> in_style_of("we've sent it", "I’m sorry.")
    'we’ve sent it'
    """
    own = habit(text)
    if not own.contracts:
        words = _BEHIND_CAPTURE.sub(lambda ending: _ENDINGS[ending[1]], words)
        words = _WORD.sub(lambda word: in_full(word[0]), words)
    if own.spelling:
        better = _american() if own.spelling == "british" else british()
        words = _WORD.sub(lambda word: better.get(word[0], word[0]), words)
    return _MARK.sub(own.apostrophe, words)


def in_full(word: str) -> str:
    """Returns a contraction as the words it stands for; other words, and possessives, as they are.

    >>> in_full("can't"), in_full("We've"), in_full("it's"), in_full("Sara's")
    ('cannot', 'We have', 'it is', "Sara's")
    """
    folded = word.replace("’", "'")
    parts = split(folded.lower()) if "'" in folded else None
    if parts is None:
        return word
    pieces, keys = parts
    if keys == ("can", "not"):
        keys = ("cannot",)
    elif keys[-1] in _OPEN:
        if keys[-1] == "'d" or keys[0] not in ("it", "that", "there", "here", "what", "who", "he", "she"):
            return word
        keys = (*keys[:-1], "is")
    kept = folded[: len(pieces[0])] if keys[0] == pieces[0] else keys[0]
    return " ".join((kept, *keys[1:])) if len(keys) > 1 else kept


@cache
def _american() -> dict[str, str]:
    """Returns American spellings with the British ones."""
    return {american: word for word, american in british().items()}
