"""What is laid over rules: by the profile of a channel, by a turn or stage in it, by a team's settings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from tonelint.types import Context


class Overlay(NamedTuple):
    """What a profile changes: rule id to severity or off, a rule's params, the score that a reply has to reach."""

    severity: Mapping[str, str] = {}
    params: Mapping[str, Mapping[str, object]] = {}
    min_score: int | None = None


class Profile(NamedTuple):
    """A profile as it stands in its file.

    overlays: what is laid over it where it applies, by "follow-up" (a turn), "saved-reply", "auto-reply" (stages).
    """

    name: str
    about: str = ""
    severity: Mapping[str, str] = {}
    params: Mapping[str, Mapping[str, object]] = {}
    min_score: int | None = None
    overlays: Mapping[str, Overlay] = {}
    path: str = ""


class Amendment(NamedTuple):
    """What a team adds to a rule and changes in it, not yet read: ``cliche-thanks+:`` in its settings.

    rule: the id of a rule, or a family for all of its rules. node: what stands there, in the file at path.
    """

    rule: str
    path: str
    node: Any


def applied(profile: Profile, context: Context) -> Overlay:
    """Returns what a profile comes to in a context: that of the turn is laid over it, then that of the stage.

    >>> chat = Profile("chat", severity={"long-reply": "hint"}, overlays={"follow-up": Overlay({"greeting": "off"})})
    >>> applied(chat, Context(turn="follow-up")).severity
    {'long-reply': 'hint', 'greeting': 'off'}
    """
    severity, params, least = dict(profile.severity), dict(profile.params), profile.min_score
    for name in (context.turn, context.stage):
        laid = profile.overlays.get(name) if name else None
        if laid:
            severity.update(laid.severity)
            params.update({rule: {**profile.params.get(rule, {}), **own} for rule, own in laid.params.items()})
            least = least if laid.min_score is None else laid.min_score
    return Overlay(severity, params, least)
