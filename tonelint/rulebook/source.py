"""Where rule files lie: the ones that come with tonelint, and folders that a team adds."""

from __future__ import annotations

import os
from collections.abc import Iterable

from tonelint.errors import RuleError


def built_in() -> str:
    """Returns the folder of the rules that come with tonelint: in the wheel, or next to the package in a checkout."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    shipped = os.path.join(package, "_rules")
    return shipped if os.path.isdir(shipped) else os.path.join(os.path.dirname(package), "rules")


def folders(extra: Iterable[str | os.PathLike[str]] = ()) -> tuple[str, ...]:
    """Returns the built-in folder and then the `extra` ones, each of them once."""
    return tuple(dict.fromkeys([built_in(), *(os.path.abspath(folder) for folder in extra)]))


def files(place: str | os.PathLike[str]) -> list[str]:
    """Returns the .yaml and .yml files under a folder, sorted; the file itself if `place` is one.

    Files and folders whose name begins with a dot are passed over, and so are pipes and devices, which may never end.
    Raises RuleError if there is no such place.
    """
    place = os.fspath(place)
    if os.path.isfile(place):
        return [place]
    if not os.path.isdir(place):
        raise RuleError("there is no such file or folder", place)
    found = []
    for folder, below, names in os.walk(place):
        below[:] = sorted(name for name in below if not name.startswith("."))
        yaml = (name for name in names if name.endswith((".yaml", ".yml")) and not name.startswith("."))
        found += [os.path.join(folder, name) for name in yaml]
    return sorted(path for path in found if os.path.isfile(path) or not os.path.exists(path))
