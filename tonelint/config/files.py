"""Which settings files hold for a file: found upwards, with what they extend below them."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from functools import partial
from typing import Any, NamedTuple

from tonelint.config import globs, reading
from tonelint.config.settings import Place, Settings
from tonelint.errors import ConfigError, TextError, UsageError, nearest
from tonelint.rulebook.strict_yaml import MAX_BYTES, Items, Node, Table

NAMES = ("tonelint.yaml", "tonelint.yml", "pyproject.toml")
SIDECAR = "tonelint-suppressions.yaml"
_PRESETS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "presets")
_FILES = (".yaml", ".yml", ".toml")
_TOOL = re.compile(rb"""tool["']?\s*(?:\.\s*["']?tonelint|\]|=)""")  # [tool.tonelint], [tool] tonelint = …, tool = {…}
# A repository is a world of its own: what lies above it was not meant for it.
_TOPS = (".git", ".hg", ".jj")


class Layer(NamedTuple):
    """One settings file, or one of its overrides: values by key, and the nodes that say where each stands."""

    name: str
    path: str
    values: Mapping[str, Any]
    table: Table
    overrides: tuple[Override, ...] = ()


class Override(NamedTuple):
    """What a settings file says for some paths only. files: patterns from the file's folder."""

    files: tuple[str, ...]
    folder: str
    layer: Layer


class Config(NamedTuple):
    """What holds for one file that is checked.

    layers: from the lowest to the one that goes before all others. passed_over: settings files that were found and do
    not count, with the reason. key: the same for all files for which the same holds.
    """

    settings: Settings
    layers: tuple[Layer, ...] = ()
    passed_over: tuple[str, ...] = ()
    key: tuple[str, ...] = ()


def presets() -> tuple[str, ...]:
    """Returns the names of the settings that come with tonelint, for ``extends``."""
    return tuple(sorted(os.path.splitext(name)[0] for name in os.listdir(_PRESETS) if name.endswith(".yaml")))


def read(path: str) -> Table | None:
    """Returns what a settings file says, None for a pyproject.toml without ``[tool.tonelint]``.

    Raises TextError if the file cannot be read, ConfigError if it is not YAML or TOML.
    """
    data = _content(path)
    if path.endswith(".toml"):
        from tonelint.config import toml

        found = toml.parse(data, path)
        return None if found is None else reading.table_of(found, path)
    return reading.table_of(_yaml(data, path), path)


def _content(path: str) -> bytes:
    """A pipe or a device is refused before it is opened, because opening one may wait for ever."""
    try:
        if os.path.exists(path) and not os.path.isfile(path):
            raise TextError(f"{path}: not a file")
        with open(path, "rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise TextError(f"{path}: cannot be read: {getattr(error, 'strerror', None) or error}") from None
    if len(data) > MAX_BYTES:
        raise ConfigError(f"the file has more than {MAX_BYTES:,} bytes", path)
    return data


def _yaml(data: bytes, path: str) -> Node | None:
    from tonelint.rulebook.strict_yaml import parse

    node, problems = parse(data, path)
    if problems:
        raise ConfigError(problems[0].message, path, problems[0].line, problems[0].column)
    return node


def layers(path: str) -> tuple[Layer, ...]:
    """Returns a settings file and those that it extends, the lowest first. Raises what `load` raises."""
    return _chain(path, path, ())


def _chain(path: str, name: str, above: tuple[tuple[str, str], ...]) -> tuple[Layer, ...]:
    """above: the files that led here, as (real path, name), the first one first."""
    table = read(path)
    if table is None:
        raise ConfigError("there is no [tool.tonelint] in this file", path)
    layer = _layer(table, path, name)
    lower: dict[str, Layer] = {}
    led = (*above, (os.path.realpath(path), name))
    for one, node in _extended(layer):
        place = reading.place_of(node, path)
        target, known_as = _target(one, place)
        if os.path.realpath(target) in [real for real, _ in led]:
            chain = " → ".join([*(name for _, name in led), known_as])
            raise ConfigError(f"extends goes in a circle: {chain}", *place)
        try:
            found = _chain(target, known_as, led)
        except TextError as error:
            raise ConfigError(f"extends: {error}", *place) from None
        lower.update((each.path, each) for each in found)
    return (*lower.values(), layer)


def _extended(layer: Layer) -> list[tuple[str, Node]]:
    node = layer.table.values.get("extends")
    nodes = node.items if isinstance(node, Items) else () if node is None else (node,)
    return list(zip(layer.values.get("extends", ()), nodes))


def _target(value: str, place: Place) -> tuple[str, str]:
    """Returns the path that ``extends`` names, and how to call it: a file, or settings that come with tonelint."""
    if value.endswith(_FILES) or "/" in value:
        try:
            path = reading.beside(value, place.path)
        except UsageError as error:
            raise ConfigError(f"extends: {error}", *place) from None
        short = os.path.normpath(path)  # which is another file where a folder on the way is a link
        return short if os.path.realpath(short) == os.path.realpath(path) else path, short
    if value not in presets():
        hint = nearest(value, presets())
        raise ConfigError(f'extends: "{value}" does not come with tonelint{hint} (a file ends with .yaml)', *place)
    return os.path.join(_PRESETS, f"{value}.yaml"), f"built-in {value}"


def _layer(table: Table, path: str, name: str) -> Layer:
    found = reading.values(table, path)
    node = found.pop("overrides", None)
    if node is None:
        return Layer(name, path, found, table)
    if not isinstance(node, Items):
        raise ConfigError(
            "overrides: a list is expected here, with files: in each member", path, node.line, node.column
        )
    overrides = tuple(_override(one, path, f"{name}: overrides {n}") for n, one in enumerate(node.items, 1))
    return Layer(name, path, found, table, overrides)


def _override(node: Node, path: str, name: str) -> Override:
    table = reading.table_of(node, path)
    files = table.values.get("files")
    if files is None:
        raise ConfigError('overrides: the key "files" is missing', path, table.line, table.column)
    try:
        patterns = reading.one_or_more(files, path)
    except UsageError as error:
        raise ConfigError(f"overrides: files: {error}", path, files.line, files.column) from None
    rest = table._replace(keys={key: text for key, text in table.keys.items() if key != "files"})
    found = reading.values(rest, path, reading.OVERRIDES)
    return Override(patterns, os.path.dirname(path), Layer(name, path, found, table))


def find(folder: str) -> tuple[str | None, tuple[str, ...]]:
    """Returns the settings file that holds for a folder, and what was passed over beside it, with the reason.

    It lies in the folder or above it, up to the top of the repository. A pyproject.toml without ``[tool.tonelint]``
    does not count. Raises ConfigError if one that was looked into is wrong.
    """
    for place in upwards(folder):
        found = [path for name in NAMES if os.path.isfile(path := os.path.join(place, name)) and counts(path)]
        if found:
            first, *others = found
            return first, tuple(f"{path}: {os.path.basename(first)} beside it goes before it" for path in others)
    return None, ()


def counts(path: str) -> bool:
    """Returns whether a file holds settings.

    A pyproject.toml that cannot have a table of tonelint's is not even parsed: Python 3.10 needs a package for that.
    """
    if not path.endswith(".toml"):
        return True
    content = _content(path)
    return b"tonelint" in content and bool(_TOOL.search(content)) and read(path) is not None


def upwards(folder: str) -> list[str]:
    """Returns a folder and those above it, up to the top of the repository, written from where we are if they can be.

    >>> upwards(".")[0]
    ''
    """
    place = os.path.abspath(folder)
    found = []
    while True:
        found.append(_near(place))
        above = os.path.dirname(place)
        if above == place or any(os.path.exists(os.path.join(place, top)) for top in _TOPS):
            return found
        place = above


def _near(place: str) -> str:
    """A folder below the current one is written from there; others are absolute."""
    here = os.getcwd()
    if place == here:
        return ""
    inside = os.path.join(here, "")
    return place[len(inside) :] if place.startswith(inside) else place


class Configs:
    """What holds for each file. Every settings file is found and read once.

    named: the settings file to take for all files, with its overrides; None: the nearest one upwards of each.
    """

    def __init__(self, named: str | None = None) -> None:
        self.named = named
        self._base: dict[str, tuple[tuple[Layer, ...], tuple[str, ...]]] = {}
        self._files: dict[str | None, tuple[Layer, ...]] = {None: ()}
        self._sidecars: dict[str, Layer] = {}
        self._made: dict[tuple[str, ...], Config] = {}
        self._last: tuple[str, Config] | None = None

    def of(self, path: str) -> Config:
        """Returns what holds for a file, which need not exist. Raises what `load` raises.

        >>> Configs().of("/nowhere/reply.txt").settings.fail_on
        'error'
        """
        if self._last is None or self._last[0] != path:  # the replies of a file come one after the other
            self._last = path, self._of(path)
        return self._last[1]

    def _of(self, path: str) -> Config:
        from tonelint.config.merging import settings

        folder = os.path.dirname(os.path.abspath(path))
        if folder not in self._base:
            self._base[folder] = self._below(folder)
        base, passed_over = self._base[folder]
        laid = (*base, *(one for layer in base for one in fitting(layer, path)))
        key = tuple(layer.name + layer.path for layer in laid)
        if key not in self._made:
            self._made[key] = Config(settings(laid), laid, passed_over, key)
        return self._made[key]

    def _below(self, folder: str) -> tuple[tuple[Layer, ...], tuple[str, ...]]:
        """What holds for a whole folder: the settings file with what it extends, and suppressions."""
        path, passed_over = (self.named, ()) if self.named else find(folder)
        if path not in self._files:
            self._files[path] = layers(str(path))
        return (*self._files[path], *self._beside(folder)), passed_over

    def _beside(self, folder: str) -> list[Layer]:
        """The suppressions in the folder of a file and above it."""
        paths = (os.path.join(place, SIDECAR) for place in reversed(upwards(folder)))
        return [self._sidecar(path) for path in paths if os.path.isfile(path)]

    def _sidecar(self, path: str) -> Layer:
        if path not in self._sidecars:
            table = reading.table_of(_yaml(_content(path), path), path)
            self._sidecars[path] = Layer(path, path, reading.values(table, path, ("suppress",)), table)
        return self._sidecars[path]


def fitting(layer: Layer, path: str) -> list[Layer]:
    """Returns the overrides of a layer that hold for a path, in order."""
    fits = partial(globs.fits, path)
    return [one.layer for one in layer.overrides if any(fits(pattern, one.folder) for pattern in one.files)]
