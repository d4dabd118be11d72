"""What the sentences of labelled replies do: data/acts-<code>.tsv, as people have labelled it.

Each line has the id of a reply, a tab, and, for each of its sentences that does something, its number from 1, a colon
and letters. The order of the letters is that of `tonelint.network.ACTS`.
"""

from __future__ import annotations

from pathlib import Path

from tonelint.network import ACTS

DATA = Path(__file__).parent / "data"
LETTERS = dict(zip("NBRASDVHKO", ACTS))
Acts = dict[int, frozenset[str]]  # by the number of the sentence, from 0


def acts(code: str) -> dict[str, Acts]:
    """What sentences do, by the id of their reply. Where a reply is missing here, nobody has said."""
    found = {}
    for line in (DATA / f"acts-{code}.tsv").read_text(encoding="utf-8").splitlines():
        reply, _, labels = line.partition("\t")
        own = (label.split(":") for label in labels.split())
        found[reply] = {int(number) - 1: frozenset(LETTERS[letter] for letter in letters) for number, letters in own}
    return found
