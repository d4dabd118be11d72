"""Rewrites that are offered: each is tried before anybody sees it.

A rewrite is offered if in the rewritten reply its finding is gone, no other has come that everybody sees, the score is
no lower, and every fact (`tonelint.facts`) is still there that the finding is not about. An idea has ⟨gaps⟩: only the
finding is looked at, and only where the flagged words go, as what will stand in a gap cannot be judged.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple, Protocol, overload

from tonelint.facts import Fact, lost
from tonelint.languages.names import person
from tonelint.rewrite import GAP, edited, rewrites
from tonelint.score import Score
from tonelint.types import Context, Edit, Finding, Match, Reply, Rewrite, Span

# A longer reply is tried piece by piece, so that the time stays linear: the edits with this many code points around.
_WHOLE, _AROUND = 3000, 750
_GAPS = re.compile(r"⟨[^⟨⟩]+⟩")
_FILLED = frozenset(["number", "date"])  # a gap may ask for them
MOST = 1_000
"""The findings of a reply that have rewrites: each costs a check or two, and no reply that people wrote has so many."""


class Checked(Protocol):
    """What is asked of a report."""

    @property
    def findings(self) -> Sequence[Finding]: ...
    @property
    def score(self) -> Score: ...


Check = Callable[[str, Context], Checked]
Alone = Callable[[str, str, "Trial"], Iterable[Finding]]


class Standing(NamedTuple):
    """What a rewritten reply must not fall behind: how often each rule finds what everybody sees, and the score."""

    visible: Counter[str]
    score: int


class Trial:
    """One reply that rewrites are tried on.

    check: that of the linter that found what is to be rewritten. plain: the same, with the labeller silent: what it
    says hangs on every word of a reply, and no rewrite shall be judged by what lies at the edge of a doubt elsewhere.
    alone: what one rule, by its id, finds in a text before it is settled with what other rules find.
    """

    __slots__ = ("_alone", "_before", "check", "plain", "reply")

    def __init__(self, check: Check, plain: Check, alone: Alone, reply: Reply) -> None:
        self.check, self.plain, self._alone, self.reply = check, plain, alone, reply
        self._before: tuple[Span, Standing] | None = None

    def again(self, text: str) -> Checked:
        """Returns what the linter finds in another text with the same context."""
        return self.check(text, self.reply.context)

    def bare(self, text: str) -> Checked:
        """Returns what the rules alone find in another text with the same context."""
        return self.plain(text, self.reply.context)

    def objection(self, rule: str, span: Span, rewrite: Rewrite) -> str:
        """Returns why a rewrite must not be offered, "" if nothing speaks against it."""
        document, edits, idea = self.reply.document, sorted(rewrite.edits), GAP in rewrite.text
        gone = [fact for fact in lost(document, self.reply.context, edits) if not (idea and fact.kind in _FILLED)]
        if gone and not self._renames(rewrite, gone) and not self._about(rule, span, gone):
            return f"loses {', '.join(document.text[fact.start : fact.end] for fact in gone)}"
        piece = self._piece(min(span.start, edits[0].start), max(span.end, edits[-1].end))
        better = edited(document.text, edits, *piece)
        place = _place(span, edits, piece)
        if idea:
            if document.text[span.start : span.end] in better[place.start : place.end]:
                return ""
            gaps = [gap.span() for gap in _GAPS.finditer(better)]
            flagged = (one.span for one in self._still(rule, _GAPS.sub(_slot, better), place))
            worded = [one for one in flagged if not any(a <= one.start and one.end <= b for a, b in gaps)]
            return "still flagged" if any(not self._hidden(better, one, place) for one in worded) else ""
        after = self.bare(better)
        if any(not self._hidden(better, one.span, place) for one in _at(after.findings, rule, place)):
            return "still flagged"
        return _behind(self._standing(piece), after)

    def _still(self, rule: str, text: str, place: Span) -> Sequence[Finding]:
        """The findings of a rule that overlap a place in another text. If it finds nothing there alone, it has none."""
        return _at(self._alone(rule, text, self), rule, place) and _at(self.bare(text).findings, rule, place)

    def _renames(self, rewrite: Rewrite, facts: Sequence[Fact]) -> bool:
        """Whether names give way to the customer's name: «بهروز سلیمی» to «سلامی»."""
        customer = person(self.reply.context.customer_name or "")
        named = customer is not None and any(word in rewrite.text for word in customer.words)
        return named and all(fact.kind == "name" for fact in facts)

    def _about(self, rule: str, span: Span, facts: Sequence[Fact]) -> bool:
        """Whether a finding is about facts, which may go then: it consists of them, or is not there without them."""
        if any(fact.end <= span.start or span.end <= fact.start for fact in facts):
            return False
        edits = [Edit(fact.start, fact.end, "") for fact in facts]
        if not edited(self.reply.document.text, edits, min(span.start, edits[0].start), max(span.end, edits[-1].end)):
            return True
        piece = self._piece(min(span.start, edits[0].start), max(span.end, edits[-1].end))
        without = edited(self.reply.document.text, edits, *piece)
        return not self._still(rule, without, _place(span, edits, piece))

    def _hidden(self, better: str, span: Span, place: Span) -> bool:
        """Whether a finding that juts out of a place was there before, behind the one that is gone: «رسید ،ممنون»."""
        juts = span.start < place.start or place.end < span.end
        around = span.start <= place.start and place.end <= span.end
        return juts and not around and better[span.start : span.end] in self.reply.document.text

    def _standing(self, piece: Span) -> Standing:
        if self._before is None or self._before[0] != piece:
            self._before = piece, _standing(self.bare(self.reply.document.text[slice(*piece)]))
        return self._before[1]

    def _piece(self, start: int, end: int) -> Span:
        """The whole text, or from a sentence well before a place to one well behind it."""
        text, sentences = self.reply.document.text, self.reply.document.sentences
        if len(text) <= _WHOLE:
            return Span(0, len(text))
        start, end = max(start - _AROUND, 0), min(end + _AROUND, len(text))
        first = bisect_left(sentences, start, key=lambda s: s.start)
        last = bisect_right(sentences, end, key=lambda s: s.end) - 1
        if first < len(sentences) and sentences[first].start < start + _AROUND // 2:
            start = sentences[first].start
        if last >= 0 and sentences[last].end > end - _AROUND // 2:
            end = sentences[last].end
        return Span(start, end)


