"""Zones of whole lines: quoted mail, fenced code, legal footers, signatures."""

from __future__ import annotations

import re
from typing import NamedTuple

from tonelint.text.layout import beginnings, keys, plain, words
from tonelint.types import Zone

MOST_SIGNATURE_LINES = 8
LONGEST_SIGNATURE_LINE = 70
LONGEST_SIGN_OFF = 50

_LINE = re.compile(r"[^\r\n]+")
# Patterns for what few replies hold are strings: `re` compiles them when they are first needed.
_FENCE = re.compile(r"[ \t]{0,3}(`{3,}|~{3,6}(?!~))")
_PRE = r"[ \t]*<(pre|code|script|style)\b[^<>\r\n]{0,200}>"
_HEADER = (
    r"[ \t]*(?:On\b.{4,200}\bwrote:"
    r"|در\s(?:تاریخ|روز|ساعت)?.{3,200}(?:نوشت|نوشته|نوشتید|نوشته\s?اید)[^\w]{0,3}:"
    r"|-{3,}[ \t]*(?:Original|Forwarded|پیام)\b.*)[ \t]*$"
)
_SENDER = r"[ \t]*\**(?:From|از|فرستنده)\**[ \t]*:"
_SENT = r"[ \t]*\**(?:Sent|Date|To|Subject|ارسال شده|ارسال‌شده|تاریخ|به|موضوع)\**[ \t]*:"
_QUOTE_NEEDLES = (
    ">", "&gt;", "wrote", "Wrote", "WROTE", "نوشت", "---", "From:", "FROM:", "از:", "فرستنده:", "essage", "پیام",
    "پيام",
)  # fmt: skip
"""No quoted mail without one of these in the text: a cheap question before the dear ones."""

_POSTSCRIPT = re.compile(r"[ \t]*(?:p\.?\s?s\b|پ\.?\s?ن\b|پی‌?نوشت)", re.I)
_DELIMITER = re.compile(r"[ \t]*--[ \t]?$")
_DASHED = r"[ \t]*(?:--|[-–—~])[ \t]*(?=[^\W\d_])"
_BULLET = re.compile(r"[ \t]*(?:[•*·▪●]|\d{1,2}[.)\-:])")
_INITIALS = (
    r"(?<![^\s.!?؟…)،,:;🙂])[ \t]*"
    r"(\^[ \t]?[A-Za-z]{1,12}|\*[A-Z]{1,3}|[/~–—-][ \t]?[A-Z][A-Za-z]{1,12})(?:[ \t]+\(?\d/\d\)?)?[ \t]*$"
)
_DASHES = frozenset("^*/~–—-")
_ENDS = re.compile(r"[.!?؟…:;؛,،][\"'»”)\]]*$")
_SAYS = r"[?؟]\W*$|(?:\S+\s+){4}\S*[.!…]\W*$"
"""A line after a sign-off that is no signature: a question, or a sentence of five words or more."""

_ENDS_SENTENCE = r"[.!?؟…]\s*$|[,،]\s*\S"
_SEPARATOR = r"\s*[,،|–—/]\s*|\s-\s"
_BODY_END = r"[^\w\s,،:;؛]\s*$|\d\s*$|.{40}$"
_OWN_SIGN_OFF = r"\s*(?:[A-Z][^.!?:;,]{2,60},|[^.!؟:؛\d]{4,40}\s(?:باشید|باشین|باشی|باد|باشد|خوش|به‌?خیر))\s*$"
"""A sign-off of somebody's own making on a line by itself, "Happy hunting," or «تندرست باشید»; a name must follow."""


class Line(NamedTuple):
    """A line that is not blank, without its end; `gap` tells whether a blank line comes before it."""

    start: int
    end: int
    gap: bool


def lines_of(text: str) -> list[Line]:
    """Returns the lines of a text that are not blank."""
    lines: list[Line] = []
    end = 0
    for match in _LINE.finditer(text):
        if match[0].isspace():
            continue
        start = match.start()
        gap = start - end > 1 and (start - end > 2 or text[end:start] != "\r\n")
        lines.append(Line(start, match.end(), gap))
        end = match.end()
    return lines


