"""Features: what a sentence and a reply are weighed by, see `tonelint.labeller`.

The words of a sentence and the groups of letters in them; its pairs of words; what it is about, as pairs and triples of
senses (`tonelint.senses`); how it is built, as pairs and triples of shapes; and its place in the reply.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise

from tonelint.languages.base import Language
from tonelint.senses import sense_and_shape
from tonelint.types import Act, Token
from tonelint.views import View

BUCKETS = 1 << 16  # groups of letters share a weight where their checksums agree; half as many lose a little
SIZES = (3, 4, 5)
_SENSE, _SHAPE = "~", "^"  # what they begin with
_MOST_SENTENCES, _STEP, _MOST_STEPS = 4, 15, 6
_LONGEST = 40  # letters of a word that are looked at
_ASKING = "?؟!"
Run = tuple[int, list[str]]


def buckets(feature: str) -> list[int]:
    """Returns the numbers of the weights of a feature. A word has those of the groups of letters in it, too.

    >>> len(buckets("cat")), len(buckets("the cat")), len(buckets("~deed.send"))  # <cat> <ca cat at> <cat cat>
    (6, 1, 1)
    """
    whole = f"<{feature[: 3 * _LONGEST]}>"
    groups = {whole}
    if " " not in whole and not feature.startswith(_SENSE):
        groups.update(whole[at : at + size] for size in SIZES for at in range(len(whole) - size + 1))
    return sorted(zlib.crc32(group.encode(errors="replace")) % BUCKETS for group in groups)


def features(tokens: Sequence[Token], language: Language) -> list[str]:
    """Returns the different features of a sentence, but for its place.

    Numbers are all alike, and of marks only those count that ask or shout; the edges of a sentence are in pairs only.

    >>> from tonelint.languages.en.language import ENGLISH
    >>> from tonelint.text.document import tokens_of
    >>> found = features(tokens_of("Wait 5 days.", 0, 12), ENGLISH)
    >>> found[:8]
    ['wait', '#', 'days', '< wait', 'wait #', '# days', 'days >', '~deed.wait']
    >>> found[-3:]
    ['^< ^base ^#', '^base ^# ^*', '^# ^* ^>']
    """
    return list(dict.fromkeys(chain.from_iterable(run for _, run in _runs(weighed(tokens), language))))


def weighed(tokens: Sequence[Token]) -> list[Token]:
    """Returns the tokens of a sentence that are weighed."""
    return [t for t in tokens if t.kind != "mark" and (t.kind != "punctuation" or t.key[:1] in _ASKING)]


def placed(tokens: Sequence[Token], language: Language) -> Iterator[tuple[str, range]]:
    """Yields the features of tokens that are all weighed, each time with those that it is about."""
    for size, run in _runs(tokens, language):
        first = 0 if size == 1 else -1
        for start, feature in enumerate(run, first):
            yield feature, range(max(start, 0), min(start + size, len(tokens)))


def _runs(tokens: Sequence[Token], language: Language) -> list[Run]:
    """Features in the order of the text, by how many words each is about; those of more than one begin at the edge."""
    if not tokens:
        return []
    own = ["#" if token.kind == "number" else token.key[:_LONGEST] for token in tokens]
    both = [sense_and_shape(language, key) for key in own]
    senses, shapes = [_SENSE + sense for sense, _ in both], [_SHAPE + shape for _, shape in both]
    words, about, built = ["<", *own, ">"], [f"{_SENSE}<", *senses, f"{_SENSE}>"], [f"{_SHAPE}<", *shapes, f"{_SHAPE}>"]
    return [
        (1, own),
        (2, [f"{before} {after}" for before, after in pairwise(words)]),
        (1, senses),
        (2, [f"{before} {after}" for before, after in pairwise(about)]),
        (3, _triples(about)),
        (2, [f"{before} {after}" for before, after in zip(words, about[1:])]),
        (2, [f"{before} {after}" for before, after in zip(about, words[1:])]),
        (2, [f"{before} {after}" for before, after in pairwise(built)]),
        (3, _triples(built)),
    ]


def _triples(names: Sequence[str]) -> list[str]:
    return [f"{one} {two} {three}" for one, two, three in zip(names, names[1:], names[2:])]


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
