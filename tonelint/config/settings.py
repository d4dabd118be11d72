"""The values that settings files come to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from tonelint.profiles import Amendment
from tonelint.selection import Choice

RENDERINGS = ("empty", "long", "persian", "mixed")


class Place(NamedTuple):
    """Where something stands in a file; line and column count from 1, 0 where there is none."""

    path: str = ""
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return ":".join([self.path, *(str(number) for number in self[1:] if number)])


class Format(NamedTuple):
    """How replies lie in the files that a pattern fits.

    files: the pattern, and folder: where it starts from. choice: the format and where replies stand in it. place: where
    this stands, for whoever finds it wrong.
    """

    files: str
    folder: str
    choice: Choice
    place: Place = Place()


class Suppression(NamedTuple):
    """A finding that a team lets stand, with the reason.

    rule: of the finding. reason: for those who come later. files: a pattern from `folder`, "" for all files. reply: the
    id of a reply, "" for all of a file. text: words of the flagged piece, "" for all findings of the rule. expires: the
    last day, as 2027-01-31; "" for none. place: where this stands.
    """

    rule: str
    reason: str
    files: str = ""
    folder: str = ""
    reply: str = ""
    text: str = ""
    expires: str = ""
    place: Place = Place()


class Settings(NamedTuple):
    """What a team decides about checking; the defaults are what happens without a file.

    profile: the name of a profile in ``rules/profiles``, None for the one of the channel. severity: rule id to error,
    warning, info, hint or off. min_score: 0-100, None for the profile's. fail_on: the lowest severity of a finding
    that fails a reply, or never. language: "fa" or "en" for all messages, None for the language of each reply.
    rule_folders: folders with the team's own rule files, and of packs. only: if not empty, just these rules run. off:
    these do not. house: the team's house style (docs/house.md), the path of a file or the same as a mapping.
    amendments: what is added to rules and changed in them. context: fields of `Context` that are known of all replies;
    what a reply says goes before it. formats: how replies lie in files, the last that fits counts. exclude: files that
    are not checked, as patterns with the folder that they start from. suppressions: findings that may stand.
    baseline: the file with the faults that were there before, None for none. renderings: the values that the variables
    of saved replies are tried with, see `tonelint.renderings`. labeller: whether what was learnt from labelled replies
    has a say (docs/labeller.md).

    >>> Settings().fail_on
    'error'
    """

    profile: str | None = None
    severity: Mapping[str, str] = {}
    min_score: int | None = None
    fail_on: str = "error"
    language: str | None = None
    rule_folders: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    off: tuple[str, ...] = ()
    house: str | Mapping[str, Any] | None = None
    amendments: tuple[Amendment, ...] = ()
    context: Mapping[str, str] = {}
    formats: tuple[Format, ...] = ()
    exclude: tuple[tuple[str, str], ...] = ()
    suppressions: tuple[Suppression, ...] = ()
    baseline: str | None = None
    renderings: tuple[str, ...] = RENDERINGS
    labeller: bool = True
