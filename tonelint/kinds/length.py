"""Kind length: sentences, paragraphs and replies that are too long to read, or too short to be an answer.

Words are words, numbers and zones that stand for a word; signature, quoted mail and code do not count. In a sentence
the words before a link and those behind it count apart.
params: sentence, paragraph, reply: the most words of each.   least: the fewest words of a reply. All optional.
joints: words at which a long sentence can be cut in two (and, so, «و»): after a comma and before one of `subjects`,
or after a verb where the language puts it last.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tonelint.cues import Cues
from tonelint.kinds import Check, names
from tonelint.types import Match, Reply, Rule
from tonelint.views import COMMAS, View

_WORDS = frozenset(["word", "number", "zone"])
_PROSE = frozenset(["paragraph", "list-item"])
_STOPS = frozenset([";", "؛"])
# The fewest words that make a sentence of its own.
_LEAST = 6


def compile(rule: Rule, cues: Cues) -> Check:
    """Returns a check that yields what is over (or under) the limits, with {count} and {most} for the message."""
    named = ("sentence", "paragraph", "reply", "least")
    limits = {key: int(str(rule.params[key])) for key in named if key in rule.params}
    joints, subjects = names(rule, "joints"), names(rule, "subjects")
    del cues

    def check(reply: Reply) -> Iterator[Match]:
        views = [v for v in reply.views if reply.document.blocks[v.sentence.block].kind in _PROSE]
        if not views:
            return
        if "sentence" in limits:
            for view in views:
                count = _longest(view)
                if count > limits["sentence"]:
                    found = _match([view], count, limits["sentence"], reply)
                    yield found._replace(rewrites=_in_two(view, reply.document.text, joints, subjects))
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


def _longest(view: View) -> int:
    """The words of the longest piece between links."""
    longest = count = 0
    for word in view.words:
        count = 0 if word.key == "<url>" else count + (word.kind in _WORDS)
        longest = max(longest, count)
    return longest


def _in_two(view: View, text: str, joints: frozenset[str], subjects: frozenset[str]) -> tuple[tuple[str, str], ...]:
    """The sentence as two, cut at the joint next to its middle; empty if it has none."""
    words, size = view.words, len(view.words)
    cuts = [i for i in range(_LEAST, size - _LEAST) if words[i].key in _STOPS or _is_joint(view, i, joints, subjects)]
    if not cuts:
        return ()
    cut = min(cuts, key=lambda i: abs(i - size // 2))
    first, second = (text[slice(*view.span(a, b))].strip(" ,،;؛") for a, b in ((0, cut), (cut + 1, size)))
    return ((f"{first}. {second[:1].upper()}{second[1:]}", "review"),)


def _is_joint(view: View, index: int, joints: frozenset[str], subjects: frozenset[str]) -> bool:
    words, readings = view.words, view.language.readings(view.words[index - 1].key)
    if words[index].key not in joints:
        return False
    if words[index - 1].key[:1] in COMMAS:
        return words[index + 1].key in subjects
    # «بوده و …» is cut short and goes on
    finite = any(r.person and not r.ambiguous for r in readings) and all(r.tense != "participle" for r in readings)
    return view.language.code == "fa" and finite


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
