"""Features: what a sentence and a reply are weighed by, see `tonelint.labeller`.

The words of a sentence and the groups of letters in them; its pairs of words; what it is about, as pairs and triples of
senses (`tonelint.senses`); how it is built, as pairs and triples of shapes; and its place in the reply.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise

from tonelint.languages.base import Language
from tonelint.senses import SENSE, SHAPE, meanings
from tonelint.types import Act, Token
from tonelint.views import View

BUCKETS = 1 << 16  # groups of letters share a weight where their checksums agree; half as many lose a little
SIZES = (3, 4, 5)
_MOST_SENTENCES, _STEP, _MOST_STEPS = 4, 15, 6
_LONGEST = 40  # letters of a word that are looked at
_ASKING = "?؟!"
Feature = tuple[str, ...]  # a word, a sense or a shape, or two or three that follow each other


def buckets(feature: Feature) -> list[int]:
    """Returns the numbers of the weights of a feature. A word has those of the groups of letters in it, too.

    >>> [len(buckets(one)) for one in [("cat",), ("the", "cat"), ("~deed.send",)]]  # <cat> <ca cat at> <cat cat>
    [6, 1, 1]
    """
    whole = f"<{' '.join(feature)[: 3 * _LONGEST]}>"
    groups = {whole}
    if len(feature) == 1 and not whole.startswith(f"<{SENSE}"):
        groups.update(whole[at : at + size] for size in SIZES for at in range(len(whole) - size + 1))
    return sorted(zlib.crc32(group.encode(errors="replace")) % BUCKETS for group in groups)


def features(tokens: Sequence[Token], language: Language) -> list[Feature]:
    """Returns the different features of a sentence, but for its place.

    Numbers are all alike, and of marks only those count that ask or shout; the edges of a sentence are in pairs only.

    >>> from tonelint.languages.en.language import ENGLISH
    >>> from tonelint.text.document import tokens_of
    >>> found = features(tokens_of("Wait 5 days.", 0, 12), ENGLISH)
    >>> found[:5]
    [('wait',), ('#',), ('days',), ('<', 'wait'), ('wait', '#')]
    >>> found[-3:]
    [('^<', '^base', '^#'), ('^base', '^#', '^*'), ('^#', '^*', '^>')]
    """
    return list(dict.fromkeys(chain.from_iterable(_runs(weighed(tokens), language))))


def weighed(tokens: Sequence[Token]) -> list[Token]:
    """Returns the tokens of a sentence that are weighed."""
    return [t for t in tokens if t.kind != "mark" and (t.kind != "punctuation" or t.key[:1] in _ASKING)]


def placed(tokens: Sequence[Token], language: Language) -> Iterator[tuple[Feature, range]]:
    """Yields the features of tokens that are all weighed, each time with those that it is about."""
    for run in _runs(tokens, language):
        for start, feature in enumerate(run):
            first = start - (len(feature) > 1)  # those of more than one begin at the edge
            yield feature, range(max(first, 0), min(first + len(feature), len(tokens)))


def _runs(tokens: Sequence[Token], language: Language) -> Sequence[Iterable[Feature]]:
    """Features in the order of the text. Pairs and triples are zipped, not joined: that takes a third of the time."""
    if not tokens:
        return ()
    own = ["#" if token.kind == "number" else token.key[:_LONGEST] for token in tokens]
    known = meanings(language)
    senses, shapes = zip(*[known[key] for key in own])
    words, about, built = ["<", *own, ">"], [f"{SENSE}<", *senses, f"{SENSE}>"], [f"{SHAPE}<", *shapes, f"{SHAPE}>"]
    return (
        zip(own), pairwise(words),
        zip(senses), pairwise(about), zip(about, about[1:], about[2:]),
        zip(words, about[1:]), zip(about, words[1:]),
        pairwise(built), zip(built, built[1:], built[2:]),
    )  # fmt: skip


def places(views: Sequence[View]) -> list[tuple[str, ...]]:
    """Returns for each sentence of a reply the names of its place: of how many, in how long a reply, the last."""
    names = "", *_sizes(views)
    return [*([names] * (len(views) - 1)), *([(*names, "last")] if views else [])]


def traits(views: Sequence[View], channel: str | None, acts: Iterable[Act]) -> tuple[str, ...]:
    """Returns the names of what a whole reply is weighed by besides its words: its size, its channel, its acts."""
    return ("", *_sizes(views), f"channel {channel}", *sorted({f"act {act.name}" for act in acts}))


def _sizes(views: Sequence[View]) -> tuple[str, str]:
    size = sum(len(view.words) for view in views) // _STEP
    return f"of {min(len(views), _MOST_SENTENCES)}", f"size {min(size, _MOST_STEPS)}"
