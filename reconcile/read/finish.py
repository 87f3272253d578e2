"""The last step of every reading, whatever the format: what a text tells of its origin, and what may hide in it."""

from dataclasses import replace
from urllib.parse import urlsplit

from reconcile.facts import Problem, Source
from reconcile.read.blob import Blob, Reading
from reconcile.read.credits import credits_of, notes_of
from reconcile.read.dateline import dateline_credit
from reconcile.read.deceptive import deceptive
from reconcile.read.meta import distinct

MAX_CHARACTERS = 2_000_000
"""The longest text that is read: twice that of a long book."""


def finished(reading: Reading, blob: Blob, *, whole: bool) -> Reading:
    """The reading with credits and notes that stand in the texts, and a Problem for all that may deceive in them.

    `whole` tells that each text is all that its file holds. A text that is too long for an article is left out, with a
    Problem of its own.
    """
    kept = tuple(
        replace(_placed(_credited(source), blob), extracted=not whole) for source in reading.sources if _fits(source)
    )
    problems = [_too_long(source) for source in reading.sources if not _fits(source)]
    problems += (problem for source in kept for problem in deceptive(source.text, source.where))
    return Reading(kept, (*reading.problems, *problems))


def _placed(source: Source, blob: Blob) -> Source:
    """A source that was fetched: its path is that of the bytes that were kept, its address of the host that gave it.

    A page may call any other address its own.
    """
    if not blob.url:
        return source
    own = source.url and urlsplit(source.url).hostname == urlsplit(blob.url).hostname
    return replace(source, url=source.url if own else blob.url, path=blob.kept)


def _fits(source: Source) -> bool:
    return len(source.text) <= MAX_CHARACTERS


def _too_long(source: Source) -> Problem:
    message = f"a text of more than {MAX_CHARACTERS // 1_000_000} million characters"
    return Problem(source.where, None, message, "split it, or give the articles as files of their own")


def _tables(source: Source) -> int:
    """Where the lines of the first table start: "Rainfall (mm): 12" is no dateline."""
    return source.text.rfind("\n", 0, source.cells[0].start) + 1 if source.cells else len(source.text)


def _credited(source: Source) -> Source:
    text = source.text[source.body :]
    agency = dateline_credit(source.text[: _tables(source)], source.body)
    publisher = source.publisher or agency
    credit = distinct((*source.credit, agency, *credits_of(text)))
    return replace(
        source,
        publisher=publisher,
        credit=tuple(name for name in credit if name != publisher),
        notes=distinct((*source.notes, *notes_of(text))),
        byline=(source.byline or "").removeprefix("By ").removeprefix("by ") or None,
    )
