"""Which replies are new or changed since a revision of the git repository that they lie in."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from tonelint.errors import TonelintError, UsageError

if TYPE_CHECKING:
    from tonelint.formats import Draft
    from tonelint.selection import Choice


def changed(drafts: Iterable[Draft], revision: str, choice: Callable[[str], Choice | None]) -> Iterator[Draft]:
    """Yields the replies that are not, word for word, in the same file at a revision; all of a file that is new.

    choice: how a file is to be read.

    Raises UsageError if there is no such revision, no repository or no git.
    """
    from tonelint import formats

    revision = _commit(revision)
    for path, ours in groupby(drafts, lambda draft: draft.path):
        content = _content(path, revision)
        try:
            before = (
                {draft.text for draft in formats.parse(content, path, choice(path))} if content is not None else set()
            )
        except TonelintError:  # it was broken then; everything in it is new
            before = set()
        yield from (draft for draft in ours if draft.text not in before)


def _commit(revision: str) -> str:
    """The commit of a revision; what looks like an option to git is none."""
    done = _git(".", "rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}")
    if done.returncode:
        raise UsageError(f'--changed-since: "{revision}" is no revision of a git repository here')
    return done.stdout.decode().strip()


def _content(path: str, commit: str) -> bytes | None:
    """What a file held in a commit, None if it was not there."""
    folder, name = os.path.split(os.path.abspath(path))
    done = _git(folder, "show", f"{commit}:./{name}")
    return None if done.returncode else done.stdout


def _git(folder: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(["git", *arguments], cwd=folder, capture_output=True, check=False)
    except OSError:
        raise UsageError("--changed-since: git cannot be run") from None
