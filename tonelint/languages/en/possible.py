"""What does not work, said as what works: "we can't ship until Monday" is "we can ship from Monday"."""

from __future__ import annotations

from collections.abc import Sequence

from tonelint.languages.en.habits import in_style_of
from tonelint.languages.en.subjects import words_of
from tonelint.languages.en.verbs import form, readings
from tonelint.types import Token

_FAR = 14  # words from the negation to what limits it
_TURNED = {"until": "once", "unless": "once", "before": "once", "without": "with", "once": "until", "after": "until"}
_UNABLE = {"unable": "able", "unavailable": "available", "impossible": "possible"}
_LEFT_OUT = frozenset(("currently", "unfortunately", "now", "yet", "simply"))


def possible(words: Sequence[Token], first: int, last: int, text: str) -> tuple[int, int, str] | None:
    """Returns where a refusal with a limit stands and how it reads the other way round; None if it has no limit.

    >>> text = "We do not ship before Monday"
    >>> keys = ["we", "do", "not", "ship", "before", "monday"]
    >>> starts = [0, 3, 6, 10, 15, 22]
    >>> words = [Token(at, at + len(key), key, "word") for at, key in zip(starts, keys)]
    >>> possible(words, 0, 3, text)
    (3, 21, 'ship from')
    """
    no = next(
        (n for n in range(first, min(last + 1, len(words))) if words[n].key == "not" or words[n].key in _UNABLE), -1
    )
    if no < 1 or any(w.key in ("?", "only", "just", "even") for w in words[no:]):
        return None
    limit = _limit(words, no)
    if limit is None:
        return _from_the_front(words, no, text)
    joint, better = limit
    start, positive, rest = _positive(words, no, text)
    if positive is None or any(w.key in ("not", "no", "never", "nothing") for w in words[no + 1 : joint]):
        return None
    middle = text[words[rest].start : words[joint - 1].end] if rest < joint else ""
    said = " ".join(filter(None, (positive, middle, better)))
    return words[start].start, words[joint].end, _apart(said, words, start)


def _apart(said: str, words: Sequence[Token], start: int) -> str:
    """Words in the place of a contracted verb need a blank before them: "we're unable to" as "we can"."""
    glued = start and words[start - 1].end == words[start].start
    return " " + said if glued and said[:1].isalpha() else said


def _limit(words: Sequence[Token], no: int) -> tuple[int, str] | None:
    """Where "until" and the like stand behind a negation, and what they become."""
    for at in range(no + 1, min(no + _FAR, len(words) - 1)):
        if words[at].kind == "punctuation":
            return None
        if words[at].key in _TURNED:
            better = _other(words, at)
            return (at, better) if better else None
    return None


def _other(words: Sequence[Token], at: int) -> str:
    key, clause = words[at].key, _is_clause(words[at + 1 :])
    if key == "without":
        return "" if any(r.tense == "ing" for r in readings(words[at + 1].key)) else "with"
    if key in ("unless", "once"):
        return _TURNED[key] if clause else ""
    if clause:
        return _TURNED[key]
    if key == "after":
        return "within" if words[at + 1].kind == "number" else "until"
    return "from" if _is_time(words[at + 1 :]) else "after"


def _is_time(words: Sequence[Token]) -> bool:
    times = words_of("times") | words_of("days")
    return words[0].kind in ("number", "zone") or any(w.key in times for w in words[:3])


def _is_clause(words: Sequence[Token]) -> bool:
    """Whether a subject and a verb follow: "the van has left", not "Monday" or "your payment"."""
    if words and words[0].key in ("i", "we", "you", "they", "he", "she", "it"):
        return True
    ends = next((n for n, word in enumerate(words[:9]) if word.kind == "punctuation"), 9)
    found = (r for word in words[1:ends] for r in readings(word.key))
    return any(r.tense in ("base", "s", "past") and not r.ambiguous for r in found)


def _positive(words: Sequence[Token], no: int, text: str) -> tuple[int, str | None, int]:
    """Where the verb of a negation begins, how it reads without it, and where the rest begins."""
    at, rest = no - 1, no + 1
    while at and words[at].key in _LEFT_OUT:
        at -= 1
    while rest < len(words) and words[rest].key in _LEFT_OUT:
        rest += 1
    verb = words[at].key
    if words[no].key in _UNABLE:
        said = text[words[at].start : words[at].end]
        if words[no].key == "unable" and verb in ("am", "are") and words[rest].key == "to":
            return at, "can", rest + 1
        return at, f"{said} {_UNABLE[words[no].key]}", rest
    if verb in ("am", "are") and [w.key for w in words[rest : rest + 2]] == ["able", "to"]:
        return at, "can", rest + 2
    if verb == "do":
        return at, "", rest
    if verb == "does" and rest < len(words) and (base := next((r.lemma for r in readings(words[rest].key)), "")):
        return at, form(base, "s"), rest + 1
    if verb in ("can", "will", "could", "is", "are", "was", "were"):
        shortened = verb in ("is", "are", "will") and not text[words[at].start : words[at].end].isalpha()
        said = {"can": "can", "will": "will"}.get(verb, verb)
        return at, in_style_of(("'" + {"is": "s", "are": "re", "will": "ll"}[verb]) if shortened else said, text), rest
    return at, None, rest


def _from_the_front(words: Sequence[Token], no: int, text: str) -> tuple[int, int, str] | None:
    """ "Until you send it, we can't go on" as "Once you send it, we can go on"."""
    front = words[0].key
    comma = next((n for n in range(1, no) if words[n].key == ","), None)
    if front not in ("until", "unless", "without") or comma is None:
        return None
    start, positive, _ = _positive(words, no, text)
    if not positive or (front == "without" and not _other(words, 0)):
        return None
    better = _TURNED[front]
    better = better.capitalize() if text[words[0].start].isupper() else better
    middle = text[words[0].end : words[start].start]
    return words[0].start, words[no].end, f"{better}{middle}{_apart(positive, words, start)}"
