"""From a replacement to edits, and from edits to a rewritten reply. Nothing outside the edits changes."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence

from tonelint.types import SAFETIES, Edit, Finding, Match, Rewrite

GAP = "⟨"
_TITLES = {
    "safe": {"fa": "جایگزین کنید", "en": "Replace"},
    "review": {"fa": "پیشنهاد", "en": "Suggestion"},
    "idea": {"fa": "ایده (جای خالی را پر کنید)", "en": "Idea (fill in the gaps)"},
}
_FOLLOWING = " ,،:"


def rewrites(match: Match, text: str) -> tuple[Rewrite, ...]:
    """Returns the rewrites of a match, best first; those that would change nothing are left out."""
    made: dict[str, Rewrite] = {}
    if match.together:
        edits = tuple(Edit(start, end, _like(text[start:end], text, piece)) for start, end, piece in match.together)
        made[edits[0].text] = Rewrite(edits[0].text, edits, "review", _TITLES["review"][match.language])
    own = ((match.start, match.end, replacement, safety) for replacement, safety in match.rewrites)
    for start, end, replacement, safety in (*match.wider, *own):
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
    """Takes the piece out with the comma and blank after it, and gives its capital to the word that follows."""
    after = end
    while after < len(text) and text[after] in _FOLLOWING:
        after += 1
    if after == end or after == len(text) or text[after] in ".!?؟\n":
        while start and text[start - 1] in " \u00a0":
            start -= 1
        return Edit(start, end, "")
    if text[start].isupper() and text[after].islower():
        return Edit(start, after + 1, text[after].upper())
    return Edit(start, after, "")


def apply(text: str, findings: Iterable[Finding], safety: str = "safe") -> str:
    """Returns the text with the first rewrite of each finding that is at least as safe as asked for.

    A rewrite is applied whole or not at all. Where rewrites overlap the one that begins first wins, then the longer.

    >>> apply("Kindly reply.", [])
    'Kindly reply.'
    """
    allowed = SAFETIES[: SAFETIES.index(safety) + 1]
    chosen = sorted(filter(None, (sorted(_first(f, allowed)) for f in findings)), key=_place)
    taken: list[Edit] = []
    for edits in chosen:
        if all(_is_free(edit, taken) for edit in edits):
            for edit in edits:
                insort(taken, edit)
    parts, at = [], 0
    for start, end, better in taken:
        parts += [text[at:start], better]
        at = end
    return "".join([*parts, text[at:]])


def _place(edits: Sequence[Edit]) -> tuple[int, int, str]:
    return edits[0].start, -edits[0].end, edits[0].text


def _is_free(edit: Edit, taken: Sequence[Edit]) -> bool:
    """Whether an edit overlaps none of those that are sorted in `taken`; insertions at one place do not overlap."""
    at = bisect_left(taken, (edit.start, edit.end))
    before, after = taken[at - 1 : at], taken[at : at + 1]
    return not (before and before[0].end > edit.start) and not (after and after[0].start < edit.end)


def _first(finding: Finding, allowed: Iterable[str]) -> tuple[Edit, ...]:
    """The edits of the best rewrite of one finding: the first that is safe enough."""
    return next((r.edits for r in finding.rewrites if r.safety in allowed), ())
