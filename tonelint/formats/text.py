"""Plain text files: one reply each, below optional front matter and a ``Subject:`` line."""

from __future__ import annotations

import os

from tonelint.formats.draft import Draft, verbatim
from tonelint.formats.front_matter import front_matter
from tonelint.selection import Selector


def read(source: str, path: str, select: Selector | None = None) -> tuple[Draft, ...]:
    """Returns the reply of a text file.

    >>> [draft] = read("---\\nchannel: chat\\n---\\nHello there", "drafts/late.txt")
    >>> draft.id, draft.text, draft.context
    ('late', 'Hello there', {'channel': 'chat'})
    """
    start, context = front_matter(source, path)
    return (Draft(path, reply_id(path), source, (verbatim(source, start),), context),)


def reply_id(path: str) -> str:
    """Returns the file name without folder and ending.

    >>> reply_id("drafts/late.refund.md")
    'late.refund'
    """
    return os.path.splitext(os.path.basename(path))[0]
