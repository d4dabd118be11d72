"""How findings are shown, whatever the reporter."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from tonelint.types import Rule

_COLOURS = {"error": "1;31", "warning": "1;33", "info": "1;36", "hint": "2", "path": "1", "quiet": "2", "good": "32"}


class Style(NamedTuple):
    """What a reporter is asked for; each takes what concerns it.

    colour: with ANSI colours. hints: with findings of severity hint. ui: the language of labels ("fa", "en"), None for
    that of each reply. utf16: spans in UTF-16 units, as editors and JavaScript count, not code points. redact: rules,
    places and hashes, no word of any reply. rules: those of the linter by id, so that they can be explained.
    """

    colour: bool = False
    hints: bool = False
    ui: str | None = None
    utf16: bool = False
    redact: bool = False
    rules: Mapping[str, Rule] = {}

    def paint(self, text: str, role: str) -> str:
        """Returns the text in the colour of a role (a severity, path, quiet, good)."""
        return f"\x1b[{_COLOURS[role]}m{text}\x1b[0m" if self.colour else text
