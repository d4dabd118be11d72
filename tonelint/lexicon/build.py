"""Makes the shipped Persian lexicon from hazm's verb list and the hand-made overlay.

    python -m tonelint.lexicon.build            writes fa_verbs.json
    python -m tonelint.lexicon.build --check    says whether it is up to date (exit status 1 if not)

Needs hazm, which tonelint itself never imports: hazm's 692 lines `past#present` are read, its misprints
corrected, its prefixed verbs tied to their base, and stems completed that its plain concatenation gets wrong
(«گو» beside «گوی»). hazm 0.10 and 0.12 carry the same list, so every build gives the same bytes.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

FOLDER = os.path.dirname(os.path.abspath(__file__))
PRODUCT = os.path.join(FOLDER, "fa_verbs.json")
OVERLAY = os.path.join(FOLDER, "fa_overlay.yaml")

COPIED = (
    *("spaced", "prefixes", "suffixes", "after_he", "bare", "clause", "apart", "nouns"),
    *("nve", "given", "done", "reached", "underway", "between", "passing", "itself", "turning", "inside"),
    *("decreed", "made", "nature", "ways", "asked"),
    *("customer", "sent", "others", "shown", "agents", "ours"),
    *("conditions", "after_clause", "heads", "pairs", "adverbs", "harm"),
)
PERSONAL = ("م", "ی", "یم", "ید", "ند")


class Stems(NamedTuple):
    """The stems of one verb, most used first. `spoken` stems stand only after می, ب and ن."""

    past: tuple[str, ...]
    present: tuple[str, ...]
    spoken: tuple[str, ...] = ()
    spoken_past: tuple[str, ...] = ()


def pairs(lines: Iterable[str], corrections: Mapping[str, str]) -> list[tuple[str, str]]:
    """Returns (past, present) of each usable line, in the order of the list.

    >>> pairs(["#هست", "گدشت#گذر", "شد#شو"], {"#هست": "", "گدشت#گذر": "گذشت#گذر"})
    [('گذشت', 'گذر'), ('شد', 'شو')]
    """
    right = (corrections.get(line, line) for line in lines)
    found = [tuple(part.strip() for part in line.split("#")) for line in right if line]
    return [(past, present) for past, present in found]


def inflected(present: str, known: Iterable[str]) -> str:
    """Returns the stem that takes personal endings: stems in ا, and in و that have a twin in وی, get their ی.

    >>> inflected("افزا", ()), inflected("گو", {"گو", "گوی"}), inflected("شو", {"شو"})
    ('افزای', 'گوی', 'شو')
    """
    full = present + "ی"
    return full if present.endswith("ا") or present == "آ" or full in known else present


def by_lemma(found: Iterable[tuple[str, str]]) -> dict[str, Stems]:
    """Returns the stems of each infinitive («شدن»), collecting lines that share a past stem."""
    present: dict[str, list[str]] = {}
    for past, stem in found:
        present.setdefault(past, []).append(stem)
    return {
        past + "ن": Stems((past,), tuple(dict.fromkeys(inflected(stem, stems) for stem in stems)))
        for past, stems in present.items()
    }


def completed(verbs: dict[str, Stems], common: Mapping[str, Mapping[str, str]]) -> dict[str, Stems]:
    """Returns the verbs with what the overlay says of the common ones, those first and in its order."""
    first = {}
    for lemma, more in common.items():
        stems = verbs.get(lemma, Stems((lemma[:-1],), ()))
        further = (more["also"],) if "also" in more else ()
        first[lemma] = Stems(
            stems.past + further,
            tuple(dict.fromkeys((more["present"], *stems.present))) if "present" in more else stems.present,
            tuple(more.get("spoken", "").split()),
            tuple(more.get("spoken_past", "").split()),
        )
    return {**first, **{lemma: stems for lemma, stems in verbs.items() if lemma not in first}}


def prefixed(verbs: Mapping[str, Stems], preverbs: Mapping[str, list[str]]) -> dict[str, tuple[str, str]]:
    """Returns lemma -> (preverb, base) for the overlay's verbs and for those of hazm that are visibly such a pair."""
    found = {preverb + base: (preverb, base) for preverb, bases in preverbs.items() for base in bases}
    for lemma, stems in verbs.items():
        for preverb in (*preverbs, "ور"):
            base = verbs.get(lemma[len(preverb) :]) if lemma.startswith(preverb) else None
            if base and any(preverb + stem in stems.present for stem in base.present):
                found.setdefault(lemma, (preverb, lemma[len(preverb) :]))
    return found


def record(lemma: str, preverb: str, stems: Stems, flags: str) -> list[str]:
    """Returns a verb as it stands in the product: lemma, preverb, four fields of stems, flags."""
    return [lemma, preverb, *(" ".join(field) for field in stems), flags]


def flags(lemma: str, overlay: Mapping[str, Any], base: str = "") -> str:
    """Returns c (common), l (light), i (never passive), as they hold of a verb."""
    name = base or lemma
    return "".join(
        flag
        for flag, holds in (
            ("c", name in overlay["common"]),
            ("l", name in overlay["light"] and not base),
            ("i", name in overlay["intransitive"] and not base),
        )
        if holds
    )


