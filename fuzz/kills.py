"""Kills `tonelint fix --write` in the middle, again and again: each file must be the old one or the new one.

python -m fuzz.kills [--times 100] [--files 150]
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

BEFORE, AFTER = "I has sent it to you.\n", "I have sent it to you.\n"
FILES = {
    "tonelint.yaml": "house: house.yaml\nonly: [house-prefer]\n",
    "house.yaml": "prefer: {en: {has sent: have sent}}\n",
}


def main() -> int:
    """Returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--times", type=int, default=100)
    parser.add_argument("--files", type=int, default=150)
    chosen = parser.parse_args()
    unfinished = writing = 0
    with tempfile.TemporaryDirectory() as folder:
        for number in range(chosen.times):
            found = killed(Path(folder), chosen.files, random.uniform(0, 0.3))
            if not found <= {BEFORE, AFTER}:
                print(f"{number + 1}: a file is neither the old one nor the new one: {found!a}")
                return 1
            unfinished += len(found) == 2
            left = list(Path(folder).glob(".tonelint-*"))
            writing += len(left)
            for path in left:
                path.unlink()
    print(f"{chosen.times} kills: {unfinished} before all files were written, {writing} while one was; all are whole")
    return 0


def killed(folder: Path, files: int, after: float) -> set[str]:
    """Returns the contents of files that were to be fixed by a process killed so many seconds after the first was."""
    for name, content in FILES.items():
        (folder / name).write_text(content, "utf-8")
    paths = [folder / f"{number:03}.txt" for number in range(files)]
    for path in paths:
        path.write_text(BEFORE, "utf-8")
    command = [sys.executable, "-m", "tonelint", "fix", "--write", "--review", "--show-hints", "."]
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while process.poll() is None and paths[0].read_text("utf-8") == BEFORE:
        time.sleep(0.002)
    time.sleep(after)
    process.kill()
    process.wait()
    return {path.read_text("utf-8") for path in paths}


if __name__ == "__main__":
    sys.exit(main())
