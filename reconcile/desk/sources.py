"""What a draft is checked against where nobody names it: its own front matter, else the desk's settings."""

import glob
import os
from collections.abc import Iterator
from pathlib import Path

from reconcile.desk.config import Config
from reconcile.facts import Problem, Source

_MAGIC = frozenset("*?[")


def sources_of(draft: Source, config: Config) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """Files, folders and addresses, and a Problem for each pattern that fits no file.

    The front matter's `sources:` are relative to the draft, those of the settings to their file. A pattern (`*`, `?`,
    `[...]`, and `**` for folders at any depth) stands for the files that it fits, in order, the draft itself left out.
    """
    if draft.sources:
        names, folder, where, line = draft.sources, Path(draft.path or "").parent, draft.path or draft.id, None
    else:
        names, folder, where = config.sources, config.folder, str(config.path)
        line = config.lines.get("sources")
    found: list[str] = []
    problems: list[Problem] = []
    for name in names:
        fitting = list(_fitting(name, folder, draft))
        found += fitting
        if not fitting:
            problems.append(
                Problem(where, line, f"`{name}` fits no file", f"it is looked for from {folder.absolute()}")
            )
    return tuple(dict.fromkeys(found)), tuple(problems)


def _fitting(name: str, folder: Path, draft: Source) -> Iterator[str]:
    if "://" in name:
        yield name
    elif not _MAGIC & set(name) or (folder / name).exists():
        yield os.path.normpath(folder / name)
    else:
        own = draft.path and os.path.realpath(draft.path)
        pattern = os.path.join(glob.escape(str(folder)), name)  # noqa: PTH118 - a pattern, which may be absolute
        for path in sorted(glob.iglob(pattern, recursive=True)):  # noqa: PTH207 - Path.glob takes no absolute pattern
            if os.path.isfile(path) and os.path.realpath(path) != own:  # noqa: PTH113 - may be no valid name
                yield os.path.normpath(path)
