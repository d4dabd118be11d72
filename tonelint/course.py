"""The course of a reply: what it is likely to do anywhere, before its bad news, and after it.

That a no has no reason, or nothing kind around it, shows in no word: it shows in what the other sentences do. What a
sentence is likely to do the labeller has learnt, too (`tonelint.labeller`); here it is put together.
"""

from __future__ import annotations

from collections.abc import Sequence

# A no of ours, other bad news, why, another way, what happens next, that it is settled, words in place of a next step,
# that somebody else is to help, kind words, an offer of further help.
ACTS = ("no", "bad", "why", "way", "step", "settled", "stalled", "handed", "kind", "offer")
_BAD = 2  # the first of them are bad news
_SURE, _MOST_SENTENCES = 2.0, 12


def course(said: Sequence[Sequence[float]]) -> list[float]:
    """Returns how much a reply does each of `ACTS`: anywhere, before its bad news and after it; then its sentences.

    said: how much each sentence does each of them. More than 2, or less than -2, is as good as certain.

    >>> sorry, no = [-1.0, -1, -1, -1, -1, -1, -1, -1, 3, -1], [0.5] + [-1.0] * 9
    >>> found = course([sorry, no])
    >>> found[0], found[8], found[18], found[28], found[30]  # a no, kind words, before it, none after it; of two
    (0.5, 2.0, 2.0, -2.0, 2.0)
    """
    sure = [[min(max(one, -_SURE), _SURE) for one in own] for own in said]
    worst = max(range(len(sure)), key=lambda at: max(sure[at][:_BAD]), default=0)
    return [
        *_most(sure), *_most(sure[:worst]), *_most(sure[worst + 1 :]), float(min(len(sure), _MOST_SENTENCES))
    ]  # fmt: skip


def _most(sentences: Sequence[Sequence[float]]) -> list[float]:
    return [max(column) for column in zip(*sentences)] if sentences else [-_SURE] * len(ACTS)
