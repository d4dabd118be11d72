"""A file as it lies on disk: looked at before it is opened, read whole, and decoded."""

from __future__ import annotations

import os
import stat

from tonelint.errors import TextError

MAX_BYTES = 100_000_000
_LOOKED_AT = 8192  # bytes in which a binary file shows itself
_NEWLINE = b"\n"
_UNREADABLE = ((stat.S_ISDIR, "a folder"), (stat.S_ISFIFO, "a pipe"), (stat.S_ISSOCK, "a socket"))


def load(path: str) -> bytes:
    """Returns the content of a file. Raises TextError for what is no file, cannot be read, or is over `MAX_BYTES`.

    A pipe or a device is refused before it is opened, because opening one may wait for ever.
    """
    try:
        found = os.stat(path)
        if not stat.S_ISREG(found.st_mode):
            kind = next((name for test, name in _UNREADABLE if test(found.st_mode)), "a device")
            raise TextError(f"{path}: {kind}, not a file")
        if found.st_size > MAX_BYTES:
            raise TextError(f"{path}: {found.st_size:,} bytes; {MAX_BYTES:,} is the limit")
        with open(path, "rb") as file:
            return file.read(MAX_BYTES)  # it may have grown since, or be one that never ends
    except (OSError, ValueError) as error:
        raise TextError(f"{path}: cannot be read: {getattr(error, 'strerror', None) or error}") from None


def decode(data: bytes, path: str) -> str:
    """Returns the text of a file without a byte order mark; line ends stay as they are.

    Raises TextError with line and byte (both from 1) where the file is not UTF-8.

    >>> decode(b"\\xef\\xbb\\xbfHello\\r\\n", "a.txt")
    'Hello\\r\\n'
    >>> decode(b"Hi\\nol\\xe9", "a.txt")
    Traceback (most recent call last):
    tonelint.errors.TextError: a.txt: not UTF-8 at line 2, byte 3 (0xe9); save the file as UTF-8
    """
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise TextError(f"{path}: UTF-16, not UTF-8; save the file as UTF-8")
    if b"\0" in data[:_LOOKED_AT]:
        raise TextError(f"{path}: binary, not text (a zero byte in line {data.count(_NEWLINE, 0, data.index(0)) + 1})")
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        byte = error.start - data.rfind(b"\n", 0, error.start)
        found = f"0x{data[error.start]:02x}"
        raise TextError(f"{path}: not UTF-8 at line {line}, byte {byte} ({found}); save the file as UTF-8") from None
