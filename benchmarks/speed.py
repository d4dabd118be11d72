"""How long does a reply of 150 words take: in a process that runs already, and in one that has to start?

    python benchmarks/speed.py [--replies 200] [--starts 5]

Warm: milliseconds of processor time for one `Linter.check`, each reply another one, put together from the example
drafts and the rules' own examples. Cold: milliseconds of processor time of a whole process, the median; runs take
turns, so that what else the machine does falls on all of them. Only ratios mean something on another machine.
"""

from __future__ import annotations

import argparse
import gc
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from tonelint.formats import find, read
from tonelint.linter import Linter

WORDS = 150
DRAFTS = Path(__file__).parent.parent / "examples" / "drafts"
PYTHON = [sys.executable]
COLD = {
    "python -c pass": [*PYTHON, "-c", "pass"],
    'python -c "import regex, yaml, click"': [*PYTHON, "-c", "import regex, yaml, click"],
    "python -c \"import tonelint; tonelint.check('Hi.')\"": [*PYTHON, "-c", "import tonelint; tonelint.check('Hi.')"],
    "tonelint check one.txt (fa)": [*PYTHON, "-m", "tonelint", "check", "fa.txt"],
    "tonelint check one.txt (en)": [*PYTHON, "-m", "tonelint", "check", "en.txt"],
}
BESIDE = 'python -c "import regex, yaml, click"'


def replies(linter: Linter, language: str, count: int) -> list[str]:
    """Returns replies of about 150 words: faulty and good sentences in a row, as the same seed gives them each time."""
    drafts = [draft.text for path in find(str(DRAFTS)) for draft in read(path) if draft.id.startswith(language)]
    sides = [side for rule in linter.rules.values() for side in (rule.bad, rule.good)]
    examples = [example.text for side in sides for example in side.get(language, ())]
    pieces, dice = [*drafts, *examples], random.Random(7)
    return [_reply(pieces, dice) for _ in range(count)]


def _reply(pieces: Sequence[str], dice: random.Random) -> str:
    reply: list[str] = []
    while sum(len(piece.split()) for piece in reply) < WORDS:
        reply.append(dice.choice(pieces))
    return "\n\n".join(reply)


def warm(linter: Linter, texts: Sequence[str]) -> list[float]:
    """Returns the milliseconds that each reply took, after all were checked once."""
    for text in texts:
        linter.check(text)
    gc.collect()
    spent = []
    for text in texts:
        begun = time.process_time()
        linter.check(text)
        spent.append(1000 * (time.process_time() - begun))
    return spent


def cold(commands: Sequence[Sequence[str]], folder: str, times: int) -> list[list[float]]:
    """Returns the milliseconds of each start of each command; the first round, which fills caches, is left out."""
    spent: list[list[float]] = [[] for _ in commands]
    for _ in range(times + 1):
        for command, all_of_it in zip(commands, spent):
            begun = _children()
            subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
            all_of_it.append(1000 * (_children() - begun))
    return [one[1:] for one in spent]


def _children() -> float:
    spent = os.times()
    return spent.children_user + spent.children_system


def show_warm(linter: Linter, count: int) -> dict[str, str]:
    """Prints the warm table. Returns one reply of each language."""
    print(f"{'warm, ms a reply':<52}{'p50':>8}{'p95':>8}{'words':>8}{'findings':>10}")
    chosen = {}
    for language in ("fa", "en"):
        texts = replies(linter, language, count)
        spent = sorted(warm(linter, texts))
        found = statistics.mean(len(linter.check(text).findings) for text in islice(texts, 50))
        words = statistics.mean(len(text.split()) for text in texts)
        middle, high = statistics.median(spent), spent[int(0.95 * len(spent))]
        print(f"{language:<52}{middle:8.2f}{high:8.2f}{words:8.0f}{found:10.1f}", flush=True)
        chosen[language] = texts[0]
    return chosen


def show_cold(chosen: dict[str, str], starts: int) -> None:
    """Prints the cold table."""
    with tempfile.TemporaryDirectory() as folder:
        for language, text in chosen.items():
            (Path(folder) / f"{language}.txt").write_text(text, "utf-8")
        spent = dict(zip(COLD, cold(list(COLD.values()), folder, starts)))
    beside = statistics.median(spent[BESIDE])
    print(f"\n{'cold, ms a process':<52}{'median':>8}{'least':>8}{'ratio':>8}")
    for name, times in spent.items():
        print(f"{name:<52}{statistics.median(times):8.0f}{min(times):8.0f}{statistics.median(times) / beside:8.2f}")


def main() -> None:
    """Prints both tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--replies", type=int, default=200, help="how many replies of each language")
    parser.add_argument("--starts", type=int, default=5, help="how many starts of each process")
    asked = parser.parse_args()
    show_cold(show_warm(Linter(), asked.replies), asked.starts)


if __name__ == "__main__":
    main()
