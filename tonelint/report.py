"""What a check gives back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from tonelint.errors import RuleError, UsageError, nearest
from tonelint.rewrite import apply
from tonelint.score import Score
from tonelint.types import SAFETIES, Act, Context, Finding


class Report(NamedTuple):
    """Everything that was found in one reply.

    findings: sorted by span; hints among them. score: 0-100 with a part for each lost point. ok: no error was found
    and the score reaches the threshold. strengths: what was done well, as names such as ``name-used``.
    skipped: the rules that said nothing for want of context, with the fields that they need. problems: rule files
    that could not be used. acts: what the clauses of the reply do (for `tonelint check --trace`).
    """

    text: str
    context: Context
    language: str
    findings: tuple[Finding, ...]
    score: Score
    ok: bool
    strengths: tuple[str, ...] = ()
    skipped: Mapping[str, tuple[str, ...]] = {}
    problems: tuple[RuleError, ...] = ()
    acts: tuple[Act, ...] = ()

    def rewrite(self, safety: str = "safe") -> str:
        """Returns the reply with the best rewrite of each finding that is at least as safe as asked for.

        safety: "safe", or "review" for those that a person should look at as well. The text itself is not changed.
        Raises UsageError for another value.
        """
        if safety not in SAFETIES[:2]:
            raise UsageError(f"rewrites to apply are safe or review, not “{safety}”{nearest(safety, SAFETIES[:2])}")
        return apply(self.text, self.findings, safety)
