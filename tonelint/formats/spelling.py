"""How a text is written in what is below it: what `edited` puts into the file."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from tonelint.errors import TextError
from tonelint.formats.draft import Layer
from tonelint.types import Edit

_NEWLINE = re.compile(r"\n(?=(\n)?)")
_NEWLINES = re.compile(r"\n+")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_NOT_ASCII = re.compile(r"[^\x20-\x7e]")
# What a YAML text that stands without quotation marks must not be or have in it (YAML 1.1, section 9.1.3).
_NOT_PLAIN = re.compile(r""":(?=\s|\Z)|\s#|\A[-?:](?=\s|\Z)|\A[\],\[{}#&*!|>'"%@`]|\A\s|\s\Z|\A\Z""")


def lowered(layer: Layer, below: str, edits: Sequence[Edit]) -> list[Edit]:
    """Returns edits of a layer's text, sorted, as edits of what is below. Raises TextError where there is no way."""
    quote = _quote(layer, below, edits)
    spell = _WRITERS.get(_QUOTED.get((layer.spelling, quote), layer.spelling))
    if not spell:
        raise TextError("a text in this encoding is not edited")
    made = [Edit(*layer.run(edit.start, edit.end), spell(edit.text, layer, below)) for edit in edits]
    return _between(made, layer, quote) if quote else made


def _quote(layer: Layer, below: str, edits: Sequence[Edit]) -> str:
    """Returns the mark that has to be put around a text that stands without; "" where none is needed."""
    if layer.spelling == "csv-plain":
        return '"' if any(set(edit.text) & set(',;\t"\r\n') for edit in edits) else ""
    if layer.spelling != "yaml-plain" or not layer.pieces:
        return ""
    new, kept = _split(layer.text, edits)
    if not _NOT_PLAIN.search(new):
        return ""
    return '"' if not set(kept) & set('"\\') else "'" if "'" not in kept else ""


def _split(text: str, edits: Sequence[Edit]) -> tuple[str, str]:
    """Returns a text after edits, and what they leave as it was."""
    new, kept, at = [], [], 0
    for edit in edits:
        new += [text[at : edit.start], edit.text]
        kept.append(text[at : edit.start])
        at = edit.end
    return "".join([*new, text[at:]]), "".join([*kept, text[at:]])


def _between(edits: list[Edit], layer: Layer, quote: str) -> list[Edit]:
    """Adds quotation marks before and after the whole text."""
    start = layer.pieces[0].at if layer.pieces else edits[0].start
    end = layer.pieces[-1].to if layer.pieces else edits[0].start
    if edits[0].start == start:
        edits = [edits[0]._replace(text=quote + edits[0].text), *edits[1:]]
    else:
        edits = [Edit(start, start, quote), *edits]
    if edits[-1].end == end:
        return [*edits[:-1], edits[-1]._replace(text=edits[-1].text + quote)]
    return [*edits, Edit(end, end, quote)]


def _as_it_is(text: str, layer: Layer, below: str) -> str:
    return text


def _lines(text: str, layer: Layer, below: str) -> str:
    """An empty line has no blanks at its end."""
    return _NEWLINE.sub(lambda found: layer.newline.rstrip(" ") if found[1] else layer.newline, text)


def _folded(text: str, layer: Layer, below: str) -> str:
    """One line end is two in the file, because the first of them is folded away."""
    line_end = re.match(r"\r\n|.", layer.newline, re.S)
    return _NEWLINES.sub(lambda run: (line_end[0] if line_end else "\n") * (len(run[0]) - 1) + layer.newline, text)


def _single(text: str, layer: Layer, below: str) -> str:
    return _folded(text.replace("'", "''"), layer, below)


def _double(text: str, layer: Layer, below: str) -> str:
    text = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    escaped = _NOT_ASCII if below.isascii() and "\\u" in below else _UNPRINTABLE
    return escaped.sub(lambda found: _code(ord(found[0])), text)


def _code(point: int) -> str:
    return f"\\x{point:02x}" if point < 0x100 else f"\\u{point:04x}" if point < 0x10000 else f"\\U{point:08x}"


def _json(text: str, layer: Layer, below: str) -> str:
    import json

    escaped = below.isascii() and "\\u" in below
    return json.dumps(text, ensure_ascii=escaped or _UNPRINTABLE.search(text) is not None)[1:-1]


def _csv(text: str, layer: Layer, below: str) -> str:
    return text.replace('"', '""')


def _html(text: str, layer: Layer, below: str) -> str:
    import html

    return html.escape(text, quote=False).replace("\n", layer.newline)


def _po(text: str, layer: Layer, below: str) -> str:
    text = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return text.replace("\r", "\\r")


def _printable(text: str, layer: Layer, below: str) -> str:
    """Quoted-printable (RFC 2045, 6.7) in UTF-8; in another charset the new file does not read as it should."""
    return "".join(_printable_byte(byte) for byte in text.encode("utf-8", "surrogatepass")).replace(
        "=0A", layer.newline
    )


def _printable_byte(byte: int) -> str:
    return chr(byte) if 32 <= byte < 127 and byte != 61 else f"={byte:02X}"


_WRITERS: dict[str, Callable[[str, Layer, str], str]] = {
    "plain": _as_it_is,
    "lines": _lines,
    "yaml-literal": _lines,
    "yaml-folded": _folded,
    "yaml-plain": _folded,
    "yaml-single": _single,
    "yaml-double": _double,
    "json": _json,
    "csv-plain": _as_it_is,
    "csv-quoted": _csv,
    "html": _html,
    "po": _po,
    "quoted-printable": _printable,
}
# A text that gets quotation marks is spelled as one that has them.
_QUOTED = {
    ("csv-plain", '"'): "csv-quoted",
    ("yaml-plain", '"'): "yaml-double",
    ("yaml-plain", "'"): "yaml-single",
}
