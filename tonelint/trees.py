"""Trees of nodes (`tonelint.phrases`): what is in them, and how large they may be.

They are bounded, word sets put in, because rules come from other people, too. Sets that hold each other twice, ten
times over, are few lines and a thousand patterns. The bounds are far above what anybody writes, and far below what
would stop a process.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

MOST_NODES, MOST_IN_A_ROW, DEEPEST = 10_000, 200, 30
TOO_DEEP = f"this is nested more than {DEEPEST} deep"
_HOLDING = frozenset(["gap", "optional", "capture", "not", "ahead"])

Node = tuple[Any, ...]
Nodes = tuple[Node, ...]


class _Excess(Exception):  # noqa: N818 - never seen outside
    pass


def excess(nodes: Nodes) -> str:
    """Returns what is too much about a tree, "" if nothing is.

    >>> excess((("word",),) * 201)
    'more than 200 words follow each other; split it'
    """
    try:
        _extent(nodes, 0)
    except _Excess as found:
        return str(found)
    return ""


def size(nodes: Nodes) -> int:
    """Returns the number of nodes of a tree that is not too large, those inside others among them.

    >>> size((("word",), ("optional", (("word",),))))
    3
    """
    return _extent(nodes, 0)[0]


def _extent(nodes: Nodes, depth: int) -> tuple[int, int]:
    """The number of nodes, and of the most that can follow each other. Stops where it is clear that it is too much."""
    if depth > 2 * DEEPEST:
        raise _Excess(TOO_DEEP)
    count = row = 0
    for node in nodes:
        parts = [_extent(sequence, depth + 1) for sequence in _inside(node)]
        count += 1 + sum(part[0] for part in parts)
        row += 1 + max((part[1] for part in parts), default=0)
        if count > MOST_NODES:
            raise _Excess(f"with its word sets it has more than {MOST_NODES:,} parts; split it")
        if row > MOST_IN_A_ROW:
            raise _Excess(f"more than {MOST_IN_A_ROW} words follow each other; split it")
    return count, row


def _inside(node: Node) -> Sequence[Nodes]:
    if node[0] == "choice":
        sequences: Sequence[Nodes] = node[1]
        return sequences
    return (node[-1],) if node[0] in _HOLDING else ()


def verbs_in(nodes: Nodes, kind: str = "verb") -> Iterator[Node]:
    """The verb nodes in a phrase, or those of another kind, at any depth."""
    for node in nodes:
        if node[0] == kind:
            yield node
        elif node[0] == "choice":
            for sequence in node[1]:
                yield from verbs_in(sequence, kind)
        elif node[0] in {"optional", "capture", "ahead"}:
            yield from verbs_in(node[-1], kind)


def nouns_in(nodes: Nodes) -> frozenset[str]:
    """The keys of all nouns in a phrase, without their endings."""
    return frozenset(stem for node in verbs_in(nodes, "noun") for stem in node[1])


def takes_words(node: Node) -> bool:
    """Whether a node always takes at least one word."""
    kind = node[0]
    if kind == "choice":
        return all(any(takes_words(n) for n in sequence) for sequence in node[1])
    if kind == "capture":
        return any(takes_words(n) for n in node[2])
    return kind in {"key", "noun", "verb", "word", "number"}