def records(verbs: dict[str, Stems], overlay: Mapping[str, Any]) -> list[list[str]]:
    """Returns all verbs as records: common ones, prefixed ones, broken ones, then the rest."""
    pairs_of = prefixed(verbs, overlay["preverbs"])
    simple = [record(name, "", stems, flags(name, overlay)) for name, stems in verbs.items() if name not in pairs_of]
    common = [one for one in simple if "c" in one[-1]]
    rest = [one for one in simple if "c" not in one[-1]]
    tied = [
        record(lemma, preverb, verbs[base], flags(lemma, overlay, base)) for lemma, (preverb, base) in pairs_of.items()
    ]
    broken = [
        record(lemma, preverb, Stems((), (), (present,), (past,)), "c")
        for preverb, past, present, lemma in overlay["broken"]
    ]
    return [*common, *tied, *broken, *rest]


def plain(row: list[str]) -> list[str]:
    """Returns the personal one-word forms of a record that carry no می: those that other words may be spelt like.

    Infinitives and participles are nouns and adjectives by nature; which of them mislead is for the overlay to say.

    >>> "نشست" in plain(["نشستن", "", "نشست", "نشین", "", "", "c"])
    True
    """
    _, preverb, past, present, spoken, spoken_past, _ = row
    pasts = [stem + end for stem in f"{past} {spoken_past}".split() for end in ("", *PERSONAL)]
    presents = [stem + end for stem in present.split() for end in ("", "د", *PERSONAL)]
    short = [stem + end for stem in spoken.split() for end in ("ه", "ن", *PERSONAL)]
    bare = [*pasts, *presents, *short]
    return [preverb + sign + form for form in bare for sign in ("", "ن", "ب")]


def irregular(overlay: Mapping[str, Any]) -> dict[str, list[list[str]]]:
    """Returns key -> readings as lists (lemma, tense, person, polarity, register, "?" if ambiguous)."""
    found: dict[str, list[list[str]]] = {}
    for lemma, forms in overlay["irregular"].items():
        for key, features in forms.items():
            tense, person, polarity, register, *doubt = ("" if word == "-" else word for word in features.split())
            found.setdefault(key, []).append([lemma, tense, person, polarity, register, *doubt])
    return found


def nouns(lines: Iterable[str]) -> frozenset[str]:
    """Returns the nouns, adjectives and adverbs of hazm's words.dat (word, frequency, tags) that really occur."""
    rows = (line.split("\t") for line in lines if line.count("\t") == 2)
    return frozenset(
        word.replace("\u200c", "").replace("ئ", "ی")
        for word, count, tags in rows
        if int(count) > 0 and {"N", "AJ", "ADV"} & set(tags.split(","))
    )


def build(verb_lines: list[str], word_lines: list[str], overlay: Mapping[str, Any]) -> str:
    """Returns the text of the product: JSON with one verb per line, so that changes can be read."""
    verbs = completed(by_lemma(pairs(verb_lines, overlay["corrections"])), overlay["common"])
    rows = records(verbs, overlay)
    known = nouns(word_lines)
    common = {form for row in rows if "c" in row[-1] for form in plain(row)}
    participles = {row[1] + past + "ه" for row in rows if "c" in row[-1] for past in row[2].split()}
    uncommon = {form for row in rows if "c" not in row[-1] for form in plain(row)} - common - participles
    ambiguous = {*overlay["ambiguous"], *(common & known).difference(overlay["sure"])}
    content: dict[str, Any] = {
        "source": "hazm verbs.dat sha256 " + hashlib.sha256("\n".join(verb_lines).encode()).hexdigest(),
        "irregular": irregular(overlay),
        "ambiguous": sorted(ambiguous),
        "never": sorted({*overlay["never"], *(uncommon & known)}),
        **{name: overlay[name] for name in COPIED},
    }
    head = ",\n".join(f"{_dump(name)}: {_dump(value)}" for name, value in content.items())
    return "{" + head + ',\n"verbs": [\n' + ",\n".join(map(_dump, rows)) + "\n]}\n"


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _lines(path: str) -> list[str]:
    with open(path, encoding="utf-8") as file:
        return file.read().splitlines()


def product() -> str:
    """Returns what fa_verbs.json should contain. Raises ImportError where hazm is not installed."""
    import hazm
    import yaml

    with open(OVERLAY, encoding="utf-8") as file:
        overlay = yaml.safe_load(file)
    return build(_lines(hazm.default_verbs), _lines(hazm.default_words), overlay)


def main(arguments: list[str]) -> int:
    """Writes the product, or with --check compares it; returns the exit status."""
    text = product()
    if "--check" in arguments:
        with open(PRODUCT, encoding="utf-8") as file:
            same = file.read() == text
        print("fa_verbs.json is up to date" if same else "fa_verbs.json is stale: run python -m tonelint.lexicon.build")
        return 0 if same else 1
    with open(PRODUCT, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
