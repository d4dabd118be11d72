"""Replies checked in several processes at once; what comes back is in the order in which it went."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tonelint.cli.desk import Desk
    from tonelint.formats import Draft
    from tonelint.report import Report

    Asked = tuple[str, str, dict[str, str]]

_PARCEL = 32  # replies: enough that sending costs little, so few that no process waits long for the last parcel
_AHEAD = 3  # parcels for each process that are on their way at once, so that memory does not grow with the run

_desk: Desk | None = None


def reports(desk: Desk, drafts: Iterable[Draft], jobs: int, most: int | None) -> Iterator[tuple[Draft, Report]]:
    """Yields every draft with its report, as `Desk.finds` makes it, from `jobs` processes.

    most: how many rewrites of a finding come along, None for all: they are tried before they are sent.
    """
    from concurrent.futures import Future, ProcessPoolExecutor

    drafts = iter(drafts)
    sent: deque[tuple[list[Draft], Future[list[Report]]]] = deque()
    with ProcessPoolExecutor(jobs, initializer=_start, initargs=(desk.configs.named, desk.over, desk.context)) as pool:
        while True:
            while len(sent) < jobs * _AHEAD and (parcel := list(islice(drafts, _PARCEL))):
                for draft in parcel:
                    desk.linter(draft.path)  # so that mistakes in its rules are told, and told once
                sent.append((parcel, pool.submit(_check, most, [(d.path, d.text, dict(d.context)) for d in parcel])))
            if not sent:
                return
            parcel, found = sent.popleft()
            yield from zip(parcel, found.result())


def _start(named: str | None, over: Mapping[str, Any], context: Mapping[str, str]) -> None:
    from tonelint.cli.desk import Desk

    global _desk
    _desk = Desk(named, over, context, quiet=True)


def _check(most: int | None, parcel: Iterable[Asked]) -> list[Report]:
    assert _desk is not None, "the process was not made ready"
    return [_sent(_desk.finds(path, text, context), most) for path, text, context in parcel]


def _sent(report: Report, most: int | None) -> Report:
    """A report without the rewrites that nobody will look at."""
    if most is None:
        return report
    return report._replace(findings=tuple(found._replace(rewrites=found.rewrites[:most]) for found in report.findings))
