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


def reports(desk: Desk, drafts: Iterable[Draft], jobs: int) -> Iterator[tuple[Draft, Report]]:
    """Yields every draft with its report, as `Desk.report` makes it, from `jobs` processes."""
    from concurrent.futures import Future, ProcessPoolExecutor

    drafts = iter(drafts)
    sent: deque[tuple[list[Draft], Future[list[Report]]]] = deque()
    with ProcessPoolExecutor(jobs, initializer=_start, initargs=(desk.configs.named, desk.over, desk.context)) as pool:
        while True:
            while len(sent) < jobs * _AHEAD and (parcel := list(islice(drafts, _PARCEL))):
                for draft in parcel:
                    desk.linter(draft.path)  # so that mistakes in its rules are told, and told once
                sent.append((parcel, pool.submit(_check, [(d.path, d.text, dict(d.context)) for d in parcel])))
            if not sent:
                return
            parcel, found = sent.popleft()
            yield from zip(parcel, found.result())


def _start(named: str | None, over: Mapping[str, Any], context: Mapping[str, str]) -> None:
    from tonelint.cli.desk import Desk

    global _desk
    _desk = Desk(named, over, context, quiet=True)


def _check(parcel: Iterable[Asked]) -> list[Report]:
    assert _desk is not None, "the process was not made ready"
    return [_desk.report(path, text, context) for path, text, context in parcel]
