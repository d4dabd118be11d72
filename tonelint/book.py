"""The compiled book: rules, acts, profiles and cues as a linter needs them, and as bytes that a file can keep.

What only authors and tests of rules need, examples and the phrases as they are written, is not in it.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterator, Mapping
from itertools import accumulate
from typing import Any, NamedTuple

from tonelint.cuebook import Compiled
from tonelint.errors import RuleError
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
    plain: Mapping[str, tuple[Any, ...]] = {code: tuple(compiled) for code, compiled in book.cues.items()}
    cues = {code: marshal.dumps(compiled, _VERSION) for code, compiled in plain.items()}
    head = marshal.dumps((rules, book.acts, profiles, {code: len(own) for code, own in cues.items()}), _VERSION)
    return b"".join((len(head).to_bytes(_SIZE, "big"), head, *cues.values()))


def restored(read: Read) -> Book:
    """Returns the book behind what `stored` gave. Raises ValueError, EOFError or TypeError for other bytes.

    read: gives the bytes from an offset on, as many as are asked for; asked again for the cues of each language when
    they are first needed. Only for bytes that this user's tonelint wrote: marshal does not guard against forged ones.
    """
    size = int.from_bytes(read(0, _SIZE), "big")
    rules, acts, profiles, sizes = marshal.loads(read(_SIZE, size))
    starts = accumulate(sizes.values(), initial=_SIZE + size)
    return Book(
        tuple(map(_rule, rules)),
        acts,
        {profile.name: profile for profile in map(_profile, profiles)},
        _Late(read, dict(zip(sizes, zip(starts, sizes.values())))),
    )


class _Late(Mapping[str, Compiled]):
    """The cues of each language, read when they are first asked for: most replies are in one language."""

    def __init__(self, read: Read, places: Mapping[str, tuple[int, int]]) -> None:
        self._read, self._places = read, places

    def __getitem__(self, code: str) -> Compiled:
        return Compiled(*marshal.loads(self._read(*self._places[code])))

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


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
