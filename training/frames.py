"""How well acts and rules know a single sentence: ``python training/frames.py fa en --half unseen``.

The sentences in training/data are labelled by hand, most of them worded as no list of cues holds them, half of them
near misses. One counts as found if a clause of it carries the act, or a rule of the family flags it. The halves are
split by a hash of the text: frames may be widened by what the half ``tune`` shows; only ``unseen`` tells how they do.
"""

from __future__ import annotations

import argparse
import hashlib
from pathlib import Path

from tonelint.linter import LANGUAGES, Linter

DATA = Path(__file__).parent / "data"
LEAST = 40  # labels with fewer sentences prove nothing
FAMILIES = {"curt": "curt-closing"}
Row = tuple[str, frozenset[str]]


def sentences(code: str) -> list[Row]:
    """The sentences of a language with their labels, each once, in the order of their hashes."""
    rows: dict[str, set[str]] = {}
    for path in sorted(DATA.glob(f"{code}*.tsv")):
        for line in path.read_text(encoding="utf-8").splitlines():
            labels, tab, text = line.partition("\t")
            if tab and text.strip():
                rows.setdefault(text.strip(), set()).update(part for part in labels.split(",") if part not in ("-", ""))
    return sorted(((text, frozenset(labels)) for text, labels in rows.items()), key=lambda row: place(row[0]))


def place(text: str) -> int:
    """A number that depends on the text only; the even ones are the half to tune by."""
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big")


def labelled(code: str, rows: list[Row]) -> list[set[str]]:
    """What acts and visible findings say of each sentence, taken as a reply of its own in a chat."""
    linter = Linter()
    said = []
    for text, _ in rows:
        report = linter.check(text, channel="chat", language=code)
        families = {finding.family for finding in report.findings if finding.severity != "hint"}
        said.append({act.name for act in report.acts} | families | {k for k, v in FAMILIES.items() if v in families})
    return said


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("languages", nargs="+", choices=sorted(LANGUAGES))
    parser.add_argument("--half", choices=("tune", "unseen"))
    parser.add_argument("--show", default="", help="a label: prints what is missed and what is falsely found")
    options = parser.parse_args()
    for code in options.languages:
        rows = sentences(code)
        if options.half:
            rows = [row for row in rows if (place(row[0]) % 2 == 0) == (options.half == "tune")]
        said = labelled(code, rows)
        print(f"{code}: {len(rows)} sentences")
        for label in sorted({label for _, own in rows for label in own}):
            true, found = [label in own for _, own in rows], [label in own for own in said]
            both = sum(t and f for t, f in zip(true, found, strict=True))
            if sum(true) >= LEAST // (2 if options.half else 1):
                print(f"  {label:15s} n {sum(true):4d}  P {both / max(sum(found), 1):.2f}  R {both / sum(true):.2f}")
            if label == options.show:
                for (text, own), t, f in zip(rows, true, found, strict=True):
                    if t != f:
                        print(f"    {'missed' if t else 'FALSE '} [{','.join(sorted(own)) or '-'}] {text}")


if __name__ == "__main__":
    main()
