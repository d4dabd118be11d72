"""``check --stats``: how many replies, findings by family and rule, and how the scores are spread."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from tonelint.types import SEVERITIES

if TYPE_CHECKING:
    from tonelint.formats import Draft
    from tonelint.report import Report

_STEP, _WIDTH = 10, 40


class Statistics:
    """Counts what goes by; `lines` says what it came to."""

    def __init__(self) -> None:
        self._severities: Counter[str] = Counter()
        self._rules: Counter[tuple[str, str]] = Counter()
        self._scores: Counter[int] = Counter()

    def count(self, checked: Iterable[tuple[Draft, Report]]) -> Iterator[tuple[Draft, Report]]:
        """Yields the replies on, and counts them."""
        for draft, report in checked:
            self._scores[report.score.value] += 1
            for finding in report.findings:
                self._severities[finding.severity] += 1
                self._rules[finding.family, finding.rule] += 1
            yield draft, report

    def lines(self) -> Iterator[str]:
        """Yields the lines of a table."""
        replies = sum(self._scores.values())
        told = ", ".join(f"{self._severities[one]} {one}" for one in reversed(SEVERITIES))
        yield f"replies: {replies}; findings: {told}"
        for (family, rule), number in self._rules.most_common():
            yield f"{number:7}  {family if family == rule else f'{family} / {rule}'}"
        if replies:
            yield "scores"
            yield from self._bars()

    def _bars(self) -> Iterator[str]:
        bands = Counter[int]()
        for value, number in self._scores.items():
            bands[min(value, 99) // _STEP] += number
        most = max(bands.values())
        for band in range(max(bands), min(bands) - 1, -1):
            last = 100 if band == 9 else band * _STEP + _STEP - 1
            bar = "#" * round(_WIDTH * bands[band] / most)
            yield f"{band * _STEP:3}-{last:<3} {bands[band]:6}  {bar}".rstrip()
