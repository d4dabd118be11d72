"""Edits of replies as edits of the file: spelled as each format needs, and read again before anybody gets them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from operator import itemgetter

from tonelint.errors import TextError, TonelintError
from tonelint.formats.draft import FIXED, Draft, Layer
from tonelint.formats.reading import replies
from tonelint.formats.spelling import lowered
from tonelint.types import Edit

_PLACE = itemgetter(0, 1)  # two insertions at one place stay in the order in which they came


def edited(source: str, changes: Iterable[tuple[Draft, Sequence[Edit]]]) -> str:
    """Returns the content of a file after edits of its replies (offsets are those of the drafts' texts).

    Outside of the edits nothing changes, line ends and escapes included. Raises TextError where an edit would touch
    what is no part of the reply, where edits overlap, and where the new file would not read as the edits say.

    >>> [draft] = replies("# Late\\n\\nHi Sara!\\n", "late.md")
    >>> edited(draft.source, [(draft, [Edit(8, 10, "Dear")])])
    '# Late\\n\\nDear Sara!\\n'
    """
    changes = [(draft, sorted(edits, key=_PLACE)) for draft, edits in changes if edits]
    if not changes:
        return source
    below = [edit for draft, edits in changes for edit in in_source(draft, edits)]
    result = _applied(source, sorted(below, key=_PLACE), changes[0][0])
    _verify(result, changes)
    return result


def in_source(draft: Draft, edits: Sequence[Edit]) -> Sequence[Edit]:
    """Returns edits of a reply as edits of its file, offsets and spelling; they are not read again, see `edited`.

    Raises TextError where an edit would touch what is no part of the reply.
    """
    below = [draft.source, *(layer.text for layer in draft.layers)]
    for layer, text in zip(reversed(draft.layers), reversed(below[:-1])):
        _check(draft, layer, edits)
        try:
            edits = lowered(layer, text, edits)
        except TextError as error:
            raise _refused(draft, str(error)) from None
    return edits


def _check(draft: Draft, layer: Layer, edits: Sequence[Edit]) -> None:
    """Raises TextError where an edit touches what stands for something else, or reaches over a gap."""
    for edit in edits:
        touched = layer.touched(edit.start, edit.end)
        parted = any(a.to != b.at for a, b in pairwise(touched))
        if parted or any(piece.kind == FIXED for piece in touched):
            raise _refused(draft, "it reaches over something that is no part of the reply")


def _applied(text: str, edits: Sequence[Edit], draft: Draft) -> str:
    parts, at = [], 0
    for edit in edits:
        if edit.start < at:
            raise _refused(draft, "two edits overlap")
        parts += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join([*parts, text[at:]])


def _verify(result: str, changes: Sequence[tuple[Draft, Sequence[Edit]]]) -> None:
    """Reads the new file and holds every reply against what it should be, so that no edit ever breaks a file."""
    first = changes[0][0]
    expected = {draft.id: draft.text for draft in replies(first.source, first.path, first.choice)}
    expected |= {draft.id: _applied(draft.text, edits, draft) for draft, edits in changes}
    try:
        found = {draft.id: draft.text for draft in replies(result, first.path, first.choice)}
    except TonelintError:
        found = {}
    for draft, _ in changes:
        if found.get(draft.id) != expected[draft.id]:
            raise _refused(draft, "it cannot be spelled there")
    if found != expected:
        raise _refused(first, "it would change another reply of the file")


def _refused(draft: Draft, why: str) -> TextError:
    line, column = draft.position(0)
    return TextError(f"{draft.path}:{line}:{column}: an edit of the reply “{draft.id}” was left out: {why}")