def _at(findings: Iterable[Finding], rule: str, place: Span) -> list[Finding]:
    """The findings of a rule that overlap a place."""
    return [f for f in findings if f.rule == rule and f.span.start < place.end and place.start < f.span.end]


def _slot(gap: re.Match[str]) -> str:
    """A placeholder as long as a gap: what it stands for is not known, nor is it wording."""
    length = len(gap[0])
    return ("{name" if length > len("{name}") else "{x").ljust(length - 1) + "}"


def worse(before: Checked, after: Checked) -> str:
    """Returns what is worse in a rewritten reply, "" if nothing is: findings that are no hints, and the score."""
    return _behind(_standing(before), after)


def _behind(before: Standing, after: Checked) -> str:
    visible, score = _standing(after)
    if more := sorted(visible - before.visible):
        return f"brings {', '.join(more)}"
    return "lowers the score" if score < before.score else ""


def _standing(checked: Checked) -> Standing:
    return Standing(_visible(checked.findings), checked.score.value)


def _visible(findings: Iterable[Finding]) -> Counter[str]:
    return Counter(finding.rule for finding in findings if finding.severity != "hint")


def _place(span: Span, edits: Sequence[Edit], piece: Span) -> Span:
    """Where a span of the text is in a rewritten piece of it."""
    return Span(_moved(span.start, edits, False) - piece.start, _moved(span.end, edits, True) - piece.start)


def _moved(at: int, edits: Sequence[Edit], to_end: bool) -> int:
    """Where a place of the text is in the rewritten one; within an edit, its beginning or its end."""
    shift = 0
    for edit in edits:
        if edit.end < at or (edit.end == at and not to_end):
            shift += len(edit.text) - (edit.end - edit.start)
        elif edit.start < at or (edit.start == at and to_end and edit.end == at):
            return edit.start + shift + (len(edit.text) if to_end else 0)
    return at + shift


def bounded(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Returns the findings of a reply; those behind the first `MOST` without rewrites, whatever order they are read in.

    >>> [f.rewrites for f in bounded((Finding("a", "a", "info", Span(0, 1), "", "en", "clarity", 90),))]
    [()]
    """
    if len(findings) <= MOST:
        return findings
    return (*findings[:MOST], *(finding._replace(rewrites=()) for finding in findings[MOST:]))


class Offers(Sequence[Rewrite]):
    """The rewrites of a finding, each tried when it is first looked at; otherwise as a tuple of them.

    It equals the tuple, is pickled as the tuple, and never changes: threads that look at the same time try the same
    rewrites and come to the same.
    """

    __slots__ = ("_candidates", "_match", "_rule", "_tried", "trial")

    def __init__(self, match: Match, rule: str, trial: Trial) -> None:
        self._match, self._rule, self.trial = match, rule, trial
        self._candidates: tuple[Rewrite, ...] | None = None
        self._tried: tuple[tuple[Rewrite, ...], int] = (), 0  # those that are good, and how many were tried for them

    def tried(self) -> Iterator[tuple[Rewrite, str]]:
        """Yields all rewrites that the rule could give, best first, with what speaks against each ("": nothing)."""
        for rewrite in self._all_candidates():
            yield rewrite, self._objection(rewrite)

    def _all_candidates(self) -> tuple[Rewrite, ...]:
        if self._candidates is None:
            self._candidates = rewrites(self._match, self.trial.reply.document.text)
        return self._candidates

    def _objection(self, rewrite: Rewrite) -> str:
        return self.trial.objection(self._rule, Span(self._match.start, self._match.end), rewrite)

    def _good(self, most: int | None = None) -> tuple[Rewrite, ...]:
        """The first good rewrites: no more are tried than it takes to have `most`."""
        (good, tried), candidates = self._tried, self._all_candidates()
        while tried < len(candidates) and (most is None or len(good) < most):
            rewrite = candidates[tried]
            good, tried = good if self._objection(rewrite) else (*good, rewrite), tried + 1
            self._tried = good, tried
        return good

    @overload
    def __getitem__(self, index: int) -> Rewrite: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Rewrite, ...]: ...
    def __getitem__(self, index: int | slice) -> Rewrite | tuple[Rewrite, ...]:
        last = index.stop if isinstance(index, slice) else index + 1
        step, first = (index.step or 1, index.start or 0) if isinstance(index, slice) else (1, index)
        enough = last is not None and last >= 0 and first >= 0 and step > 0
        return self._good(last if enough else None)[index]

    def __bool__(self) -> bool:
        return bool(self._good(1))

    def __len__(self) -> int:
        return len(self._good())

    def __iter__(self) -> Iterator[Rewrite]:
        at = 0
        while len(good := self._good(at + 1)) > at:
            yield good[at]
            at += 1

    def __eq__(self, other: object) -> bool:
        return self._good() == (other._good() if isinstance(other, Offers) else other)

    def __hash__(self) -> int:
        return hash(self._good())

    def __repr__(self) -> str:
        return repr(self._good())

    def __reduce__(self) -> tuple[Any, ...]:
        return tuple, (self._good(),)
