"""Laws about cost without a clock: what is counted is the same on every machine and under any load.

A step is a line that runs, or a call or return of a Python function, or a call of a C function. What goes on inside
one C call is not seen: the cost of regular expressions is measured in ``benchmarks/linear.py``.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

TIMES = 4
LINEAR = 4.5  # what four times the input may cost at most


def steps(work: Callable[[], object]) -> int:
    """Returns how many steps a piece of work takes.

    >>> steps(lambda: [n for n in range(1000)]) > 1000 > steps(lambda: [n for n in range(10)])
    True
    """
    count = 0

    def traced(frame: FrameType, event: str, arg: Any) -> Callable[..., Any]:
        nonlocal count
        count += 1
        return traced

    def profiled(frame: FrameType, event: str, arg: Any) -> None:
        nonlocal count
        count += event == "c_call"

    before, collecting = (sys.gettrace(), sys.getprofile()), gc.isenabled()
    gc.disable()  # what others have hung on the collector would be counted
    sys.settrace(traced)
    sys.setprofile(profiled)
    try:
        work()
    finally:
        sys.setprofile(before[1])
        sys.settrace(before[0])
        if collecting:
            gc.enable()
    return count


def growth(prepare: Callable[[int], Callable[[], object]], size: int) -> float:
    """Returns how many times as many steps four times the size costs.

    `prepare(size)` makes ready what is not counted and returns the work, which is done once before it is counted, so
    that memos are filled. It has to do all of it: an iterator that nobody empties costs nothing.

    >>> growth(lambda size: lambda: [n for n in range(size)], 1000) < LINEAR
    True
    >>> growth(lambda size: lambda: [(m, n) for n in range(size) for m in range(size)], 50) > LINEAR
    True
    """
    counts = []
    for times in (1, TIMES):
        work = prepare(size * times)
        work()
        counts.append(steps(work))
    return counts[1] / counts[0]
