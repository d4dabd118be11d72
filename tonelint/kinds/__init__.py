"""The kinds of rules: each module knows one way to find a fault, and nothing of languages' words or of output.

A kind is a module with ``compile(rule, lexicon) -> Check``; `KINDS` names the modules, the rulebook imports
only those that its rules need.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from tonelint.types import Match, Reply, Rule

Check = Callable[[Reply], Iterable[Match]]

KINDS = {
    "phrase": "tonelint.kinds.phrase",
    "jargon": "tonelint.kinds.jargon",
    "companion": "tonelint.kinds.companion",
    "count": "tonelint.kinds.count",
    "unanswered": "tonelint.kinds.unanswered",
    "length": "tonelint.kinds.length",
    "passive": "tonelint.kinds.passive",
    "missing-name": "tonelint.kinds.missing_name",
    "wrong-name": "tonelint.kinds.wrong_name",
    "sandwich": "tonelint.kinds.sandwich",
    "placeholder": "tonelint.kinds.placeholder",
    "signature": "tonelint.kinds.signature",
    "absent": "tonelint.kinds.absent",
    "steps": "tonelint.kinds.steps",
    "pattern": "tonelint.kinds.pattern",
    "curt": "tonelint.kinds.curt",
    "register": "tonelint.kinds.register",
    "orthography": "tonelint.kinds.orthography",
    "customer": "tonelint.kinds.customer",
}


def names(rule: Rule, key: str) -> frozenset[str]:
    """Returns a parameter of a rule that lists names; empty if the rule does not set it."""
    value = rule.params.get(key, ())
    return frozenset([value] if isinstance(value, str) else value if isinstance(value, (list, tuple)) else ())
