"""Kind count: an act that is done too often.

params
    act: its name.
    most: how many are fine.
    put: for each language, what could stand in the place of the one that is too many.

Where one too many is done, and its clause says nothing else, the clause is taken out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tonelint.cues import Cues
from tonelint.kinds import Check, names
from tonelint.types import Act, Match, Reply, Rule
from tonelint.views import View

_BESIDE = 3  # words that a clause may have besides: "so", "again", "for that"


def compile(rule: Rule, cues: Cues) -> Check:
    """Returns a check that yields the first act over the limit, with {count} for the message."""
    counted, most = names(rule, "act"), int(str(rule.params.get("most", "2")))
    del cues

    put = rule.params.get("put")
    wording = put if isinstance(put, Mapping) else {}

    def check(reply: Reply) -> Iterator[Match]:
        acts = [act for act in reply.acts if act.name in counted]
        if len(acts) > most:
            act = acts[most]
            language = reply.document.sentences[act.sentence].language or reply.document.language
            piece = reply.document.text[act.start : act.end]
            better = ((wording[language], "idea"),) if language in wording else ()
            bare = _bare(reply, acts[most:]) if len(acts) == most + 1 else ()
            yield Match(act.start, act.end, language, {"match": piece, "count": str(len(acts))}, better, bare)

    return check


def _bare(reply: Reply, acts: Sequence[Act]) -> tuple[tuple[int, int, str, str], ...]:
    """The clauses that hold nothing but one of the acts, to be taken out: the last one first."""
    views = {view.number: view for view in reply.views}
    clauses = (
        _clause(views[act.sentence], act, reply.document.text) for act in reversed(acts) if act.sentence in views
    )
    return tuple((*clause, "review") for clause in clauses if clause)


def _clause(view: View, act: Act, text: str) -> tuple[int, int, str] | None:
    inside = [n for n, word in enumerate(view.words) if act.start <= word.start < act.end]
    turn = view.language.turn("drop", view.words, inside[0], inside[-1] + 1, text) if inside else None
    if turn is None:
        return None
    gone = sum(turn[0] <= word.start < turn[1] and word.kind == "word" for word in view.words)
    return turn if gone - len(inside) <= _BESIDE else None
