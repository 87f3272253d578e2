"""The two ways in: one document for a program, everything that can be read for the command line."""

import os
import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from reconcile.facts import Problem, Source
from reconcile.read.faults import ReadError, ReadWarning, unreadable
from reconcile.read.load import STDIN, is_address, load, shown, walk
from reconcile.read.readers import SHARED, SUFFIXES, read_blob, recognised
from reconcile.read.web import ASKED, Web


def read(path: str | Path, web: Web = ASKED) -> Source:
    """The one document of a file or an address (or of `-`), its id the file's stem unless a corpus line gives one.

    Raises ReadError for what cannot be read and for a corpus of several documents. Faults that leave the text whole
    (a broken date or title) are given as a ReadWarning.
    """
    where = str(path)
    reading = read_blob(load(where, web))
    if not reading.sources:
        raise ReadError(reading.problems[0])
    for problem in reading.problems:
        warnings.warn(ReadWarning(ReadError(problem)), stacklevel=2)
    if len(reading.sources) > 1:
        message = f"a corpus of {len(reading.sources)} documents"
        raise unreadable(shown(where), message, "use reconcile.gather, which gives all of them")
    (source,) = reading.sources
    return replace(source, id=source.id or shown(Path(where).stem))


def gather(arguments: Sequence[str], web: Web = ASKED) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
    """All documents of files, folders, corpora, addresses and `-` in the order given, and a Problem for each fault.

    A document without an id of its own is called "s1", "s2" ... by its place; an input given twice is read once.
    """
    sources: list[Source] = []
    problems: list[Problem] = []

    def fault(error: ReadError) -> None:
        problems.append(error.problem)

    for path, found in _once(_paths(arguments, fault)):
        try:
            blob = load(path, web)
            if found and blob.suffix in SHARED and not recognised(blob):
                continue
            reading = read_blob(blob)
        except ReadError as error:
            fault(error)
            continue
        problems += reading.problems
        for source in reading.sources:
            sources.append(replace(source, id=source.id or f"s{len(sources) + 1}"))
    return tuple(sources), tuple(problems)


def _paths(arguments: Sequence[str], fault: Callable[[ReadError], None]) -> Iterator[tuple[str, bool]]:
    """The arguments with each folder replaced by the files in it, and whether a path was found so."""
    for argument in arguments:
        if argument == STDIN or is_address(argument) or not Path(argument).is_dir():
            yield argument, False
            continue
        found = False
        refused: list[ReadError] = []
        for path in walk(argument, SUFFIXES, refused.append):
            found = True
            yield path, True
        for error in refused:
            fault(error)
        if not found and not refused:
            hint = f"files that end in {', '.join(SUFFIXES)} are read"
            fault(unreadable(shown(argument), "no sources in this folder", hint))


def _once(paths: Iterator[tuple[str, bool]]) -> Iterator[tuple[str, bool]]:
    seen: set[str] = set()
    for path, found in paths:
        key = path if path == STDIN or is_address(path) else os.path.abspath(path)  # noqa: PTH100 - resolve() fails on a NUL
        if key not in seen:
            seen.add(key)
            yield path, found
