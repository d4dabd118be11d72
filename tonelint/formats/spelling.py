"""How a text is written in what is below it: what `edited` puts into the file."""

from __future__ import annotations

from collections.abc import Callable

from tonelint.formats.draft import Layer

# The name of a spelling to the function that writes a new piece of text in it.
SPELLINGS: dict[str, Callable[[str, Layer], str]] = {
    "plain": lambda text, layer: text,
}