def code(text: str, lines: list[Line]) -> list[Zone]:
    """Returns the blocks of code: fenced, or between <pre> tags; one that is never closed goes on to the end."""
    found: list[Zone] = []
    if "```" not in text and "~~~" not in text and "<" not in text:
        return found
    place = 0
    unclosed: set[str] = set()
    for index, line in enumerate(lines):
        if line.start < place:
            continue
        if (fence := _FENCE.match(text, line.start, line.end)) and "`" not in text[fence.end() : line.end]:
            place = _after_fence(text, lines, index, fence[1])
        elif (tag := re.match(_PRE, text[line.start : line.end], re.I)) and (name := tag[1].lower()) not in unclosed:
            closing = re.compile(f"</{name}[^\r\n]*", re.I).search(text, line.end)
            if re.search(f"</{name}", text[line.start + tag.end() : line.end], re.I):
                continue
            if closing is None:
                unclosed.add(name)
                continue
            place = closing.end()
        if place > line.start:
            found.append(Zone(line.start, place, "code"))
    return found


def _after_fence(text: str, lines: list[Line], index: int, fence: str) -> int:
    for at in range(index + 1, len(lines)):
        line = lines[at]
        closing = _FENCE.match(text, line.start, line.end)
        if closing and closing[1].startswith(fence) and not text[closing.end() : line.end].strip():
            return line.end
    return lines[-1].end


def quotes(text: str, lines: list[Line]) -> list[Zone]:
    """Returns the quoted mail. If every line begins with `>`, they are the reply itself and nothing is quoted.

    A header such as "On … wrote:" opens a quotation to the end of the text; only up to its `>` lines if such
    follow, and only to the next blank line if nothing stands before the header.
    """
    if not any(needle in text for needle in _QUOTE_NEEDLES):
        return []
    marked = [text.startswith((">", "&gt;"), line.start + _indent(text, line)) for line in lines]
    if all(marked):
        return []
    found: list[Zone] = []
    index = 0
    while index < len(lines):
        first = index
        if not marked[index] and not _opens_quote(text, lines, index):
            index += 1
            continue
        index += 0 if marked[index] else 1
        if index < len(lines) and marked[index]:
            while index < len(lines) and marked[index]:
                index += 1
        elif first:
            index = len(lines)
        else:
            while index < len(lines) and not lines[index].gap:
                index += 1
        found.append(Zone(lines[first].start, lines[index - 1].end, "quote"))
    return found


def _indent(text: str, line: Line) -> int:
    head = text[line.start : line.start + 4]
    return len(head) - len(head.lstrip())


def _opens_quote(text: str, lines: list[Line], index: int) -> bool:
    start, end, _ = lines[index]
    if end - start > 240:
        return False
    if text[end - 1] in ":-_ \t*" and re.match(_HEADER, text[start:end], re.I):
        return True
    if text[end - 1] == ":" and plain(text[start:end]) in words("quote_openers"):
        return True
    if re.match(_SENDER, text[start:end], re.I) and index + 1 < len(lines):
        return bool(re.match(_SENT, text[lines[index + 1].start : lines[index + 1].end], re.I))
    return False


def footer(text: str, lines: list[Line]) -> Zone | None:
    """Returns the legal text or the way to unsubscribe at the end: its own last paragraphs, or what a rule sets off.

    What comes right after the greeting is the answer itself, even if it tells how to unsubscribe.
    """
    for index in range(1, len(lines)):
        start, end, gap = lines[index]
        if gap and plain(text[start : min(start + 60, end)]).startswith(beginnings("footers")):
            if index > 1 or _said(text, lines[0]):
                return Zone(start, lines[-1].end, "footer")
    return None


def signature(text: str, lines: list[Line]) -> Zone | None:
    """Returns who signs, without the sign-off: what follows "Best regards," or "-- ", names and roles at the end."""
    if not lines:
        return None
    first = max(0, len(lines) - MOST_SIGNATURE_LINES - 4)
    for index in range(len(lines) - 1, first - 1, -1):
        start, end, _ = lines[index]
        if _DELIMITER.match(text, start, end) and index:
            return _signed(text, lines, index, start)
        if end - start <= LONGEST_SIGN_OFF and (place := _after_sign_off(text, start, end)) is not None:
            found = _signed(text, lines, index + (place == end), place)
            if found or index < len(lines) - 1:
                return found
    return _names_at_end(text, lines) or _initials(text, lines[-1])


