"""Regular expressions of rules: compiled when a text first has what every match of theirs must hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tonelint.types import Rule

if TYPE_CHECKING:
    import regex

# A text takes microseconds; a pattern that runs away on a hostile one is given up. Far above what a busy machine
# makes of an honest one, as what is found must not depend on the clock.
_SECONDS = 2.0
_PART = re.compile(
    r"(?s)(?P<odd>\(\?(?:\w+\)|#)|\[[^\]]*\[:|\\(?![wWdDsSbBAZ]|[pP]\{|u\w{4}|x\w\w|\W))|(?P<class>\[\^?\]?(?:\\.|[^\]\\])*\]|\\[wWdDsSbBAZ]|\\[pP]\{\w+\}|\\u\w{4}|\\x\w\w|[.^$])"
    r"|\\(?P<escaped>\W)|(?P<open>\()|(?P<close>\))|(?P<or>\|)"
    r"|(?P<quantifier>[?*+]|\{\d+(?:,\d*)?\}|\{,\d+\})[?+]?|(?P<brace>\{)|(?P<plain>.)"
)


class Expression:
    """A regular expression of a rule. It may be shared by threads.

    >>> list(Expression(r"to (?P<flag>@\\w+)").spans("Sent to @ann, not to bob."))
    [(8, 12)]
    """

    __slots__ = ("_flags", "_needle", "_pattern", "_source")

    def __init__(self, source: str, multiline: bool = False) -> None:
        """multiline: whether ^ and $ stand for the edges of lines, too."""
        self._source = source
        self._needle = needle(source)
        self._flags = re.MULTILINE if multiline else 0
        self._pattern: regex.Pattern[str] | None = None

    def possible(self, text: str) -> bool:
        """Whether a text has what every match must hold."""
        return self._needle in text

    def spans(self, text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
        """Yields where it matches between two offsets: the group ``flag``, or all of it. Ends when it takes too long.

        Raises regex.error if the source is no regular expression.
        """
        if self.possible(text):
            pattern = self._compiled()
            flag = "flag" if "flag" in pattern.groupindex else 0
            try:
                for match in pattern.finditer(text, start, len(text) if end is None else end, timeout=_SECONDS):
                    yield match.span(flag)
            except TimeoutError:
                return

    def found(self, text: str) -> bool:
        """Whether it matches anywhere in a text."""
        return next(self.spans(text), None) is not None

    def fits(self, text: str, start: int, end: int) -> bool:
        """Whether it matches all between two offsets, or takes too long to say."""
        try:
            return self.possible(text) and bool(self._compiled().fullmatch(text, start, end, timeout=_SECONDS))
        except TimeoutError:
            return True

    def _compiled(self) -> regex.Pattern[str]:
        if self._pattern is None:
            import regex  # here, because most replies need none of the expressions

            self._pattern = regex.compile(self._source, self._flags)
        return self._pattern


def expressions(rule: Rule, key: str, multiline: bool = False) -> list[Expression]:
    """Returns the regular expressions of a parameter; none if the rule does not set it."""
    value = rule.params.get(key, ())
    sources = [value] if isinstance(value, str) else value if isinstance(value, (list, tuple)) else ()
    return [Expression(source, multiline) for source in sources]


def needle(source: str) -> str:
    """Returns the longest piece of text that stands plainly in every match of an expression, "" if there is none.

    >>> needle(r"(?<!\\w)(?:Mr|Ms)\\.? ?/ ?Mrs?"), needle("a|b"), needle("(?i)ab")
    ('/', '', '')
    """
    pieces, depth = [""], 0
    for part in _PART.finditer(source):
        kind, text = part.lastgroup, part[0]
        if kind in ("odd", "brace") or (kind == "or" and not depth):
            return ""
        depth += (kind == "open") - (kind == "close")
        if depth or kind in ("class", "close"):
            pieces.append("")
        elif kind == "quantifier":
            once = text[0] == "+" or (text[0] == "{" and text[1] not in "0,")
            pieces[-1:] = [pieces[-1] if once else pieces[-1][:-1], ""]
        else:
            pieces[-1] += text[-1]
    return max(pieces, key=len)
