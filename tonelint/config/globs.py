"""Patterns for paths: ``*`` and ``?`` within a name, ``**`` for any folders, ``[ab]`` for one of some characters."""

from __future__ import annotations

import os
from fnmatch import fnmatchcase


def fits(path: str, pattern: str, folder: str = "") -> bool:
    """Returns whether a path fits a pattern that starts from `folder` (the current one if empty).

    A pattern without a slash fits names in all folders below; one that names a folder fits everything in it. Files
    that do not lie in `folder` fit no pattern. Linear in the path times the pattern, whatever they hold.

    >>> fits("macros/fa/refund.md", "macros/**/*.md"), fits("macros/fa/refund.md", "*.md")
    (True, True)
    >>> fits("macros/fa/refund.md", "macros/*.md"), fits("macros/fa/refund.md", "macros/")
    (False, True)
    """
    whole = os.path.abspath(path)
    top = os.path.abspath(folder) if folder else os.getcwd()
    below = os.path.relpath(whole, top) if os.path.splitdrive(whole)[0] == os.path.splitdrive(top)[0] else ".."
    names = below.split(os.sep)
    return names[0] != ".." and _all_fit(names, _parts(pattern))


def _parts(pattern: str) -> list[str]:
    parts = [part for part in pattern.split("/") if part not in ("", ".")]
    if parts and "/" not in pattern.rstrip("/") and not pattern.startswith("/"):
        parts.insert(0, "**")
    return parts


def _all_fit(names: list[str], parts: list[str]) -> bool:
    """Whether the first parts take up all names, or some of the first: then a folder was named.

    ends: how many names can be taken up by the parts so far.
    """
    ends = {0}
    for part in parts:
        if part == "**":
            ends = set(range(min(ends), len(names) + 1)) if ends else ends
        else:
            ends = {end + 1 for end in ends if end < len(names) and fnmatchcase(names[end], part)}
    return any(end > 0 for end in ends) and bool(parts)
