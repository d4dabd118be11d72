"""What the kinds of rules ask for under `params`; each kind's module says what it means."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import TypeAlias

from tonelint import network
from tonelint.errors import nearest
from tonelint.kinds import texts
from tonelint.kinds.expressions import problem
from tonelint.rulebook.schema import BUILT_IN_ACTS, CONTEXT, LANGUAGES

ACTS, NUMBER, REACH, TEXTS = "acts", "number", "reach", "texts"
WORDING, PARTS, PATTERNS = "wording", "parts", "patterns"
# One of the words above, or the values that may be chosen from.
Shape: TypeAlias = str | tuple[str, ...]

PARAMS: Mapping[str, Mapping[str, Shape]] = {
    "phrase": {
        **dict.fromkeys(("channels", "spare"), CONTEXT["channel"] or ()),
        **dict.fromkeys(("given", "holds"), PATTERNS),
        "place": ("opening",),
    },
    "jargon": {"capitals": ("yes", "no"), "known": TEXTS, "things": TEXTS, "codes": TEXTS, "put": WORDING},
    "companion": {
        "when": ACTS,
        "needs": ACTS,
        "beside": ACTS,
        "unless": ACTS,
        "before": REACH,
        "after": REACH,
        "side": ("after",),
        "each": ("yes", "no"),
        "least": NUMBER,
        "spare": CONTEXT["situation"] or (),
        "add": WORDING,
    },
    "unanswered": {"heard": ACTS, "said": ACTS, "answers": ACTS, "spare": CONTEXT["situation"] or (), "add": WORDING},
    "count": {"act": ACTS, "most": NUMBER, "put": WORDING},
    "length": {
        **dict.fromkeys(("sentence", "paragraph", "reply", "least"), NUMBER),
        **dict.fromkeys(("joints", "subjects"), TEXTS),
    },
    "likely": {
        "label": TEXTS,
        "least": NUMBER,
        "unless": ACTS,
        "phrased": ("yes", "no"),
        "put": WORDING,
        "whole": ("yes", "no"),
        "at": network.ACTS,
        "channels": CONTEXT["channel"] or (),
        "add": WORDING,
    },
    "passive": {"level": ("ours", "other")},
    "missing-name": {"channels": CONTEXT["channel"] or (), "friendly": TEXTS},
    "wrong-name": {},
    "sandwich": {
        "bad": ACTS,
        "mild": ACTS,
        "before": ACTS,
        "after": ACTS,
        "breath": ACTS,
        "missing-both": WORDING,
        "missing-before": WORDING,
        "missing-after": WORDING,
        "lead": WORDING,
        "close": WORDING,
    },
    "placeholder": {"patterns": PATTERNS, "declared": TEXTS, "find": ("broken",)},
    "signature": {"channels": CONTEXT["channel"] or (), "teams": TEXTS, "roles": TEXTS},
    "absent": {
        "act": ACTS,
        "or": ACTS,
        "signs": PATTERNS,
        "channels": CONTEXT["channel"] or (),
        "letters": ("yes", "no"),
        "place": ("first", "last"),
        "least": NUMBER,
        "add": WORDING,
    },
    "steps": {"most": NUMBER, "joints": TEXTS},
    "pattern": {
        **dict.fromkeys(("patterns", "fine"), PATTERNS),
        **dict.fromkeys(("heard", "beside", "apart"), ACTS),
        "most": NUMBER,
        "put": WORDING,
    },
    "curt": {"cold": ACTS, "warm": ACTS, "reason": ACTS, "few": NUMBER, "most": NUMBER, "add": WORDING},
    "orthography": {"find": ("arabic-letters", "half-space", "spacing", "digits", "kashida")},
    "deception": {"find": ("order", "invisible", "lookalike", "link")},
    "customer": {
        "when": ACTS,
        "loud": ACTS,
        "situations": CONTEXT["situation"] or (),
        "unless": ACTS,
        "needs": ACTS,
        "parts": PARTS,
        "has": ACTS,
        "echo": ("yes", "no"),
        **dict.fromkeys(("message", "reply"), NUMBER),
        "place": ("first", "last"),
        "add": WORDING,
    },
    "register": {
        "find": ("mixed", "plain", "address", "mismatch"),
        "you": ("one", "many"),
        "least": NUMBER,
        "share": NUMBER,
        "idea": WORDING,
    },
}

Mistake = tuple[tuple[str, ...], str]


def mistakes(kind: str, params: Mapping[str, object], acts: Collection[str]) -> Iterator[Mistake]:
    """Yields what is wrong with the params of a rule: the keys that lead to the place, and a message.

    acts: the names of the acts that exist. Kinds that are not listed may have any params.

    >>> list(mistakes("count", {"act": "apology", "mots": "2"}, ["apology"]))
    [(('mots',), 'a rule of kind count has no param "mots"; did you mean "most"?')]
    """
    known = PARAMS.get(kind)
    if known is None:
        return
    for key, value in params.items():
        if key not in known:
            hint = nearest(key, known) if known else ""
            yield (key,), f'a rule of kind {kind} has no param "{key}"{hint}'
        elif wrong := _problem(known[key], value, acts):
            yield (key,), wrong


def sources(kind: str, params: Mapping[str, object]) -> Iterator[str]:
    """Yields the sources of the regular expressions among the params of a rule of a kind."""
    for key, value in params.items():
        if PARAMS.get(kind, {}).get(key) == PATTERNS:
            yield from texts(value)


def _problem(shape: Shape, value: object, acts: Collection[str]) -> str:
    """Returns what is wrong with one value, "" if nothing is."""
    if shape == WORDING:
        whole = isinstance(value, Mapping) and set(value) <= set(LANGUAGES)
        return "" if whole else f"a text for each language has to stand here ({', '.join(LANGUAGES)})"
    if shape == PARTS:
        return _parts_problem(value, acts)
    words = (value,) if isinstance(value, str) else value if isinstance(value, tuple) else ()
    if not words or not all(isinstance(word, str) and word for word in words):
        return "a text or a list of texts has to stand here"
    if shape in (NUMBER, REACH):
        number = len(words) == 1 and words[0].isascii() and words[0].isdigit()
        if number or (shape == REACH and words == ("any",)):
            return ""
        return f"a whole number{' or any' if shape == REACH else ''} has to stand here"
    if shape == PATTERNS:
        return next((wrong for word in words if (wrong := problem(word))), "")
    allowed = sorted({*BUILT_IN_ACTS, *acts}) if shape == ACTS else shape
    what = "no act" if shape == ACTS else "unknown here"
    if shape == TEXTS:
        return ""
    return next((f'"{word}" is {what}{nearest(word, allowed)}' for word in words if word not in allowed), "")


def _parts_problem(value: object, acts: Collection[str]) -> str:
    parts = list(value.values()) if isinstance(value, Mapping) else []
    if not parts or not all(isinstance(part, Mapping) and set(part) == {"acts", *LANGUAGES} for part in parts):
        return f"parts have to stand here, each with acts, {', '.join(LANGUAGES)}"
    return next((wrong for part in parts if (wrong := _problem(ACTS, part["acts"], acts))), "")
