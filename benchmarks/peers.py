"""How fast is tonelint beside what people would use instead, and does it stay so when replies and rulebooks grow?

    python -m benchmarks.peers [--replies 60] [--starts 7] [--files 1000] [--rounds 3] [--only warm,cold,files,growth]
        [--proselint PYTHON] [--write-good NODE_MODULES]

Tonelint, proselint (from PyPI, in the Python that is named or in this one) and write-good (from npm, in the folder that
is named) read the same English replies, in turns, so that what else the machine does falls on all of them; a peer that
is not there is left out. Every figure is a median; only the ratios mean something on another machine. The peers do
different work: write-good has eight checks, proselint 124, neither reads Persian or knows what a reply is.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.warm import WARM
from tonelint.config import Settings
from tonelint.formats import find, read
from tonelint.linter import Linter, rulebook

WORDS = 150
DRAFTS = Path(__file__).parent.parent / "examples" / "drafts"
BESIDE = 'python -c "import regex, yaml, click"'


class Peers(NamedTuple):
    """Where the others are: the Python with proselint, the folder with write-good; None where one is missing."""

    proselint: str | None
    write_good: str | None

    def warm(self, path: Path) -> dict[str, list[str]]:
        """Returns the commands that check the replies in a JSON file, by name."""
        found = {"tonelint": [sys.executable, "-c", WARM["tonelint"], str(path)]}
        if self.proselint:
            found["proselint"] = [self.proselint, "-c", WARM["proselint"], str(path)]
        if self.write_good:
            found["write-good"] = ["node", "-e", WARM["write-good"], str(path)]
        return found

    def shell(self, *paths: str) -> dict[str, list[str]]:
        """Returns the commands that check files as people run them, by name."""
        found = {"tonelint": [sys.executable, "-m", "tonelint", "check", *paths]}
        if self.proselint:
            found["proselint"] = [self.proselint, "-m", "proselint", "check", *paths]
        if self.write_good:
            found["write-good"] = ["node", os.path.join(self.write_good, "write-good/bin/write-good.js"), *paths]
        return found

    @property
    def environment(self) -> dict[str, str]:
        """The variables that let node find write-good."""
        return {**os.environ, **({"NODE_PATH": self.write_good} if self.write_good else {})}


class Spent(NamedTuple):
    """What a process took: seconds on the wall, of processor time, and the most memory in MiB."""

    wall: float
    cpu: float
    memory: float


def replies(language: str, count: int) -> list[str]:
    """Returns replies of about 150 words: faulty and good sentences in a row, as the same seed gives them each time."""
    drafts = [draft.text for path in find(str(DRAFTS)) for draft in read(path) if draft.id.startswith(language)]
    sides = [side for rule in rulebook(Settings()).rules for side in (rule.bad, rule.good)]
    examples = [example.text for side in sides for example in side.get(language, ())]
    pieces, dice = [*drafts, *examples], random.Random(7)
    return [_reply(pieces, dice) for _ in range(count)]


def _reply(pieces: Sequence[str], dice: random.Random) -> str:
    reply: list[str] = []
    while sum(len(piece.split()) for piece in reply) < WORDS:
        reply.append(dice.choice(pieces))
    return "\n\n".join(reply)


def there(proselint: str, write_good: str | None) -> Peers:
    """Returns the peers that can be run."""
    has = subprocess.run([proselint, "-c", "import proselint"], capture_output=True, check=False).returncode == 0
    node = bool(write_good) and os.path.isdir(os.path.join(write_good or "", "write-good"))
    return Peers(proselint if has else None, os.path.abspath(write_good or "") if node else None)


def run(command: Sequence[str], environment: Mapping[str, str], folder: str | None = None) -> Spent:
    """Runs a process, and those that it starts, to its end."""
    begun = time.perf_counter()
    with open(os.devnull, "wb") as nothing:
        child = subprocess.Popen(command, env=environment, cwd=folder, stdout=nothing, stderr=nothing)
        _, child.returncode, used = os.wait4(child.pid, 0)
    return Spent(time.perf_counter() - begun, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def row(name: str, *cells: object) -> None:
    """Prints one line of a table."""
    print(
        f"{name:<44}" + "".join(f"{cell:>12}" if isinstance(cell, str) else f"{cell:>12.2f}" for cell in cells),
        flush=True,
    )


def turns(
    commands: Mapping[str, Sequence[str]], times: int, environment: Mapping[str, str], folder: str
) -> dict[str, list[Spent]]:
    """Runs processes in turns; the first turn, which fills caches, is left out."""
    spent: dict[str, list[Spent]] = {name: [] for name in commands}
    for turn in range(times + 1):
        for name, command in commands.items():
            took = run(command, environment, folder)
            if turn:
                spent[name].append(took)
    return spent


def warm(peers: Peers, texts: Mapping[str, Sequence[str]], folder: Path, rounds: int) -> None:
    """Prints the milliseconds that one reply takes in a process that runs already."""
    row("warm, ms a reply", "p50", "p95", "x proselint", "x write-good")
    english = folder / "en.json"
    for language, some in texts.items():
        (folder / f"{language}.json").write_text(json.dumps(list(some)), "utf-8")
    found: dict[str, list[float]] = {}
    for _ in range(rounds):
        for name, command in peers.warm(english).items():
            found.setdefault(f"{name} en", []).extend(_printed(command, peers))
        found.setdefault("tonelint fa", []).extend(
            _printed(Peers(None, None).warm(folder / "fa.json")["tonelint"], peers)
        )
    middle = {name: statistics.median(spent) for name, spent in found.items()}
    for name, spent in found.items():
        high = sorted(spent)[int(0.95 * len(spent))]
        row(
            name,
            middle[name],
            high,
            _ratio(middle[name], middle.get("proselint en")),
            _ratio(middle[name], middle.get("write-good en")),
        )


def _printed(command: Sequence[str], peers: Peers) -> list[float]:
    done = subprocess.run(command, env=peers.environment, capture_output=True, text=True, check=True)
    spent: list[float] = json.loads(done.stdout)
    return spent


def _ratio(one: float, other: float | None) -> Any:
    return one / other if other else "-"


def cold(peers: Peers, texts: Mapping[str, Sequence[str]], folder: Path, starts: int) -> None:
    """Prints what one start costs, for one reply."""
    for language, some in texts.items():
        (folder / f"{language}.txt").write_text(some[0], "utf-8")
    commands = {
        "python -c pass": [sys.executable, "-c", "pass"],
        BESIDE: [sys.executable, "-c", "import regex, yaml, click"],
        **{f"{name} en.txt": command for name, command in peers.shell("en.txt").items()},
        "tonelint fa.txt": [*Peers(None, None).shell("fa.txt")["tonelint"]],
    }
    spent = turns(commands, starts, peers.environment, str(folder))
    middle = {name: 1000 * statistics.median(one.cpu for one in some) for name, some in spent.items()}
    row("cold, ms of processor time a process", "median", "least", "x imports", "MiB at most")
    for name, took in spent.items():
        least = 1000 * min(one.cpu for one in took)
        row(name, middle[name], least, middle[name] / middle[BESIDE], max(one.memory for one in took))


def files(peers: Peers, texts: Sequence[str], folder: Path, number: int, rounds: int) -> None:
    """Prints what a folder of many files costs, and the same replies as JSON Lines."""
    place = folder / "many"
    place.mkdir()
    for index in range(number):
        (place / f"{index:05}.txt").write_text(texts[index % len(texts)] + f"\n\nRef {index}", "utf-8")
    (folder / "many.jsonl").write_text(
        "".join(json.dumps({"body": path.read_text("utf-8")}) + "\n" for path in sorted(place.iterdir())), "utf-8"
    )
    paths = [str(path) for path in sorted(place.iterdir())]
    commands = peers.shell(*paths)
    ours = [sys.executable, "-m", "tonelint", "check", "--format", "compact"]
    commands |= {
        "tonelint": [*ours, "many"], "tonelint -j 2": [*ours, "-j", "2", "many"], "tonelint -q": [*ours, "-q", "many"],
        "tonelint many.jsonl": [*ours, "many.jsonl"],
    }  # fmt: skip
    spent = turns(commands, rounds, peers.environment, str(folder))
    middle = {name: statistics.median(one.wall for one in some) for name, some in spent.items()}
    row(f"{number} files, seconds on the wall", "median", "replies/s", "x write-good", "x tonelint")
    for name, seconds in middle.items():
        row(name, seconds, number / seconds, _ratio(seconds, middle.get("write-good")), seconds / middle["tonelint"])


def growth(texts: Sequence[str], rounds: int) -> None:
    """Prints how the time of a check grows with the reply and with the rulebook."""
    linter, whole = Linter(), "\n\n".join(texts)
    row("a reply of", "ms", "ms a KB")
    for size in (1_000, 10_000, 100_000, 200_000):
        text = (whole * (1 + size // len(whole)))[:size]
        spent = min(_once(linter, [text]) for _ in range(rounds))
        row(f"{size} code points", spent, 1000 * spent / size)
    row("a rulebook of", "ms a reply", "x")
    plain = _once(linter, texts)
    for times in (1, 2, 4, 10):
        with tempfile.TemporaryDirectory() as folder:
            _synthetic(Path(folder), times - 1)
            made = Linter(Settings(rule_folders=(folder,)))
            _once(made, texts)
            spent = min(_once(made, texts) for _ in range(rounds))
        plain = spent if times == 1 else plain
        row(f"{times} times the phrases", spent / len(texts), spent / plain)


def _once(linter: Linter, texts: Iterable[str]) -> float:
    begun = time.process_time()
    for text in texts:
        linter.check(text)
    return 1000 * (time.process_time() - begun)


def _synthetic(folder: Path, times: int, phrases: int = 6_000) -> None:
    """Writes rules with as many phrases as all built-in ones have, over and over: words that no reply contains."""
    for number in range(times):
        match = "\n".join(f'    - "zq{number}x{n} (is|are) {{be}} …3 zv{n}"' for n in range(phrases))
        (folder / f"made-{number}.yaml").write_text(
            f"id: made-{number}\nfamily: house-style\nkind: phrase\ndimension: clarity\nseverity: info\n"
            "only: {en: made for a benchmark}\nwhy: {en: None.}\nmessage: {en: None.}\n"
            f"phrases:\n  en:\n{match}\n"
            "examples:\n  en:\n    bad:\n"
            f"      - {{text: zq{number}x1 is been zv1, flags: [zq{number}x1 is been zv1]}}\n"
            f"      - {{text: zq{number}x2 is been zv2, flags: [zq{number}x2 is been zv2]}}\n    good: [a, b]\n",
            "utf-8",
        )


def main() -> None:
    """Prints the tables that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--replies", type=int, default=60)
    parser.add_argument("--starts", type=int, default=7)
    parser.add_argument("--files", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", default="warm,cold,files,growth")
    parser.add_argument("--proselint", default=sys.executable, metavar="PYTHON")
    parser.add_argument("--write-good", metavar="NODE_MODULES")
    asked = parser.parse_args()
    peers = there(asked.proselint, asked.write_good)
    texts = {language: replies(language, asked.replies) for language in ("fa", "en")}
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        steps = {
            "warm": lambda: warm(peers, texts, folder, asked.rounds),
            "cold": lambda: cold(peers, texts, folder, asked.starts),
            "files": lambda: files(peers, texts["en"], folder, asked.files, asked.rounds),
            "growth": lambda: growth(texts["en"], asked.rounds),
        }
        for name in asked.only.split(","):
            steps[name]()
            print()
    print("load:", *(f"{load:.1f}" for load in os.getloadavg()))


if __name__ == "__main__":
    main()
