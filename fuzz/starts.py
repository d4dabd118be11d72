"""Starts many processes at once on an empty cache, again and again: all must say the same and leave one whole book.

python -m fuzz.starts [--processes 16] [--times 10]
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile

SCRIPT = "import tonelint; print([f[:4] for f in tonelint.check('Kindly wait, we cannot.').findings])"


def main() -> int:
    """Returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--processes", type=int, default=16)
    parser.add_argument("--times", type=int, default=10)
    chosen = parser.parse_args()
    for number in range(chosen.times):
        with tempfile.TemporaryDirectory() as folder:
            said = _started(folder, chosen.processes)
            left = os.listdir(folder)
            print(f"{number + 1}: {len(said)} different outputs, left in the cache: {left}", flush=True)
            if len(said) != 1 or len(left) != 1 or not left[0].endswith(".book"):
                return 1
    return 0


def _started(folder: str, processes: int) -> set[bytes]:
    environment = {**os.environ, "TONELINT_CACHE": folder}
    command = [sys.executable, "-X", "utf8", "-c", SCRIPT]
    started = [subprocess.Popen(command, stdout=subprocess.PIPE, env=environment) for _ in range(processes)]
    return {process.communicate()[0] for process in started}


if __name__ == "__main__":
    sys.exit(main())
