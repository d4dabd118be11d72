"""What is put better by turning the clause than by another word: ``{:drop}``, ``{:request}`` in rewrites of rules."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from tonelint.languages.en import subjects
from tonelint.languages.en.habits import in_style_of
from tonelint.languages.en.passive import is_adverb
from tonelint.languages.en.subjects import is_auxiliary
from tonelint.languages.en.verbs import readings
from tonelint.lexicon import read
from tonelint.types import Token

Turn = tuple[int, int, str]
_MOST_BESIDE = 14  # words that may go with a formula; what is longer says something
_ENDS = frozenset((".", "!", "…", "...", "?"))
_SURE_SUBJECTS = frozenset(("i", "we", "they", "he", "she"))
_COMMAS = frozenset((",", ";", "–", "—", "-", ":"))


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(read("en_clauses")[name].split())


class _Clause(NamedTuple):
    """A clause with a verb of its own: `joint` is where the words that join it begin, `start` where its own do."""

    joint: int
    start: int
    end: int
    subordinate: bool


def turn(name: str, words: Sequence[Token], first: int, last: int, text: str) -> Turn | None:
    """Returns what to put where, as (start, end, replacement) in code points, or None where the turn cannot be made.

    words are those of the sentence, `first` and `last` (half-open) the ones that were found.

    >>> text = "You must send it."
    >>> words = [Token(0, 3, "you", "word"), Token(4, 8, "must", "word"), Token(9, 13, "send", "word"),
    ...          Token(14, 16, "it", "word"), Token(16, 17, ".", "punctuation")]
    >>> turn("request", words, 0, 2, text)
    (0, 8, 'please')
    """
    return _TURNS[name](words, first, last, text)


def drop(words: Sequence[Token], first: int, last: int, text: str) -> Turn | None:
    """Takes out the clause that says nothing, with what joins it; the whole sentence where it says nothing else."""
    clauses = _clauses(words)
    number = next((n for n, c in enumerate(clauses) if c.joint <= first and last <= c.end), -1)
    if number < 0 or any(w.key == "?" for w in words[-2:]):
        return None
    begin, stop = number, number + 1
    if not clauses[number].subordinate:
        while begin and clauses[begin - 1].subordinate:
            begin -= 1
        while stop < len(clauses) and clauses[stop].subordinate:
            stop += 1
    before, after = clauses[:begin], clauses[stop:]
    if not _says_nothing(words[clauses[begin].start : clauses[stop - 1].end], words[first:last]):
        return None
    if any(c.subordinate for c in before[-1:]) and after:
        return None
    start, end = _taken_out(words, clauses[begin:stop], bool(before), bool(after))
    rest = text[:start] + text[end:]
    return (start, end, "") if any(char.isalpha() for char in rest) else None


def _taken_out(words: Sequence[Token], gone: Sequence[_Clause], before: bool, after: bool) -> tuple[int, int]:
    """The code points of clauses with the comma and conjunction on one side."""
    joint, start, end = gone[0].joint, gone[0].start, gone[-1].end
    if before and not after:
        start = joint
    elif after and not (before and words[start - 1].kind == "punctuation" and words[end].kind == "punctuation"):
        end = _behind_joint(words, end)  # but "A, [B,] and C" keeps its "and"
    return words[start].start, words[end - 1].end


def _says_nothing(words: Sequence[Token], found: Sequence[Token]) -> bool:
    """Whether a clause is short, has no number or address in it, and no second verb beside the formula."""
    beside = [w for w in words if not found[0].start <= w.start < found[-1].end]
    if len(beside) > _MOST_BESIDE or any(w.kind in ("number", "zone") for w in words):
        return False
    joint = next((n for n, w in enumerate(words) if w.key in _words("joints") and w in beside), len(words))
    return not any(is_auxiliary(w.key) or _is_finite(w.key) for w in words[joint:]) and not (
        joint + 1 < len(words) and _is_verb(words[joint + 1].key)
    )


def _clauses(words: Sequence[Token]) -> list[_Clause]:
    """Returns the clauses of a sentence, each with a subject and a verb of its own; the first may be a greeting."""
    end = len(words)
    while end and words[end - 1].key in _ENDS:
        end -= 1
    starts = [(0, _behind_joint(words, 0))]
    for at in range(1, end):
        own = _behind_joint(words, at)
        if at < starts[-1][1] or not (own > at or words[at].key in _words("subordinators")):
            continue
        sure = words[at].key in _COMMAS and words[own - 1].key in _words("joints")
        if _has_verb(words[own:end], sure) and _stands_alone(words[starts[-1][1] : at]):
            starts.append((at, own))
    ends = [joint for joint, _ in starts[1:]] + [end]
    keys = [words[own].key if own < len(words) else "" for _, own in starts]
    opened = [key in _words("subordinators") for key in keys]
    return [_Clause(a, b, c, sub) for (a, b), c, sub in zip(starts, ends, opened, strict=True)]


def _behind_joint(words: Sequence[Token], at: int) -> int:
    """Returns where the clause after a comma, a conjunction or both begins; `at` itself where nothing is joined."""
    own = at + (words[at].key in _COMMAS)
    if own < len(words) - 1 and words[own].key in _words("joints"):
        own += 1
    return min(own, len(words) - 1)


def _has_verb(words: Sequence[Token], sure: bool) -> bool:
    """Whether words begin with a subject and a finite verb, or with a request. sure: a comma and "and" go before."""
    keys = [w.key for w in words[:9]]
    if not keys:
        return False
    if keys[0] in _words("subordinators") | _SURE_SUBJECTS | {"please", "kindly"}:
        return True
    ends = next((n for n, w in enumerate(words[:9]) if w.kind == "punctuation"), len(keys))
    rest = keys[1:ends]
    if keys[0] in _words("subjects"):
        return any(is_auxiliary(key) or _is_verb(key) for key in rest[:3])
    return (sure or keys[0] in _words("determiners")) and any(is_auxiliary(k) or _is_finite(k) for k in rest[:7])


def _stands_alone(words: Sequence[Token]) -> bool:
    """Whether the words before a joint are a clause or a greeting, not "as always" or the beginning of a list."""
    keys = [w.key for w in words]
    greets = bool(keys) and keys[0] in ("hi", "hello", "hey", "dear", "thanks", "thank", "sorry", "good")
    speaks = not _SURE_SUBJECTS.isdisjoint(keys) or "please" in keys
    return greets or speaks or any(is_auxiliary(key) or _is_verb(key) for key in keys[1:])


def _is_verb(key: str) -> bool:
    return any(r.tense in ("base", "s", "past") for r in readings(key))


def _is_finite(key: str) -> bool:
    return any(r.tense in ("base", "s", "past") and not r.ambiguous for r in readings(key))


def request(words: Sequence[Token], first: int, last: int, text: str) -> Turn | None:
    """Asks for what the customer is told to do: "you must send" is "please send", "X must be sent" "please send X"."""
    if words[first].key == "you":
        return _you(words, first, last, text) if _is_main(words, first) else None
    return _passive(words, first, last, text)


def _is_main(words: Sequence[Token], at: int) -> bool:
    """Whether a main clause begins here, one that can be turned into a request."""
    while at and is_adverb(words[at - 1].key) and words[at - 1].key != "then":
        at -= 1
    if not at or words[at - 1].kind == "punctuation":
        return True
    before = next((n for n in range(at - 1, -1, -1) if words[n].kind == "punctuation"), -1)
    keys = [w.key for w in words[before + 1 : at]]
    return len(keys) == 1 and keys[0] in _words("joints") - {"or"}


def _you(words: Sequence[Token], first: int, last: int, text: str) -> Turn | None:
    start, verb = words[first].start, last
    negative = words[last - 1].key == "not"
    if verb < len(words) and words[verb].key == "not":
        negative, verb = True, verb + 1
    while verb < len(words) and is_adverb(words[verb].key):
        verb += 1
    if verb >= len(words) or any(w.key == "please" for w in words):
        return None
    end = words[last - 1].end if not (negative and last < len(words) and words[last].key == "not") else words[last].end
    if words[verb].key == "be":
        state = in_style_of("please make sure you're" + (" not" if negative else ""), text)
        return start, words[verb].end, state
    if not any(r.tense == "base" for r in readings(words[verb].key)):
        return None
    return start, end, in_style_of("please don't" if negative else "please", text)


def _passive(words: Sequence[Token], first: int, last: int, text: str) -> Turn | None:
    """ "The form must be signed and returned by Friday" as "please sign and return the form by Friday"."""
    verb = next((n for n in range(first, min(last + 1, len(words))) if _base_of(words[n])), None)
    if verb is None or verb == first or words[verb - 1].key == "not" or "not" in [w.key for w in words[first:verb]]:
        return None
    verbs, end = [_base_of(words[verb])], verb + 1
    while end + 1 < len(words) and words[end].key in ("and", "or") and _base_of(words[end + 1]):
        verbs += [words[end].key, _base_of(words[end + 1])]
        end += 2
    object_ = subjects.noun_phrase(words, first, text)
    agent = (
        [w.key for w in words[end : end + 1]] == ["by"]
        and words[end + 1 : end + 2]
        and (words[end + 1].key in ("you", "the", "your", "all", "both", "each"))
    )
    if object_ is None or agent or any(w.key == "please" for w in words):
        return None
    start, said = object_
    asked = f"{in_style_of(' '.join(('please', *verbs)), text)} {said}"
    if text[words[start].start].isupper():
        asked = asked[0].upper() + asked[1:]
    return words[start].start, words[end - 1].end, asked


def _base_of(word: Token) -> str:
    return next((r.lemma for r in readings(word.key) if r.tense == "participle" and r.lemma not in ("be", "have")), "")


_TURNS: Mapping[str, Callable[[Sequence[Token], int, int, str], Turn | None]] = {"drop": drop, "request": request}
