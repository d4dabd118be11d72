"""Markdown files that list saved replies, as ``.github/SAVED_REPLIES.md``: a heading for each, and its text below.

The text is what a fenced block below the heading holds; without one, what a blockquote holds; in a file without either,
the prose. What stands around blocks and blockquotes is a note to the team. Fenced code of programs is a sample.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from tonelint.context import LANGUAGES
from tonelint.formats import html
from tonelint.formats.draft import Draft, Layer, verbatim
from tonelint.formats.front_matter import front_matter
from tonelint.formats.markdown_lines import Row, prose, quote, rows
from tonelint.selection import Selector

_NAME = re.compile(
    r"(?:(?:saved|canned)[-_ ]?)?(?:replies|responses|macros|templates|snippets)(?:[-_.][\w-]+)?\.(?:md|markdown)", re.I
)
_WORDING = frozenset(("", "text", "txt", "plain", "plaintext", "markdown", "md", "html", "reply", *LANGUAGES))


def read(source: str, path: str, select: Selector | None = None) -> tuple[Draft, ...]:
    """Returns the replies of a Markdown file that lists them.

    >>> [late, lost] = read("# Ours\\n## Late\\n```\\nHi!\\n```\\n## Lost\\n> Hello!\\n", "a.md")
    >>> (late.id, late.text), (lost.id, lost.text, lost.position(0))
    (('Late', 'Hi!\\n'), ('Lost', 'Hello!\\n', (7, 3)))
    """
    start, context = front_matter(source, path)
    return drafts(list(rows(source, start)), source, path, context)


def is_list(found: Sequence[Row], path: str) -> bool:
    """Returns whether a file is a list by its name, or by one block or blockquote, alone, under each heading.

    Headings with prose and code below them may just as well be one reply that explains something.
    """
    if _NAME.fullmatch(os.path.basename(path)):
        return True
    sections = [section for title, section in _sections(found) if title]
    return len(sections) > 1 and all(_has_one_body(section) for section in sections)


def drafts(found: Sequence[Row], source: str, path: str, context: Mapping[str, str]) -> tuple[Draft, ...]:
    """Returns a reply for each body below a heading; several below one heading are told apart later."""
    made = []
    sections = [(title, section) for title, section in _sections(found) if title]
    framed = any(_fenced(section) or _blocks(section, "quote") for _, section in sections)
    for title, section in sections:
        for layers, language in _bodies(section, source) if framed else _prose(section, source):
            known = {"stage": "saved-reply", **({"language": language} if language else {}), **context}
            made.append(Draft(path, title, source, layers, known))
    return tuple(draft for draft in made if draft.text.strip())


def _sections(found: Sequence[Row]) -> Iterator[tuple[str, list[Row]]]:
    """Yields the lines below each heading; a title for the whole, with headings of a lower level below it, is none."""
    levels = [len(row.mark) for row in found if row.kind == "heading"]
    top = levels[0] if levels and levels.count(levels[0]) == 1 and len(levels) > 1 else 0
    title: str = ""
    section: list[Row] = []
    for row in found:
        if row.kind == "heading":
            yield title, section
            title, section = "" if len(row.mark) == top else row.words, []
        else:
            section.append(row)
    yield title, section


def _blocks(section: Sequence[Row], kind: str) -> list[list[Row]]:
    return [list(block) for is_kind, block in groupby(section, lambda row: row.kind == kind) if is_kind]


def _fenced(section: Sequence[Row]) -> list[tuple[Row, list[Row]]]:
    """Returns the opening line and the lines of each fenced block that holds wording."""
    found = []
    opened: Row | None = None
    inside: list[Row] = []
    for row in section:
        if row.kind == "fence" and opened is None:
            opened, inside = row, []
        elif row.kind == "code":
            inside.append(row)
        elif row.kind == "fence" and opened is not None:
            if opened.words.lower() in _WORDING:
                found.append((opened, inside))
            opened = None
    return found


def _has_one_body(section: Sequence[Row]) -> bool:
    bodies = len(_fenced(section)) or len(_blocks(section, "quote"))
    return bodies == 1 and all(row.kind != "prose" for row in section)


def _bodies(section: Sequence[Row], source: str) -> Iterator[tuple[tuple[Layer, ...], str]]:
    """Yields the layers and the language ("" if not told) of each body in a section."""
    fenced = _fenced(section)
    for opened, inside in fenced:
        layers: tuple[Layer, ...] = (verbatim(source, inside[0].start, inside[-1].after),) if inside else ()
        info = opened.words.lower()
        if layers and (info == "html" or html.is_html(layers[0].text)):
            layers = (*layers, html.layer(layers[0].text))
        if layers:
            yield layers, info if info in LANGUAGES else ""
    for block in _blocks(section, "quote") if not fenced else ():
        yield (quote(source, block),), ""


def _prose(section: Sequence[Row], source: str) -> Iterator[tuple[tuple[Layer, ...], str]]:
    """Yields the layer of a section's lines from the first with words to the last."""
    if full := [index for index, row in enumerate(section) if row.kind == "prose"]:
        yield (prose(source, list(section[full[0] : full[-1] + 1])),), ""
