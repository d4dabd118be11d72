"""Looks for inputs that break a promise, led by the branches that they reach.

    python -m fuzz.run replies|rewrites|files|rules|phrases|settings [--seconds 600] [--corpus FOLDER]

Needs atheris (`pip install atheris`, Linux or macOS). Each find is told once for the place that it comes from, and left
in the corpus folder as ``find-…`` (what takes too long ends the run, as ``timeout-…``); `--again FILE` runs one once
more, without atheris. What was found and mended belongs into `tests/robustness`.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import traceback
from collections.abc import Callable
from importlib import import_module

TARGETS = ("replies", "rewrites", "files", "rules", "phrases", "settings")


def main() -> int:
    """Returns the exit status, where atheris lets it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("--seconds", type=int, default=600)
    parser.add_argument(
        "--corpus", help="a folder that remembers what was tried; a new one under the system's if not given"
    )
    parser.add_argument("--again", metavar="FILE", help="run one find once more")
    chosen = parser.parse_args()
    os.environ["TONELINT_CACHE"] = tempfile.mkdtemp(prefix="tonelint-cache-")
    if chosen.again:
        with open(chosen.again, "rb") as find:
            import_module("fuzz.targets").TARGETS[chosen.target](find.read())
        return 0
    corpus = chosen.corpus or tempfile.mkdtemp(prefix=f"tonelint-{chosen.target}-")
    os.makedirs(corpus, exist_ok=True)
    _fuzz(chosen.target, corpus, chosen.seconds)
    return 0


def _fuzz(target: str, corpus: str, seconds: int) -> None:
    try:
        import atheris
    except ImportError:
        sys.exit("fuzzing needs atheris: pip install atheris")
    with atheris.instrument_imports(include=["tonelint"]):
        targets = import_module("fuzz.targets")
    import_module("fuzz.promises").linter()  # so that the first input is not charged with it
    for number, seed in enumerate(targets.seeds(target)):
        with open(os.path.join(corpus, f"seed-{number:04}"), "wb") as file:
            file.write(seed)
    options = [f"-max_total_time={seconds}", "-max_len=3000", "-timeout=60", f"-artifact_prefix={corpus}/", corpus]
    atheris.Setup([sys.argv[0], *options], _noted(targets.TARGETS[target], corpus))
    atheris.Fuzz()


def _noted(run: Callable[[bytes], None], corpus: str) -> Callable[[bytes], None]:
    """The same, but a find is written down, once for the place that it comes from, and the search goes on."""
    known: set[str] = set()

    def noted(data: bytes) -> None:
        try:
            run(data)
        except Exception as error:
            last = traceback.extract_tb(error.__traceback__)[-1]
            place = f"{type(error).__name__}-{os.path.basename(last.filename)}-{last.lineno}"
            if place not in known:
                known.add(place)
                with open(os.path.join(corpus, f"find-{place}"), "wb") as file:
                    file.write(data)
                print(f"FOUND {place}: {str(error)[:200]!a}", flush=True)

    return noted


if __name__ == "__main__":
    sys.exit(main())
