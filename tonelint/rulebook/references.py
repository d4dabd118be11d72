"""Names that one file uses and another file gives: rules in profiles, acts in guards, acts that wait for acts."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from tonelint.errors import RuleError, nearest
from tonelint.rulebook.params import mistakes
from tonelint.rulebook.schema import BUILT_IN_ACTS, Overlay, Profile
from tonelint.rulebook.strict_yaml import Items, Node, Table, parse
from tonelint.types import ActRule, Rule


def unknown_rules(profile: Profile, known: Collection[str]) -> Iterator[RuleError]:
    """Yields an error for each rule that a profile names and that does not exist."""
    for above, layer in _layers(profile):
        for key, named in (("severity", layer.severity), ("params", layer.params)):
            for rule in named:
                if rule not in known:
                    yield at(profile.path, f'there is no rule "{rule}"{nearest(rule, known)}', *above, key, rule)


def wrong_params(source: Rule | Profile, kinds: Mapping[str, str], acts: Collection[str]) -> Iterator[RuleError]:
    """Yields an error for each param that its kind cannot use. kinds: of all rules by id; acts: all names."""
    if isinstance(source, Rule):
        for steps, message in mistakes(source.kind, source.params, acts):
            yield at(source.path, message, "params", *steps)
        return
    for above, layer in _layers(source):
        for rule, params in layer.params.items():
            for steps, message in mistakes(kinds.get(rule, ""), params, acts):
                yield at(source.path, message, *above, "params", rule, *steps)


def _layers(profile: Profile) -> Iterator[tuple[tuple[str, ...], Overlay]]:
    """Yields the profile's own changes and those of its overlays, each with the keys that lead there."""
    yield (), Overlay(profile.severity, profile.params, profile.min_score)
    for name, overlay in profile.overlays.items():
        yield (name,), overlay


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
