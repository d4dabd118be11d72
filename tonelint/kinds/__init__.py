"""The kinds of rules: each module knows one way to find a fault, and nothing of languages' words or of output.

A kind is a module with ``compile(rule, lexicon) -> Check``; `KINDS` names the modules, the rulebook imports
only those that its rules need.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

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
    "likely": "tonelint.kinds.likely",
    "pattern": "tonelint.kinds.pattern",
    "curt": "tonelint.kinds.curt",
    "register": "tonelint.kinds.register",
    "orthography": "tonelint.kinds.orthography",
    "customer": "tonelint.kinds.customer",
    "deception": "tonelint.kinds.deception",
}


def names(rule: Rule, key: str) -> frozenset[str]:
    """Returns a parameter of a rule that lists names; empty if the rule does not set it."""
    return frozenset(texts(rule.params.get(key)))


def texts(value: object) -> tuple[str, ...]:
    """Returns the value of a parameter that is a text or a list of texts as texts; none where it is neither.

    >>> texts("a"), texts(["a", "b"]), texts(None)
    (('a',), ('a', 'b'), ())
    """
    return (value,) if isinstance(value, str) else tuple(value) if isinstance(value, (list, tuple)) else ()


def wording(rule: Rule, key: str, reply: Reply, sentence: int) -> str:
    """Returns a wording from the parameters in the language of a sentence, put as the writer of the reply would put it.

    sentence: its number in the document. "" where the rule has no such wording.
    """
    wordings = rule.params.get(key)
    language = next((view.language for view in reply.views if view.number == sentence), None)
    if language is None or not isinstance(wordings, Mapping):
        return ""
    words = str(wordings.get(language.code, ""))
    return language.in_style_of(words, reply.document.text) if words else ""
