"""Builds a repository of 200 saved replies, a hundred in each language, and says how long a check of it takes.

    python benchmarks/saved_replies.py FOLDER [--check]

The same files come out each time: their sentences stand in saved_replies.yaml, and so do the faults that are put in.
With --check, `tonelint check --set` is run on the folder, and wall time and findings are shown.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

SENTENCES = Path(__file__).with_suffix(".yaml")
LANGUAGES = ("en", "fa")
SETTINGS = "extends: saved-replies\nhouse: house.yaml\ncontext: {channel: email}\n"
VARIABLES = "first_name last_name order_number amount city month version coach agent_name"


def build(folder: Path) -> int:
    """Writes the repository and returns how many replies it has: a file for each topic and language."""
    data = yaml.safe_load(SENTENCES.read_text("utf-8"))
    (folder / "tonelint.yaml").parent.mkdir(parents=True, exist_ok=True)
    (folder / "tonelint.yaml").write_text(SETTINGS, "utf-8")
    (folder / "house.yaml").write_text(f"placeholders: [{', '.join(VARIABLES.split())}]\n", "utf-8")
    count = 0
    for language in LANGUAGES:
        (folder / "macros" / language).mkdir(parents=True, exist_ok=True)
        macros = dict(_macros(data, language))
        for topic in data["topics"]:
            own = [{"name": name, "body": text} for name, text in macros.items() if name.rpartition("-")[0] == topic]
            path = folder / "macros" / language / f"{topic}.yaml"
            path.write_text(yaml.safe_dump({"replies": own}, allow_unicode=True, sort_keys=False, width=90), "utf-8")
            count += len(own)
    return count


def _macros(data: Mapping[str, Any], language: str) -> Iterator[tuple[str, str]]:
    """Yields names and texts: each topic in each kind, some with a fault, one twice, some missing."""
    number = 0
    for topic, own in data["topics"].items():
        for kind, sentence in data["kinds"].items():
            text = _text(data, language, own[language], sentence[language], number)
            old, new = data["faults"].get(number, {}).get(language, ("", ""))
            name, number = f"{topic}-{kind}", number + 1
            if old not in text:
                raise ValueError(f"macro {number - 1} ({name}, {language}) does not have “{old}”")
            if name in data["only"]["fa" if language == "en" else "en"]:
                continue
            yield name, text.replace(old, new, 1) if old else text
            if name in data["twice"]:
                yield data["twice"][name], text.replace("\n\n", "\n", 1)


def _text(data: Mapping[str, Any], language: str, own: list[str], sentence: str, number: int) -> str:
    openings, ends = data["openings"][language], data["ends"][language]
    parts = [openings[number % 2], f"{sentence} {' '.join(own)}", ends[number % len(ends)], "{{agent_name}}"]
    return "\n\n".join(parts)


def check(folder: Path) -> None:
    """Shows wall time and findings of a check, with a fresh process as a hook starts it."""
    command = [sys.executable, "-m", "tonelint", "check", "macros", "--set", "--fail-on", "never", "--format", "json"]
    for turn in ("first run, rules compiled", "second run"):
        start = time.perf_counter()
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        print(f"{turn}: {time.perf_counter() - start:.2f} s, exit status {done.returncode}")
    replies = [reply for file in json.loads(done.stdout)["files"] for reply in file["replies"]]
    found = Counter(f"{finding['severity']} {finding['rule']}" for reply in replies for finding in reply["findings"])
    print(f"{len(replies)} replies, {sum(found.values())} findings")
    print(*(f"{count:5} {name}" for name, count in found.most_common()), sep="\n")
    print(done.stderr, end="")


def main() -> None:
    parser = argparse.ArgumentParser(description="Build a repository of 200 saved replies.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--check", action="store_true", help="check it, and show wall time and findings")
    given = parser.parse_args()
    print(f"{build(given.folder)} saved replies in {given.folder}")
    if given.check:
        check(given.folder)


if __name__ == "__main__":
    main()
