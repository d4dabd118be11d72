"""Names that one file uses and another file gives: rules in profiles, acts in guards, acts that wait for acts."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from tonelint.errors import RuleError, nearest
from tonelint.rulebook.schema import BUILT_IN_ACTS, Profile
from tonelint.rulebook.strict_yaml import Items, Node, Table, parse
from tonelint.types import ActRule, Rule


def unknown_rules(profile: Profile, known: Collection[str]) -> Iterator[RuleError]:
    """Yields an error for each rule that a profile names and that does not exist."""
    layers: list[tuple[tuple[str, ...], Mapping[str, Mapping[str, object]]]] = [
        ((), {"severity": profile.severity, "params": profile.params})
    ]
    layers += [((name,), {"severity": o.severity, "params": o.params}) for name, o in profile.overlays.items()]
    for above, layer in layers:
        for key, values in layer.items():
            for rule in values:
                if rule not in known:
                    yield at(profile.path, f'there is no rule "{rule}"{nearest(rule, known)}', *above, key, rule)


def unknown_acts(rule: Rule | ActRule, known: Collection[str]) -> Iterator[RuleError]:
    """Yields an error for each act that the guards of a rule or act name and that does not exist."""
    known = {*BUILT_IN_ACTS, *known}
    for language, unless in rule.unless.items():
        for n, act in enumerate(unless.acts):
            if act not in known:
                message = f'there is no act "{act}"{nearest(act, sorted(known))}'
                yield at(rule.path, message, "unless", language, "acts", n)


def circle(acts: Collection[ActRule]) -> dict[str, ActRule]:
    """Returns the acts that cannot be labelled because their guards wait for each other (and what waits for them)."""
    waiting = {act.name: act for act in acts}
    while ready := [name for name, act in waiting.items() if not _awaited(act) & waiting.keys()]:
        for name in ready:
            del waiting[name]
    return waiting


def _awaited(act: ActRule) -> set[str]:
    return {name for unless in act.unless.values() for name in unless.acts} - {act.name}


def at(path: str, message: str, *steps: str | int) -> RuleError:
    """Returns an error at one place of a file, named by keys and indexes.

    Values do not remember where they stood; the file is read again, which costs nothing as long as all is well.
    """
    with open(path, "rb") as file:
        node: Node | None = parse(file.read(), path)[0]
    line = column = 0
    for step in steps:
        if isinstance(node, Table) and step in node.keys:
            line, column = node.keys[str(step)][2:]
            node = node.values[str(step)]
        elif isinstance(node, Items) and isinstance(step, int):
            node = node.items[step]
            line, column = node.line, node.column
    return RuleError(message, path, line, column)
