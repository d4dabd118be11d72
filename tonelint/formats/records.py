"""Replies in files of records: found by a selector, or by a shape that is known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from tonelint.context import CONTEXT, LANGUAGES
from tonelint.errors import FormatError, UnknownFormat
from tonelint.formats import html
from tonelint.formats.draft import Draft
from tonelint.formats.selecting import Found, find, value
from tonelint.formats.shapes import SHAPES, Shape
from tonelint.formats.tree import Node, Text, text_of
from tonelint.selection import Selector
from tonelint.text.lines import Lines

_LANGUAGE = "language | lang | locale"


class Place(NamedTuple):
    """Which file the replies of a tree are in."""

    source: str
    path: str


def selected(root: Node, place: Place, select: Selector) -> Iterator[Draft]:
    """Yields the replies that a selector leads to. Raises FormatError for a context that does not exist."""
    for found in find(root, select.body):
        context = _selected_context(found.records, place, select.context)
        language = text_of(value(found.records, select.language)) if select.language else ""
        name = text_of(value(found.records, select.name)) if select.name else ""
        yield from reply(found, place, name or ".".join(found.trail), language, context)


def known(root: Node, place: Place, shapes: Sequence[Shape] = SHAPES) -> Iterator[Draft]:
    """Yields the replies of the first shape that the file has. Raises UnknownFormat where it has none of them."""
    places = dict.fromkeys(where for shape in shapes for where in shape.records)
    found = {where: _members(root, where) for where in places}
    for shape in shapes:
        for where in shape.records:
            records = found[where] if _fits(found[where], shape) else []
            if any(isinstance(body.node, Text) for record in records for body in _texts(record, shape)):
                yield from (draft for record in records for draft in _bodies(record, place, shape))
                return
    sentence = "nothing in this file looks like replies; say where they stand under formats: in tonelint.yaml"
    raise UnknownFormat(f"{place.path}: {sentence}")


def _members(root: Node, where: str) -> list[Found]:
    """Returns the records that may stand at a place; "" is the whole file, a list or one record."""
    if where and not isinstance(root, dict):
        return []
    return [found for found in (find(root, where) if where else find([root], "*")) if found.node]


def _fits(records: list[Found], shape: Shape) -> bool:
    """Returns whether each record has what the shape needs."""
    return all(isinstance(one.node, dict) and all(find(one.node, path) for path in shape.needs) for one in records)


def _texts(record: Found, shape: Shape) -> list[Found]:
    return [found for path in shape.bodies for found in find(record.node, path)]


def _bodies(record: Found, place: Place, shape: Shape) -> Iterator[Draft]:
    assert isinstance(record.node, dict)
    name = text_of(value((record.node,), shape.name)) or ".".join(record.trail)
    language = text_of(value((record.node,), _LANGUAGE))
    context = {"stage": shape.stage, **_known_context(record.node)}
    for index, found in enumerate(found for found in _texts(record, shape) if text_of(found.node).strip()):
        yield from reply(found, place, f"{name}/{found.trail[-1]}" if index else name, language, context)


def reply(found: Found, place: Place, name: str, language: str, context: Mapping[str, str]) -> Iterator[Draft]:
    """Yields the reply; nothing for an empty one, and for one in a language that is not ours."""
    code = language.replace("_", "-").partition("-")[0].lower()
    if not isinstance(found.node, Text) or not found.node.value.strip() or (code and code not in LANGUAGES):
        return
    layers = [found.node.layer()]
    if html.is_html(layers[0].text):
        layers.append(html.layer(layers[0].text))
    known = {"language": code, **context} if code else context
    if layers[-1].text.strip():
        yield Draft(place.path, name, place.source, tuple(layers), known)


def _known_context(record: dict[str, Node]) -> dict[str, str]:
    """Returns the columns of a record that are called as fields of `Context` and have a value that exists."""
    given = {field: text_of(record.get(field)) for field in CONTEXT if field != "language"}
    return {field: text for field, text in given.items() if text and _exists(field, text)}


def _exists(field: str, text: str) -> bool:
    choices = CONTEXT[field]
    return choices is None or text in choices


def _selected_context(records: tuple[dict[str, Node], ...], place: Place, wanted: Mapping[str, str]) -> dict[str, str]:
    context = {}
    for field, path in wanted.items():
        node = None if path.startswith("=") else value(records, path)
        text = path[1:] if path.startswith("=") else text_of(node)
        if text and not _exists(field, text):
            position = Lines(place.source).position(node.at) if isinstance(node, Text) else (0, 0)
            choices = ", ".join(CONTEXT[field] or ())
            raise FormatError(f'{field} cannot be "{text}"; known are: {choices}', place.path, *position)
        if text:
            context[field] = text
    return context
