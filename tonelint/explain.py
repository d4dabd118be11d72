"""A rule told to people: why it exists, what it flags and lets pass, and how it is silenced."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tonelint.errors import UsageError, nearest
from tonelint.types import Example, Rule

NAMES = {"en": "English", "fa": "Persian"}
_MOST_EXAMPLES = 3
_SILENCE = """To silence it, in tonelint.yaml:
    off: [{id}]              no longer run it
    severity: {{{id}: hint}}   keep it as a hint, or error, warning, info"""


def find(name: str, rules: Mapping[str, Rule]) -> tuple[Rule, ...]:
    """Returns the rule of this id, or all rules of the family of this name.

    Raises UsageError with the nearest name if there is neither.
    """
    if name in rules:
        return (rules[name],)
    members = tuple(rule for rule in rules.values() if rule.family == name)
    if members:
        return members
    names = {*rules, *(rule.family for rule in rules.values())}
    raise UsageError(f'there is no rule "{name}"{nearest(name, sorted(names))}')


def explain(rule: Rule, language: str | None = None) -> str:
    """Returns a page about a rule, in one language ("fa", "en") or in all that it has."""
    languages = [code for code in ("en", "fa") if code in rule.why and language in (None, code)] or list(rule.why)
    parts = [f"{rule.id}: {rule.severity}, family {rule.family}, moves the score's {rule.dimension}"]
    if rule.needs:
        parts.append(f"It needs to be told: {', '.join(rule.needs)}.")
    for code in languages:
        parts += ["", NAMES[code], *_section(rule, code)]
    return "\n".join([*parts, "", _SILENCE.format(id=rule.id), ""])


def _section(rule: Rule, code: str) -> Iterator[str]:
    """Yields why the rule exists, then examples: what is flagged (✗) and becomes (→), and what passes (✓)."""
    yield from (f"  {_shown(line, code)}" for line in rule.why[code].strip().splitlines())
    for example in rule.bad.get(code, ())[:_MOST_EXAMPLES]:
        yield f"    ✗ {_shown(marked(example), code)}"
        if example.becomes:
            yield f"      → {_shown(example.becomes, code)}"
    yield from (f"    ✓ {_shown(example.text, code)}" for example in rule.good.get(code, ())[:_MOST_EXAMPLES])


def _shown(text: str, language: str) -> str:
    """On one line, and Persian between direction isolates, so that it does not move what is around it."""
    line = " ".join(text.split())
    return f"\u2068{line}\u2069" if language == "fa" else line


def marked(example: Example) -> str:
    """Returns the text of an example with what is flagged in ⟦ ⟧.

    >>> marked(Example("You must call us.", ("must",)))
    'You ⟦must⟧ call us.'
    """
    text, done = example.text, ""
    for piece in example.flags:
        before, found, text = text.partition(piece)
        done += f"{before}⟦{found}⟧" if found else before
    return done + text
