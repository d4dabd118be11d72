"""What a check gives back."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from tonelint.errors import RuleError, TextError, UsageError, nearest
from tonelint.revision import revise
from tonelint.score import Score, score
from tonelint.types import SAFETIES, SEVERITIES, Act, Context, Finding


def passes(findings: Iterable[Finding], score: Score, min_score: int, fail_on: str) -> bool:
    """Returns whether a reply passes: its score reaches the least one, and no finding is as severe as `fail_on`.

    fail_on: error, warning, info or hint; with "never" only the score decides.
    """
    failing = () if fail_on == "never" else SEVERITIES[SEVERITIES.index(fail_on) :]
    return score.value >= min_score and not any(finding.severity in failing for finding in findings)


class Report(NamedTuple):
    """Everything that was found in one reply.

    findings: sorted by span; hints among them. score: 0-100 with a part for each lost point. ok: whether the reply
    passes (see `passes`). strengths: what was done well, as names such as ``name-used``.
    skipped: the rules that said nothing for want of context, with the fields that they need. problems: rule files
    that could not be used, rules that were given up because an expression of theirs runs away, and that the reply is
    too long to be checked, if it is (see `unchecked`). acts: what the clauses of the reply do. min_score and
    fail_on: what decided whether it is ok. untried: how many of the findings, the last ones, have no rewrites because
    there are too many to try theirs (`tonelint.offers.MOST`).
    """

    text: str
    context: Context
    language: str
    findings: tuple[Finding, ...]
    score: Score
    ok: bool
    strengths: tuple[str, ...] = ()
    skipped: Mapping[str, tuple[str, ...]] = {}
    problems: tuple[RuleError | TextError, ...] = ()
    acts: tuple[Act, ...] = ()
    min_score: int = 0
    fail_on: str = "error"
    untried: int = 0

    @property
    def unchecked(self) -> TextError | None:
        """Why nothing was looked at, None where all was: then no finding means no fault."""
        return next((problem for problem in self.problems if isinstance(problem, TextError)), None)

    def without(self, passed_over: Collection[Finding]) -> Report:
        """Returns the report as if some findings had not been made: they take nothing from the score."""
        if not passed_over:
            return self
        gone = {finding[:-1] for finding in passed_over}  # without the rewrites: to compare them is to try them
        left = tuple(finding for finding in self.findings if finding[:-1] not in gone)
        value = score(left)
        return self._replace(findings=left, score=value, ok=passes(left, value, self.min_score, self.fail_on))

    def rewrite(self, safety: str = "safe") -> str:
        """Returns the reply with the best rewrite of each finding that is at least as safe as asked for.

        safety: "safe", or "review" for those that a person should look at as well; ideas, which have gaps, are never
        put in. The score does not fall, and to check and rewrite the result changes nothing more. `text` stays as it
        is. Raises UsageError for another value. docs/rewrites.md says what becomes of rewrites that overlap.

        >>> from tonelint import check
        >>> check("Please find attached the form.", channel="chat").rewrite()
        'Please find attached the form.'
        """
        if safety not in SAFETIES[:2]:
            raise UsageError(f"rewrites to apply are safe or review, not “{safety}”{nearest(safety, SAFETIES[:2])}")
        return revise(self.text, self.findings, safety).text
