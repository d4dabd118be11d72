"""A reply as HTML with a mark around every piece that a finding is about."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from tonelint.types import SEVERITIES, Finding


def marked(
    text: str, findings: Sequence[Finding], names: Sequence[str], reply: int, escape: Callable[[str], str]
) -> str:
    """Returns the text, escaped, without blank lines at its ends, with the pieces in ``<mark>``.

    Where findings overlap, each stretch between two of their edges is a mark of its own, which knows all of them
    (data-findings) and looks like the gravest. What is about all of several lines has none: nothing would stand out.
    names: what each finding is called at the end of its piece.

    >>> from tonelint.types import Span
    >>> found = Finding("must", "obligation", "warning", Span(4, 8), "", "en", "ownership", 100)
    >>> print(marked("You must go.\\n", [found], ["1"], 7, str))
    You <mark class="warning" data-findings="7-0" data-names="1">must</mark> go.
    """
    begin = min([len(text) - len(text.lstrip()), *(found.span.start for found in findings)])
    end = max([len(text.rstrip()), *(found.span.end for found in findings)])
    whole = {at for at, found in enumerate(findings) if found.span == (begin, end) and "\n" in text[begin:end]}
    edges = sorted({begin, end, *(edge for found in findings for edge in found.span)})
    out = []
    for (start, stop), known in zip(pairwise(edges), _inside(edges, findings)):
        inside = [at for at in known if at not in whole]
        piece = escape(text[start:stop])
        out.append(_mark(piece, inside, stop, findings, names, reply) if inside else piece)
    return "".join(out)


def _inside(edges: Sequence[int], findings: Sequence[Finding]) -> Iterator[list[int]]:
    """Yields the findings that are open after each edge, as indexes."""
    opening = sorted(range(len(findings)), key=lambda at: findings[at].span.start, reverse=True)
    opened: list[int] = []
    for edge in edges:
        opened = [at for at in opened if findings[at].span.end > edge]
        while opening and findings[opening[-1]].span.start <= edge:
            opened.append(opening.pop())
        yield sorted(at for at in opened if findings[at].span.end > edge)


def _mark(
    piece: str, inside: Sequence[int], stop: int, findings: Sequence[Finding], names: Sequence[str], reply: int
) -> str:
    gravest = max((findings[at].severity for at in inside), key=SEVERITIES.index)
    known = " ".join(f"{reply}-{at}" for at in inside)
    ending = "·".join(names[at] for at in inside if findings[at].span.end == stop)
    named = f' data-names="{ending}"' if ending else ""
    return f'<mark class="{gravest}" data-findings="{known}"{named}>{piece}</mark>'
