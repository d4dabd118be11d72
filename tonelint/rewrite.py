"""From a replacement to edits, and from edits to a rewritten reply. Nothing outside the edits changes."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence

from tonelint.types import SAFETIES, Edit, Finding, Match, Rewrite

GAP = "⟨"
_TITLES = {
    "safe": {"fa": "جایگزین کنید", "en": "Replace"},
    "review": {"fa": "پیشنهاد", "en": "Suggestion"},
    "idea": {"fa": "ایده (جای خالی را پر کنید)", "en": "Idea (fill in the gaps)"},
}
_FOLLOWING, _BLANK = " ,،:", " \u00a0"
# What stands before a sentence, and the marks at its end.
_ENDED = re.compile(r"(?:^|[\r\n]|[.!?؟…][\"'”’»)]*[ \u00a0]+)\Z")
_MARKED = re.compile(r"[.!?؟…]+(?=\s|\Z)")
_LINES = re.compile(r"(?:\r\n|\r|\n){1,2}")
_NEAR = 8


def rewrites(match: Match, text: str) -> tuple[Rewrite, ...]:
    """Returns the rewrites of a match, best first; those that would change nothing are left out."""
    made: dict[str, Rewrite] = {}
    if match.together:
        edits = tuple(Edit(start, end, _like(text[start:end], text, piece)) for start, end, piece in match.together)
        made[edits[0].text] = Rewrite(edits[0].text, edits, "review", _TITLES["review"][match.language])
    own = ((match.start, match.end, replacement, safety) for replacement, safety in match.rewrites)
    for start, end, replacement, safety in (*match.wider, *match.later(), *own):
        rewrite = _rewrite(match, text, (start, end), replacement, safety)
        if rewrite and rewrite.text not in made:
            made[rewrite.text] = rewrite
    return tuple(made.values())


def _rewrite(match: Match, text: str, place: tuple[int, int], replacement: str, safety: str) -> Rewrite | None:
    start, end = place
    safety = "idea" if GAP in replacement else safety or "review"
    title = _TITLES[safety][match.language]
    if not replacement:
        return Rewrite("", (_deletion(text, start, end),), safety, title)
    replacement = _like(text[start:end], text, replacement)
    if replacement == text[start:end]:
        return None
    return Rewrite(replacement, (Edit(start, end, replacement),), safety, title)


def _like(piece: str, text: str, replacement: str) -> str:
    """The replacement with the capital and the kind of apostrophe that the writer used."""
    if piece[:1].isupper() and not piece[:2].isupper() and replacement[:1].islower():
        replacement = replacement[:1].upper() + replacement[1:]
    if "'" in replacement and "’" in text and text.count("’") > text.count("'"):
        replacement = replacement.replace("'", "’")
    return replacement


def _deletion(text: str, start: int, end: int) -> Edit:
    """Takes a piece out with the comma and blank after it, and gives its capital to the word that follows.

    A whole sentence goes with its mark, and a whole paragraph with the empty line after it.
    """
    if _ENDED.search(text[max(start - _NEAR, 0) : start]) and (mark := _MARKED.match(text, end)):
        return _without_sentence(text, start, mark.end())
    after = end
    while after < len(text) and text[after] in _FOLLOWING:
        after += 1
    if after == end or after == len(text) or text[after] in ".!?؟\n":
        while start and text[start - 1] in _BLANK:
            start -= 1
        return Edit(start, end, "")
    if text[start].isupper() and text[after].islower():
        return Edit(start, after + 1, text[after].upper())
    return Edit(start, after, "")


def _without_sentence(text: str, start: int, end: int) -> Edit:
    first, last = start == 0 or text[start - 1] in "\r\n", end == len(text) or text[end] in "\r\n"
    if first and last:
        lines = _LINES.match(text, end)
        return Edit(start, lines.end() if lines else end, "")
    if last:
        while text[start - 1] in _BLANK:
            start -= 1
    else:
        while end < len(text) and text[end] in _BLANK:
            end += 1
    return Edit(start, end, "")


def edited(text: str, edits: Iterable[Edit], start: int = 0, end: int | None = None) -> str:
    """Returns the text, or a piece of it that no edit juts out of, with the edits made. Edits must not overlap.

    >>> edited("Kindly reply.", [Edit(0, 6, "Please")])
    'Please reply.'
    """
    end = len(text) if end is None else end
    parts, at = [], start
    for edit in sorted(edits):
        if start <= edit.start and edit.end <= end:
            parts += [text[at : edit.start], edit.text]
            at = edit.end
    return "".join([*parts, text[at:end]])


def apply(text: str, findings: Iterable[Finding], safety: str = "safe") -> str:
    """Returns the text with the first rewrite of each finding that is at least as safe as asked for.

    >>> apply("Kindly reply.", [])
    'Kindly reply.'
    """
    return edited(text, (edit for edits in apart(best(finding, safety) for finding in findings) for edit in edits))


def best(finding: Finding, safety: str) -> tuple[Edit, ...]:
    """Returns the edits of the first rewrite that is at least as safe as asked for, sorted; none if there is none."""
    allowed = SAFETIES[: SAFETIES.index(safety) + 1]
    return tuple(sorted(next((rewrite.edits for rewrite in finding.rewrites if rewrite.safety in allowed), ())))


def apart(rewrites: Iterable[Sequence[Edit]]) -> list[Sequence[Edit]]:
    """Returns the rewrites (sorted edits of each) that do not overlap, each whole or not at all.

    Where rewrites overlap the one that begins first stands, then the longer, then the first by its wording.

    >>> apart([[Edit(3, 9, "b")], [Edit(0, 4, "a")], [Edit(9, 9, "c")]])
    [[Edit(start=0, end=4, text='a')], [Edit(start=9, end=9, text='c')]]
    """
    taken: list[Edit] = []
    standing = []
    for edits in sorted(filter(None, rewrites), key=_place):
        if all(_is_free(edit, taken) for edit in edits):
            standing.append(edits)
            for edit in edits:
                insort(taken, edit)
    return standing


def _place(edits: Sequence[Edit]) -> tuple[int, int, str]:
    return edits[0].start, -edits[0].end, edits[0].text


def _is_free(edit: Edit, taken: Sequence[Edit]) -> bool:
    """Whether an edit overlaps none of those that are sorted in `taken`; insertions at one place do not overlap."""
    at = bisect_left(taken, (edit.start, edit.end))
    before, after = taken[at - 1 : at], taken[at : at + 1]
    return not (before and before[0].end > edit.start) and not (after and after[0].start < edit.end)
