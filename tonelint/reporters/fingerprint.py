"""A name for each finding that stays when the reply is moved, wrapped anew, or spelled with other joiners."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Sequence

from tonelint.formats import Draft
from tonelint.types import Finding

_NO_LETTER = re.compile(r"[\W_]+")
_AROUND, _KEPT, _LONGEST = 80, 24, 200  # characters looked at on each side, letters kept of them, characters of a piece


def fingerprints(draft: Draft, findings: Sequence[Finding]) -> list[str]:
    """Returns 32 hexadecimal digits for each finding of a reply.

    They are made of the rule, the name of the reply, the letters of the piece and of its neighbours; the second of
    two that have all that in common is counted. The path has no part in it, neither have line and column.
    """
    seen: Counter[str] = Counter()
    prints = []
    for found in findings:
        said = "\0".join((found.rule, draft.id, _said(draft.text, *found.span)))
        prints.append(digest(said, str(seen[said])))
        seen[said] += 1
    return prints


def digest(*parts: str) -> str:
    """Returns 32 hexadecimal digits that stand for some texts."""
    return hashlib.sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()[:32]


def _said(text: str, start: int, end: int) -> str:
    before = _letters(text[max(0, start - _AROUND) : start])[-_KEPT:]
    after = _letters(text[end : end + _AROUND])[:_KEPT]
    return "\0".join((before, _letters(text[start : min(end, start + _LONGEST)]), after))


def _letters(text: str) -> str:
    return _NO_LETTER.sub("", text).casefold()
