"""Regular expressions of rules: compiled when a text first has what every match of theirs must hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tonelint.errors import RuleError
from tonelint.kinds import texts
from tonelint.types import Rule

if TYPE_CHECKING:
    import regex

# A text takes microseconds; a pattern that runs away on a hostile one is given up. Far above what a busy machine
# makes of an honest one, as what is found must not depend on the clock.
_SECONDS = 2.0
Needles = tuple[tuple[str, ...], ...]  # every match holds a text of each group
_SEEN_BEFORE = 200
LONGEST = 2_000  # characters
# The engine writes counted repeats out, those in each other many times over: (((a{99}){99}){99}){99} fills all memory.
MOST_STEPS = 50_000
# In remarks and named classes, and with these flags, a bracket may be none, so that steps cannot be counted.
_UNCOUNTABLE = re.compile(r"\(\?#|\(\?\w*[xV]|\[:\^?\w+:\]")
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

    __slots__ = ("_flags", "_needles", "_pattern", "_source")

    def __init__(self, source: str, multiline: bool = False, needles: Needles = ()) -> None:
        """multiline: whether ^ and $ stand for the edges of lines, too. needles: groups of texts; every match
        holds one of each.
        """
        self._source = source
        self._needles = needles
        self._flags = re.MULTILINE if multiline else 0
        self._pattern: regex.Pattern[str] | None = None

    def possible(self, text: str) -> bool:
        """Whether a text has what every match must hold."""
        for group in self._needles:
            for needle in group:
                if needle in text:
                    break
            else:
                return False
        return True

    def spans(self, text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
        """Yields where it matches between two offsets: the group ``flag``, or all of it.

        It may look back at `_SEEN_BEFORE` characters before the first offset, and not beyond the second.
        Raises RuleError when it takes too long, regex.error if the source is no regular expression.
        """
        first = max(start - _SEEN_BEFORE, 0)
        piece = text[first:end]  # so that a sentence of a long text costs no more than one of a short text
        if self.possible(piece):
            pattern = self._compiled()
            flag = "flag" if "flag" in pattern.groupindex else 0
            try:
                for match in pattern.finditer(piece, start - first, timeout=_SECONDS):
                    found, stop = match.span(flag)
                    yield first + found, first + stop
            except TimeoutError:
                raise self._runaway() from None

    def found(self, text: str) -> bool:
        """Whether it matches anywhere in a text. Raises as `spans` does."""
        return next(self.spans(text), None) is not None

    def fits(self, text: str, start: int, end: int) -> bool:
        """Whether it matches all between two offsets. Raises as `spans` does."""
        try:
            return bool(self._compiled().fullmatch(text, start, end, timeout=_SECONDS))
        except TimeoutError:
            raise self._runaway() from None

    def _runaway(self) -> RuleError:
        source = self._source if len(self._source) <= 60 else f"{self._source[:59]}…"
        return RuleError(f"the expression “{source}” takes more than {_SECONDS:g} seconds; make it simpler")

    def _compiled(self) -> regex.Pattern[str]:
        if self._pattern is None:
            import regex  # here, because most replies need none of the expressions

            self._pattern = regex.compile(self._source, self._flags)
        return self._pattern


def expressions(rule: Rule, key: str, multiline: bool = False) -> list[Expression]:
    """Returns the regular expressions of a parameter; none if the rule does not set it."""
    sources = texts(rule.params.get(key))
    return [Expression(source, multiline, rule.needles.get(source, ())) for source in sources]


def problem(source: str) -> str:
    """Returns what is wrong with the source of an expression, "" if nothing is; no source takes long or much memory.

    >>> problem("(a"), problem("a" * 3000)
    ('this is no regular expression: missing ) at position 2', 'it has 3,000 characters; 2,000 is the limit')
    """
    import regex  # here, because only readers of rule files ask

    if len(source) > LONGEST:
        return f"it has {len(source):,} characters; {LONGEST:,} is the limit"
    if _UNCOUNTABLE.search(source):
        return "remarks, [:names:], and the flags x and V are not allowed in it"
    if _steps(source) > MOST_STEPS:
        return "it repeats too much; write smaller numbers in {}"
    try:
        regex.compile(source)
    except regex.error as error:
        return f"this is no regular expression: {error}"
    except (RecursionError, OverflowError, MemoryError):
        return "it is nested too deep"
    return ""


def _steps(source: str) -> int:
    """How many steps an expression has when its counted repeats are written out.

    >>> _steps("ab(c[d)]{2}){3,4}")
    14
    """
    opened, last = [0], 0
    for part in _PART.finditer(source):
        kind, text = part.lastgroup, part[0]
        if kind in ("open", "odd"):
            opened += [0] * (kind == "open")
            last = 0
            continue
        if kind == "close":
            last = opened.pop() if len(opened) > 1 else 0
        elif kind == "quantifier":
            counts = [int(count) for count in re.findall(r"\d{1,9}", text)]
            last *= max(max(counts, default=1) - 1, 0)
        else:
            last = 1
        opened[-1] += last
    return sum(opened)
