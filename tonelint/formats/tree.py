"""Files of records (YAML, JSON, CSV) as one kind of tree: tables, lists, and texts that know where they stand."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeAlias, Union

from tonelint.formats.draft import Layer


class Text(NamedTuple):
    """A text in a file of records. at: where it begins in the source; layer: makes the layer that it lies in."""

    value: str
    at: int
    layer: Callable[[], Layer]


# What is no text (a number, true, null) is its value as a plain string: it names and tells, but is never a reply.
Node: TypeAlias = Union[Text, str, "list[Node]", "dict[str, Node]"]


def text_of(node: Node | None) -> str:
    """Returns what stands in a text or number; "" for everything else."""
    return node.value if isinstance(node, Text) else node if isinstance(node, str) else ""
