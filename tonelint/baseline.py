"""A baseline: the faults that were there when a team began, so that only new ones are reported.

A fault is known again by its rule and by the letters of the flagged piece, of its sentence and of what stands before
and after: folded and without blanks, so that neither line breaks nor spelling nor the place in the file matter. Where
something of this was edited, what is left decides. Old faults are counted: one more of the same is new.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any, NamedTuple

from tonelint.errors import ConfigError, TextError
from tonelint.linter import LANGUAGES
from tonelint.report import Report
from tonelint.text import document
from tonelint.text.fold import fold
from tonelint.types import Document, Finding, Sentence

FILE = "tonelint-baseline.json"
VERSION = 1
MAX_BYTES = 100_000_000
NEAR = 24
"""How many letters before and after a piece are its surroundings."""
LONGEST = 80
"""A piece or sentence with more letters is kept as its beginning and a digest."""

# What these kinds flag is itself the fault. What others flag is where a fault of the whole reply shows, and that moves
# when something else in the reply is edited.
_OF_WORDS = frozenset(["phrase", "jargon", "passive", "pattern", "orthography", "placeholder", "wrong-name"])
_BLANKS = re.compile(r"\s+")


class Fault(NamedTuple):
    """A finding as it is known again. All texts are folded, and without blanks.

    sentence: the one that the piece begins in. before, after: the letters around the piece, in whatever sentence. path
    and reply: the file, from the baseline's folder, and the id in it. whole: a fault of the reply, not of the words.
    """

    rule: str
    piece: str
    sentence: str
    before: str
    after: str
    path: str
    reply: str
    whole: bool = False


class Comparison(NamedTuple):
    """new: the indexes of the faults that were not there before. gone: the old ones that are there no more."""

    new: tuple[int, ...]
    gone: tuple[Fault, ...]


_Key = Callable[[Fault], Any]
# By what a fault is known again, the surest first; None where it cannot be known by this.
_KEYS: tuple[_Key, ...] = (
    lambda one: one,
    lambda one: (one.rule, one.piece, one.sentence, one.path, one.reply),
    lambda one: one[:5],
    lambda one: (one.rule, one.piece, one.sentence),
    lambda one: (one.rule, one.piece, one.before, one.after) if one.before or one.after else None,
    lambda one: (one.rule, one.piece, one.before) if one.before else None,
    lambda one: (one.rule, one.piece, one.after, "") if one.after else None,
    lambda one: (one.rule, one.path, one.reply) if one.whole else None,
)


def faults(report: Report, path: str, reply: str, kinds: Callable[[str], str], folder: str = "") -> list[Fault]:
    """Returns the findings of a report as they are known again, in the same order.

    kinds: from the id of a rule to its kind. folder: that of the baseline.

    >>> import tonelint
    >>> tight, wide = (tonelint.check(t) for t in ("We hereby confirm it.", "We\\r\\nhereby  confirm it."))
    >>> before, after = (faults(report, "a.txt", "a", lambda rule: "phrase") for report in (tight, wide))
    >>> before[0].before, before[0].piece, compare(before, after)
    ('we', 'hereby', Comparison(new=(), gone=()))
    """
    if not report.findings:
        return []
    read = _Letters(document.read(report.text, LANGUAGES, report.context.language))
    path = known_as(path, folder)
    return [
        Fault(one.rule, *read.around(one), path, reply, kinds(one.rule) not in _OF_WORDS) for one in report.findings
    ]


def known_as(path: str, folder: str = "") -> str:
    """Returns a path as a baseline in a folder calls it.

    >>> known_as("macros/fa/a.md", "macros")
    'fa/a.md'
    """
    return os.path.relpath(path, folder or ".").replace(os.sep, "/") if path != "-" else path


def concerned(old: Sequence[Fault], paths: Collection[str], folder: str) -> tuple[list[Fault], list[Fault]]:
    """Returns the old faults that a run over some files may find again, and the others.

    The former are those of these files and of files that are gone, as they may have been renamed; the others stay with
    their files, which nobody looked at.
    """
    known = {known_as(path, folder) for path in paths}
    there = {
        path: path in known or not os.path.exists(os.path.join(folder, path)) for path in {one.path for one in old}
    }
    return [one for one in old if there[one.path]], [one for one in old if not there[one.path]]


class _Letters:
    """The letters of a text, and those around a finding."""

    def __init__(self, read: Document) -> None:
        self._text = read.text
        self._sentences = read.sentences
        self._at = 0

    def around(self, finding: Finding) -> tuple[str, str, str, str]:
        """Returns piece, sentence, before and after. To be asked in the order of the text."""
        start, end = finding.span
        reach = 4 * NEAR  # enough, unless most of it is blanks
        before = _letters(self._text[max(0, start - reach) : start])[-NEAR:]
        after = _letters(self._text[end : end + reach])[:NEAR]
        return _short(_letters(self._text[start:end])), _short(self._sentence(start)), before, after

    def _sentence(self, start: int) -> str:
        """The words of the sentence at an offset, or of the last one before it."""
        while self._at and self._sentences[self._at].start > start:
            self._at -= 1
        while self._at + 1 < len(self._sentences) and self._sentences[self._at + 1].start <= start:
            self._at += 1
        return _words(self._sentences[self._at]) if self._sentences else ""


def _words(sentence: Sentence) -> str:
    return _letters("".join(token.key for token in sentence.tokens if token.kind not in ("mark", "punctuation")))


def _letters(text: str) -> str:
    """Folded, without blanks, and such that UTF-8 can hold it."""
    return _BLANKS.sub("", fold(text)).encode("utf-8", "replace").decode()


def _short(letters: str) -> str:
    if len(letters) <= LONGEST:
        return letters
    from hashlib import sha256

    return f"{letters[: LONGEST - 20]}…{sha256(letters.encode()).hexdigest()[:16]}"


def compare(old: Sequence[Fault], found: Sequence[Fault]) -> Comparison:
    """Returns which of the faults are new, and which of the old ones are gone. Linear in both.

    >>> one = Fault("stiff-word", "hereby", "wehereby", "we", "", "a.md", "a")
    >>> compare([one], [one._replace(path="b.md"), one])
    Comparison(new=(0,), gone=())
    """
    left, unknown = list(old), list(range(len(found)))
    for key in _KEYS:
        if not left or not unknown:
            break
        left, unknown = _matched(left, unknown, found, key)
    return Comparison(tuple(unknown), tuple(left))


def _matched(
    left: Sequence[Fault], unknown: Sequence[int], found: Sequence[Fault], key: _Key
) -> tuple[list[Fault], list[int]]:
    """Returns the old faults and the indexes that are left when those with the same key have met."""
    by_key: dict[Any, list[Fault]] = {}
    for fault in reversed(left):
        by_key.setdefault(key(fault), []).append(fault)
    by_key.pop(None, None)
    met: Counter[Fault] = Counter()
    still = []
    for index in unknown:
        same = by_key.get(key(found[index]))
        if same:
            met[same.pop()] += 1
        else:
            still.append(index)
    rest = []
    for fault in left:
        if met[fault]:
            met[fault] -= 1
        else:
            rest.append(fault)
    return rest, still


def dumps(found: Iterable[Fault]) -> bytes:
    """Returns the content of a baseline file: one line for each fault, sorted, the same whatever the order was."""
    import json

    lines = []
    for fault, number in sorted(Counter(found).items(), key=lambda item: (item[0].path, item[0])):
        entry: dict[str, object] = {**fault._asdict(), "count": number}
        lines.append(json.dumps(entry, ensure_ascii=False))
    body = ",\n".join(lines)
    return f'{{"version": {VERSION}, "faults": [\n{body}\n]}}\n'.encode()


def loads(data: bytes, path: str) -> list[Fault]:
    """Returns the faults in the content of a baseline file, each as often as it is counted.

    Raises ConfigError for what `dumps` did not write, with line and column if it is not JSON.
    """
    import json

    again = "write it anew with: tonelint baseline"
    try:
        value = json.loads(data)
        if value["version"] != VERSION:
            raise ConfigError(f"this is not a baseline that this version of tonelint reads; {again}", path)
        return [fault for entry in value["faults"] for fault in _counted(entry)]
    except json.JSONDecodeError as error:
        raise ConfigError(f"this is not JSON ({error.msg}); {again}", path, error.lineno, error.colno) from None
    except (ValueError, TypeError, KeyError, RecursionError):
        raise ConfigError(f"this is not a baseline; {again}", path) from None


def _counted(entry: dict[str, Any]) -> list[Fault]:
    number = entry.pop("count")
    texts = [value for name, value in entry.items() if name != "whole"]
    if not all(isinstance(text, str) for text in texts) or type(number) is not int or not 0 < number < 1_000_000:
        raise ValueError
    return [Fault(**entry)] * number


def load(path: str) -> list[Fault]:
    """Returns the faults in a baseline file. Raises TextError if it cannot be read, ConfigError if it is none."""
    try:
        if os.path.exists(path) and not os.path.isfile(path):
            raise TextError(f"{path}: not a file")
        with open(path, "rb") as file:
            data = file.read(MAX_BYTES)
    except OSError as error:
        hint = "; make it with: tonelint baseline" if isinstance(error, FileNotFoundError) else ""
        raise TextError(f"{path}: cannot be read: {error.strerror or error}{hint}") from None
    return loads(data, path)
