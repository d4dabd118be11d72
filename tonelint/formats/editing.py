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
    what is no part of the reply, where edits overlap, and where the new file would not read as the edits say; with the
    place of the edit, or of the first of the reply's edits where none can be singled out.

    >>> [draft] = replies("# Late\\n\\nHi Sara!\\n", "late.md")
    >>> edited(draft.source, [(draft, [Edit(8, 10, "Dear")])])
    '# Late\\n\\nDear Sara!\\n'
    """
    changes = [(draft, _in_order(draft, edits)) for draft, edits in changes if edits]
    if not changes:
        return source
    below = [edit for draft, edits in changes for edit in in_source(draft, edits)]
    result = _applied(source, sorted(below, key=_PLACE))
    _verify(result, changes)
    return result


def _in_order(draft: Draft, edits: Sequence[Edit]) -> list[Edit]:
    edits = sorted(edits, key=_PLACE)
    for edit in edits:
        if not 0 <= edit.start <= edit.end <= len(draft.text):
            raise _refused(draft, edit, "it reaches beyond the reply")
    for edit, following in pairwise(edits):
        if following.start < edit.end:
            raise _refused(draft, following, "it overlaps another")
    return edits


def in_source(draft: Draft, edits: Sequence[Edit]) -> Sequence[Edit]:
    """Returns edits of a reply as edits of its file, offsets and spelling; they are not read again, see `edited`.

    Raises TextError where an edit would touch what is no part of the reply.
    """
    below = [draft.source, *(layer.text for layer in draft.layers)]
    wanted = edits
    for layer, text in zip(reversed(draft.layers), reversed(below[:-1])):
        for edit, asked in zip(edits, wanted):
            if _hits_more(layer, edit):
                raise _refused(draft, asked, "it reaches over something that is no part of the reply")
        try:
            edits = lowered(layer, text, edits)
        except TextError as error:
            raise _refused(draft, wanted[0], str(error)) from None
    return edits


def _hits_more(layer: Layer, edit: Edit) -> bool:
    """Returns whether an edit touches what stands for something else, or reaches over a gap."""
    touched = layer.touched(edit.start, edit.end)
    return any(piece.kind == FIXED for piece in touched) or any(a.to != b.at for a, b in pairwise(touched))


def _applied(text: str, edits: Sequence[Edit]) -> str:
    parts, at = [], 0
    for edit in edits:
        parts += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join([*parts, text[at:]])


def _verify(result: str, changes: Sequence[tuple[Draft, Sequence[Edit]]]) -> None:
    """Reads the new file and holds every reply against what it should be, so that no edit ever breaks a file."""
    first, edits = changes[0]
    expected = {draft.id: draft.text for draft in replies(first.source, first.path, first.choice)}
    expected |= {draft.id: _applied(draft.text, edits) for draft, edits in changes}
    try:
        found = {draft.id: draft.text for draft in replies(result, first.path, first.choice)}
    except TonelintError:
        found = {}
    for draft, wanted in changes:
        if found.get(draft.id) != expected[draft.id]:
            raise _refused(draft, wanted[0], "it cannot be spelled there")
    if found != expected:
        raise _refused(first, edits[0], "it would change another reply of the file")


def _refused(draft: Draft, edit: Edit, why: str) -> TextError:
    line, column = draft.position(max(0, min(edit.start, len(draft.text))))
    return TextError(f"{draft.path}:{line}:{column}: an edit of the reply “{draft.id}” was left out: {why}")
