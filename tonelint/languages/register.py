"""What a word shows about the voice of a text, in any language."""

from __future__ import annotations

from typing import NamedTuple

SPOKEN, WRITTEN, OFFICE, SLANG = "spoken", "written", "office", "slang"
ONE, MANY = "one", "many"


class Sign(NamedTuple):
    """What a word shows. style: spoken, written, office, slang or ""; you: one («تو»), many («شما») or "".

    other is the word in the other voice: written for spoken and slang, spoken for the rest; "" if it has none.
    """

    style: str = ""
    you: str = ""
    other: str = ""


NOTHING = Sign()
