"""What is put better by turning the clause than by another word: ``{:drop}``, ``{:request}`` in rewrites of rules.

A clause ends at a mark, before a conjunction, and before an «و» that follows a verb. What is demanded («باید فرم
فرستاده شود», «خریدار باید … بدهد», «ارائه‌ی فرم الزامی است») is asked for: «لطفاً فرم را بفرستید».
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from tonelint.languages.fa.requests import asked, demand
from tonelint.languages.fa.subjects import is_finite, words
from tonelint.languages.fa.verbs import readings
from tonelint.types import Token

Turn = tuple[int, int, str]
_FAR = 40  # words on either side that are looked at; clauses are no longer
_NEAR = 400  # code points on either side in which something has to be left
_MOST_BESIDE = 7  # words that may go with a formula; what is longer says something
_MARKS = frozenset([",", "،", ";", "؛", ":", ".", "!", "…", "...", "-", "—", "–"])
_COPULAS = ("ست", "یم", "ید", "ند")
_PLEASE = "لطفا"


class _Clause(NamedTuple):
    """Places in a sentence: `start` up to `end` are its words; `joint` is where what joins it to the left begins."""

    joint: int
    start: int
    end: int


def turn(name: str, sentence: Sequence[Token], first: int, last: int, text: str) -> Turn | None:
    """Returns what to put where, as (start, end, replacement) in code points, or None where the turn cannot be made.

    sentence holds the words of one, `first` and `last` (half-open) are places in it: those of what was found.

    >>> text = "شما باید بفرستید"
    >>> row = [Token(0, 3, "شما", "word"), Token(4, 8, "باید", "word"), Token(9, 16, "بفرستید", "word")]
    >>> turn("request", row, 0, 2, text)
    (0, 16, 'لطفاً بفرستید')
    """
    if name not in _TURNS or not sentence or "?" in sentence[-1].key:
        return None
    begin = max(first - _FAR, 0)
    sentence, first, last = sentence[begin : last + _FAR], first - begin, last - begin
    clauses = _clauses(sentence, first, last)
    number = next((n for n, clause in enumerate(clauses) if clause.start <= first < clause.end), None)
    return None if number is None else _TURNS[name](sentence, clauses, number, (first, last), text)


def _clauses(sentence: Sequence[Token], first: int, last: int) -> list[_Clause]:
    """The clauses of a sentence; an «و» right before or behind what was found parts two as well."""
    found: list[_Clause] = []
    joint = start = 0
    for at, token in enumerate(sentence):
        mark = token.kind == "punctuation" or token.key in _MARKS
        verb = at > 0 and is_finite(sentence[at - 1])
        joins = token.key == "و" and (verb or at in (first - 1, last))
        if mark or joins or (token.key in words("joints") and at > start):
            if at > start:
                found.append(_Clause(joint, start, at))
                joint = at
            start = at + (mark or joins)
    if start < len(sentence):
        found.append(_Clause(joint, start, len(sentence)))
    return found


def _drop(
    sentence: Sequence[Token], clauses: Sequence[_Clause], number: int, at: tuple[int, int], text: str
) -> Turn | None:
    """Takes out a clause that says nothing with what joins it, or what opens the clause that says something."""
    clause, (first, last) = clauses[number], at
    opened = next((n for n in range(max(last - 1, clause.start), clause.end) if sentence[n].key == "که"), None)
    if opened is not None and not (opened < last - 1):
        return _without_opening(sentence, clause, first, opened)
    if last > clause.end or not _says_nothing(sentence, clause, first, last):
        return None
    start, end = sentence[clause.start].start, sentence[clause.end - 1].end
    if number + 1 < len(clauses):
        end = sentence[max(clauses[number + 1].start, clause.end) - 1].end  # with the comma or «و» behind it
    elif number:
        start = sentence[clause.joint - 1].end
    rest = text[max(start - _NEAR, 0) : start] + text[end : end + _NEAR]
    return (start, end, "") if any(char.isalpha() for char in rest) else None


def _without_opening(sentence: Sequence[Token], clause: _Clause, first: int, opened: int) -> Turn | None:
    """«خاطرجمع باشید که فردا می‌رسد»: what follows «که» stands by itself, if it states something."""
    rest = sentence[opened + 1 : clause.end]
    verbs = [one for token in rest if is_finite(token) for one in readings(token.key)[:1]]
    if not rest or (verbs[-1].tense == "subjunctive" if verbs else not rest[-1].key.endswith(_COPULAS)):
        return None
    if any(is_finite(token) or token.kind != "word" for token in sentence[clause.start : first]):
        return None
    return sentence[clause.start].start, sentence[opened].end, ""


def _says_nothing(sentence: Sequence[Token], clause: _Clause, first: int, last: int) -> bool:
    """Whether a clause is short, with neither number nor address, and no verb that the formula does not need."""
    row = sentence[clause.start : clause.end]
    beside = [*sentence[clause.start : first], *sentence[last : clause.end]]
    if len(beside) > _MOST_BESIDE or any(token.kind in ("number", "zone") for token in row):
        return False
    within = any(is_finite(token) for token in sentence[first:last])
    return sum(is_finite(token) for token in beside) <= (0 if within else 1)


def _request(
    sentence: Sequence[Token], clauses: Sequence[_Clause], number: int, at: tuple[int, int], text: str
) -> Turn | None:
    """Asks for what is demanded of the customer."""
    clause = clauses[number]
    end = max(clause.end, at[1])
    row = [token for token in sentence[clause.start : end] if token.kind != "punctuation"]
    following = sentence[clauses[number + 1].start : clauses[number + 1].end] if number + 1 < len(clauses) else ()
    if any(token.key == _PLEASE for token in row) or len(row) != end - clause.start or _goes_on(following):
        return None
    found = asked(row, (at[0] - clause.start, at[1] - clause.start), text)
    if found is None:
        return None
    piece, stop = found
    return row[0].start, row[stop - 1].end, piece


def _goes_on(following: Sequence[Token]) -> bool:
    """Whether the next clause demands something of somebody else or the same thing: «… و برسه دست ما»."""
    demands = (demand(following, at) for at in range(len(following)))
    return any(one is not None and one.person.startswith("3") for one in demands)


_TURNS: Mapping[str, Callable[[Sequence[Token], Sequence[_Clause], int, tuple[int, int], str], Turn | None]] = {
    "drop": _drop,
    "request": _request,
}
