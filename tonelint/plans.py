"""Plans: the rules that run in a context, with the severities and parameters that hold there."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from typing import NamedTuple

from tonelint.config import Settings
from tonelint.cues import Cues
from tonelint.errors import UsageError, nearest
from tonelint.kinds import KINDS, Check
from tonelint.profiles import Overlay, Profile, applied
from tonelint.types import Context, Rule

LIKELY = "likely"
"""The kind of rules that say what the labeller says."""
_DEFAULT_PROFILE = "email"
# Kinds that can say something only where a phrase of the rule was found.
_HIT_DRIVEN = frozenset(["phrase", "steps"])


class Step(NamedTuple):
    """One rule to run."""

    rule: Rule
    severity: str
    check: Check


class Plan(NamedTuple):
    """What to run on a reply, and the score that it has to reach.

    driven: rules by id that can say something only where a phrase of theirs was hit. always: the others. skipped:
    those that lack context, with what they need.
    """

    min_score: int
    driven: dict[str, Step]
    always: dict[str, Step]
    skipped: dict[str, tuple[str, ...]]

    def only(self, rule: str) -> Plan:
        """Returns the plan with one rule of it, by its id."""
        driven, always = ({rule: steps[rule]} if rule in steps else {} for steps in (self.driven, self.always))
        return self._replace(driven=driven, always=always)


class Plans:
    """The plans of a linter, each made when it is first asked for. `of` may be called from any thread."""

    def __init__(
        self, rules: Mapping[str, Rule], profiles: Mapping[str, Profile], settings: Settings, cues: Cues
    ) -> None:
        """Raises UsageError if the settings name a profile that does not exist."""
        self._rules, self._profiles, self._settings, self._cues = rules, profiles, settings, cues
        self._made: dict[tuple[object, ...], Plan] = {}
        if settings.profile and settings.profile not in profiles:
            raise UsageError(f"there is no profile “{settings.profile}”{nearest(settings.profile, profiles)}")

    def of(self, context: Context) -> Plan:
        """Returns the plan of a context; it is made once for all contexts that agree in what matters."""
        name = self._settings.profile or context.channel or _DEFAULT_PROFILE
        key = (name, context.turn, context.stage, *(value is None or value == "" for value in context))
        if key not in self._made:
            self._made[key] = self._plan(self._profiles.get(name) or Profile(name), context)
        return self._made[key]

    def _plan(self, profile: Profile, context: Context) -> Plan:
        laid, own = applied(profile, context), self._settings
        plan = Plan(self._least(laid), {}, {}, {})
        for rule in self._rules.values():
            severity = own.severity.get(rule.id) or laid.severity.get(rule.id) or rule.severity
            missing = tuple(need for need in rule.needs if not any(_told(context, f) for f in need.split("|")))
            if severity == "off":
                continue
            if missing:
                plan.skipped[rule.id] = missing
                continue
            if rule.kind == LIKELY and not own.labeller:
                continue
            changed = rule._replace(params={**rule.params, **laid.params.get(rule.id, {})})
            steps = plan.driven if rule.kind in _HIT_DRIVEN else plan.always
            steps[rule.id] = Step(rule, severity, _compile(changed, self._cues))
        return plan

    def _least(self, laid: Overlay) -> int:
        """The score that a reply has to reach. Where no finding fails a reply, the profile's does not either."""
        if self._settings.min_score is not None:
            return self._settings.min_score
        return 0 if self._settings.fail_on == "never" else laid.min_score or 0


def _told(context: Context, need: str) -> bool:
    """Whether a field is known; one with a value (turn=first), whether it has it."""
    field, stated, value = need.partition("=")
    told: str | None = getattr(context, field)
    return told == value if stated else bool(told)


def _compile(rule: Rule, cues: Cues) -> Check:
    module = importlib.import_module(KINDS[rule.kind])
    check: Check = module.compile(rule, cues)
    return check
