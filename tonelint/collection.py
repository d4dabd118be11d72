"""What can be said of saved replies only together: doubles, missing translations, two ways to address people.

Notes are no findings: they cost no point and fail nothing. The doubles are found by rows of three words (shingles,
Broder 1997) with an index of the rarest ones (prefix filtering, Bayardo, Ma and Srikant 2007), so that the cost grows
with the words of all replies and not with the pairs.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from tonelint.formats import Draft
from tonelint.kinds.addressing import addressed
from tonelint.languages import register
from tonelint.languages.fa.register import signs
from tonelint.linter import LANGUAGES
from tonelint.report import Report
from tonelint.text import document
from tonelint.text.fold import fold
from tonelint.text.slots import slots
from tonelint.types import Document
from tonelint.views import View

STAGES = ("saved-reply", "auto-reply")
_SAME, _ROW, _FEWEST, _MOST = 0.65, 3, 5, 8
_RARE, _OFTEN, _LONG = 2, 5, 5
_SHOWN = 5
_WORD = re.compile(r"[^\W_]+|<>")
_TAGS: Mapping[str, str] = {
    **dict.fromkeys(("fa", "fa-ir", "per", "fas", "persian", "farsi", "فارسی"), "fa"),
    **dict.fromkeys(("en", "en-us", "en-gb", "eng", "english", "انگلیسی"), "en"),
}
_LANGUAGE = {"fa": "Persian", "en": "English"}
_TAG = "|".join(sorted(_TAGS, key=len, reverse=True))
_IN_PATH = re.compile(rf"(?i)(?<![^/\\._-])(?:{_TAG.replace('-', '[-_]')})(?![^/\\._-])")
_IN_NAME = re.compile(rf"(?i)^\W*(?:{_TAG})(?=[\s._():/\]-])\W*|(?<=[\s._(:/\[-])\W*(?:{_TAG})\W*$")
_AGAIN = re.compile(r"#\d+$")


class Note(NamedTuple):
    """Something about a set of replies, with the reply where it shows first. kind: double, one-language, address, odd.

    line: where that reply begins in its file, from 1.
    """

    kind: str
    path: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}"


class _Reply(NamedTuple):
    draft: Draft
    read: Document
    language: str
    channel: str

    @property
    def line(self) -> int:
        return self.draft.position(0)[0]

    def note(self, kind: str, message: str) -> Note:
        return Note(kind, self.draft.path, self.line, message)


def notes(checked: Iterable[tuple[Draft, Report]]) -> list[Note]:
    """Returns what strikes in the saved and automatic replies of a run, each pair of doubles once.

    >>> from tonelint import check
    >>> from tonelint.formats import replies
    >>> text = "replies:\\n- {name: a, body: Your parcel left our house this morning.}\\n"
    >>> drafts = replies(text + text[9:].replace("name: a", "name: b"), "replies.yml")
    >>> [str(note) for note in notes((d, check(d.text, stage="saved-reply")) for d in drafts)]
    ['replies.yml:3: “b” says the same as “a” (replies.yml:2); one of them is enough']
    """
    found = [_reply(draft, report) for draft, report in checked if report.context.stage in STAGES]
    return [*_doubles(found), *_one_language(found), *_addresses(found), *_odd_variables(found)]


def _reply(draft: Draft, report: Report) -> _Reply:
    read = document.read(report.text, LANGUAGES, report.context.language)
    return _Reply(draft, read, report.language, report.context.channel or "")


# --- replies that say the same


def _doubles(replies: Sequence[_Reply]) -> Iterator[Note]:
    """Yields a note for each reply that is nearly one before it, with the one that is nearest."""
    rows = [_rows(reply.read) for reply in replies]
    common = Counter(row for one in rows for row in one)
    index: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, own in enumerate(rows):
        rare = sorted(own, key=lambda row: (common[row], row))[: len(own) - math.ceil(_SAME * len(own)) + 1]
        near = Counter(other for row in rare for other in index[row][-_MOST:])
        best = max(((_alike(own, rows[n]), -n) for n, _ in near.most_common(_MOST)), default=(0.0, 0))
        if best[0] >= _SAME:
            yield _double(replies[number], replies[-best[1]], best[0])
        for row in rare:
            index[row].append(number)


def _rows(read: Document) -> frozenset[tuple[str, ...]]:
    """Returns the rows of words in a reply, whatever its variables are called; none for a few words."""
    parts, place = [], 0
    for zone in read.zones:
        if zone.kind == "placeholder":
            parts += [read.text[place : zone.start], " <> "]
            place = zone.end
    words = _WORD.findall(fold("".join([*parts, read.text[place:]])))
    if len(words) < _FEWEST:
        return frozenset()
    return frozenset(tuple(words[n : n + _ROW]) for n in range(len(words) - _ROW + 1))


def _alike(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> float:
    both = len(one & other)
    return both / (len(one) + len(other) - both) if both else 0.0


def _double(reply: _Reply, other: _Reply, alike: float) -> Note:
    how = "says the same as" if alike == 1 else f"says nearly the same ({alike:.0%}) as"
    where = f"{other.draft.path}:{other.line}"
    return reply.note("double", f"“{reply.draft.id}” {how} “{other.draft.id}” ({where}); one of them is enough")


# --- replies that exist in one language only


def _one_language(replies: Sequence[_Reply]) -> Iterator[Note]:
    """Yields a note for each reply without its like in the other language, where others of its place have one."""
    places: dict[str, dict[tuple[str, str], dict[str, _Reply]]] = {}
    for reply in replies:
        place, key, language = _key(reply)
        if language in _LANGUAGE:
            places.setdefault(place, {}).setdefault(key, {}).setdefault(language, reply)
    for keys in places.values():
        if any(len(languages) > 1 for languages in keys.values()):
            for languages in keys.values():
                if len(languages) == 1:
                    yield from (_alone(reply, language) for language, reply in languages.items())


def _key(reply: _Reply) -> tuple[str, tuple[str, str], str]:
    """Returns where the likes of a reply are, what it is called without its language, and its language."""
    path, name = reply.draft.path, _AGAIN.sub("", reply.draft.id)
    in_path, in_name = _IN_PATH.findall(path), _IN_NAME.search(name)
    tag = re.sub(r"^\W+|\W+$", "", in_name[0]) if in_name else in_path[-1] if in_path else ""
    plain = _IN_PATH.sub("*", path)
    place = plain.partition("*")[0].rpartition("/")[0]
    called = _IN_NAME.sub("", name).strip().casefold()
    return place, (plain, called), _TAGS.get(tag.lower().replace("_", "-"), reply.language)


def _alone(reply: _Reply, language: str) -> Note:
    other = _LANGUAGE["en" if language == "fa" else "fa"]
    return reply.note(
        "one-language", f"“{reply.draft.id}” is in {_LANGUAGE[language]} only; others here are in {other} too"
    )


# --- two ways to address people


def _addresses(replies: Sequence[_Reply]) -> Iterator[Note]:
    """Yields a note for each language and channel in which people are addressed in two ways, at the rarer one."""
    forms: defaultdict[tuple[str, str, str], defaultdict[str, list[_Reply]]] = defaultdict(lambda: defaultdict(list))
    for reply in replies:
        for what, form in _forms(reply):
            forms[what, reply.language, reply.channel][form].append(reply)
    for (_, language, channel), found in forms.items():
        if len(found) > 1:
            often, rarely = sorted(found, key=lambda form: -len(found[form]))
            names = ", ".join(f"“{reply.draft.id}”" for reply in found[rarely][:_SHOWN])
            more = ", …" if len(found[rarely]) > _SHOWN else ""
            which = " ".join(filter(None, (_LANGUAGE[language], channel)))
            yield found[rarely][0].note(
                "address",
                f"the replies in {which} address people {often} ({len(found[often])}) and {rarely} "
                f"({len(found[rarely])}: {names}{more}); one way is easier to trust",
            )


def _forms(reply: _Reply) -> Iterator[tuple[str, str]]:
    """Yields how a reply addresses its reader: by which word for you, and with or without a title."""
    if reply.language == "fa" and (you := _you(reply.read)):
        yield "you", "as «تو»" if you == register.ONE else "as «شما»"
    language, found = addressed(reply.read, None)
    if found and found.kind == "placeholder" and language == reply.language:
        yield "name", "with a title" if found.name and found.start < found.name.start else "by name alone"


def _you(read: Document) -> str:
    """Returns the word for you that a Persian text uses more, "" if it uses none."""
    found: Counter[str] = Counter()
    for number, sentence in enumerate(read.sentences):
        if sentence.language == "fa" and read.blocks[sentence.block].kind not in ("quote", "code", "footer"):
            view = View(sentence, number, LANGUAGES["fa"], read.blocks[sentence.block].kind == "signature")
            found.update(sign.you for sign in signs(view.words, read.text) if sign.you)
    return found.most_common(1)[0][0] if found else ""


# --- variables that are spelt like others, nearly


def _odd_variables(replies: Sequence[_Reply]) -> Iterator[Note]:
    """Yields a note for each variable that is used hardly ever and spelt nearly like one that is used often."""
    users: defaultdict[str, list[_Reply]] = defaultdict(list)
    for reply in replies:
        for name in dict.fromkeys(n for slot in slots(reply.read.text, reply.read.zones) for n in slot.names):
            users[name].append(reply)
    often = {short: name for name, those in users.items() if len(those) >= _OFTEN for short in _shorter(name)}
    for name, those in users.items():
        meant = next((often[short] for short in _shorter(name) if short in often), "")
        if meant and len(those) <= _RARE and name.rstrip("s0123456789") != meant.rstrip("s0123456789"):
            message = f"the variable “{name}” is in {len(those)} of the replies, “{meant}” in {len(users[meant])}"
            yield those[0].note("odd", f"{message}; is it misspelt?")


def _shorter(name: str) -> list[str]:
    """Returns a name with and without each of its letters: names with one letter changed or two swapped share one."""
    return [name, *(name[:n] + name[n + 1 :] for n in range(len(name)))] if len(name) >= _LONG else []
