"""Counts how common words are in support replies, for the index: a phrase is looked for by the rarest words in it.

    python training/frequent.py

Writes tonelint/lexicon/frequent.json: of a thousand sentences in the rules' own examples, how many have a word with
a tag (tonelint/tags.py), where it is at least five. It decides how fast a reply is checked, never what is found.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

from tonelint import lexicon
from tonelint.linter import LANGUAGES
from tonelint.rulebook import loader, source
from tonelint.tags import tags_of
from tonelint.text import document

PLACE = Path(lexicon.__file__).parent / "frequent.json"
LEAST = 5


def texts() -> list[str]:
    """Returns all examples of the built-in rules."""
    sides = [side for rule in loader.load(source.folders()).rules for side in (rule.bad, rule.good)]
    return [example.text for side in sides for examples in side.values() for example in examples]


def counted() -> dict[str, dict[str, int]]:
    """Returns by language the tags of common words: of a thousand sentences, how many have one."""
    found: dict[str, Counter[str]] = {code: Counter() for code in LANGUAGES}
    sentences: Counter[str] = Counter()
    for text in texts():
        for sentence in document.read(text, LANGUAGES).sentences:
            if sentence.language in LANGUAGES:
                words = (token.key for token in sentence.tokens if token.kind != "mark")
                tags = {tag for key in words for tag in tags_of(LANGUAGES[sentence.language])[key]}
                found[sentence.language].update(tags)
                sentences[sentence.language] += 1
    return {code: _per_thousand(counts, sentences[code]) for code, counts in found.items()}


def _per_thousand(counts: Counter[str], sentences: int) -> dict[str, int]:
    shares = {tag: round(1000 * count / sentences) for tag, count in counts.items()}
    return {tag: shares[tag] for tag in sorted(shares, key=lambda tag: (-shares[tag], tag)) if shares[tag] >= LEAST}


if __name__ == "__main__":
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args()
    PLACE.write_text(json.dumps(counted(), ensure_ascii=False, indent=0) + "\n", "utf-8")
