"""Everything that tonelint raises.

    TonelintError
    ├── UsageError      an argument or option has a value that does not exist
    ├── ConfigError     a configuration file is wrong
    ├── RuleError       a rule file is wrong; knows file, line and column
    ├── TextError       a file cannot be read as text
    │   └── UnknownFormat    nothing says that a file holds replies: passed over in a folder, an error by name
    ├── FormatError     a file is not what its format says; knows file, line and column
    └── MissingExtra    an optional package is needed and not installed

Messages are one sentence that says what is wrong and, where there is one, what to do.
"""

from __future__ import annotations

from collections.abc import Iterable


class TonelintError(Exception):
    """The root: catch it to catch everything that tonelint raises on purpose."""


class UsageError(TonelintError):
    """A value was given that does not exist. Raised by `check`, `Linter` and the command line."""


class TextError(TonelintError):
    """A file cannot be read as text: missing, unreadable, or not UTF-8."""


class UnknownFormat(TextError):  # noqa: N818 - reads well in `except UnknownFormat`
    """Nothing says that a file holds replies. Passed over in a folder, an error when named."""


class MissingExtra(TonelintError):  # noqa: N818 - reads well in `except MissingExtra`
    """An optional package is not installed; the message names the extra that brings it."""


class LocatedError(TonelintError):
    """A mistake at one place of a file. Lines and columns count from 1."""

    def __init__(self, message: str, path: str = "", line: int = 0, column: int = 0) -> None:
        self.message, self.path, self.line, self.column = message, path, line, column
        place = ":".join([path, *(str(n) for n in (line, column) if n)])
        super().__init__(f"{place}: {message}" if path else message)


class ConfigError(LocatedError):
    """A configuration file is wrong."""


class FormatError(LocatedError):
    """A file is not what its format says, as JSON that lacks a bracket; the others are still read."""


class RuleError(LocatedError):
    """A rule file is wrong: the rule is left out, the others go on."""


_LISTED = 40  # so many names can be read through; all rules cannot


def nearest(name: str, known: Iterable[str]) -> str:
    """Returns a hint like ``; did you mean "email"?`` or the list of what exists, of a long one the nearest.

    >>> nearest("emial", ["email", "chat"])
    '; did you mean "email"?'
    >>> nearest("pigeon", ["email", "chat"])
    '; known are: email, chat'
    >>> nearest("pigeon", [f"house-{number}" for number in range(100)])
    '; the nearest of 100 are: house-9, house-8, house-7, house-6, house-5'
    """
    import difflib  # here, because most runs make no mistake

    known = list(known)
    if close := difflib.get_close_matches(name, known, n=1):
        return f'; did you mean "{close[0]}"?'
    if len(known) <= _LISTED:
        return f"; known are: {', '.join(known)}"
    return f"; the nearest of {len(known)} are: {', '.join(difflib.get_close_matches(name, known, n=5, cutoff=0))}"
