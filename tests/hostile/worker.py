"""Reads hostile inputs, each in a process of its own under limits, and writes what came of it: a line of JSON an input.

`python -m tests.hostile.worker PART PARTS` takes every PARTS-th case from PART on. Where a child would reach for the
network, another program or a file that is not its input, the reach is noted and refused.
"""

import json
import math
import os
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from reconcile import extract
from reconcile.facts import Source
from reconcile.read import READERS, gather
from reconcile.read.web import OFFLINE
from tests.hostile.all_cases import CASES
from tests.hostile.case import BESIDE, SECRET, Case

SECONDS, TRIES = 2, 3
_LONGEST_EXTRACTED = 30_000
_PATIENCE = 20
_REACHES = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork", "urllib.", "webbrowser.", "os.remove", "os.rename", "os.mkdir", "os.symlink", "shutil.")  # fmt: skip
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT


def main(part: int, parts: int) -> None:
    """The cases of one part in turn."""
    _warm()
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, BESIDE).write_text(SECRET, encoding="utf-8")
        os.chdir(folder)
        for case in CASES[part::parts]:
            sys.stdout.write(json.dumps(_tried(case, Path(folder))) + "\n")
            sys.stdout.flush()


def _warm() -> None:
    """What is imported and compiled once in a run: no input has to answer for it."""
    from tests.hostile.damaged import FIXTURES

    for each in READERS:
        import_module(f"reconcile.read.{each.name}")
    sources, _ = gather([str(FIXTURES)], OFFLINE)
    extract(sources[0])


def _tried(case: Case, folder: Path) -> dict[str, Any]:
    path = folder / case.name
    path.write_bytes(case.make())
    found = _measured(path)
    for _ in range(TRIES - 1):  # other work on the machine takes its time too
        if found.get("seconds", 0) >= SECONDS:
            found = min(found, _measured(path), key=lambda one: one.get("seconds", math.inf))
    path.unlink()
    return {"name": case.name, "path": str(path), **found}


def _measured(path: Path) -> dict[str, Any]:
    """What became of an input in a process of its own, with the CPU time and the most memory that it took."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        _in_child(path, writing)
    os.close(writing)
    with os.fdopen(reading, "rb") as stream:
        told = stream.read()
    _, status, usage = os.wait4(child, 0)
    megabytes = usage.ru_maxrss / (1024**2 if sys.platform == "darwin" else 1024)
    found = json.loads(told) if told else {"fault": f"the process died with status {status}"}
    return {"megabytes": round(megabytes), **found}


def _in_child(path: Path, writing: int) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (_PATIENCE, _PATIENCE))
    reaches: list[str] = []
    try:
        sys.addaudithook(lambda event, arguments: _watch(event, arguments, path, reaches))
        found = _read(path)
    except BaseException as error:  # noqa: BLE001 - whatever it is, it is what the test is about
        found = {"fault": f"{type(error).__name__}: {error}"[:500]}
    os.write(writing, json.dumps({**found, "reaches": reaches[:5]}).encode())
    os._exit(0)


def _read(path: Path) -> dict[str, Any]:
    start = time.process_time()
    sources, problems = gather([str(path)], OFFLINE)
    seconds = time.process_time() - start
    for source in _short(sources):
        extract(source)
    told = [f"{p.message} {p.hint}" for p in problems]
    return {
        "seconds": round(seconds, 3),
        "extracting": round(time.process_time() - start - seconds, 3),
        "sources": len(sources),
        "places": sorted({p.where for p in problems}),
        "told": [text[:300] for text in told[:3]],
        "shows": any(SECRET in repr(source) for source in sources) or any(SECRET in text for text in told),
    }


def _short(sources: tuple[Source, ...]) -> Iterator[Source]:
    """As much of what was read as can be extracted in the time that the tests have."""
    left = _LONGEST_EXTRACTED
    for source in sources:
        left -= len(source.text)
        if left < 0:
            return
        yield source


def _watch(event: str, arguments: tuple[Any, ...], path: Path, reaches: list[str]) -> None:
    if event.startswith(_REACHES):
        reaches.append(event)
        raise PermissionError(event)
    if event == "open" and isinstance(arguments[0], str | bytes):
        name, flags = os.fsdecode(arguments[0]), arguments[2] or 0
        if name != str(path) and (flags & _WRITES or not _own(name)):
            reaches.append(f"open {name}")
            raise PermissionError(name)


def _own(name: str) -> bool:
    """Whether a file belongs to the program or to Python: rules, modules and the tables of time zones."""
    roots = (sys.prefix, sys.base_prefix, str(Path(__file__).resolve().parents[2]), "/usr/share/zoneinfo", "/usr/lib")
    return name.startswith(roots)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
