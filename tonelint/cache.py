"""The cache: compiled books in the user's own cache folder, so that a start neither parses nor compiles rules.

A wheel has the book of the built-in rules with it. For other rules, and in a checkout, a book is kept under a key made
of the content of all files that it comes from and of the versions of tonelint and Python. A file that is broken,
foreign or of another key is as good as none: the book is compiled again. Nothing is ever read from a repository:
marshal does not guard against forged bytes.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from threading import Lock

from tonelint.book import Book, restored, stored

SHIPPED = "_rules.book"
"""The file in the package that holds the compiled built-in rules; a checkout has none."""
_OFF = "TONELINT_NO_CACHE"
_MOST = 12  # books kept; the one that was not used for longest goes first


def folder() -> str:
    """Returns the folder for cached books; TONELINT_CACHE names another one."""
    named = os.environ.get("TONELINT_CACHE")
    if named:
        return named
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or os.path.expanduser("~")
    elif sys.platform == "darwin":
        base = os.path.expanduser("~/Library/Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return os.path.join(base, "tonelint")


def shipped() -> Book | None:
    """Returns the book of the built-in rules that came with the package, None if there is none for this Python."""
    try:
        return restored(_Pieces(os.path.join(os.path.dirname(os.path.abspath(__file__)), SHIPPED)))
    except (OSError, ValueError, EOFError, TypeError):
        return None


class _Pieces:
    """Reads a file anywhere, in any thread, as long as it is needed: an upgrade may put another in its place."""

    def __init__(self, path: str) -> None:
        self._file = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        self._lock = Lock()

    def __call__(self, start: int, size: int) -> bytes:
        if hasattr(os, "pread"):  # processes that are forked share the place in the file
            return os.pread(self._file, size, start)
        with self._lock:
            os.lseek(self._file, start, os.SEEK_SET)
            return os.read(self._file, size)

    def __del__(self) -> None:
        with suppress(AttributeError):  # it was never opened
            os.close(self._file)


def key(files: Iterable[str], *more: str) -> str:
    """Returns the key of a book: of the names and contents of files, wherever they lie, and of what `more` it needs."""
    from hashlib import blake2b  # here, as zlib below: what a wheel ships needs neither

    digest = blake2b(digest_size=16)
    for part in (*_own_files(), sys.version, sys.platform, *more):
        digest.update(part.encode("utf-8", "surrogatepass") + b"\0")
    for path in files:
        try:
            with open(path, "rb", buffering=0) as file:
                content = file.read()
        except OSError:
            content = b"\0"
        digest.update(b"%b\0%d\0" % (os.fsencode(os.path.basename(path)), len(content)) + content)
    return digest.hexdigest()


def _own_files() -> Iterator[str]:
    """The state of tonelint's modules in a checkout, where they change and the version does not."""
    package = os.path.dirname(os.path.abspath(__file__))
    if not os.path.isdir(os.path.join(package, "_rules")):
        for folder, _, names in os.walk(package):
            for path in (os.path.join(folder, name) for name in names if not name.endswith(".pyc")):
                state = os.stat(path)
                yield f"{path} {state.st_mtime_ns} {state.st_size}"


def kept(key: str, make: Callable[[], Book]) -> Book:
    """Returns the book of a key: the one in the cache, or else the one made now, which is put there if it can be."""
    if os.environ.get(_OFF):
        return make()
    path = os.path.join(folder(), f"{key}.book")
    book = _load(path)
    if book is None:
        book = make()
        if not book.problems:
            _save(path, stored(book))
    return book


def _load(path: str) -> Book | None:
    try:
        with open(path, "rb", buffering=0) as file:
            if not _own(os.fstat(file.fileno())):
                return None
            data = file.read()
    except OSError:
        return None
    body = memoryview(data)[4:]
    if _seal(body) != data[:4]:
        return None
    try:
        book = restored(lambda start, size: body[start : start + size])
    except (ValueError, EOFError, TypeError):
        return None
    with suppress(OSError):  # where nothing can be written
        os.utime(path)  # it is in use: others go before it
    return book


def _seal(body: bytes | memoryview) -> bytes:
    from zlib import crc32

    return crc32(body).to_bytes(4, "big")


def _own(state: os.stat_result) -> bool:
    """Whether a file belongs to this user and nobody else may write to it."""
    if not hasattr(os, "getuid"):
        return True
    return state.st_uid == os.getuid() and not state.st_mode & 0o022


def _save(path: str, body: bytes) -> None:
    """Writes a book beside its place and moves it there in one step. What cannot be written is left out."""
    place = os.path.dirname(path)
    new = f"{path}.{os.getpid()}"
    try:
        os.makedirs(place, mode=0o700, exist_ok=True)
        handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError:
        return
    try:
        with open(handle, "wb") as file:
            file.write(_seal(body) + body)
        os.replace(new, path)
        _tidy(place)
    except OSError:
        _remove(new)


def _tidy(place: str) -> None:
    """Removes the books that were not used lately."""
    with os.scandir(place) as entries:
        books = sorted((entry.stat().st_mtime, entry.path) for entry in entries if entry.name.endswith(".book"))
    for _, path in books[:-_MOST]:
        _remove(path)


def _remove(path: str) -> None:
    try:
        os.remove(path)
    except OSError:
        return
