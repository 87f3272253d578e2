"""Paths and standard input to bytes, and folders to paths. The only module that touches the file system."""

import os
import re
import stat
import sys
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import BinaryIO

from reconcile.read.blob import Blob
from reconcile.read.faults import ReadError, unreadable
from reconcile.read.web import ASKED, Web

MAX_BYTES = 50 * 1024 * 1024
"""The largest input that is read: a book has one million bytes, so anything near this is no article."""

STDIN = "-"
_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")


def load(where: str, web: Web = ASKED) -> Blob:
    """The bytes behind a path, an address or `-`. Raises ReadError for the missing, forbidden, empty and too large."""
    if is_address(where):
        from reconcile.read.fetch import fetch

        return fetch(where, web, MAX_BYTES)
    data = _standard_input() if where == STDIN else _file(where)
    if not data:
        raise unreadable(shown(where), "empty", "give a file with text in it")
    return Blob(where=shown(where), suffix=Path(where).suffix.lower(), data=data)


def is_address(where: str) -> bool:
    """Whether an argument is an address, not a path: a scheme and two slashes."""
    return bool(_URL.match(where))


def walk(folder: str, suffixes: Collection[str], fault: Callable[[ReadError], None]) -> Iterator[str]:
    """The paths of all files with these suffixes in a folder and below, sorted, hidden ones left out.

    Folders that may not be listed are handed to `fault`; links to folders are not followed, so the walk ends. The
    folder that a browser saves beside a page, for its images and advertisements, is left out.
    """

    def forbidden(error: OSError) -> None:
        fault(_refused(str(error.filename), error))

    for parent, folders, files in os.walk(folder, onerror=forbidden):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and not _belongs(name, files))
        for name in sorted(files):
            if not name.startswith(".") and Path(name).suffix.lower() in suffixes:
                yield str(Path(parent, name))


def _belongs(folder: str, files: Collection[str]) -> bool:
    page, ending, _ = folder.rpartition("_files")
    return bool(ending) and any(f"{page}.{suffix}" in files for suffix in ("html", "htm", "xhtml"))


def shown(path: str) -> str:
    """The path as text that any encoding can carry: bytes of a file name that are no UTF-8 become U+FFFD."""
    return os.fsencode(path).decode("utf-8", "replace")


def _standard_input() -> bytes:
    if sys.stdin is None:
        raise unreadable(STDIN, "no standard input", "give a file instead")
    return _limited(sys.stdin.buffer, STDIN)


def _file(path: str) -> bytes:
    try:
        with Path(path).open("rb") as stream:
            size = os.fstat(stream.fileno())
            if stat.S_ISREG(size.st_mode) and size.st_size > MAX_BYTES:
                raise _too_large(path)
            return _limited(stream, path)
    except OSError as error:
        raise _refused(path, error) from error
    except ValueError as error:
        raise unreadable(shown(path), f"no usable file name: {error}", "check the name") from error


def _limited(stream: BinaryIO, where: str) -> bytes:
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise _too_large(where)
    return data


def _too_large(where: str) -> ReadError:
    limit = MAX_BYTES // 1024**2
    return unreadable(shown(where), f"larger than {limit} MB", "split it, or give the articles as files of their own")


def _refused(path: str, error: OSError) -> ReadError:
    match error:
        case FileNotFoundError():
            return unreadable(shown(path), "no such file or folder", "check the path")
        case PermissionError():
            return unreadable(shown(path), "not allowed to read it", "ask for read permission")
        case IsADirectoryError():
            return unreadable(shown(path), "a folder, not a file", "give the files in it one by one")
        case _:
            return unreadable(shown(path), f"cannot read it: {error.strerror or error}", "check the path and the disk")
