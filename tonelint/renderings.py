"""What a saved reply says once its variables are filled in: each is tried empty, long, in Persian, in both scripts.

A reply that reads well with «مریم» may fall apart without her: «سلام  عزیز», "Hi ,". So it is filled in and checked
again, once for each value, and once with a plain one. What is found only with a special value, and where a variable
stands, is reported at that variable, as an info. Costs one check for each value, so it is linear in the reply.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from tonelint import lexicon
from tonelint.config.settings import RENDERINGS
from tonelint.errors import UsageError, nearest
from tonelint.kinds.addressing import stands_for_name
from tonelint.languages.names import Word
from tonelint.linter import LANGUAGES, Linter, said
from tonelint.report import Report, passes
from tonelint.rewrite import rewrites
from tonelint.score import score
from tonelint.settle import settle
from tonelint.text import document
from tonelint.text.slots import BLANK, CLOSE, MIDDLE, OPEN, VARIABLE, Slot, slots
from tonelint.types import SEVERITIES, Document, Finding, Match, Span

STAGES = ("saved-reply", "auto-reply")
_PLAIN = "plain"
_MOST_SEVERE = SEVERITIES.index("info")
_FEW = 20
_NEAR = re.compile(r"[\s،,;:!?.؟]{0,3}")
_LIQUID = re.compile(r"\{\{[ ]?([^{}|]*[^{}| ])[ ]?\}\}")
_HELP_SCOUT = re.compile(r"\{%(\w[\w.]*)%\}")


class Piece(NamedTuple):
    """A run of a rendering, and the run of the reply that it comes from; slot: the variable that it is the value of."""

    start: int
    end: int
    at: int
    to: int
    slot: Slot | None = None


class Rendering(NamedTuple):
    """A reply filled in. pieces tile its text."""

    text: str
    pieces: tuple[Piece, ...]

    def origin(self, span: Span) -> Span:
        """Returns the run of the reply that a run of the rendering comes from; a value comes from its whole variable.

        >>> rendering = rendered("Hi {{name}},", [Slot(3, 11, VARIABLE)], lambda slot: "Anna")
        >>> rendering.text, rendering.origin(Span(5, 8))
        ('Hi Anna,', Span(start=3, end=12))
        """
        first, last = self._at(span.start), self._at(max(span.end - 1, span.start))
        start = first.at if first.slot else first.at + span.start - first.start
        return Span(start, last.to if last.slot else last.at + span.end - last.start)

    def _at(self, place: int) -> Piece:
        found = bisect_left(self.pieces, place + 1, key=lambda piece: piece.end)
        return self.pieces[min(found, len(self.pieces) - 1)]

    def around(self, span: Span, slot: Slot) -> str:
        """Returns what a run of the rendering and a variable read like, with a little before them on their line."""
        value = next(piece for piece in self.pieces if piece.slot is slot)
        first, last = min(span.start, value.start), max(span.end, value.end)
        start = max(self.text.rfind("\n", 0, first) + 1, first - _FEW)
        end = self.text.find("\n", value.start, min(last + 1, start + 3 * _FEW))
        return self.text[start : end if end >= 0 else min(last + 1, start + 3 * _FEW)].strip()

    def beside(self, span: Span) -> Iterator[Slot]:
        """Yields the variables in a run of the rendering, and those that only blanks and marks keep from it.

        A run inside one value is the value's own matter: it has none.
        """
        start = span.start - len(_NEAR.match(self.text[max(span.start - 3, 0) : span.start][::-1])[0])  # type: ignore[index]
        end = _NEAR.match(self.text, span.end).end()  # type: ignore[union-attr]
        at = bisect_left(self.pieces, start, key=lambda piece: piece.end)
        while at < len(self.pieces) and self.pieces[at].start <= end:
            piece = self.pieces[at]
            inside = piece.start <= span.start and span.end <= piece.end
            if piece.slot and not inside:
                yield piece.slot
            at += 1


def checked(linter: Linter, report: Report) -> Report:
    """Returns the report on a saved or automatic reply with what special values of its variables bring besides.

    A reply of another stage, or without variables, has its report back as it is, and so has one whose settings try no
    values (`Settings.renderings`). Raises UsageError for a value that does not exist.

    >>> linter = Linter()
    >>> found = checked(linter, linter.check("Hi {{name}}, it is here.", stage="saved-reply", channel="chat")).findings
    >>> [(f.rule, f.severity, f.message) for f in found]
    [('unfilled-placeholder', 'info', 'If “{{name}}” is empty, this reads “Hi ,”.')]
    """
    names = linter.settings.renderings
    for name in names:
        if name not in RENDERINGS:
            raise UsageError(f"there is no value “{name}” to try{nearest(name, RENDERINGS)}")
    if report.context.stage not in STAGES or not names or not _BRACKET.search(report.text):
        return report
    read = document.read(report.text, LANGUAGES, report.context.language)
    found = slots(read.text, read.zones)
    if not any(slot.kind == VARIABLE for slot in found):
        return report
    added = tuple(_Trial(linter, report, read, found).findings(names))
    if not added:
        return report
    findings = settle((*report.findings, *added), report.text)
    value = score(findings)
    return report._replace(findings=findings, score=value, ok=passes(findings, value, report.min_score, report.fail_on))


_BRACKET = re.compile(r"[{%$<|@\[_*]")


class _Trial:
    """The renderings of one reply, each checked as a reply that goes out."""

    def __init__(self, linter: Linter, report: Report, read: Document, found: Sequence[Slot]) -> None:
        self.linter, self.report, self.read, self.found = linter, report, read, found
        self.sorts = {slot: _sort(read, slot) for slot in found}
        self.own = {(finding.rule, finding.span) for finding in report.findings}

    def findings(self, names: Sequence[str]) -> Iterator[Finding]:
        """Yields one finding a variable: of the first value that brings one, the most severe."""
        told: set[Slot] = set()
        tried = {(plain := self._rendering(_PLAIN)).text}
        seen: set[tuple[str, Span]] | None = None
        for name in names:
            rendering = self._rendering(name)
            new = [] if rendering.text in tried else self._found(rendering, name)
            tried.add(rendering.text)
            if new and seen is None:  # what a plain value brings, asked for only where there is something to compare
                seen = {(finding.rule, span) for finding, span, _ in self._found(plain, _PLAIN)}
            for finding, span, slot in sorted(new, key=lambda one: -SEVERITIES.index(one[0].severity)):
                if (finding.rule, span) not in (seen or ()) and slot not in told:
                    told.add(slot)
                    yield self._told(finding, slot, name, rendering.around(finding.span, slot))

    def _found(self, rendering: Rendering, name: str) -> list[tuple[Finding, Span, Slot]]:
        """Returns what is found at variables in a rendering and not in the reply, with its place in the reply."""
        person = next((s for s in self.found if self.sorts[s] == "person" and name != "empty"), None)
        customer = self._value(person, name) if person else self.report.context.customer_name
        known = self.report.context._replace(stage="draft", customer_name=customer)
        found = []
        for finding in self.linter.check(rendering.text, known).findings:
            span = rendering.origin(finding.span)
            about = (
                s for s in rendering.beside(finding.span) if s.kind == VARIABLE and self._value(s, name) != s.fallback
            )
            slot = next(about, None)
            if slot and (finding.rule, span) not in self.own:
                found.append((finding, span, slot))
        return found

    def _rendering(self, name: str) -> Rendering:
        return rendered(self.read.text, self.found, lambda slot: self._value(slot, name), name == "empty")

    def _value(self, slot: Slot, name: str) -> str:
        sort = self.sorts[slot]
        if name == "empty" and slot.fallback:
            return slot.fallback
        if slot.kind == BLANK or sort == "agent":
            name, sort = _PLAIN, "person" if sort == "agent" else sort
        value: str = _data()["values"][name][sort][self.report.language or "en"]
        return value

    def _told(self, finding: Finding, slot: Slot, name: str, reads: str) -> Finding:
        piece = self.read.text[slot.start : slot.end]
        words = _data()["said"][name][self.linter.settings.language or finding.language]
        better = _with_fallback(self.read.text, slot, self.report.language) if name == "empty" else ""
        match = Match(slot.start, slot.end, finding.language, rewrites=((better, "review"),) if better else ())
        severity = SEVERITIES[min(SEVERITIES.index(finding.severity), _MOST_SEVERE)]
        message = said(words, {"slot": piece, "message": finding.message, "reads": reads})
        span, offers = Span(slot.start, slot.end), rewrites(match, self.read.text)
        return finding._replace(span=span, severity=severity, blocker=False, message=message, rewrites=offers)


@cache
def _data() -> Any:
    return lexicon.read("renderings")


def _sort(read: Document, slot: Slot) -> str:
    """Returns what a variable stands for: person (the customer), agent, number or thing."""
    piece = read.text[slot.start : slot.end]
    name = slot.names[0] if slot.names else piece
    if re.search(_data()["agent"], name):
        return "agent"
    if stands_for_name(read, Word(slot.start, slot.end, piece, "", "placeholder")):
        return "person"
    return "number" if re.search(_data()["number"], name) else "thing"


def _with_fallback(text: str, slot: Slot, language: str) -> str:
    """Returns a variable that stands for the customer with words for when it is empty, "" where that cannot be said."""
    piece, words = text[slot.start : slot.end], _data()["fallback"]
    before = text[max(slot.start - 12, 0) : slot.start].rstrip().rpartition(" ")[2].rpartition("\n")[2]
    if language == "fa":
        instead = words["fa-before-honorific" if re.match(_data()["honorific"], text[slot.end :]) else "fa"]
    else:
        instead = words["en"] if before in ("Hi", "Hello", "Hey") else ""
    if not instead or before.rstrip("ی") in ("خانم", "آقا"):
        return ""
    if found := _LIQUID.fullmatch(piece):
        return f'{{{{ {found[1].strip()} | default: "{instead}" }}}}'
    found = _HELP_SCOUT.fullmatch(piece)
    return f"{{%{found[1]},fallback={instead}%}}" if found else ""


class _Branch(NamedTuple):
    """A condition that is open: whether what is around it is kept, whether one of its sides was, and if this one is."""

    around: bool
    taken: bool
    kept: bool


def rendered(text: str, found: Sequence[Slot], fill: Callable[[Slot], str], empty: bool = False) -> Rendering:
    """Returns a text with its variables filled in, and of each condition the first side; with `empty`, the other one.

    >>> from tonelint.text.zones import find
    >>> text = "Hi {% if name %}{{name}}{% else %}there{% endif %},"
    >>> [rendered(text, slots(text, find(text)), lambda slot: "Anna", empty).text for empty in (False, True)]
    ['Hi Anna,', 'Hi there,']
    """
    pieces: list[Piece] = []
    parts: list[str] = []
    branches = [_Branch(True, True, True)]
    place = length = 0

    def put(part: str, at: int, to: int, slot: Slot | None) -> None:
        nonlocal length
        if branches[-1].kept:
            parts.append(part)
            pieces.append(Piece(length, length + len(part), at, to, slot))
            length += len(part)

    for slot in found:
        put(text[place : slot.start], place, slot.start, None)
        place = slot.end
        if slot.kind in (VARIABLE, BLANK):
            put(fill(slot), slot.start, slot.end, slot)
        else:
            _turn(branches, slot, empty)
    put(text[place:], place, len(text), None)
    return Rendering("".join(parts), tuple(pieces) or (Piece(0, 0, 0, 0),))


def _turn(branches: list[_Branch], slot: Slot, empty: bool) -> None:
    """Opens, changes or closes a condition; a comment is never kept, a case only from its first side on."""
    if slot.kind == OPEN:
        around = branches[-1].kept
        holds = slot.word not in ("comment", "case") and (not slot.names or (empty == slot.inverse))
        branches.append(_Branch(around, holds or slot.word == "comment", around and holds))
    elif slot.kind == MIDDLE and len(branches) > 1:
        around, taken, _ = branches[-1]
        branches[-1] = _Branch(around, True, around and not taken)
    elif slot.kind == CLOSE and len(branches) > 1:
        branches.pop()
