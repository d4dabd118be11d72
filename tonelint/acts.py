"""Acts: what the clauses of a reply do, read from cues in ``rules/acts``.

`label` runs the acts in an order in which each comes after those that silence it.
Two acts have a shape instead of cues and need no file: ``question`` (the sentence ends in a question mark)
and ``condition`` (what stands under «اگر», if, unless …; the opening words are in ``rules/acts/condition.yaml``).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence

from tonelint.cues import Cues, in_order
from tonelint.errors import RuleError
from tonelint.matching import has_features
from tonelint.patterns import Hit
from tonelint.types import Act, ActRule
from tonelint.views import COMMAS, View

QUESTION, CONDITION = "question", "condition"
_STOPS = frozenset([*COMMAS, ";", "؛", ":"])
_FINITE = (("tense", frozenset(["present", "past", "perfect", "subjunctive", "imperfect", "pluperfect", "future"])),)


class Acts:
    """The acts of a rulebook, in the order in which they are labelled."""

    def __init__(self, names: Sequence[str], cues: Cues) -> None:
        """names: of the acts, each after those that silence it; cues: those of the acts are among them."""
        self._cues = cues
        self.names = names

    def label(self, views: Sequence[View], hits: Mapping[str, Sequence[Hit]]) -> tuple[Act, ...]:
        """Returns the acts in a reply, in text order. One act is reported once for each clause."""
        found = [question for view in views if (question := _question(view))]
        for name in self.names:
            own = hits.get("act:" + name)
            if not own:
                continue
            seen: set[tuple[int, int]] = set()
            for hit in filter(self._cues.standing("act:" + name, found), in_order(own)):
                act = _act(name, hit)
                if (act.sentence, act.clause) not in seen:
                    seen.add((act.sentence, act.clause))
                    found.append(act)
        return tuple(sorted(found, key=lambda act: (act.start, act.end, act.name)))


def ordered(rules: Iterable[ActRule]) -> list[ActRule]:
    """Acts in an order in which each comes after those that its guards name. Raises RuleError on a circle."""
    waiting = {rule.name: rule for rule in rules}
    done: list[ActRule] = []
    while waiting:
        ready = [rule for rule in waiting.values() if not (_named(rule) & waiting.keys())]
        if not ready:
            first = next(iter(waiting.values()))
            raise RuleError(f"the acts {', '.join(waiting)} wait for each other in unless.acts", first.path)
        for rule in ready:
            done.append(waiting.pop(rule.name))
    return done


def _named(rule: ActRule) -> set[str]:
    return {name for unless in rule.unless.values() for name in unless.acts if name != rule.name}


def _act(name: str, hit: Hit) -> Act:
    view = hit.view
    clause = view.clause_at(hit.start)
    start, end = view.clauses[clause]
    if name == CONDITION:
        end = _condition_end(view, hit.start)
        start = hit.start
    span = view.span(hit.start, hit.end)
    reach = view.span(min(start, hit.start), max(end, hit.end))
    return Act(name, span.start, span.end, view.number, clause, reach)


def _question(view: View) -> Act | None:
    """What the question mark at the end of a sentence closes, if there is one."""
    for word in reversed(view.words):
        if word.kind == "punctuation":
            if "?" in word.key or "؟" in word.key:
                start = _asked_from(view)
                span = view.span(start, len(view.words))
                return Act(QUESTION, span.start, span.end, view.number, view.clause_at(start), span)
        elif word.kind != "zone":
            return None
    return None


def _asked_from(view: View) -> int:
    """Where a question begins: behind the last comma that a verb comes after.

    «این رنگ را نداریم، سرمه‌ای بفرستم؟» asks only behind the comma; in "Can't we move it, Sara?" the name asks nothing.
    """
    verb = False
    for index in range(len(view.words) - 1, -1, -1):
        word = view.words[index]
        if verb and word.kind == "punctuation" and word.key[:1] in _STOPS:
            return index + 1
        verb = verb or any(not reading.ambiguous for reading in view.language.readings(word.key))
    return 0


def _condition_end(view: View, start: int) -> int:
    """Where a condition ends: at the comma; without one, in Persian after its verb, in English with the sentence.

    Persian puts the verb last, so «اگر کد نرسید خبر بدهید» is a condition up to «نرسید». Pieces joined by «یا»
    before a comma all belong to it.
    """
    marks, verbs = _stops(view)
    at = bisect_right(marks, start)
    if at < len(marks):
        return marks[at]
    at = bisect_right(verbs, start)
    return verbs[at] + 1 if at < len(verbs) else len(view.words)


def _stops(view: View) -> tuple[list[int], list[int]]:
    """Where conditions may end in a sentence: its commas and colons, and, in Persian, its finite verbs."""
    if "stops" not in view.found:
        marks = [i for i, word in enumerate(view.words) if word.kind == "punctuation" and word.key[:1] in _STOPS]
        verbs = [i for i, key in enumerate(view.keys) if view.language.code == "fa" and _finite(view, key)]
        view.found["stops"] = marks, verbs
    stops: tuple[list[int], list[int]] = view.found["stops"]
    return stops


def _finite(view: View, key: str) -> bool:
    return any(not r.ambiguous and has_features(r, _FINITE) for r in view.language.readings(key))
