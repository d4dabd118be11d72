"""Which format a file has, and the replies in it."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from typing import Any

from tonelint.errors import UnknownFormat, UsageError, nearest
from tonelint.formats.draft import Draft
from tonelint.formats.file import decode, load
from tonelint.selection import Choice

# Formats of which a file is one text, or several; each is a module with ``read(source, path, select)``.
TEXTS = {
    "text": (".txt", ""),
    "markdown": (".md", ".markdown"),
    "html": (".html", ".htm"),
    "mail": (".eml",),
    "po": (".po",),
}
# Formats of records; each is a module with ``tree(source, path)``. What the records are is found out or selected.
TREES = {"yaml": (".yaml", ".yml"), "json": (".json",), "jsonl": (".jsonl", ".ndjson"), "csv": (".csv", ".tsv")}
ENDINGS = {ending: name for names in (TEXTS, TREES) for name, endings in names.items() for ending in endings}
SHAPED = ("zendesk", "intercom", "freshdesk", "help-scout", "front", "zammad", "chatwoot", "replies", "drafts")
FORMATS = (*TEXTS, "saved-replies", *TREES, "i18n", *SHAPED)


def read(path: str, choice: Choice | None = None, load: Callable[[str], bytes] = load) -> tuple[Draft, ...]:
    """Returns the replies in a file, read as `choice` says or as it looks.

    load: what gives the content of a file by its path; asked only for one that may hold replies. Raises what it
    raises, UnknownFormat where nothing says that the file holds replies, TextError where it cannot be read as text, and
    FormatError where it is not what its format says.
    """
    _format(path, choice)
    return parse(load(path), path, choice)


def parse(data: bytes, path: str, choice: Choice | None = None) -> tuple[Draft, ...]:
    """Returns the replies in the content of a file; the ending of `path` says how it is read, plain text if none.

    >>> [draft] = parse("سلام سارا".encode(), "-")
    >>> draft.text
    'سلام سارا'
    """
    return replies(decode(data, path), path, choice)


def replies(source: str, path: str, choice: Choice | None = None) -> tuple[Draft, ...]:
    """Returns the replies in the decoded content of a file; see `parse`."""
    name = _format(path, choice)
    if name in TEXTS or name == "saved-replies":
        module = import_module(f"tonelint.formats.{name.replace('-', '_')}")
        drafts = module.read(source, path, choice and choice.select)
    else:
        drafts = _of_records(source, path, name, choice)
    return tuple(_named(draft._replace(choice=choice) for draft in drafts))


def _format(path: str, choice: Choice | None) -> str:
    """Returns the name of a format."""
    name = choice.format if choice else ""
    if name and name not in FORMATS:
        raise UsageError(f'the format "{name}" does not exist{nearest(name, FORMATS)}')
    if not name and ending(path) not in ENDINGS:
        raise UnknownFormat(
            f"{path}: nothing is known about {ending(path)} files; name their format under formats: in tonelint.yaml"
        )
    return name or ENDINGS[ending(path)]


def _of_records(source: str, path: str, name: str, choice: Choice | None) -> Iterable[Draft]:
    from tonelint.formats import locales, records, shapes

    place = records.Place(source, path)
    if choice and choice.select:
        return records.selected(_tree(source, path, name), place, choice.select)
    if name == "i18n" or (name in ("yaml", "json") and locales.is_locale(path)):
        return locales.drafts(_tree(source, path, name), place)
    candidates = [shape for shape in shapes.SHAPES if name in TREES or name == shape.format]
    possible = [shape for shape in candidates if shapes.may_have(source, shape)]
    return records.known(_tree(source, path, name) if possible else "", place, possible)


def _tree(source: str, path: str, name: str) -> Any:
    form = name if name in TREES else ENDINGS.get(ending(path), "")
    module = import_module(f"tonelint.formats.{form if form in TREES else 'json'}")
    return module.tree(source, path)


def _named(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Yields the replies with ids that differ: of those of the same name the second is called name#2."""
    seen: Counter[str] = Counter()
    for draft in drafts:
        seen[draft.id] += 1
        yield draft._replace(id=f"{draft.id}#{seen[draft.id]}") if seen[draft.id] > 1 else draft


def ending(path: str) -> str:
    """Returns the ending of a file's name in small letters: ".md" for "Late.MD"."""
    return os.path.splitext(path)[1].lower()
