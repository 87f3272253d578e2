"""What a source says of itself, whatever its format: who published it, when, in which language, under which reserve."""

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from typing import Self

from reconcile.read.decode import without_surrogates

_LONGEST = 1000  # of one value: more is no headline and no byline


@dataclass(frozen=True, slots=True)
class Meta:
    """The metadata of one document; each field means what it means in `Source`, None or empty where nothing is said."""

    title: str | None = None
    publisher: str | None = None
    byline: str | None = None
    published: str | None = None
    modified: str | None = None
    version: str | None = None
    guid: str | None = None
    language: str | None = None
    url: str | None = None
    credit: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    def over(self, weaker: Self) -> Self:
        """This metadata, with what it leaves open taken from a weaker statement of it."""
        stated = {field.name: getattr(self, field.name) or getattr(weaker, field.name) for field in fields(self)}
        return replace(self, **stated)


def short(value: object) -> str | None:
    """A value as one line of text: runs of white space are single spaces; None for what is empty or no text."""
    if not isinstance(value, str | int | float) or isinstance(value, bool):
        return None
    return " ".join(without_surrogates(str(value)[: 4 * _LONGEST]).split())[:_LONGEST] or None


def first(values: Iterable[str | None]) -> str | None:
    """The first value that says something."""
    return next(filter(None, values), None)


def distinct(values: Iterable[str | None]) -> tuple[str, ...]:
    """Each value that says something, once, in order."""
    return tuple(dict.fromkeys(filter(None, values)))
