"""Kind pattern: what is seen in the characters rather than in the words: rows of exclamation marks, capitals, emoji.

params
    patterns: regular expressions, tried on each of the agent's own sentences; the group ``flag`` is underlined,
    or all of it.   beside: acts, one of which has to be in the same sentence.   apart: acts that must not be in it.
    heard: acts, one of which has to be in the customer's message.   most: how many matches are fine.
    fine: regular expressions; what one of them fits from end to end is not found.
    put: for each language, what stands in the place instead; ``{lower}`` is the text in lower case.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tonelint.cues import Cues
from tonelint.kinds import Check, names
from tonelint.kinds.expressions import Expression, expressions
from tonelint.kinds.letter import PROSE
from tonelint.places import Places
from tonelint.types import Match, Reply, Rule
from tonelint.views import View


def compile(rule: Rule, cues: Cues) -> Check:
    """Returns a check that yields a match for each place; it raises regex.error if a pattern of the rule is none."""
    patterns, fine = expressions(rule, "patterns"), expressions(rule, "fine")
    heard, beside, apart = (names(rule, key) for key in ("heard", "beside", "apart"))
    most = int(str(rule.params.get("most", "0")))
    wording = rule.params.get("put")
    put = wording if isinstance(wording, Mapping) else {}
    del cues

    def check(reply: Reply) -> Iterator[Match]:
        text = reply.document.text
        tried = [one for one in patterns if one.possible(text)]
        if not tried or (heard and not any(act.name in heard for act in (reply.heard.acts if reply.heard else ()))):
            return
        near = {act.sentence for act in reply.acts if act.name in beside}
        far = {act.sentence for act in reply.acts if act.name in apart}
        found = []
        for view in reply.views:
            own = reply.document.blocks[view.sentence.block].kind in PROSE and view.language.code in rule.message
            if own and (not beside or view.number in near) and view.number not in far:
                places = _places(reply, view, tried)
                found += [(view, *span) for span in places if not any(one.fits(text, *span) for one in fine)]
        for view, start, end in found[most:]:
            piece, language = reply.document.text[start:end], view.language.code
            better = ((put[language].replace("{lower}", piece.lower()), "review"),) if language in put else ()
            yield Match(start, end, language, {"match": piece, "count": str(len(found))}, better)

    return check


def _places(reply: Reply, view: View, patterns: list[Expression]) -> Iterator[tuple[int, int]]:
    """Spans in one sentence in the order of the text, the longest first; none overlaps another or a zone."""
    text = reply.document.text
    found = [span for one in patterns for span in one.spans(text, view.sentence.start, view.sentence.end)]
    zones, last = Places(zone[:2] for zone in reply.document.zones if found), -1
    for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
        if start < end and start >= last and not zones.overlap(start, end):
            last = end
            yield start, end
