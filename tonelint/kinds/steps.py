"""Kind steps: several things for the customer to do, one after the other in running text.

The phrases of the rule are the things to do. params: most: how many in one paragraph are fine.
joints: words between two steps that a list does not need (and, then, «سپس»).
Items of a list do not count, nor does a paragraph that is numbered within: "1) … 2) …". Steps belong together that
follow each other closely, in one sentence or in the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from tonelint.cues import Cues, in_order
from tonelint.kinds import Check, names
from tonelint.kinds.letter import PROSE, in_list
from tonelint.patterns import Hit
from tonelint.types import Block, Match, Reply, Rule, Span

_NUMBERED = re.compile(r"(?:^|[\s(:])[1-9۱-۹][.)\-–:](?=\s?[^\W\d_])", re.MULTILINE)
_EDGES = " \t\r\n.,،;؛:–—-"
_TAIL = re.compile(r"[.؛;]?[ \t]*")
_PERSIAN = "fa"
_PERSIAN_DIGITS = str.maketrans("123456789", "۱۲۳۴۵۶۷۸۹")
# Code points from one step to the next: some twenty words.
_FAR = 110


def compile(rule: Rule, cues: Cues) -> Check:
    """Returns a check that yields a match for each paragraph: all the steps in it."""
    most, joints = int(str(rule.params.get("most", "2"))), _joints(names(rule, "joints"))

    def check(reply: Reply) -> Iterator[Match]:
        hits = reply.hits.get(rule.id, ())
        if not hits:
            return
        blocks, stands = reply.document.blocks, cues.standing(rule.id, reply.acts)
        for steps in _runs(hit for hit in _apart(hits) if not hit.view.signature and stands(hit)):
            block = steps[0].view.sentence.block
            text = reply.document.text[blocks[block].start : blocks[block].end]
            if len(steps) > most and _is_prose(blocks, block) and len(_NUMBERED.findall(text)) < 2:
                yield _match(reply, steps, joints)

    return check


def _runs(hits: Iterable[Hit]) -> Iterator[list[Hit]]:
    """Steps of one paragraph that follow each other, none far from the one before."""
    run: list[Hit] = []
    for hit in hits:
        if run and not _follows(hit, run[-1]):
            yield run
            run = []
        run.append(hit)
    if run:
        yield run


def _follows(hit: Hit, before: Hit) -> bool:
    near = hit.view.span(hit.start, hit.end).start - before.view.span(before.start, before.end).end <= _FAR
    same = hit.view.sentence.block == before.view.sentence.block
    return same and near and hit.view.number - before.view.number <= 1


def _is_prose(blocks: Sequence[Block], index: int) -> bool:
    return blocks[index].kind in PROSE and not in_list(blocks, index)


def _apart(hits: Sequence[Hit]) -> Iterator[Hit]:
    """Hits in the order of the text, of those that overlap the longest."""
    number, last = -1, -1
    for hit in in_order(hits):
        if hit.view.number != number or hit.start >= last:
            number, last = hit.view.number, hit.end
            yield hit


def _match(reply: Reply, steps: Sequence[Hit], joints: str) -> Match:
    text, first, last = reply.document.text, steps[0], steps[-1]
    language = first.view.language.code
    start = _clause(first).start if language == _PERSIAN else _begin(first)
    end = last.view.span(last.start, last.end).end if language == _PERSIAN else _clause(last).end
    # a Persian step ends with its verb, an English one begins with it
    cuts = [hit.view.span(hit.start, hit.end).end for hit in steps[:-1]] if language == _PERSIAN else [
        _begin(hit) for hit in steps[1:]
    ]  # fmt: skip
    pieces = [_bare(text[a:b], joints) for a, b in zip([start, *cuts], [*cuts, end], strict=True)]
    numbered = [f"{n}. {piece}" for n, piece in enumerate(filter(None, pieces), 1)]
    digits = _PERSIAN_DIGITS if language == _PERSIAN else {}
    styled = [first.view.language.in_style_of(line[:2].translate(digits), text) + line[2:] for line in numbered]
    values = {"match": text[start:end], "count": str(len(steps))}
    return Match(start, end, language, values, wider=(_on_lines(text, start, end, "\n".join(styled)),))


def _on_lines(text: str, start: int, end: int, listed: str) -> tuple[int, int, str, str]:
    """A list on lines of its own, in the place of what it is made of and of the blanks and the full stop around it."""
    apart = "\n\n" if "\n\n" in text else "\n"
    before = len(text[:start].rstrip(" \t"))
    after = _TAIL.match(text, end)
    stop = after.end() if after else end
    lead = "" if text[before - 1 : before] in ("", "\n") else "\n"
    rest = "" if text[stop : stop + 1] in ("", "\r", "\n") else apart
    return before, stop, f"{lead}{listed}{rest}", "review"


def _begin(hit: Hit) -> int:
    """Where a step begins: at its verb, if the phrase remembers one as x."""
    start, end = hit.captures.get("x", (hit.start, hit.end))
    return hit.view.span(start, end).start


def _clause(hit: Hit) -> Span:
    """The clause that a step ends in, without the mark behind it."""
    view = hit.view
    start, end = view.clauses[view.clause_at(hit.end - 1)]
    start = min(start, hit.start)
    while end > hit.end and view.words[end - 1].kind == "punctuation":
        end -= 1
    return view.span(start, end)


def _bare(piece: str, joints: str) -> str:
    """A step without what joins it to its neighbours."""
    before = None
    while before != piece:
        before, piece = piece, re.sub(joints, "", piece.strip(_EDGES))
    return piece[:1].upper() + piece[1:]


def _joints(words: frozenset[str]) -> str:
    """An expression for one of the words at an edge: compiled only where steps are found."""
    either = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    return rf"(?i)^(?:{either})(?!\w)|(?<!\w)(?:{either})$" if either else r"(?!)"
