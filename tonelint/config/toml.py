"""TOML as the nodes that YAML gives: every scalar is a string, everything knows its line and column.

The standard library says what a file holds, but not where. As it has accepted the file, the places can be read off
its tokens without asking what is allowed.
"""

from __future__ import annotations

import re
from contextlib import suppress
from importlib import import_module
from itertools import count
from typing import Any, NamedTuple

from tonelint.errors import ConfigError, MissingExtra
from tonelint.rulebook.strict_yaml import Items, Node, Table, Text
from tonelint.text.lines import Lines

_TOKEN = re.compile(
    r'(?P<string>"""(?:\\.|(?!""").)*"{3,5}|\'\'\'(?:(?!\'\'\').)*\'{3,5}|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\')'
    r"|(?P<comment>#[^\n]*)|(?P<end>\n)|(?P<sign>[\[\]{},=.])|(?P<bare>[^\s\[\]{},=.#\"']+)",
    re.DOTALL,
)
_Path = tuple[str | int, ...]


def parse(data: bytes, path: str) -> Node | None:
    """Returns what stands under ``[tool.tonelint]``, None where nothing does.

    Raises ConfigError for what is not TOML, MissingExtra on Python 3.10 without the extra ``tonelint[toml]``.

    >>> parse(b'[tool.tonelint]\\nmin_score = 80\\n', "pyproject.toml").values["min_score"]
    Text(value='80', quoted=True, line=2, column=13)
    """
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
        value = _tomllib().loads(text)
        section = value.get("tool", {})
        if not isinstance(section, dict) or "tonelint" not in section:
            return None
        return _node(section["tonelint"], ("tool", "tonelint"), _Places(text).found)
    except RecursionError:
        raise ConfigError("this is nested too deep", path) from None
    except ValueError as error:  # both what is not UTF-8 and what is not TOML
        raise ConfigError(f"this is not TOML: {error}", path) from None


def _tomllib() -> Any:
    for name in ("tomllib", "tomli"):  # the first is there from Python 3.11 on
        with suppress(ImportError):
            return import_module(name)
    raise MissingExtra("reading pyproject.toml on Python 3.10 needs another package: pip install 'tonelint[toml]'")


class _Spot(NamedTuple):
    """The places of a key and of its value, as line and column."""

    key: tuple[int, int] = (1, 1)
    value: tuple[int, int] = (1, 1)


def _node(value: object, path: _Path, places: dict[_Path, _Spot]) -> Node:
    line, column = places.get(path, _Spot()).value
    if isinstance(value, dict):
        keys = {name: Text(name, True, *places.get((*path, name), _Spot()).key) for name in value}
        return Table({name: _node(one, (*path, name), places) for name, one in value.items()}, keys, line, column)
    if isinstance(value, list):
        return Items(tuple(_node(one, (*path, n), places) for n, one in enumerate(value)), line, column)
    text = {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)
    return Text(text, True, line, column)


class _Places:
    """Reads the tokens of a text once, and notes where each key and each value begins."""

    def __init__(self, text: str) -> None:
        self.found: dict[_Path, _Spot] = {}
        self._lines = Lines(text)
        self._tokens = [match for match in _TOKEN.finditer(text) if match.lastgroup != "comment"]
        self._at = 0
        self._counts: dict[_Path, int] = {}
        self._read()

    def _next(self) -> re.Match[str]:
        self._at += 1
        return self._tokens[self._at - 1]

    def _peek(self) -> str:
        return self._tokens[self._at].group() if self._at < len(self._tokens) else ""

    def _place(self, match: re.Match[str]) -> tuple[int, int]:
        return self._lines.position(match.start())

    def _read(self) -> None:
        table: _Path = ()
        while self._at < len(self._tokens):
            token = self._peek()
            if token == "\n":
                self._at += 1
            elif token == "[":  # where a line begins this is a header, never a list
                table = self._header()
            else:
                self._pair(table)

    def _header(self) -> _Path:
        """Reads ``[a.b]`` or ``[[a.b]]``; each of the latter is one more member of a list."""
        place = self._place(self._next())
        several = self._peek() == "["
        self._at += several
        path = self._key((), place)
        self._at += 1 + several  # the closing brackets
        if several:
            number = self._counts[path] = self._counts.get(path, -1) + 1
            self.found.setdefault(path, _Spot(place, place))
            path = (*path, number)
            self.found[path] = _Spot(place, place)
        return path

    def _key(self, table: _Path, value: tuple[int, int] | None = None) -> _Path:
        """Reads a dotted key; the last member of a list of tables is meant where its name stands."""
        path = table
        while True:
            match = self._next()
            path = (*path, _name(match.group()))
            spot = _Spot(self._place(match), value or self._place(match))
            self.found.setdefault(path, spot)
            if self._peek() != ".":
                return path
            self._at += 1
            if path in self._counts:
                path = (*path, self._counts[path])

    def _pair(self, table: _Path) -> None:
        start = self._place(self._tokens[self._at])
        path = self._key(table)
        self._at += 1  # the sign =
        key = self.found[path].key if path in self.found else start
        self.found[path] = _Spot(key, self._place(self._tokens[self._at]))
        self._value(path)

    def _value(self, path: _Path) -> None:
        opening = self._peek()
        if opening == "[":
            self._at += 1
            self._members(path)
        elif opening == "{":
            self._at += 1
            while self._skip() != "}":
                self._pair(path)
            self._at += 1
        else:
            while self._peek() not in ("", "\n", ",", "]", "}"):
                self._at += 1

    def _members(self, path: _Path) -> None:
        for number in count():
            if self._skip() == "]":
                self._at += 1
                return
            place = self._place(self._tokens[self._at])
            member = (*path, number)
            self.found[member] = _Spot(place, place)
            self._value(member)

    def _skip(self) -> str:
        while self._peek() in ("\n", ","):
            self._at += 1
        return self._peek()


def _name(token: str) -> str:
    return token[1:-1] if token[:1] in ("'", '"') else token
