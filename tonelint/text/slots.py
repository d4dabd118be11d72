"""What placeholders say: variables, conditions, what stands for an empty value; and those that were not written whole.

The notations are those of Liquid (Zendesk, Freshdesk, Intercom, Chatwoot, Front), Help Scout, Zammad, Handlebars,
Django, ERB and Template Toolkit, as their handbooks describe them. Which pieces of a text are placeholders at all says
`tonelint.text.inline`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tonelint.text.fold import MARKS
from tonelint.text.zones import placeholder_name
from tonelint.types import Zone

VARIABLE, OPEN, MIDDLE, CLOSE, SILENT, BLANK = "variable", "open", "middle", "close", "silent", "blank"

_TAG = (
    r"(?P<bracket>\{%|\[%|<%|<!--|\{\{)[-~+]?[ \t]*(?P<mark>[#/^]?)(?P<word>\w+)(?P<rest>.*?)[ \t]*[-~]?"
    r"(?:%\}|%\]|%>|-->|\}\})\Z"
)
_BLOCKS = frozenset(
    "if unless case for foreach each with block capture comment raw verbatim ifchanged blocktrans blocktranslate "
    "autoescape filter spaceless tablerow while begin".split()
)
_MIDDLES = frozenset("else elsif elif elseif when empty plural".split())
_ORDERS = frozenset("assign set include render load trans translate now cycle increment decrement extends url".split())
_MADE = r"[ \t]*(\w+)"
_MAKERS = frozenset(["assign", "set", "capture", "for", "foreach"])
_FALLBACK = (
    r"(?:\|\s*(?:default|fallback)\s*[:(=]?|,\s*(?:fallback|default)\s*=|\|\||\bor\b)\s*[\"'“‘«]?([^\"'”’»)}|%]*)"
)
_QUOTED = r"\"[^\"]*\"|'[^']*'|“[^”]*”|\|[^|]*"
_PATH = r"[^\W\d][\w.\u200c-]*"
_OPERATORS = frozenset("and or not in is contains blank empty nil null none true false size present".split())
# By these a machine knows its own; what else looks like a slot is for a person to fill in.
_MACHINE = r"[{%$<|@]|#\{|\*\||\[[\[%]|\[[A-Za-z]\w*(?:[._]\w+)*\]\Z|__[A-Za-z]"

_NAME = rf"[ ]?[^\W\d][\w.\u200c{MARKS}]*"
_CUT_OPEN = rf"(?:\{{\{{\{{?|\{{%|[#%$]\{{|\[\[|\{{)(?P<name>{_NAME})?"
_CUT_CLOSE = r"%\}|\}\}?\}?|\]\]"
_CLOSING = {"{{{": "}}}", "{{": "}}", "{%": "%}", "#{": "}", "%{": "}", "${": "}", "[[": "]]", "{": "}", "[": "]"}
_MIRRORED = str.maketrans("}]", "{[")
_BEFORE = rf"{_NAME}[ ]?\Z"
_REACH = 200


class Slot(NamedTuple):
    """A placeholder and what it does; start and end are code points.

    kind: variable; open, middle and close of a condition or loop (``{% if … %}``, ``{{else}}``, ``{% endif %}``);
    silent (a comment, an order that leaves nothing); blank (____, XXX, [what you want]: for a person to fill in).
    names: the variables that it needs, folded. word: what opens or closes, as ``if``. made: the variable that it makes,
    as the loop does. fallback: what stands there when the variable is empty, None where nothing does. inverse: whether
    it opens what is kept while its variables are empty.
    """

    start: int
    end: int
    kind: str
    names: tuple[str, ...] = ()
    word: str = ""
    made: str = ""
    fallback: str | None = None
    inverse: bool = False


class Broken(NamedTuple):
    """A placeholder that is not written whole; whole is how it would be, "" where that is not plain."""

    start: int
    end: int
    whole: str = ""


def slots(text: str, zones: Iterable[Zone]) -> list[Slot]:
    """Returns the placeholders of a text, in order.

    >>> from tonelint.text.zones import find
    >>> text = 'Hi {{ name | default: "there" }}{% if order.paid %}, thanks{% endif %}, code [CODE], ____ now'
    >>> [(slot.kind, slot.names, slot.fallback) for slot in slots(text, find(text))][:2]
    [('variable', ('name',), 'there'), ('open', ('order.paid',), None)]
    >>> [slot.kind for slot in slots(text, find(text))][2:]
    ['close', 'variable', 'blank']
    """
    return [_slot(text, zone) for zone in zones if zone.kind == "placeholder"]


def _slot(text: str, zone: Zone) -> Slot:
    piece = text[zone.start : zone.end]
    if not re.match(_MACHINE, piece):
        return Slot(zone.start, zone.end, BLANK)
    if piece.startswith("{#"):
        return Slot(zone.start, zone.end, SILENT)
    if tag := re.match(_TAG, piece):
        if slot := _order(zone, tag):
            return slot
    fallback = re.search(_FALLBACK, piece)
    name = "" if piece.lstrip("{%=~- ")[:1] in ("'", '"', "“") else placeholder_name(text, zone)
    instead = fallback[1].strip() if fallback else None
    return Slot(zone.start, zone.end, VARIABLE, (name,) if name else (), fallback=instead)


def _order(zone: Zone, tag: re.Match[str]) -> Slot | None:
    """Returns what a tag does, None if it only stands for a value."""
    mark, word, rest, own = tag["mark"], tag["word"].lower(), tag["rest"], tag["bracket"] != "{{"
    closed = word[3:] if own and word.startswith("end") else word if mark == "/" else None
    if closed is not None and (mark or not closed or closed in _BLOCKS):
        return Slot(zone.start, zone.end, CLOSE, word=closed)
    if mark:
        names, inverse = _names(rest) if word in _BLOCKS else (word,), mark == "^" or word == "unless"
        return Slot(zone.start, zone.end, OPEN, names, word, inverse=inverse)
    if word in _MIDDLES and (own or not rest.strip()):
        return Slot(zone.start, zone.end, MIDDLE, _names(rest), word)
    if not own or word not in _BLOCKS | _ORDERS:
        return None
    made = re.match(_MADE, rest) if word in _MAKERS else None
    names = () if made or word in _ORDERS else _names(rest)
    kind, variable = OPEN if word in _BLOCKS else SILENT, made[1].lower() if made else ""
    return Slot(zone.start, zone.end, kind, names, word, variable, inverse=word == "unless")


def _names(condition: str) -> tuple[str, ...]:
    paths = map(str.lower, re.findall(_PATH, re.sub(_QUOTED, " ", condition)))
    return tuple(path for path in paths if path not in _OPERATORS)


def broken(text: str, zones: Sequence[Zone]) -> list[Broken]:
    """Returns what was begun as a placeholder and is not whole, in order: braces that do not pair, tags without an end.

    >>> from tonelint.text.zones import find
    >>> text = "Hi {{name}, order {{number is here. {% if late %}Sorry."
    >>> [(text[one.start : one.end], one.whole) for one in broken(text, find(text))]
    [('{{name}', '{{name}}'), ('{{number', '{{number}}'), ('{% if late %}', '')]
    """
    if not any(bracket in text for bracket in ("{", "}", "[[", "]]", "[%", "<%")):
        return []
    found = [one for zone in zones if zone.kind == "placeholder" for one in _unequal(text, zone)]
    found += _unpaired(slots(text, zones))
    covered = [*zones, *(Zone(one.start, one.end, "broken") for one in found)]
    found += _strays(_masked(text, covered))
    return sorted(found)


def _unequal(text: str, zone: Zone) -> Iterator[Broken]:
    """Yields a placeholder that has more brackets on one side, in it or beside it."""
    start, end = zone.start, zone.end
    opening, closing = ("[", "]") if text[start] == "[" else ("{", "}")
    if opening not in text[start:end]:
        return
    while start and text[start - 1] == opening:
        start -= 1
    while text[end : end + 1] == closing:
        end += 1
    piece = text[start:end]
    one_sided = piece.startswith("{%") != piece.endswith("%}") and "%" in piece
    if piece.count(opening) != piece.count(closing) or one_sided:
        yield Broken(start, end, _whole(piece))


def _whole(piece: str) -> str:
    inner = piece.strip("{}[]%# ")
    opening = next((one for one in _CLOSING if piece.startswith(one)), "")
    many = max(piece.count("{"), piece.count("}"))
    if "%" in piece and "{" in piece and not piece.startswith("%"):
        return f"{{% {inner} %}}" if " " in piece else f"{{%{inner}%}}"
    if opening in ("#{", "%{", "${"):
        return f"{opening}{inner}}}"
    return f"[[{inner}]]" if opening.startswith("[") else "{" * many + inner + "}" * many


def _unpaired(found: Iterable[Slot]) -> Iterator[Broken]:
    """Yields the tags that open and never close, that close what is not open, that stand in no condition."""
    opened: list[Slot] = []
    for slot in found:
        if slot.kind == OPEN:
            opened.append(slot)
        elif slot.kind == CLOSE and opened and slot.word in ("", opened[-1].word):
            opened.pop()
        elif slot.kind == CLOSE or (slot.kind == MIDDLE and not opened):
            yield Broken(slot.start, slot.end)
    yield from (Broken(slot.start, slot.end) for slot in opened)


def _masked(text: str, zones: Iterable[Zone]) -> str:
    """Returns the text with blanks, which no name has, for all that is read otherwise."""
    pieces, place = [], 0
    for zone in sorted(zones):
        if zone.kind not in ("mention", "signature", "footer") and zone.start >= place:
            pieces += [text[place : zone.start], "\0" * (zone.end - zone.start)]
            place = zone.end
    return "".join([*pieces, text[place:]])


def _strays(text: str) -> Iterator[Broken]:
    for cut in re.finditer(_CUT_OPEN, text):
        bracket = cut[0].removesuffix(cut["name"] or "")
        closing = _CLOSING[bracket]
        if cut["name"] and not _on_line(text, cut.end(), closing):
            tag = bracket == "{%" and cut["name"].strip().lower() in _BLOCKS | _MIDDLES
            yield Broken(cut.start(), cut.end(), "" if tag else f"{cut[0]}{' ' * cut['name'].startswith(' ')}{closing}")
    for cut in re.finditer(_CUT_CLOSE, text):
        line = text[max(text.rfind("\n", 0, cut.start()) + 1, cut.start() - _REACH) : cut.start()]
        name = re.search(_BEFORE, line[-60:])
        if name and not any(bracket in line for bracket in "{["):
            opening = cut[0].translate(_MIRRORED)[::-1]
            start = cut.start() - len(name[0].lstrip())
            yield Broken(start, cut.end(), f"{opening}{text[start : cut.start()]}{cut[0]}")


def _on_line(text: str, at: int, bracket: str) -> bool:
    end = text.find("\n", at, at + _REACH)
    return bracket in text[at : end if end >= 0 else at + _REACH]
