"""What is put better by turning the clause than by another word: ``{:drop}``, ``{:request}`` in rewrites of rules."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from tonelint.languages.en import subjects
from tonelint.languages.en.habits import in_style_of
from tonelint.languages.en.passive import is_adverb
from tonelint.languages.en.possible import possible
from tonelint.languages.en.subjects import is_auxiliary
from tonelint.languages.en.verbs import readings
from tonelint.lexicon import read
from tonelint.types import Token

Turn = tuple[int, int, str]
_MOST_WORDS = 200  # a row of more words is no sentence to turn; so the time stays linear
_LONGEST = 120  # words of a sentence; beyond it no clause can be told, and the time would not be linear
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
    (0, 8, 'Please')
    """
    if len(words) > _MOST_WORDS:
        return None
    if len(words) > _LONGEST:
        return None
    found = _TURNS[name](words, first, last, text)
    if found and found[2] and found[0] == words[0].start and text[found[0]].isupper():
        return found[0], found[1], found[2][0].upper() + found[2][1:]
    return found


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
    attached = [w.key for n in range(begin, stop) if n != number for w in words[clauses[n].start : clauses[n].end]]
    if any(_is_finite(key) for key in attached if not is_auxiliary(key) and key not in _words("empty")):
        return None
    start, end = _taken_out(words, clauses[begin:stop], bool(before), bool(after))
    rest = text[:start] + text[end:]
    return (start, end, "") if any(char.isalpha() for char in rest) else None


def _taken_out(words: Sequence[Token], gone: Sequence[_Clause], before: bool, after: bool) -> tuple[int, int]:
    """The code points of clauses with the comma and conjunction on one side."""
    joint, start, end = gone[0].joint, gone[0].start if before else gone[0].joint, gone[-1].end
    if not before and not after and start and end < len(words):
        return words[start].start, words[-1].end  # the mark too, where a name stays before it
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
    before = [w.key for w in words if w.start < found[0].start]
    own = [key for key in before if not is_auxiliary(key) and key not in _words("empty")]
    if "please" in before[:-1] or any(map(_is_finite, own)):
        return False
    behind = [n for n, w in enumerate(words) if w.key in _COMMAS and w.start >= found[-1].end]
    joints = [n for n, w in enumerate(words) if w.key in _words("joints") and w in beside]
    joint = min([*behind, *joints, len(words)])
    more = any(is_auxiliary(w.key) or _is_finite(w.key) for w in words[joint:])
    return not more and not any(_is_verb(w.key) for w in words[joint + 1 : joint + 4])


def _clauses(words: Sequence[Token]) -> list[_Clause]:
    """Returns the clauses of a sentence, each with a subject and a verb of its own; the first may be a greeting."""
    end = len(words)
    while end and words[end - 1].key in _ENDS:
        end -= 1
    own = next((n for n in range(end) if words[n].kind != "zone"), 0)  # behind the @name that a reply begins with
    starts = [(own, _behind_joint(words, own))]
    for at in range(own + 1, end):
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


def sorry(words: Sequence[Token], first: int, last: int, text: str) -> Turn | None:
    """Says sorry plainly in the place of a clause that does not: "sorry if you feel bad" is "I'm sorry about this"."""
    if first and words[first - 1].kind == "word" and words[first - 1].key not in _words("joints"):
        return None
    end = next((n for n in range(last, len(words)) if _is_edge(words, n, text)), len(words))
    beside = words[last:end]
    joint = next((n for n, w in enumerate(beside) if w.key in _words("joints")), len(beside))
    more = beside[joint + 1 :]  # "… and appreciate your help" would be lost
    if len(beside) > _MOST_BESIDE or any(w.kind != "word" for w in beside):
        return None
    if more and (_is_verb(more[0].key) or _has_verb(more, sure=True)):
        return None
    ours = not {"we", "our", "us"}.isdisjoint(w.key for w in words[first:last])
    said = in_style_of(("we're" if ours else "I'm") + " sorry about this", text)
    return words[first].start, words[end - 1].end, said


