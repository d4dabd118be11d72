"""Doubts: findings that the labeller takes for false alarms become hints: not lost, but interrupting nobody."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Sequence

from tonelint import labeller
from tonelint.types import Finding, Reply


def doubted(
    findings: Sequence[Finding], reply: Reply, decided: Collection[str], learnt: Collection[str]
) -> list[Finding]:
    """Returns findings, those as hints whose sentence, or whose reply as a whole, hardly leans to their family.

    decided: rules of a team, and those whose severity it has chosen; they, blockers and hints stay as they are.
    learnt: rules that say what the labeller says; what they find is no sign for it.
    """
    if not reply.views or all(finding.severity == "hint" for finding in findings):
        return list(findings)
    spared = {*decided, *learnt}
    places = labeller.places(reply.views)
    starts = [view.sentence.start for view in reply.views]
    families = {f.family for f in findings if f.severity != "hint" and f.rule not in learnt}
    traits = labeller.traits(reply.views, reply.context.channel, sorted(families))
    of_all: dict[str, Callable[[str], float]] = {}

    def doubt(finding: Finding) -> bool:
        own = labeller.of(finding.language)
        if own is None or finding.severity == "hint" or finding.blocker or finding.rule in spared:
            return False
        if (label := finding.family) in own.labels:
            at = max(bisect_right(starts, finding.span.start) - 1, 0)
            view = reply.views[at]
            return view.language.code == finding.language and own.excess(label, view, places[at]) < own.doubts(label)
        label = f"reply:{finding.family}"
        if label not in own.labels:
            return False
        if finding.language not in of_all:
            of_all[finding.language] = own.excess_of_all(reply.views, traits)
        return of_all[finding.language](label) < own.doubts(label)

    return [finding._replace(severity="hint") if doubt(finding) else finding for finding in findings]
