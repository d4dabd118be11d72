"""A team's settings: what `tonelint.yaml` says, as values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Settings(NamedTuple):
    """What a team decides about checking; the defaults are what happens without a file.

    profile: the name of a profile in ``rules/profiles``, None for the one of the channel. severity: rule id to error,
    warning, info, hint or off. min_score: 0-100, None for the profile's. fail_on: the lowest severity of a finding
    that fails a reply, or never. language: "fa" or "en" for all messages, None for the language of each reply.
    rule_folders: folders with the team's own rule files. only: if not empty, just these rules run. off: these do not.

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
