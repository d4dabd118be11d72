"""Findings that a team lets stand, with a reason: passed over, and said when they are not needed any more."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from tonelint.config.globs import fits
from tonelint.config.settings import Suppression
from tonelint.cuebook import keys_of
from tonelint.errors import ConfigError, nearest
from tonelint.linter import LANGUAGES
from tonelint.report import Report
from tonelint.types import Finding, Rule

_WILD = re.compile(r"[*?\[]")


class Verdict(NamedTuple):
    """A report without what was suppressed. meant: the suppressions that are for this reply; used: those of them that
    passed a finding over."""

    report: Report
    meant: frozenset[Suppression] = frozenset()
    used: frozenset[Suppression] = frozenset()


def suppressed(report: Report, path: str, reply: str, known: Iterable[Suppression], today: str) -> Verdict:
    """Returns a report without the findings that may stand.

    path and reply: the file and the id of the reply. today: as 2027-01-31; what expired before it has no effect.

    >>> import tonelint
    >>> report = tonelint.check("Please find attached the form.")
    >>> known = Suppression("stiff-wording", "our lawyers want it"), Suppression("cliche", "as well")
    >>> verdict = suppressed(report, "a.txt", "a", known, "2027-01-31")
    >>> verdict.report.findings, [one.rule for one in verdict.used]
    ((), ['stiff-wording'])
    """
    meant = [one for one in known if _is_for(one, path, reply)]
    gone: list[Finding] = []
    used: set[Suppression] = set()
    for one in meant:
        found = [] if _is_over(one, today) else [f for f in report.findings if _covers(one, f, report.text)]
        gone += found
        used.update([one] if found else [])
    return Verdict(report.without(gone), frozenset(meant), frozenset(used))


def complaints(
    known: Collection[Suppression], meant: Collection[Suppression], used: Collection[Suppression],
    today: str, rules: Mapping[str, Rule],
) -> list[ConfigError]:  # fmt: skip
    """Returns what there is to say of suppressions after a run: sorted, each with its place.

    Those of rules that do not exist, that have expired, that let nothing stand any more although their replies were
    looked at, and that name a file that is gone. What was for other files than those of this run is left alone.
    """
    meant, used = set(meant), set(used)
    families = {rule.family for rule in rules.values()}
    found = []
    for one in sorted(set(known), key=lambda one: one.place):
        if message := _complaint(one, one in meant, one in used, today, {*rules, *families}):
            found.append(ConfigError(message, *one.place))
    return found


def _complaint(one: Suppression, meant: bool, used: bool, today: str, names: Collection[str]) -> str:
    if one.rule not in names:
        return f'suppress: there is no rule "{one.rule}"{nearest(one.rule, sorted(names))}'
    if _is_over(one, today):
        return f"suppress: {one.rule} was to stand until {one.expires}; mend the reply, or set a later day"
    if meant and not used:
        return f"suppress: {one.rule} finds nothing here any more; take this out"
    if not meant and "/" in one.files and not _WILD.search(one.files):
        if not os.path.exists(os.path.join(one.folder, one.files)):
            return f"suppress: there is no file {one.files}; take this out, or say where it is now"
    return ""


def _is_for(one: Suppression, path: str, reply: str) -> bool:
    return one.reply in ("", reply) and (not one.files or fits(path, one.files, one.folder))


def _is_over(one: Suppression, today: str) -> bool:
    return bool(one.expires) and one.expires < today


def _covers(one: Suppression, finding: Finding, text: str) -> bool:
    """Whether a finding may stand; words are compared by their keys, so that no spelling makes a difference."""
    if one.rule not in (finding.rule, finding.family):
        return False
    keys = keys_of(LANGUAGES.get(finding.language) or LANGUAGES["en"])
    return not one.text or _run(keys(one.text), keys(text[finding.span.start : finding.span.end]))


def _run(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """Whether some keys stand one after the other among others."""
    return any(whole[at : at + len(part)] == part for at in range(len(whole) - len(part) + 1))
