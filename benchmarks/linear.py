"""Does the time of a check grow with the length of the text, and no faster?

    python benchmarks/linear.py [--most 1000000] [--only read|check]

Each unit is repeated up to some lengths, each four times the one before. Printed are the milliseconds of processor
time (the least of three runs, the collector off as in `timeit`), and how many times as much four times the text took.
Exits with 1 if a ratio is clearly more than linear. `read` finds zones, blocks, sentences and words; `check` is all
that `Linter.check` does, up to the longest reply that it takes.
"""

from __future__ import annotations

import argparse
import gc
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from tonelint.linter import LANGUAGES, Linter
from tonelint.text.document import read

TIMES = 4
CLEARLY = 7.0  # 4 is linear, 16 quadratic; caches and allocation make up to 6 of a linear pass
TOO_SHORT = 0.03  # seconds: a clock says little about less

MARKS = [
    "[", "<", "{", '"', ">", "'", "«", "“", "(", "*", "_", ".", "…", "-", "@", "`", "&", "%", "$", "#", "!",
    "\n", "\r\n", " ", "\t\n", "\u200c", "\ud800", "🙂", "[%", "{%", "<!--", "<b>", "<a ", "<pre>\n", "```\n",
    "://", "a://", "a@", "a.", "a.b/", "a)", "a'", "1", "1.", "1. a\n", "XXX ", "{name} ", "[name]. ", "«a {b}» ",
    "س\u200c", "س\u0650",
]  # fmt: skip
WORDS = [
    "a", "a ", "A. ", "س ", "Sara\n", "Best,\n", "> a\n\nb\n", "From: a\nSent: b\n", "On a wrote:\n", "http://a) ",
    "Unfortunately we can't ship it. ", "you must, if you can't, ", "our team will look into it soon and ",
    "Hi Sara, the RTO (a) is late!! ", "متأسفانه نمی‌توانیم لغو کنیم. ", "اگر نرسید باید ", "سفارش ثبت شد و ",
    "It was sent, ", "درخواست ها می شود ",
]  # fmt: skip


def measured(work: Callable[[str], object], text: str) -> float:
    """Returns the seconds of processor time that the fastest of three runs took."""
    best = float("inf")
    for _ in range(3):
        gc.collect()
        gc.disable()
        begun = time.process_time()
        work(text)
        best = min(best, time.process_time() - begun)
        gc.enable()
        if best > 0.5:
            break
    return best


def rows(work: Callable[[str], object], units: Iterable[str], sizes: list[int]) -> Iterator[tuple[str, list[float]]]:
    """Yields each unit with the seconds for each size."""
    for unit in units:
        yield unit, [measured(work, (unit * (size // len(unit) + 1))[:size]) for size in sizes]


def ratios(seconds: list[float]) -> list[float]:
    """Returns how many times as long each size took as the one before; 0 where that is too short to tell."""
    return [later / before if later > TOO_SHORT * TIMES else 0.0 for before, later in pairwise(seconds)]


def report(name: str, work: Callable[[str], object], units: Iterable[str], most: int) -> bool:
    """Prints one table. Returns whether every ratio in it is linear."""
    sizes = [most // TIMES**2, most // TIMES, most]
    print(f"\n{name:<36}" + "".join(f"{size:>11,}" for size in sizes) + "   ratios")
    linear = True
    for unit, seconds in rows(work, units, sizes):
        grown = ratios(seconds)
        verdict = "" if max(grown) < CLEARLY else "  MORE THAN LINEAR"
        linear = linear and not verdict
        shown = "  ".join(f"{ratio:4.1f}" if ratio else "   -" for ratio in grown)
        times = "".join(f"{1000 * second:>9.0f}ms" for second in seconds)
        print(f"{ascii(unit)[:34]:<36}{times}   {shown}{verdict}", flush=True)
    return linear


def main() -> int:
    """Returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--most", type=int, default=1_000_000, help="code points of the longest text")
    parser.add_argument("--only", choices=["read", "check"])
    chosen = parser.parse_args()
    linter = Linter()
    tables: dict[str, tuple[Callable[[str], object], list[str]]] = {
        "read": (lambda text: read(text, LANGUAGES), [*MARKS, *WORDS]),
        "check": (linter.check, WORDS),
    }
    # a list, so that one table that fails does not keep the next from being printed
    linear = [
        report(name, work, units, chosen.most) for name, (work, units) in tables.items() if chosen.only in (None, name)
    ]
    return 0 if all(linear) else 1


if __name__ == "__main__":
    sys.exit(main())
