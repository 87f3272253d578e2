"""The two ways in: one document for a program, everything that can be read for the command line."""

import os
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reconcile.facts import Problem, Source
from reconcile.read.blob import Reading
from reconcile.read.faults import ReadError, ReadWarning, unreadable
from reconcile.read.load import STDIN, is_address, load, shown, walk
from reconcile.read.readers import SHARED, SUFFIXES, UNREAD, read_blob, recognised
from reconcile.read.web import ASKED, Web


@dataclass(frozen=True, slots=True)
class Input:
    """Where something is to be read from; `found` in a folder, not named. What of a folder can't be listed is a fault
    that stands in the place of an input, so that faults keep the order of what was given."""

    where: str
    found: bool = False
    fault: ReadError | None = None


Track = Callable[[Sequence[Input]], Iterable[Input]]
"""Called with the inputs, gives the same inputs one by one: where a caller may watch the reading go on."""


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


def gather(
    arguments: Sequence[str], web: Web = ASKED, track: Track = iter
) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
    """All documents of files, folders, corpora, addresses and `-` in the order given, and a Problem for each fault.

    A document without an id of its own is called "s1", "s2" ... by its place; an input given twice is read once.
    """
    problems: list[Problem] = []
    sources = tuple(gather_each(arguments, problems.append, web, track))
    return sources, tuple(problems)


def gather_each(
    arguments: Sequence[str], fault: Callable[[Problem], None], web: Web = ASKED, track: Track = iter
) -> Iterator[Source]:
    """What `gather` gives, one document at a time; none is kept. `fault` is handed each problem when it is met."""
    number = 0
    for each in track(tuple(_once(_inputs(arguments)))):
        reading = _reading(each, web)
        for problem in reading.problems:
            fault(problem)
        for source in reading.sources:
            number += 1
            yield replace(source, id=source.id or f"s{number}")


def passed_over(arguments: Iterable[str]) -> tuple[str, ...]:
    """The documents in the folders among the arguments that are of formats that are not read, by their paths."""
    folders = [each for each in arguments if each != STDIN and not is_address(each) and Path(each).is_dir()]
    return tuple(shown(path) for folder in folders for path in walk(folder, UNREAD, lambda _: None))


def _reading(each: Input, web: Web) -> Reading:
    """What an input holds; one that can't be read holds nothing but the problem."""
    try:
        if each.fault:
            raise each.fault
        blob = load(each.where, web)
        if each.found and blob.suffix in SHARED and not recognised(blob):
            return Reading(())
        return read_blob(blob)
    except ReadError as error:
        return Reading((), (error.problem,))


def _inputs(arguments: Sequence[str]) -> Iterator[Input]:
    """The arguments, each folder replaced by the files in it."""
    for argument in arguments:
        if argument == STDIN or is_address(argument) or not Path(argument).is_dir():
            yield Input(argument)
            continue
        refused: list[ReadError] = []
        empty = True
        for path in walk(argument, SUFFIXES, refused.append):
            empty = False
            yield Input(path, found=True)
        if empty and not refused:
            hint = f"files that end in {', '.join(SUFFIXES)} are read"
            refused.append(unreadable(shown(argument), "no sources in this folder", hint))
        yield from (Input(error.problem.where, found=True, fault=error) for error in refused)


def _once(inputs: Iterator[Input]) -> Iterator[Input]:
    seen: set[str] = set()
    for each in inputs:
        where = each.where
        key = where if where == STDIN or is_address(where) else os.path.abspath(where)  # noqa: PTH100 - resolve() fails on a NUL
        if each.fault or key not in seen:
            yield each
        if not each.fault:
            seen.add(key)
