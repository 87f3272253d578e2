"""Which sources are earlier versions of another one: an article that was updated or corrected stands for itself once.

Two sources are versions of one article when they share its address, or the name that its publisher gives all versions,
or when one publisher tells nearly the same text twice within hours. Without a version number or a time that tells which
is the later one, neither supersedes the other: they are then copies of one origin.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from reconcile.align.origins import runs_of
from reconcile.facts import Source

_DAY = "2026-03-11"
_HOURS = 12  # a bulletin that comes every day in the same words is no version of yesterday's
_SAME = 0.6  # the part of the shorter text's runs of words that stands in the longer one
_LENGTH = 0.4  # and its length, as a part of the other's


def superseded(sources: Iterable[Source]) -> Mapping[str, str]:
    """By the id of each earlier version, the id of the latest one. Nothing for sources that have no later version."""
    known = [source for source in sources if source.role == "source"]
    later: dict[str, Source] = {}
    for group in (*_by_key(known, _address), *_by_key(known, _name), *_retold(known)):
        for source in group:
            latest = later.get(source.id, source)
            for other in group:
                latest = other if _is_later(other, latest) else latest
            if latest is not source:
                later[source.id] = latest
    return {name: _last(source, later).id for name, source in later.items()}


def _last(source: Source, later: Mapping[str, Source]) -> Source:
    """The end of a chain of versions; each step leads to a later one, so that it has an end."""
    while source.id in later:
        source = later[source.id]
    return source


def _by_key(sources: Sequence[Source], key: Callable[[Source], object]) -> Iterator[list[Source]]:
    groups: dict[object, list[Source]] = defaultdict(list)
    for source in sources:
        if (value := key(source)) is not None:
            groups[value].append(source)
    yield from (group for group in groups.values() if len(group) > 1)


def _address(source: Source) -> object:
    # A copy in another outlet may name the original's address as its own.
    return (_publisher(source), source.url.partition("#")[0].rstrip("/")) if source.url else None


def _name(source: Source) -> object:
    return (_publisher(source), source.guid) if source.guid else None


def _publisher(source: Source) -> str:
    return (source.publisher or "").casefold()


def _retold(sources: Sequence[Source]) -> Iterator[list[Source]]:
    """Pairs of sources of one publisher, neighbours in time, whose texts are nearly the same."""
    for group in _by_key(sources, lambda source: _publisher(source) or None):
        timed = sorted((moment, n) for n, source in enumerate(group) if (moment := _told(source)))
        for (one, n), (other, m) in pairwise(timed):
            if other - one <= dt.timedelta(hours=_HOURS) and _alike(group[n], group[m]):
                yield [group[n], group[m]]


def _alike(a: Source, b: Source) -> bool:
    short, long = sorted((runs_of(a), runs_of(b)), key=len)
    return bool(short) and len(short) >= _LENGTH * len(long) and len(short & long) >= _SAME * len(short)


def _is_later(a: Source, b: Source) -> bool:
    """Whether `a` is the later version: by the numbers of both, else by the times at which they were last touched."""
    numbers = _number(a), _number(b)
    if None not in numbers and numbers[0] != numbers[1]:
        return (numbers[0] or 0) > (numbers[1] or 0)
    one, other = _stated(a), _stated(b)
    if _is_day(one) or _is_day(other):
        return one[: len(_DAY)] > other[: len(_DAY)] if one and other else False
    first, second = _told(a), _told(b)
    return first is not None and second is not None and first > second


def _number(source: Source) -> int | None:
    return int(source.version) if source.version and source.version.isascii() and source.version.isdigit() else None


def _stated(source: Source) -> str:
    """When a version was last touched, as stated; empty where that is not known."""
    return source.modified or source.published or ""


def _is_day(stated: str) -> bool:
    return 0 < len(stated) <= len(_DAY)


def _told(source: Source) -> dt.datetime | None:
    if not (stated := _stated(source)):
        return None
    moment = dt.datetime.fromisoformat(stated)
    return moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)
