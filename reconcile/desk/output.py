"""Finished output into a file, whole or not at all."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from reconcile.desk.faults import DeskFault
from reconcile.facts import Problem


def write_file(path: Path, content: str | bytes) -> None:
    """Writes bytes, or a text in UTF-8, as `written` does. Raises DeskFault, and the old file is then untouched."""
    with written(path) as stream:
        stream.write(content.encode("utf-8") if isinstance(content, str) else content)


@contextmanager
def written(path: Path) -> Iterator[BinaryIO]:
    """A stream into a file: aside first, then in place by renaming, so that no reader ever sees half of it.

    A link is followed; a device or pipe is written to directly. Raises DeskFault; the old file is untouched then, and
    when whatever writes fails or is interrupted.
    """
    try:
        target = path.resolve()
        direct = target.exists() and not target.is_file()
        with target.open("wb") if direct else _aside(target) as stream:
            yield stream
    except OSError as error:
        raise DeskFault(_fault(path, error)) from error


@contextmanager
def _aside(target: Path) -> Iterator[BinaryIO]:
    handle, aside = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:40]}.", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
        Path(aside).chmod(_mode(target))
        Path(aside).replace(target)
    except BaseException:
        with suppress(OSError):
            Path(aside).unlink()
        raise


def _mode(target: Path) -> int:
    """The permissions of the file that is replaced, else those that a new file gets."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0o022)
    os.umask(mask)
    return 0o666 & ~mask


def _fault(path: Path, error: OSError) -> Problem:
    match error:
        case IsADirectoryError():
            message, hint = "cannot write: it is a folder", "name a file in it"
        case FileNotFoundError() | NotADirectoryError():
            message, hint = "cannot write: there is no such folder", f"create {path.parent} first"
        case PermissionError():
            message, hint = "cannot write: not allowed", "choose a folder where you may write"
        case _:
            message, hint = f"cannot write: {error.strerror or error}", "check the path and the disk"
    return Problem(where=str(path), line=None, message=message, hint=hint)