def _is_edge(words: Sequence[Token], at: int, text: str) -> bool:
    """Whether a clause ends before a word: at a mark of punctuation or behind an emoji."""
    return words[at].kind == "punctuation" or bool(text[words[at - 1].end : words[at].start].strip())


def request(words: Sequence[Token], first: int, last: int, text: str) -> Turn | None:
    """Asks for what the customer is told to do: "you must send" is "please send", "X must be sent" "please send X"."""
    keys = [w.key for w in words[first:last]]
    if "you" in keys or keys[-1] == "to":
        return _you(words, first, last, text) if _is_main(words, first) else None
    return _passive(words, first, last, text)


def ask(words: Sequence[Token], first: int, last: int, text: str) -> Turn | None:
    """Asks others politely: "passengers must appear" is "we ask passengers to appear"."""
    return _of_others("ask", words, first, last, text)


def need(words: Sequence[Token], first: int, last: int, text: str) -> Turn | None:
    """Says who needs it: "your doctor has to sign" is "we need your doctor to sign", "they must be here" "... them"."""
    return _of_others("need", words, first, last, text)


def _of_others(verb: str, words: Sequence[Token], first: int, last: int, text: str) -> Turn | None:
    modal = next((n for n in range(first, last) if words[n].key in _words("obliges")), None)
    if modal is None or not modal or "not" in [w.key for w in words[first : last + 1]]:
        return None
    subject = subjects.noun_phrase(words, modal, text)
    if subject is None or subject[1] in ("it", "this", "that"):
        return None
    arrives = verb == "need" and not _words("arrives").isdisjoint(w.key for w in words[modal:last])
    deed = next((n for n in range(modal + 1, min(last + 1, len(words))) if _is_base(words[n])), None)
    if not arrives and deed is None:
        return None
    start, said = subject
    asked = in_style_of(f"we {verb}", text) + f" {said}"
    replaced = last if arrives or deed is None else deed
    asked += "" if arrives else " to"
    return words[start].start, words[replaced - 1].end, asked


def _is_base(word: Token) -> bool:
    return any(r.tense == "base" for r in readings(word.key)) and word.key not in _words("obliges")


def _is_main(words: Sequence[Token], at: int) -> bool:
    """Whether a main clause begins here, one that can be turned into a request."""
    while at and is_adverb(words[at - 1].key) and words[at - 1].key != "then":
        at -= 1
    if not at or words[at - 1].kind == "punctuation":
        return True
    before = next((n for n in range(at - 1, -1, -1) if words[n].kind == "punctuation"), -1)
    keys = [w.key for w in words[before + 1 : at]]
    aim = keys[0] == "to" and not any(is_auxiliary(key) or _is_finite(key) for key in keys[2:])  # "to change it"
    return aim or (len(keys) == 1 and keys[0] in _words("joints") - {"or"})


def _you(words: Sequence[Token], first: int, last: int, text: str) -> Turn | None:
    keys = [w.key for w in words]
    verb = last - 1 if _is_base(words[last - 1]) and last - first > 2 else last
    verb = next((n for n in range(first, last) if keys[n] == "be"), verb)
    end = verb
    negative = "not" in keys[first:verb]
    if verb < len(words) and keys[verb] == "not":
        negative, verb, end = True, verb + 1, verb + 1
    while verb < len(words) and is_adverb(keys[verb]):
        verb += 1
    if verb >= len(words) or "please" in keys or not _is_base(words[verb]) or keys[verb - 1] in _words("determiners"):
        return None
    if keys[verb] == "be":
        state = "please make sure you're" + (" not" if negative else "")
        return words[first].start, words[verb].end, in_style_of(state, text)
    return words[first].start, words[end - 1].end, in_style_of("please don't" if negative else "please", text)


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
    return words[start].start, words[end - 1].end, asked


def _base_of(word: Token) -> str:
    return next((r.lemma for r in readings(word.key) if r.tense == "participle" and r.lemma not in ("be", "have")), "")


_TURNS: Mapping[str, Callable[[Sequence[Token], int, int, str], Turn | None]] = {
    "drop": drop, "request": request, "ask": ask, "need": need, "possible": possible, "sorry": sorry,
}  # fmt: skip
