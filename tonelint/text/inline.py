"""Zones inside a line: addresses, placeholders, markup, codes, words in quotation marks.

The text is searched once for characters that can begin or betray such a zone; `FINDERS` says which patterns are
then tried there. Every pattern is bounded or stops at its own first character, so that the search stays linear.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from tonelint.text.layout import any_of, keys, plain, words
from tonelint.types import Zone

Finder = Callable[[str, int, int, int], "Zone | None"]
"""Called with the text, the place of the trigger, and the bounds; returns the zone that lies there, if any."""

_HOST_CHARACTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-"
_LOCAL_CHARACTERS = _HOST_CHARACTERS + "._%+"
_CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,15}\Z")
_ADDRESS = r"[!#$%&'()*+,\-./0-9:;=?@A-Z\[\]_a-z~]"
_URL = re.compile(f"://{_ADDRESS}+")
_HOST = re.compile(r"(?:\.[A-Za-z0-9-]{1,63}){1,6}(?![A-Za-z0-9-])(?::\d{2,5})?")
_PATH = re.compile(f"[/?#]{_ADDRESS}*")
_MAIL_HOST = re.compile(r"@(?:[A-Za-z0-9-]{1,63}\.){1,6}[A-Za-z0-9-]{0,62}[A-Za-z0-9]")
_FAR = 2_000  # code points: how far off the end of an element may be
_PLAIN = re.compile(r"[a-z]+(?:[ _-][a-z]+)*|[A-Z]+(?:[ _-][A-Z]+)*")  # <sku>, <direct line>, <CUSTOMER>
_REFERENCE = re.compile(r"-\d+(?:-?[A-Z0-9]+)*(?![\w-])")


@cache
def _matcher(pattern: str) -> Callable[..., re.Match[str] | None]:
    """Compiles a pattern when it is first needed: most replies need few, and compiling all would cost 15 ms."""
    return re.compile(pattern).match


def _found(kind: str, pattern: str, test: Callable[[str], bool] | None = None) -> Finder:
    def find(text: str, at: int, low: int, high: int) -> Zone | None:
        found = _matcher(pattern)(text, at, high)
        if found is None or (test and not test(found[0])):
            return None
        return Zone(at, found.end(), kind)

    return find


def _before(text: str, at: int, low: int, characters: str) -> int:
    """Returns where the run of such characters that ends at `at` begins, at most 64 characters back."""
    piece = text[max(low, at - 64) : at]
    return at - len(piece) + len(piece.rstrip(characters))


def _trimmed(text: str, start: int, end: int) -> int:
    """Returns the end of an address without the punctuation of the sentence that it stands in."""
    surplus = text.count(")", start, end) - text.count("(", start, end)
    while end > start and text[end - 1] in ".,;:!?'*_%$#)]":
        if text[end - 1] == ")":
            if surplus <= 0:
                break
            surplus -= 1
        end -= 1
    return end


def _url(text: str, at: int, low: int, high: int) -> Zone | None:
    scheme = _SCHEME.search(text[max(low, at - 16) : at])
    rest = _URL.match(text, at, high) if scheme else None
    return Zone(at - len(scheme[0]), _trimmed(text, at + 3, rest.end()), "url") if scheme and rest else None


def _host(text: str, at: int, low: int, high: int) -> Zone | None:
    start, rest = _before(text, at, low, _HOST_CHARACTERS), _HOST.match(text, at, high)
    if start == at or rest is None:
        return None
    name = text[start : rest.end()].partition(":")[0]
    top = name.rpartition(".")[2]
    path = _PATH.match(text, rest.end(), high) if top.isalpha() and len(top) > 1 else None
    if not (path or top in words("top_domains") or name.startswith("www.")):
        return None
    return Zone(start, _trimmed(text, rest.end() - len(top), path.end() if path else rest.end()), "url")


def _email(text: str, at: int, low: int, high: int) -> Zone | None:
    start, rest = _before(text, at, low, _LOCAL_CHARACTERS), _MAIL_HOST.match(text, at, high)
    return Zone(start, rest.end(), "email") if start < at and rest else None


def _code_number(text: str, at: int, low: int, high: int) -> Zone | None:
    start, rest = _before(text, at, low, _CAPITALS), _REFERENCE.match(text, at, high)
    if rest is None or start == at or (start > low and (text[start - 1].isalnum() or text[start - 1] == "-")):
        return None
    letters = sum(map(str.isalpha, text[start:at]))
    return Zone(start, rest.end(), "reference") if letters >= 2 and sum(map(str.isdigit, rest[0])) >= 3 else None


def _in_brackets(content: str) -> bool:
    """Whether square brackets hold a variable or an order to fill in, not a footnote, a check box or a remark."""
    inner = content.strip("[]«»()<>_ ")
    identifier = re.fullmatch(r"[A-Za-z]\w*(?:[._]\w+)+", inner)
    return bool(identifier) or (len(inner.split()) <= 6 and any_of("placeholder_words", keys(inner.replace("_", " "))))


def _bare(content: str) -> bool:
    return plain(content.strip("«»()\"“”'‘’ ")) in words("bare_placeholders")


def _angle(text: str, at: int, low: int, high: int) -> Zone | None:
    """A slot in angle brackets: no tag of HTML or XML, no key to press, no remark such as <sigh>."""
    found = _matcher(r"(?:<|&lt;)([^\W\d][^<>&\r\n=\"']{0,40})(?:>|&gt;)")(text, at, high)
    if found is None:
        return None
    inner = found[1].strip(" /")
    first = inner.partition(" ")[0]
    if inner.isascii():
        if first.lower() in words("html_tags") or first.lower() in words("in_angles"):
            return None
        alone = not text[max(at - 1, low) : at].isalnum()
        if not (_in_brackets(inner) or (alone and _PLAIN.fullmatch(found[1]))):
            return None
        if text.find(f"</{first}", at, at + _FAR) >= 0:
            return None
    return Zone(at, found.end(), "placeholder")


def _braces(content: str) -> bool:
    inner = content.strip("{}% ")
    return inner == "" or inner.isdigit() or any(map(str.isalpha, inner))


def _percent(content: str) -> bool:
    return len(content.split()) <= 3


def _variable(content: str) -> bool:
    return content[1:].lower() not in words("currencies")


_BARE = _found("placeholder", r"[«(\"“'‘][^\W\d_][^«»()\"“”\r\n]{2,40}[»)\"”'’]", _bare)
_BLANK_DOTS = _found("placeholder", r"(?<![^\s:،,(])[.…](?:[.]{3,}|…+)|(?<=[^\W_])\.{6,}(?=[^\W_])")
_BLANK_LINE = (
    r"(?<!\S)__(?=[\s.,،!?؟])"
    r"|(?<!_)_{3,9}(?!_)(?:(?=[ \t]*[^\s_])|(?<=[^\s_]_{3})|(?<=[^\s_]_{4})|(?<=[^\s_]_{5}))"
)
_CHOICE = (  # of ICU: {count, plural, one {# day} other {# days}}
    r"\{\w{1,40}, ?(?:plural|select|selectordinal),(?:[^{}\r\n]{1,60}\{[^{}\r\n]{0,200}\}){1,9}[ ]?\}"
)
_MARKUP = (
    _found("code", r"<(code|pre|kbd|samp)(?: [^<>\r\n]{0,100})?>[^<\r\n]{0,400}</\1>"),
    _found("placeholder", r"<!--[ \t]*(?:IF|ELSE|ELSEIF|ENDIF|END|BEGIN|INCLUDE)\b[^\r\n>]{0,200}-->"),
    _found("html", r"<!--[^\r\n>]{0,200}-->"),
    _found("placeholder", r"<%(?:[^%\r\n]|%(?!>)){1,160}%>"),
    _found("placeholder", r"<<[^<>\r\n]{1,60}>>"),
    _angle,
    _found("html", r"</?[A-Za-z][A-Za-z0-9:-]{0,20}(?:\s[^<>\r\n]{0,600})?\s?/?>"),
    _found("html", r"<!DOCTYPE[^<>\r\n]{0,200}>"),
)

FINDERS: dict[str, tuple[Finder, ...]] = {
    "`": (_found("code", r"(?<!`)(`{1,2})(?!`)[^`\r\n]{1,300}\1(?!`)"),),
    "<": _MARKUP,
    "&": (
        _angle,
        _found("html", r"&(?:[A-Za-z]{2,8}|#\d{1,6}|#x[0-9A-Fa-f]{1,5});"),
    ),
    ":": (_url,),
    ".": (_BLANK_DOTS, _host),
    "…": (_BLANK_DOTS,),
    "@": (
        _found("placeholder", r"@@[^@\s]{1,40}@@"),
        _email,
        _found("handle", r"(?<![\w.@/])@[A-Za-z0-9_]{2,30}"),
    ),
    "{": (
        _found("placeholder", r"\{\{\{?[^{}\r\n]{1,120}\}\}\}?", _braces),
        _found("placeholder", r"\{%[^{}\r\n]{1,160}%\}"),
        _found("placeholder", r"\{[^{}\r\n;:\",]{0,60}\}", _braces),
        _found("placeholder", r"\{\w{1,40}, ?(?:number|date|time|spellout|ordinal|duration)\b[^{}\r\n]{0,60}\}"),
        _found("placeholder", _CHOICE),
    ),
    "[": (
        _found("placeholder", r"\[%(?:[^%\r\n]|%(?!\])){0,200}%\]"),
        _found("placeholder", r"\[\[[^\[\]\r\n]{1,60}\]\]", _in_brackets),
        _found("placeholder", r"(?<![!\]])\[[^\[\]\r\n]{1,60}\](?![(\[])", _in_brackets),
    ),
    "%": (
        _found("placeholder", r"%\{[^{}\r\n]{1,60}\}"),
        _found("placeholder", r"%\([A-Za-z_]\w{0,40}\)[sdif]"),
        _found("placeholder", r"(?<![\d%٪])%(?:\d{1,2}\$)?[sdif@](?![A-Za-z0-9_%])"),
        _found("placeholder", r"(?<!\d)(?<!\d )%[^\W\d_](?:[\w .\u200c=,-]{0,40}[\w])?%(?![A-Za-z0-9])", _percent),
    ),
    "$": (
        _found("placeholder", r"\$\{[^{}\r\n]{1,60}\}"),
        _found("placeholder", r"(?<!\w)\$[A-Za-z_][A-Za-z0-9_]{1,40}(?:\.[A-Za-z]\w*)*", _variable),
    ),
    "#": (
        _found("placeholder", r"#\{[^{}\r\n]{1,60}\}"),
        _found("reference", r"(?<![\w&#])#(?:[A-Za-z]{1,5}-?)?\d[\dA-Z-]{2,30}(?![\w])"),
    ),
    "*": (_found("placeholder", r"\*\|[^|\r\n]{1,60}\|\*"),),
    "|": (_found("placeholder", r"\|\*[^*\r\n]{1,60}\*\|"),),
    "_": (
        _found("placeholder", _BLANK_LINE),
        _found("placeholder", r"(?<!\w)__[A-Za-z][A-Za-z0-9_]{0,40}__(?!\w)", _in_brackets),
    ),
    "-": (_code_number,),
    "(": (_BARE,),
    "«": (_BARE, _found("mention", r"«[^«»\r\n]{1,120}»")),
    "“": (_BARE, _found("mention", r"“[^“”\r\n]{1,120}[”“]")),
    "„": (_found("mention", r"„[^„“”\r\n]{1,120}[“”]"),),
    '"': (_BARE, _found("mention", r"(?<!\w)\"(?=\S)[^\"\r\n]{1,120}(?<=\S)\"(?!\w)")),
    "'": (_found("mention", r"(?<![\w'’])'(?=[^\s'])(?:[^'\r\n]|(?<=\w)'(?=\w)){1,120}(?<=\S)'(?!\w)"),),
    "‘": (_found("mention", r"‘(?=\S)(?:[^‘’\r\n]|(?<=\w)’(?=\w)){1,120}(?<=\S)’(?!\w)"),),
}

_TRIGGER = re.compile("[" + re.escape("".join(FINDERS)) + r"](?![\s])(?<!\w['])")

_SPELLED_OUT = (
    ("XXX", r"(?<![\w-])X{3,8}(?![\w]|[ -]?\d)"),
    ("xx/", r"(?<!\w)xx?/xx?(?:/xx(?:xx)?)?(?!\w)"),
    ("XX/", r"(?<!\w)XX?/XX?(?:/XX(?:XX)?)?(?!\w)"),
    ("_HERE", r"(?<!\w)[A-Z]+(?:_[A-Z]+)*_HERE(?!\w)"),
    ("TBD", r"(?<!\w)TBD(?!\w)"),
    ("TODO", r"(?<!\w)TODO(?!\w)"),
    ("FIXME", r"(?<!\w)FIXME(?!\w)"),
    ("ـــ", r"(?<=[^\W_][ \t])ـ{3,9}(?!\w)"),  # a blank drawn with the sign that stretches letters
    ("orem ipsum", r"\b[Ll]orem ipsum\b"),
)
"""Placeholders that are words: what must be in the text at all, and how it looks."""


def scan(text: str, start: int, end: int) -> Iterator[Zone]:
    """Yields the zones between two offsets, by beginning; only a mention may hold others, which follow it."""
    place, low, quoted = start, start, start
    while trigger := _TRIGGER.search(text, place, end):
        at = place = trigger.start()
        place += 1
        for find in FINDERS[trigger[0]]:
            zone = find(text, at, low, end)
            if zone is None or (zone.kind == "mention" and at < quoted):
                continue
            if zone.kind == "mention":
                quoted = zone.end
            else:
                place = low = zone.end
            yield zone
            break


def spelled_out(text: str) -> list[Zone]:
    """Returns the placeholders that are written as words, like XXX or TODO."""
    found = [match.span() for needle, pattern in _SPELLED_OUT if needle in text for match in re.finditer(pattern, text)]
    return [Zone(start, end, "placeholder") for start, end in sorted(found)]
