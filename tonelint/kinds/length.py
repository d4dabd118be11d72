"""Kind length: sentences, paragraphs and replies that are too long to read, or too short to be an answer.

Words are words, numbers and zones that stand for a word; signature, quoted mail and code do not count.
params: sentence, paragraph, reply: the most words of each.   least: the fewest words of a reply. All optional.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tonelint.cues import Cues
from tonelint.kinds import Check
from tonelint.types import Match, Reply, Rule
from tonelint.views import View

_WORDS = frozenset(["word", "number", "zone"])
_PROSE = frozenset(["paragraph", "list-item"])


def compile(rule: Rule, cues: Cues) -> Check:
    """Returns a check that yields what is over (or under) the limits, with {count} and {most} for the message."""
    named = ("sentence", "paragraph", "reply", "least")
    limits = {key: int(str(rule.params[key])) for key in named if key in rule.params}
    del cues

    def check(reply: Reply) -> Iterator[Match]:
        views = [v for v in reply.views if reply.document.blocks[v.sentence.block].kind in _PROSE]
        if not views:
            return
        if "sentence" in limits:
            for view in views:
                yield from _over([view], limits["sentence"], reply)
        if "paragraph" in limits:
            for paragraph in _paragraphs(views):
                yield from _over(paragraph, limits["paragraph"], reply)
        if "reply" in limits:
            yield from _over(views, limits["reply"], reply)
        if "least" in limits:
            count = _count(views)
            if count < limits["least"]:
                yield _match(views, count, limits["least"], reply)

    return check


def _count(views: Sequence[View]) -> int:
    return sum(word.kind in _WORDS for view in views for word in view.words)


def _over(views: Sequence[View], most: int, reply: Reply) -> Iterator[Match]:
    count = _count(views)
    if count > most:
        yield _match(views, count, most, reply)


def _match(views: Sequence[View], count: int, most: int, reply: Reply) -> Match:
    language = views[0].sentence.language or reply.document.language
    start = next(view.words[0].start for view in views if view.words)
    end = views[-1].sentence.end
    piece = reply.document.text[start:end]
    return Match(start, end, language, {"count": str(count), "most": str(most), "match": piece})


def _paragraphs(views: Sequence[View]) -> Iterator[list[View]]:
    """Sentences of one block together; a list item is a paragraph of its own."""
    together: list[View] = []
    for view in views:
        if together and view.sentence.block != together[-1].sentence.block:
            yield together
            together = []
        together.append(view)
    yield together
