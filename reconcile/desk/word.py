"""A checked draft given back as the Word document it came as, with a comment at each finding.

The text, its formatting and its tracked changes stay as they are: where a figure is part of a run, the run is cut into
runs of the same form, and the comment stands on the figure alone. In a table a comment stands on the whole cell, and on
the mark of a footnote or the anchor of a text box, where Word allows none inside.
"""

from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from reconcile.desk.faults import DeskFault
from reconcile.facts import Problem, Report
from reconcile.read.blob import Blob
from reconcile.read.word import open_word, read_text
from reconcile.read.word.text import Element, Piece, W
from reconcile.report.alerts import alerts
from reconcile.report.inert import xml

AUTHOR, _INITIALS = "reconcile", "rc"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_MOST_CITED = 3  # sentences of sources in one comment


@dataclass(frozen=True, slots=True)
class Note:
    """What is said of the code points `start` to `end` of a draft's text; each line is a paragraph of the comment."""

    start: int
    end: int
    text: str


def notes_of(report: Report) -> tuple[Note, ...]:
    """A note for every open finding of a check, in reading order: what is wrong, and the sentences that say so."""
    found = alerts(report)
    wanted = set(map(id, found.open))
    return tuple(
        Note(each.claim.start, each.claim.end, "\n".join(map(xml, (each.told, *map(found.cited, cited)))))
        for each in found.all
        if id(each) in wanted
        for cited in [each.evidence[:_MOST_CITED]]
    )


def annotated(blob: Blob, notes: Iterable[Note]) -> bytes:
    """The document with the notes as comments. Raises ReadError where it is no Word document that can be read, and
    DeskFault where a note stands on no text of it."""
    document = open_word(blob)
    pieces = list(read_text(document).placed())
    for note, first, last in reversed(list(_placed(pieces, notes, blob.where))):
        runs = [_run(document, first), _run(document, last)]
        document.add_comment(runs, text=note.text, author=AUTHOR, initials=_INITIALS)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _placed(pieces: list[Piece], notes: Iterable[Note], where: str) -> Iterator[tuple[Note, Element, Element]]:
    """Each note with the first and the last run that its comment stands on, from the end of the document on, so that
    cutting a run moves nothing that is still to be found. Notes on one figure stand on the same runs."""
    floor, place = None, None
    for note in sorted(notes, key=lambda note: (-note.start, note.end)):
        if place is None or floor is None or note.end <= floor:
            place, floor = _place(pieces, note, where), note.start
        yield note, *place


def _run(document: Any, element: Element) -> Any:
    from docx.text.run import Run

    return Run(element, document)


def _place(pieces: list[Piece], note: Note, where: str) -> tuple[Element, Element]:
    """The first and the last run that a comment stands on, cut out of longer ones where that is possible."""
    met = [piece for piece in pieces if piece.start < note.end and note.start < piece.end]
    if not met:
        message = f"nothing in the document stands at {note.start}: {note.text.splitlines()[0]}"
        raise DeskFault(Problem(where, None, message, "check the document as it is now"))
    first, last = met[0], met[-1]
    if last.element is not None:
        _cut(last.run, last.element, note.end - last.start)
    run = first.run
    if first.element is not None:
        run = _cut(first.run, first.element, max(0, note.start - first.start))
    end = run if last.run is first.run else last.run
    return run, end if last.last is None else last.last


def _cut(run: Element, element: Element, at: int) -> Element:
    """Cuts a run in two before character `at` of its text `element`; gives the second, or the run itself where nothing
    stands before or nothing behind."""
    text = element.text or ""
    moved = list(_behind(element))
    if at == 0:
        moved.insert(0, element)
        if all(other in moved or other.tag == W + "rPr" for other in run):
            return run
    elif at < len(text):
        rest = element.makeelement(element.tag, element.attrib)
        _write(rest, text[at:])
        _write(element, text[:at])
        moved.insert(0, rest)
    if not moved:
        return run
    second = run.makeelement(run.tag, run.attrib)
    properties = run.find(W + "rPr")
    if properties is not None:
        second.append(deepcopy(properties))
    second.extend(moved)
    run.addnext(second)
    return second


def _behind(element: Element) -> Iterator[Element]:
    following = element.getnext()
    while following is not None:
        yield following
        following = following.getnext()


def _write(element: Element, text: str) -> None:
    element.text = text
    element.set(_SPACE, "preserve")