def _after_sign_off(text: str, start: int, end: int) -> int | None:
    """Returns where the name begins if a line is a sign-off, its end if there is no name in it, else None."""
    line = text[start:end]
    key = plain(line)
    if key in words("sign_offs"):
        return end
    if key.startswith(beginnings("sign_off_beginnings")) and not re.search(_ENDS_SENTENCE, line):
        return end
    cut = min((place for place in (line.find(","), line.find("،")) if place >= 0), default=-1)
    if cut > 0 and plain(line[:cut]) in words("sign_offs") and _is_name(line[cut + 1 :]):
        return start + cut + 1 + (len(line) - cut - 1 - len(line[cut + 1 :].lstrip()))
    return None


def _signed(text: str, lines: list[Line], index: int, start: int) -> Zone | None:
    """Returns the signature from `start`, which lies in line `index`; not if what follows is more text to read."""
    if index >= len(lines):
        return None
    start, last = max(start, lines[index].start), index
    for number in range(index, min(index + MOST_SIGNATURE_LINES, len(lines))):
        line = lines[number]
        piece = text[line.start : line.end]
        if len(piece) > LONGEST_SIGNATURE_LINE or _POSTSCRIPT.match(piece) or re.search(_SAYS, piece):
            break
        last = number + 1
    return Zone(start, lines[last - 1].end, "signature") if last > index else None


def _names_at_end(text: str, lines: list[Line]) -> Zone | None:
    """Returns the last lines if they are nothing but names, roles and teams, and something is said before them."""
    index = len(lines)
    while index > 1 and len(lines) - index < 4 and _is_signing(text, lines, index - 1):
        index -= 1
    while index < len(lines) and not (lines[index].gap or _said(text, lines[index - 1])):
        index += 1
    return Zone(lines[index].start, lines[-1].end, "signature") if index < len(lines) else None


def _said(text: str, line: Line) -> bool:
    """Whether a line is complete, so that what follows it may be a name."""
    piece = text[line.start : line.end]
    return bool(re.search(_BODY_END, piece) or re.match(_OWN_SIGN_OFF, piece))


def _is_signing(text: str, lines: list[Line], index: int) -> bool:
    line = text[lines[index].start : lines[index].end]
    if len(line) > LONGEST_SIGNATURE_LINE or _BULLET.match(line):
        return False
    if dash := re.match(_DASHED, line):
        before = text[lines[index - 1].start : lines[index - 1].end]
        return not re.match(_DASHED, before) and _is_name(line[dash.end() :])
    return _is_name(line)


def _is_name(piece: str) -> bool:
    """Whether a short piece of text names a person, a role or a team, as far as its words can tell."""
    piece = piece.strip()
    found = keys(piece)
    if not 0 < len(found) <= 8 or _ENDS.search(piece) or ":" in piece:
        return False
    joints = words("role_joints") if found[0] in words("role_words") else frozenset()  # «گروه ارتباط با مشتریان»
    if any(word in words("not_names") and word not in joints for word in found):
        return False
    if piece[0] in "{[%$#<":
        return len(piece) <= 40
    if not piece[0].isalpha():
        return False
    if not words("role_words").isdisjoint(found):
        return len(found) <= 6 and (not piece.isascii() or piece[0].isupper())
    name = re.split(_SEPARATOR, piece, maxsplit=1)[0]
    if any(map(str.isdigit, name)):
        return False
    if "\u0600" <= name[0] <= "\u06ff":
        return len(name.split()) <= 3
    named = [word for word in name.split() if word[0].isalpha() and word.lower() not in words("name_joints")]
    return 0 < len(named) <= 4 and all(word[0].isupper() for word in named)


def _initials(text: str, line: Line) -> Zone | None:
    """Returns the initials at the end of a tweet: ^JD, *AB, -Name, /Tom."""
    tail = text[max(line.start, line.end - 24) : line.end]
    if _DASHES.isdisjoint(tail):
        return None
    found = re.search(_INITIALS, tail)
    start = line.end - len(tail) + found.start(1) if found else line.start
    return Zone(start, line.end, "signature") if start > line.start else None
