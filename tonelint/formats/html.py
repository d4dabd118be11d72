"""HTML as its readers see it: paragraphs, line ends and list items, with the place of every character.

Read as the HTML standard tokenizes (html.spec.whatwg.org, 13.2.5), in one pass. `html.parser` is not used, because
its time grows with the square of the length where tags are left open: 20 s for 50 KB of ``<a ``.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

from tonelint.formats.draft import FIXED, Draft, Layer, verbatim
from tonelint.formats.front_matter import front_matter
from tonelint.formats.text import reply_id
from tonelint.formats.weaver import Weaver
from tonelint.selection import Selector

_TAGS = "a|b|blockquote|br|code|div|em|font|h[1-6]|i|img|li|ol|p|pre|span|strong|table|td|tr|u|ul|attribute"
_SIGN = re.compile(
    rf"<(?:{_TAGS})(?:\s[^<>]*|\s*/)?>|</(?:{_TAGS})>|&(?:[a-zA-Z]{{2,8}}|#\d{{2,6}}|#[xX][0-9a-fA-F]{{2,5}});", re.I
)
_TOKEN = re.compile(
    r"(?P<comment><!--|<[!?])|<(?P<tag>/?[a-zA-Z][^\s/>]*)"
    r"|(?P<space>[ \t\n\r\f]{2,}|[\t\n\r\f]|(?<![^>]) | (?=<|\Z))"  # a space between two words is text
    r"|(?P<entity>&(?:[a-zA-Z][a-zA-Z0-9]{0,31}|#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6});?)"
)
_ATTRIBUTE = re.compile(r"[^>=]*(?P<stop>[>=])[ \t\n\r\f]*")
_KEY = re.compile(r"""\bkey\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.I)
_RAW = frozenset(("script", "style", "title", "textarea", "iframe", "noscript"))
# What a reader of the reply does not read as the agent's words: quoted mail and code samples among it.
_SKIPPED = frozenset((*_RAW, "head", "template", "svg", "blockquote", "pre", "select"))
# How many line ends the beginning and the end of an element are worth.
_BLOCKS = dict.fromkeys(("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "table", "hr", *_SKIPPED - _RAW), 2)
_BLOCKS |= dict.fromkeys(
    ("div", "li", "tr", "td", "th", "dt", "dd", "section", "article", "header", "footer", "body"), 1
)


_LAID_OUT = re.compile(rf"<(?:br|{'|'.join(_BLOCKS)})[\s/>]", re.I)


def read(source: str, path: str, select: Selector | None = None) -> tuple[Draft, ...]:
    """Returns the reply of an HTML file, below optional front matter.

    >>> [draft] = read("<p>Hi&nbsp;Sara,</p>\\n<p>Bye</p>", "a.html")
    >>> draft.text, draft.position(9)
    ('Hi\\xa0Sara,\\n\\nBye', (1, 17))
    """
    start, context = front_matter(source, path)
    outer = verbatim(source, start)
    return (Draft(path, reply_id(path), source, (outer, layer(outer.text)), context),)


def is_html(text: str) -> bool:
    """Returns whether a text has tags or entities in it that mail and help desks use.

    >>> is_html("<p>Hi</p>"), is_html("AT&amp;T"), is_html("a < b, <name> & co; {{x}}")
    (True, True, False)
    """
    found = _SIGN.search(text)
    return found is not None and (found[0][0] == "<" or html.unescape(found[0]) != found[0])


class _Token(NamedTuple):
    """kind: text, space, entity, or the name of a tag, with a slash before it where it ends an element."""

    kind: str
    start: int
    end: int


def layer(below: str) -> Layer:
    """Returns the layer of what people read in a piece of HTML.

    Without tags for paragraphs and line ends in it, it is a text with a few tags, and its line ends count.

    >>> layer("Hi <b>Sara</b>,<br>it&#39;s <code>A1</code>.").text
    "Hi Sara,\\nit's `A1`."
    """
    reader = _Reader(below)
    skipped, depth = "", 0
    for token in _tokens(below):
        name = token.kind.lstrip("/")
        if skipped:
            depth += (name == skipped) * (-1 if token.kind != name else 1)
            skipped = skipped if depth else ""
        elif token.kind in _SKIPPED and not below.endswith("/>", token.start, token.end):
            skipped, depth = token.kind, 1
        if not skipped or token.kind == skipped:
            reader.take(token)
    return reader.weaver.layer("html", "<br>" if reader.laid_out else "\n")


def _tokens(below: str) -> Iterator[_Token]:
    at = 0
    while found := _TOKEN.search(below, at):
        if at < found.start():
            yield _Token("text", at, found.start())
        kind, at = found.lastgroup or "", found.end()
        if kind == "comment":
            at = _end(below, "-->" if found[0] == "<!--" else ">", at)
        elif kind == "tag":
            kind, at = found["tag"].lower(), _tag_end(below, at)
        yield _Token(kind, found.start(), at)
        if kind in _RAW and not below.endswith("/>", 0, at):
            close = re.compile(f"</{kind}", re.I).search(below, at)
            at = close.start() if close else len(below)
    if at < len(below):
        yield _Token("text", at, len(below))


def _tag_end(below: str, at: int) -> int:
    """Returns where a tag ends; a tag that is left open takes all that is left, as in browsers."""
    while found := _ATTRIBUTE.match(below, at):
        at = found.end()
        if found["stop"] == ">":
            return found.end("stop")
        if below[at : at + 1] in ('"', "'"):
            at = _end(below, below[at], at + 1)
    return len(below)


def _end(below: str, mark: str, at: int) -> int:
    found = below.find(mark, at)
    return len(below) if found < 0 else found + len(mark)


class _Reader:
    """Weaves the text. White space and line ends wait until a word follows."""

    def __init__(self, below: str) -> None:
        self.below, self.weaver = below, Weaver(below)
        self.laid_out = _LAID_OUT.search(below) is not None
        self.space: _Token | None = None
        self.breaks: list[_Token] = []
        self.bullet = ""
        self.lists: list[int] = []

    def take(self, token: _Token) -> None:
        """Adds what a token stands for."""
        name = token.kind.lstrip("/")
        if token.kind == "space" and self.laid_out:
            self.space = self.space or token
        elif token.kind in ("text", "space"):
            self._begin(token)
            self.weaver.same(token.start, token.end)
        elif token.kind == "entity":
            self._begin(token)
            self._entity(token)
        elif name == "br" or name in _BLOCKS:
            self.breaks.append(token)
            self._list(token)
        elif mark := self._mark(token):
            self._begin(token)
            self.weaver.other(mark, token.start, token.end, FIXED)

    def _entity(self, token: _Token) -> None:
        text = html.unescape(self.below[token.start : token.end])
        if text == self.below[token.start : token.end]:
            self.weaver.same(token.start, token.end)
        else:
            self.weaver.other(text, token.start, token.end)

    def _mark(self, token: _Token) -> str:
        """Returns what a tag looks like in a text: code stands between backticks, and Intercom has tags for names."""
        if token.kind in ("code", "/code"):
            return "`"
        key = _KEY.search(self.below, token.start, token.end) if token.kind == "attribute" else None
        return f"{{{{{key[1] or key[2] or key[3]}}}}}" if key else ""

    def _list(self, token: _Token) -> None:
        if token.kind in ("ul", "ol"):
            self.lists.append(1 if token.kind == "ol" else 0)
        elif token.kind in ("/ul", "/ol") and self.lists:
            self.lists.pop()
        elif token.kind == "li":
            number = self.lists[-1] if self.lists else 0
            self.bullet = f"{number}. " if number else "- "
            if number:
                self.lists[-1] += 1

    def _begin(self, token: _Token) -> None:
        """Adds what waits before a word."""
        if self.breaks:
            self._break()
        elif self.space and self.weaver.length:
            self._space(self.space)
        self.space, self.breaks, self.bullet = None, [], ""

    def _space(self, space: _Token) -> None:
        if self.below[space.start : space.end] == " ":
            self.weaver.same(space.start, space.end)
        else:
            self.weaver.other(" ", space.start, space.end)

    def _break(self) -> None:
        first, last = self.breaks[0], self.breaks[-1]
        ends = [token for token in self.breaks if token.kind == "br"]
        if len(ends) == len(self.breaks) and self.weaver.length:
            for token in ends:
                self.weaver.other("\n", token.start, token.end)
            return
        worth = max([len(ends), *(_BLOCKS.get(token.kind.lstrip("/"), 0) for token in self.breaks)])
        ends_before = "\n" * worth if self.weaver.length else ""
        self.weaver.other(ends_before + self.bullet, first.start, last.end, FIXED)
