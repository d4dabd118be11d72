"""Labelled replies and labelled sentences, as the labeller learns from them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from acts import Acts, acts
from frames import place, sentences

from tonelint.config import Settings
from tonelint.features import Feature, features, places, traits
from tonelint.linter import LANGUAGES, Linter
from tonelint.text import document
from tonelint.views import View

HERE = Path(__file__).parent
TESTS = HERE.parent / "tests/replies"
READ = ("desk", "desk-later", "everyday", "everyday-blind", "practice", "blind")  # replies that anybody may read
FRESH = "fresh"  # in the names of files of replies that the rules were never tuned to
_NOT_OURS = frozenset(["quote", "code", "footer"])


class Seen(NamedTuple):
    """One sentence as the labeller weighs it.

    labels: what it is labelled with. found: the families that rules alone find in it. acts: what it does, None if
    nobody has said.
    """

    features: tuple[Feature, ...]
    places: tuple[str, ...]
    labels: frozenset[str]
    found: frozenset[str] = frozenset()
    acts: frozenset[str] | None = None


class Labelled(NamedTuple):
    """A reply: its traits, the families that are present and open, and those that the rules alone find.

    fresh: whether the rules were never tuned to it.
    """

    id: str
    traits: tuple[str, ...]
    present: frozenset[str]
    open: frozenset[str]
    found: frozenset[str]
    sentences: tuple[Seen, ...]
    fresh: bool = False


def learnt(code: str) -> list[Labelled]:
    """The replies in a language to learn from."""
    own = [TESTS / f"{code}-{name}.jsonl" for name in READ]
    return read([*own, *sorted(HERE.glob(f"data/{code}-replies*.jsonl"))], code)


def read(paths: Iterable[Path], code: str) -> list[Labelled]:
    """The replies in a language from files in the form of tests/replies."""
    linter, said = Linter(Settings(labeller=False)), acts(code)
    lines = [(line, FRESH in path.stem) for path in paths for line in path.read_text(encoding="utf-8").splitlines()]
    rows = ((json.loads(line), fresh) for line, fresh in lines)
    return [_labelled(linter, row, said.get(row["id"]), fresh) for row, fresh in rows if row["lang"] == code]


def _labelled(linter: Linter, row: dict[str, Any], said: Acts | None, fresh: bool) -> Labelled:
    text, channel = row["text"], {"ticket": "email"}.get(row["channel"], row["channel"])
    context = {key: value for key, value in (row.get("context") or {}).items() if value}
    report = linter.check(text, channel=channel, stage=row.get("stage", "draft"), **context)
    spans = [(family, text.find(s), text.find(s) + len(s)) for family, found in row["present"].items() for s in found]
    flagged = [(found.family, *found.span) for found in report.findings if found.severity != "hint"]
    own = []
    views = _views(text, row["lang"])
    for number, (view, names) in enumerate(zip(views, places(views))):
        start, end = view.sentence[:2]
        does = None if said is None else said.get(number, frozenset())
        own.append(Seen(_features([view]), names, _over(spans, start, end), _over(flagged, start, end), does))
    return Labelled(
        row["id"], traits(views, channel, report.acts), frozenset(row["present"]), frozenset(row["open"]),
        frozenset(family for family, *_ in flagged), tuple(own), fresh,
    )  # fmt: skip


def _over(spans: Iterable[tuple[str, int, int]], start: int, end: int) -> frozenset[str]:
    return frozenset(family for family, first, last in spans if first < end and last > start)


def _views(text: str, code: str) -> list[View]:
    read = document.read(text, LANGUAGES)
    return [
        View(sentence, number, LANGUAGES[sentence.language or read.language or code])
        for number, sentence in enumerate(read.sentences)
        if read.blocks[sentence.block].kind not in _NOT_OURS
    ]


def _features(views: Iterable[View]) -> tuple[Feature, ...]:
    return tuple(feature for view in views for feature in features(view.words, view.language))


def single(code: str) -> list[Seen]:
    """The single sentences of training/data; they stand nowhere in a reply."""
    rows = [(_views(text, code), labels) for text, labels in sentences(code)]
    return [Seen(_features(views), (), labels) for views, labels in rows if views]


def fold(replies: Sequence[Labelled], folds: int) -> list[int]:
    """For each reply the fold that it is left out of, by a hash of its id."""
    return [place(reply.id) % folds for reply in replies]
