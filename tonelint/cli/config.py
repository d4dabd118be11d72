"""``tonelint config show``: which settings hold for a file, and where each of them was said."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

import click

from tonelint.cli.options import Group, config_option, or_help
from tonelint.config.globs import fits
from tonelint.config.merging import ADDED_UP
from tonelint.config.settings import Settings

if TYPE_CHECKING:
    from tonelint.config.files import Config, Layer
    from tonelint.rulebook.strict_yaml import Node

_DEFAULTS = ("profile", "min_score", "fail_on", "language")


class Said(NamedTuple):
    """One value of one layer.

    name: the key as people write it (``severity.stiff-word``). key: what a later value has to have to go over this one:
    the name, or for a member of a list the member as well. place: where it stands.
    """

    name: str
    key: str
    value: str
    place: str


@click.command()
@click.argument("path", default=".")
@config_option
def show(path: str, config: str | None) -> int:
    """Say which settings files hold for PATH, in which order, which values win and where each was said."""
    from tonelint.config.files import Configs

    inside = os.path.join(path, "reply.txt") if os.path.isdir(path) else path
    click.echo("\n".join(lines(Configs(config).of(inside), inside)))
    return 0


def lines(found: Config, path: str) -> Iterator[str]:
    """Yields what holds for a file, as lines for people."""
    yield path
    if not found.layers:
        yield "no settings file: tonelint.yaml, or [tool.tonelint] in pyproject.toml, here or above, would be one"
    else:
        yield "files, each going over those before it"
        yield from (f"  {n}. {layer.name}{_extends(layer)}" for n, layer in enumerate(found.layers, 1))
    if found.passed_over:
        yield "passed over"
        yield from (f"  {reason}" for reason in found.passed_over)
    yield "values"
    yield from _values(found)
    reading = [one for one in found.settings.formats if fits(path, one.files, one.folder)]
    if reading:
        last = reading[-1]
        yield f"read as {last.choice.format or 'it looks'}, by formats.{last.files} in {last.place}"
    if others := _others(found):
        yield "only for other files"
        yield from (f"  {one}" for one in others)


def _extends(layer: Layer) -> str:
    names = layer.values.get("extends", ())
    return f" (extends {', '.join(names)})" if names else ""


def _values(found: Config) -> Iterator[str]:
    """One line for each value that holds, with what it goes over; what nobody set has its default."""
    from tonelint.reporters.snippet import visible

    rows: list[tuple[str, str, str]] = []
    for said in _winners(found.layers).values():
        *under, last = said
        over = "".join(f", over {one.value} in {one.place}" for one in reversed(under))
        rows.append((last.name, last.value, f"{last.place}{over}"))
    known = {name for name, _, _ in rows}
    for key in (key for key in _DEFAULTS if key not in known):
        default = getattr(Settings(), key)
        rows.append((key, _default(key, default), "not set"))
    rows = [(visible(name), visible(value), visible(place)) for name, value, place in rows]
    wide = [max(len(row[n]) for row in rows) for n in (0, 1)]
    yield from (f"  {name:<{wide[0]}}  {value:<{wide[1]}}  {place}" for name, value, place in rows)


def _default(key: str, value: object) -> str:
    words: Mapping[str, str] = {
        "profile": "that of the channel", "min_score": "that of the profile", "language": "that of the reply",
    }  # fmt: skip
    return str(value) if value is not None else words[key]


def _winners(layers: tuple[Layer, ...]) -> dict[str, list[Said]]:
    """Returns what the layers say by key, the last of each key winning; members of lists are keys of their own."""
    found: dict[str, list[Said]] = {}
    for layer in layers:
        said = [one for name in layer.values if name != "extends" for one in _said(layer, name)]
        on = {
            one.key.removeprefix("severity.") for one in said if one.key.startswith("severity.") and one.value != "off"
        }
        for rule in on:
            found.pop(f"off {rule}", None)
        if any(one.key.startswith("only") for one in said):
            found = {key: value for key, value in found.items() if not key.startswith("only")}
        for one in said:
            found.setdefault(one.key, []).append(one)
    return found


def _said(layer: Layer, name: str) -> Iterator[Said]:
    from tonelint.rulebook.strict_yaml import Items, Table, Text

    node = layer.table.values[name]
    if isinstance(node, Items):
        for item in node.items:
            yield Said(name, f"{name} {_plain(item)}", _plain(item), _place(layer, item))
    elif isinstance(node, Table) and not name.endswith("+"):
        for key, value in node.values.items():
            yield Said(f"{name}.{key}", f"{name}.{key}", _plain(value), _place(layer, node.keys[key]))
    elif isinstance(node, Text):
        key = f"{name} {node.value}" if name in ADDED_UP else name
        yield Said(name, key, node.value, _place(layer, layer.table.keys[name]))
    else:  # amendments add up
        place = _place(layer, layer.table.keys[name])
        yield Said(name, f"{name} {place}", _plain(node), place)


def _place(layer: Layer, node: Node) -> str:
    name = layer.name if layer.name.startswith("built-in") else layer.path
    return f"{name}:{node.line}:{node.column}"


def _plain(node: Node) -> str:
    """A node on one line; of what is long, its keys."""
    from tonelint.rulebook.strict_yaml import Items, Text

    if isinstance(node, Text):
        return node.value
    if isinstance(node, Items):
        return f"[{', '.join(map(_plain, node.items))}]"
    pairs = ", ".join(f"{key}: {_plain(value)}" for key, value in node.values.items())
    return f"{{{pairs if len(pairs) <= 80 else ', '.join(node.keys)}}}"


def _others(found: Config) -> list[str]:
    """The overrides that do not hold here, with their patterns."""
    laid = {layer.name for layer in found.layers}
    return [
        f"{one.layer.name}: {', '.join(one.files)}"
        for layer in found.layers
        for one in layer.overrides
        if one.layer.name not in laid
    ]


@click.group(cls=Group, invoke_without_command=True)
@click.pass_context
def config(context: click.Context) -> None:
    """Say which settings hold, and why."""
    or_help(context)


config.add_command(show)
