"""Doubts: findings that the labeller takes for false alarms become hints: not lost, but interrupting nobody."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence

from tonelint import labeller
from tonelint.types import Finding, Reply


def doubted(
    findings: Sequence[Finding], reply: Reply, decided: Collection[str], learnt: Collection[str]
) -> list[Finding]:
    """Returns findings, those as hints whose sentence, in its reply, or whose reply hardly leans to their family.

    decided: rules of a team, and those whose severity it has chosen; they, blockers and hints stay as they are.
    learnt: rules that say what the labeller says: what they find becomes a hint where other rules found the same.
    """
    if not reply.views or all(finding.severity == "hint" for finding in findings):
        return list(findings)
    spared = {*decided, *learnt}
    starts = [view.sentence.start for view in reply.views]

    def doubt(finding: Finding) -> bool:
        own, family = labeller.of(finding.language), finding.family
        if own is None or finding.severity == "hint" or finding.blocker or finding.rule in spared:
            return False
        if family in own.labels:  # a fault: sentences show it
            at = max(bisect_right(starts, finding.span.start) - 1, 0)
            if reply.views[at].language.code != finding.language:
                return False
            leans = labeller.lean_of_sentence(family, reply, at)
        else:
            leans = labeller.lean_of_reply(family, reply, finding.language)
        return leans is not None and leans < own.doubts[family]

    doubts = [doubt(finding) for finding in findings]
    shown = zip(findings, doubts)
    told = {f.family for f, gone in shown if not gone and f.severity != "hint" and f.rule not in learnt}
    return [
        finding._replace(severity="hint") if gone or (finding.rule in learnt and finding.family in told) else finding
        for finding, gone in zip(findings, doubts)
    ]
