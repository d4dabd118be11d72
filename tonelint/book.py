"""The compiled book: rules, acts, profiles and cues as a linter needs them, and as bytes that a file can keep.

What only authors and tests of rules need, examples and the phrases as they are written, is not in it.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import accumulate, chain
from typing import Any, NamedTuple

from tonelint.cuebook import Compiled
from tonelint.errors import RuleError
from tonelint.packed import Stripped
from tonelint.profiles import Overlay, Profile
from tonelint.types import Rule, Unless

# Marshal's format that all supported Pythons read; what is in it is known by the key of the file (cache.py).
_VERSION = 4
Read = Callable[[int, int], "bytes | memoryview"]
_SIZE = 8  # bytes that tell how long the part before the cues is


class Book(NamedTuple):
    """Everything that a linter is made of.

    rules: without phrases, sets and examples; only those of a team have the place of their file. acts: names, each
    after those that silence it.
    cues: by language. problems: what is wrong in files or phrases that were left out.
    """

    rules: tuple[Rule, ...]
    acts: tuple[str, ...]
    profiles: Mapping[str, Profile]
    cues: Mapping[str, Compiled]
    problems: tuple[RuleError, ...] = ()


def stored(book: Book) -> bytes:
    """Returns a book without problems as bytes. Raises ValueError if it has any: they are to be found again."""
    if book.problems:
        raise ValueError("a book with problems is not stored")
    rules = tuple(_plain_rule(rule) for rule in book.rules)
    profiles = tuple(_plain_profile(profile) for profile in book.profiles.values())
    cues = {code: _pieces(compiled) for code, compiled in book.cues.items()}
    sizes = {code: tuple(map(len, pieces)) for code, pieces in cues.items()}
    head = marshal.dumps((rules, book.acts, profiles, sizes), _VERSION)
    return b"".join((len(head).to_bytes(_SIZE, "big"), head, *chain(*cues.values())))


def restored(read: Read) -> Book:
    """Returns the book behind what `stored` gave. Raises ValueError, EOFError or TypeError for other bytes.

    read: gives the bytes from an offset on, as many as are asked for; asked again for the cues of each language when
    they are first needed, and then for each cue. Only for bytes that this user's tonelint wrote: marshal does not guard
    against forged ones.
    """
    size = int.from_bytes(read(0, _SIZE), "big")
    rules, acts, profiles, sizes = marshal.loads(read(_SIZE, size))
    starts = accumulate(map(sum, sizes.values()), initial=_SIZE + size)
    return Book(
        tuple(map(_rule, rules)),
        acts,
        {profile.name: profile for profile in map(_profile, profiles)},
        _Late(read, dict(zip(sizes, zip(starts, sizes.values())))),
    )


def _pieces(compiled: Compiled) -> list[bytes]:
    """The cues of a language: everything but what is in strips, then the strips."""
    strips = [part for part in compiled if isinstance(part, Stripped)]
    rest: list[Any] = [(b"", part.ends) if isinstance(part, Stripped) else part for part in compiled]
    return [marshal.dumps(tuple(rest), _VERSION), *(strip.data[:] for strip in strips)]


class _Late(Mapping[str, Compiled]):
    """The cues of each language, read when they are first asked for: most replies are in one language."""

    def __init__(self, read: Read, places: Mapping[str, tuple[int, Sequence[int]]]) -> None:
        self._read, self._places = read, places

    def __getitem__(self, code: str) -> Compiled:
        start, sizes = self._places[code]
        rest = Compiled(*marshal.loads(self._read(start, sizes[0])))
        starts = accumulate(sizes, initial=start)
        _, *pieces = (_Piece(self._read, at, size) for at, size in zip(starts, sizes))
        ends = (end for _, end in (rest.rows, rest.looks, rest.cues))
        rows, looks, cues = map(Stripped, pieces, ends)
        return rest._replace(rows=rows, looks=looks, cues=cues)

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


class _Piece:
    """A piece of a file that gives slices of itself, read when they are asked for: a start needs few of them."""

    __slots__ = ("_read", "_size", "_start")

    def __init__(self, read: Read, start: int, size: int) -> None:
        self._read, self._start, self._size = read, start, size

    def __getitem__(self, part: slice) -> bytes | memoryview:
        start, stop, _ = part.indices(self._size)
        return self._read(self._start + start, stop - start)


def _plain_rule(rule: Rule) -> tuple[Any, ...]:
    return tuple(rule._replace(unless={code: tuple(unless) for code, unless in rule.unless.items()}))  # type: ignore[misc]


def _rule(plain: tuple[Any, ...]) -> Rule:
    rule = Rule(*plain)
    return rule._replace(unless={code: Unless(*unless) for code, unless in rule.unless.items()})


def _plain_profile(profile: Profile) -> tuple[Any, ...]:
    return tuple(profile._replace(overlays={name: tuple(laid) for name, laid in profile.overlays.items()}))  # type: ignore[misc]


def _profile(plain: tuple[Any, ...]) -> Profile:
    profile = Profile(*plain)
    return profile._replace(overlays={name: Overlay(*laid) for name, laid in profile.overlays.items()})
