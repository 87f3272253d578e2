"""Word documents (.docx): sources and drafts alike, with the way back from an offset to its run.

`text` reads the elements; `opened` gives the document itself, for those who write comments into it.
"""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from reconcile.read.archive import broken, names_in, open_archive
from reconcile.read.article import reading_of
from reconcile.read.blob import Blob, Reading
from reconcile.read.extras import library
from reconcile.read.faults import ReadError, unreadable
from reconcile.read.grid import too_long
from reconcile.read.meta import Meta
from reconcile.read.office import told_article, told_moment, told_title, told_writer
from reconcile.read.word.text import Text, W, text_of

_NOTES = ("footnote", "endnote")


def sniff(blob: Blob) -> bool:
    """True for an archive with a Word document in it."""
    return "word/document.xml" in names_in(blob)


def read(blob: Blob) -> Reading:
    """The text of a Word document. Raises ReadError for a broken, protected or empty one, and for one with macros."""
    document = open_word(blob)
    try:
        text = read_text(document)
        meta = _meta(document)
    except ReadError:
        raise
    except Exception as error:  # the library reads some parts when they are asked for
        raise broken(blob.where, "Word document", error) from error
    block = text.whole
    if not block.text:
        raise unreadable(blob.where, "no text in it", "a document of pictures has to be put through text recognition")
    article = told_article(block, meta, blob.where)
    return reading_of(blob, [article], (too_long(blob.where),) if text.cut else ())


def open_word(blob: Blob) -> Any:
    """The document as python-docx has it. Raises ReadError."""
    docx = library("docx", "docx", blob.where)
    with open_archive(blob, "Word document") as archive:
        types = archive.read("[Content_Types].xml") if "[Content_Types].xml" in archive.namelist() else b""
    if b"macroEnabled" in types:
        hint = "save it as .docx, which holds none; macros are never run"
        raise unreadable(blob.where, "a Word document with macros", hint)
    try:
        return docx.Document(BytesIO(blob.data))
    except Exception as error:  # the library lets through whatever its own parts raise
        raise broken(blob.where, "Word document", error) from error


def read_text(document: Any) -> Text:
    """The text of an opened document, with the way back to its runs."""
    return text_of(document.element.body, dict(_notes(document)))


def _notes(document: Any) -> Iterator[tuple[str, Any]]:
    """The foot- and endnotes by kind and number."""
    parse = library("docx.oxml", "docx", "").parse_xml
    for relation in document.part.rels.values():
        kind = next((kind for kind in _NOTES if relation.reltype.endswith(f"/{kind}s")), None)
        if kind and not relation.is_external:
            for note in parse(relation.target_part.blob).iter(f"{W}{kind}"):
                yield f"{kind} {note.get(W + 'id')}", note


def _meta(document: Any) -> Meta:
    told = document.core_properties
    return Meta(title=told_title(told.title), byline=told_writer(told.author), modified=told_moment(told.modified))
