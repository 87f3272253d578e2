"""Whether files are still what they were."""

import os
from collections.abc import Iterable, Iterator

Stamps = tuple[tuple[str, int, int], ...]
"""For each path when it last changed and its size; noughts for an address and for what is not there."""


def stamps(paths: Iterable[str]) -> Stamps:
    """The stamps of files, and of folders with all folders below, in which a new file shows."""
    return tuple(_stamp(path) for given in dict.fromkeys(paths) for path in (given, *_below(given)))


def _stamp(path: str) -> tuple[str, int, int]:
    try:
        state = os.stat(path)  # noqa: PTH116 - may be no valid path
    except (OSError, ValueError):
        return path, 0, 0
    return path, state.st_mtime_ns, state.st_size


def _below(folder: str) -> Iterator[str]:
    for parent, folders, _ in os.walk(folder) if os.path.isdir(folder) else ():  # noqa: PTH112 - may be no valid path
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (os.path.join(parent, name) for name in folders)  # noqa: PTH118
