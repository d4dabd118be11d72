"""Kind deception: characters and links that show a reader something else than is there.

params
    find: order (characters that turn the order of letters round, letters that nobody sees), invisible (characters of no
        width inside words), lookalike (letters of another script that look like Latin ones, in a word or an address),
        or link (a link whose text shows another host than it leads to).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from tonelint.kinds import Check
from tonelint.places import Places
from tonelint.text.layout import words
from tonelint.types import Match, Reply, Rule

# UAX 9: what overrides the order of letters, up to what ends it; and tags (RFC 6082), which nobody sees, outside flags.
_OVERRIDES = "\u202d\u202e"
_TAG = "\U000e0000"
_ORDER = rf"[{_OVERRIDES}][^\u202c\n]*\u202c?|(?<![\U0001f3f4\U000e0020-\U000e007f])[{_TAG}-\U000e007f]+"
_ORDERING = rf"[\u202c{_OVERRIDES}{_TAG}-\U000e007f]"
_NO_WIDTH = "\u180e\u200b\u2060\u2061\u2062\u2063\u2064\ufeff\u200d"
_JOINT = rf"[{_NO_WIDTH}\u200c]+"
_INVISIBLE = rf"(?<!\w)\w+(?:{_JOINT}\w+)+"
_LATIN = r"[A-Za-z]"
# Of confusables.txt (UTS 39): Cyrillic and Greek letters that are drawn like Latin ones.
_ALIKE = str.maketrans(
    "асеорхуіјѕһԁԛԝӏАВЕКМНОРСТУХІЈЅανορΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "aceopxyijshdqwlABEKMHOPCTYXIJSavopABEZHIKMNOPTYX"
)
_FOREIGN = r"[\u0370-\u03ff\u0400-\u052f]"
_WORD = r"[\w.-]+"
_MARKDOWN = r"\[(?P<shown>[^\[\]\n]{1,200})\]\(\s{0,9}<?(?P<to>[^()\s<>]{1,500})"
_HTML = (
    r"(?i)<a\s(?:[^<>]{0,300}\s)?href\s{0,9}=\s{0,9}[\"']?(?P<to>[^\"'\s<>]{1,500})(?=[\"'\s>])"
    r"[^<>]{0,300}>(?P<shown>[^<>]{1,200})</a>"
)
_HOST = r"(?i)(?P<sure>https?://|www\.)?(?P<host>(?:[\w-]{1,63}\.){1,6}[^\W\d_]{2,24})(?![\w-])"
_TARGET = r"(?i)(?:https?://|mailto:|//)(?:[^/?#\s@]{0,200}@)?(?P<host>[^/?#\s@:]{1,253})"
_USER = r"(?i)https?://(?P<shown>[^/?#\s@:]{1,100}\.[^/?#\s@]{1,100})@(?P<host>[^/?#\s@:]{1,253})"


@cache
def _matcher(pattern: str) -> re.Pattern[str]:
    """Compiles a pattern when it is first needed: most replies need none, and compiling all would cost 15 ms."""
    return re.compile(pattern)


class Trick(NamedTuple):
    """A piece that shows something else than is there: the honest wording, and the values of the message."""

    start: int
    end: int
    honest: str = ""
    shown: str = ""
    host: str = ""


def compile(rule: Rule, cues: object) -> Check:
    """Returns a check that yields a match for each trick outside of quoted mail and code."""
    find = _FINDERS[str(rule.params["find"])]
    del cues

    def check(reply: Reply) -> Iterator[Match]:
        document = reply.document
        closed = Places((zone.start, zone.end) for zone in document.zones if zone.kind in ("quote", "code"))
        for trick in find(document.text):
            if closed.contain(trick.start, trick.start + 1):
                continue
            piece = document.text[trick.start : trick.end]
            values = {"match": piece, "honest": trick.honest, "shown": trick.shown, "host": trick.host}
            better = ((trick.honest, "review"),) if trick.honest else ()
            yield Match(trick.start, trick.end, _language(reply, trick.start), values, better)

    return check


def _language(reply: Reply, at: int) -> str:
    sentences = reply.document.sentences
    place = bisect_right(sentences, at, key=lambda sentence: sentence.start) - 1
    return (sentences[place].language if place >= 0 else "") or reply.document.language or "en"


def _order(text: str) -> Iterator[Trick]:
    if text.isascii() or not (any(sign in text for sign in _OVERRIDES) or max(text) >= _TAG):
        return
    for found in _matcher(_ORDER).finditer(text):
        yield Trick(*found.span(), honest=_matcher(_ORDERING).sub("", found[0]))


def _invisible(text: str) -> Iterator[Trick]:
    """A joiner belongs into Persian words; anything else of no width stands there for it, or for nothing."""
    joined = "\u200c" in text and _matcher(_LATIN + "\u200c").search(text)
    if not (joined or any(sign in text for sign in _NO_WIDTH)):
        return
    for found in _matcher(_INVISIBLE).finditer(text):
        latin = _matcher(_LATIN).search(found[0]) is not None
        honest = _matcher(_JOINT).sub("" if latin else _joiner, found[0])
        if honest != found[0]:
            yield Trick(*found.span(), honest=honest)


def _joiner(joint: re.Match[str]) -> str:
    return joint[0] if joint[0] in ("\u200c", "\u200d") else "\u200c"


def _lookalike(text: str) -> Iterator[Trick]:
    """Words that are Latin but for letters that only look so; Russian words have letters of their own."""
    if text.isascii() or not _matcher(_FOREIGN).search(text):
        return
    for found in _matcher(_WORD).finditer(text):
        if _matcher(_FOREIGN).search(found[0]) and _matcher(_LATIN).search(found[0]):
            honest = found[0].translate(_ALIKE)
            if not _matcher(_FOREIGN).search(honest) and sum(map(str.isalpha, honest)) > 2:
                yield Trick(*found.span(), honest=honest)


def _link(text: str) -> Iterator[Trick]:
    for pattern, sign in ((_MARKDOWN, "]("), (_HTML, "href")):
        for found in _matcher(pattern).finditer(text) if sign in text.lower() else ():
            host, shown = _matcher(_TARGET).match(found["to"]), _host(found["shown"])
            if host and shown and not _same_site(shown, host["host"]):
                yield Trick(*found.span(), shown=shown, host=host["host"])
    for found in _matcher(_USER).finditer(text) if "@" in text and "://" in text else ():
        if not _same_site(found["shown"], found["host"]):
            yield Trick(*found.span(), shown=found["shown"], host=found["host"])


def _host(shown: str) -> str:
    """The first host that a text shows, "" if there is none."""
    for found in _matcher(_HOST).finditer(shown):
        if found["sure"] or found["host"].rpartition(".")[2].lower() in words("top_domains"):
            return found["host"]
    return ""


def _same_site(one: str, other: str) -> bool:
    one, other = (host.lower().removeprefix("www.").rstrip(".") for host in (one, other))
    return one == other or one.endswith(f".{other}") or other.endswith(f".{one}")


_FINDERS: dict[str, Callable[[str], Iterator[Trick]]] = {
    "order": _order, "invisible": _invisible, "lookalike": _lookalike, "link": _link,
}  # fmt: skip
