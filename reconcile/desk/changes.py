"""Waiting until one of some files changes. Needs the extra `watch`."""

from collections.abc import Collection
from pathlib import Path

from watchfiles import watch

from reconcile.desk.stamps import Stamps, stamps

_LOOK = 1000
_SETTLE = 100


def changed(paths: Collection[str], since: Stamps) -> None:
    """Returns as soon as the stamps of the paths are no longer `since`; KeyboardInterrupt ends it.

    The folders of files are watched, since editors save by putting a new file in the place of the old. Besides, the
    files are looked at every second: not every disk tells of its changes, and one may have changed before the watch.
    """
    folders = {path if path.is_dir() else path.absolute().parent for path in map(Path, paths)}
    there = sorted(folder for folder in folders if folder.is_dir())
    for _ in watch(
        *there, recursive=False, watch_filter=None, debounce=_SETTLE, rust_timeout=_LOOK, yield_on_timeout=True
    ):
        if stamps(paths) != since:
            return
