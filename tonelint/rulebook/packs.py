"""Rules from installed packages: folders with data. No code of the package runs."""

from __future__ import annotations

import os
from importlib.metadata import EntryPoint, entry_points
from importlib.util import find_spec

from tonelint.errors import UsageError, nearest

GROUP = "tonelint.rules"


def folder(name: str) -> str:
    """Returns the folder of the pack that an installed package offers by this name.

    A package offers one with an entry point: group ``tonelint.rules``, value ``package.folder``. Raises UsageError if
    none does, or if there is no such folder.
    """
    known = {one.name: one for one in entry_points(group=GROUP)}
    if name not in known:
        hint = nearest(name, sorted(known)) if known else ""
        raise UsageError(f'no installed package has a pack "{name}"{hint or "; none has any pack"}')
    place = _place(known[name])
    if place is None:
        raise UsageError(f'the pack "{name}" has no folder "{known[name].value}"; is its package installed whole?')
    return place


def _place(entry: EntryPoint) -> str | None:
    """Only the top of a package is asked for: to find anything below it, Python would run the package."""
    top, *below = entry.value.replace(":", ".").split(".")
    try:
        spec = find_spec(top)
    except (ImportError, ValueError):
        return None
    places = [os.path.join(place, *below) for place in (spec and spec.submodule_search_locations) or ()]
    return next(filter(os.path.isdir, places), None)
