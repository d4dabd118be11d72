"""Markdown files: one reply each, or, where a file is laid out as a list of saved replies, one under each heading.

Front matter, headings and fenced code are not the agent's wording. Where all that is left stands in a blockquote, the
blockquote is the reply.
"""

from __future__ import annotations

from tonelint.formats import saved_replies
from tonelint.formats.draft import Draft
from tonelint.formats.front_matter import front_matter
from tonelint.formats.markdown_lines import prose, quote, rows
from tonelint.formats.text import reply_id
from tonelint.selection import Selector


def read(source: str, path: str, select: Selector | None = None) -> tuple[Draft, ...]:
    """Returns the reply of a Markdown file, with blanks in place of what is no part of it, or its saved replies.

    >>> [draft] = read("# Refund\\n\\nHi Sara,\\n", "refund.md")
    >>> draft.text
    '        \\n\\nHi Sara,\\n'
    """
    start, context = front_matter(source, path)
    found = list(rows(source, start))
    if saved_replies.is_list(found, path):
        return saved_replies.drafts(found, source, path, context)
    quoted = [row for row in found if row.kind == "quote"]
    layer = quote(source, quoted) if quoted and all(row.kind != "prose" for row in found) else prose(source, found)
    return (Draft(path, reply_id(path), source, (layer,), context),)
