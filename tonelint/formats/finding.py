"""Which files of a folder may hold replies."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator

from tonelint.errors import TextError
from tonelint.formats.reading import ENDINGS, ending

# What stands in most repositories and is written for those who work on them.
_NO_REPLIES = re.compile(
    r"(?:(?i:readme|license|licence|copying|authors|contributors|contributing|changelog|code_of_conduct|requirements"
    r"[\w-]*|robots|humans|package|package-lock|composer|tsconfig|manifest|tonelint|docker-compose[\w.-]*|mkdocs"
    r"|pubspec|pnpm-lock|openapi|swagger)|SECURITY|SUPPORT|GOVERNANCE|HISTORY|CHANGES|NEWS|NOTICE|TODO|CODEOWNERS)"
    r"(?:[._-](?i:[a-z]{2}))?\.(?i:[a-z]+)"
)
# The folder of GitHub's own files is hidden; of it, these are meant.
_GITHUB = re.compile(r"(?:saved|canned)?[-_ ]?replies(?:[-_.][\w-]+)?\.(?:md|ya?ml)", re.I)
_CLOSED = frozenset(("node_modules", "__pycache__"))


def find(path: str) -> Iterator[str]:
    """Yields the files to look at: a file itself, or those in a folder and below it whose endings are known, in order.

    Passed over in a folder: what is hidden (but .github/replies.yml and .github/SAVED_REPLIES.md), README, LICENSE and
    their like, and what is no file. Links to folders are not followed. Raises TextError where there is nothing.
    """
    if not os.path.isdir(path):
        yield path
        return
    found = False
    errors: list[OSError] = []
    for folder, below, names in os.walk(path, onerror=errors.append):
        hidden = os.path.basename(os.path.abspath(folder)) == ".github"
        below[:] = sorted(name for name in below if _is_open(name, hidden))
        for name in sorted(names):
            if _GITHUB.fullmatch(name) if hidden else _may_hold(name):
                found = True
                yield os.path.join(folder, name)
    if errors and not found:
        raise TextError(f"{errors[0].filename}: cannot be read: {errors[0].strerror}")
    if not found:
        raise TextError(
            f"{path}: no file in this folder may hold replies; known are {', '.join(filter(None, ENDINGS))}"
        )


def _is_open(name: str, hidden: bool) -> bool:
    return (
        name not in _CLOSED
        and (name == ".github" or not name.startswith("."))
        and (not hidden or bool(re.fullmatch(r"(?:saved|canned)[-_ ]?replies", name, re.I)))
    )


def _may_hold(name: str) -> bool:
    return (
        bool(ending(name)) and ending(name) in ENDINGS and not name.startswith(".") and not _NO_REPLIES.fullmatch(name)
    )
