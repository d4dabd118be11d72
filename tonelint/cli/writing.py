"""Writing a file back: whole or not at all, and with nothing but its content changed."""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from io import FileIO

from tonelint.errors import TextError
from tonelint.formats.file import load

BOM = b"\xef\xbb\xbf"


def spelled(text: str, before: bytes) -> bytes:
    """Returns a text as UTF-8, with a byte order mark if the file had one.

    >>> spelled("Hi", b"\\xef\\xbb\\xbfHello")
    b'\\xef\\xbb\\xbfHi'
    """
    return (BOM if before.startswith(BOM) else b"") + text.encode()


def write(path: str, before: bytes, after: bytes) -> None:
    """Puts new content into a file: a new file beside it takes its place when it is complete on disk.

    Permissions and owner stay, and a symbolic link stays one. A file with several names (hard links) cannot be replaced
    under all of them, so it is written in place: a kill in just that moment may leave it half. Raises TextError where
    the file is not as it was read (before), is read-only, or cannot be written; then it is as it was.
    """
    target = os.path.realpath(path)
    if load(target) != before:
        raise TextError(f"{path}: was changed by somebody else in the meantime; nothing was written")
    try:
        found = os.stat(target)
        if not os.access(target, os.W_OK):
            raise TextError(f"{path}: is read-only; nothing was written")
        if found.st_nlink > 1:
            _in_place(target, before, after)
        else:
            replaced(target, [after], found)
    except OSError as error:
        raise TextError(f"{path}: cannot be written: {error.strerror or error}") from None


def put(path: str, content: bytes) -> None:
    """Puts content into a file of our own, which is made if it is not there; otherwise as `write` does."""
    target = os.path.realpath(path)
    if os.path.exists(target):
        write(path, load(target), content)
        return
    try:
        replaced(target, [content])
    except OSError as error:
        raise TextError(f"{path}: cannot be written: {error.strerror or error}") from None


def replaced(target: str, pieces: Iterable[bytes], found: os.stat_result | None = None) -> None:
    """Puts pieces into a new file beside the target, which takes its place when it is complete on disk.

    found: the file that is there, whose permissions and owner stay. Raises OSError; then all is as it was.
    """
    number, beside = tempfile.mkstemp(dir=os.path.dirname(target), prefix=".tonelint-")
    try:
        with open(number, "wb") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        if found and hasattr(os, "chown"):
            for owner in ((found.st_uid, -1), (-1, found.st_gid)):
                with suppress(PermissionError):  # only the superuser may give a file away, but a member to a group
                    os.chown(beside, *owner)
        os.chmod(beside, stat.S_IMODE(found.st_mode) if found else 0o666 & ~_mask())
        os.replace(beside, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(beside)
        raise


def _mask() -> int:
    """What is taken off the permissions of new files; it cannot be asked for without being set."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _in_place(target: str, before: bytes, after: bytes) -> None:
    with open(target, "r+b", buffering=0) as file:
        try:
            _overwrite(file, after)
        except BaseException:  # the disk is full: what was there before needs no more room
            with suppress(OSError):
                _overwrite(file, before)
            raise


def _overwrite(file: FileIO, content: bytes) -> None:
    file.seek(0)
    left = memoryview(content)
    while left:
        left = left[file.write(left) :]
    file.truncate()
    os.fsync(file.fileno())
