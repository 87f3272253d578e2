"""A mail as sources, whatever its format: the letter itself, and each attachment that a reader knows."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from reconcile.facts import PART, Problem, Source
from reconcile.read.article import open_article, reading_of
from reconcile.read.blob import Blob, Reading
from reconcile.read.decode import refuse_binary
from reconcile.read.elements import remove
from reconcile.read.faults import ReadError, unreadable
from reconcile.read.grid import Block
from reconcile.read.html import parse
from reconcile.read.mail.quotes import own_words
from reconcile.read.markup import laid_out
from reconcile.read.meta import Meta, short
from reconcile.read.storytext import story

MOST_ATTACHMENTS = 50
"""What is read of one mail; a letter that holds one more is told to hold too many."""

_DEEPEST = 2  # mails that are attached to mails
_SILENT = frozenset(
    (
        *(".png", ".jpg", ".jpeg", ".gif", ".bmp", ".svg", ".webp", ".ico", ".tif", ".tiff", ".heic"),
        *(".ics", ".vcf", ".p7s", ".asc", ".sig", ".mp3", ".mp4", ".mov", ".wav", ".m4a"),
    )
)
"""Suffixes of what nobody expects to be read: nothing is said of them."""
_QUOTES = '//blockquote[@type="cite"]|//*[contains(concat(" ", @class, " "), " gmail_quote ")]'


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that came with a mail; `data` is None where only its name did, or where it is a mail kept in parts."""

    name: str
    data: bytes | None


@dataclass(frozen=True, slots=True)
class Letter:
    """What a mail says: its plain `text`, or `markup` where it has HTML alone."""

    meta: Meta
    text: str
    markup: str
    attachments: Sequence[Attachment] = ()


def reading_of_letter(blob: Blob, letter: Letter) -> Reading:
    """The sources in a mail: its own words under its subject, then its attachments, dated as the mail where they state
    no date. Raises ReadError where there is nothing to read in it."""
    body = Block(own_words(letter.text)) if letter.text.strip() else _marked(letter.markup, blob.where)
    article = story(letter.meta, body)
    sources: list[Source] = []
    problems: list[Problem] = []
    if article.text:
        dateline = open_article(body.text, blob.where).meta
        sources += reading_of(blob, [replace(article, meta=letter.meta.over(dateline))]).sources
    for attachment in letter.attachments[:MOST_ATTACHMENTS]:
        reading = _attached(blob, attachment)
        sources += (_sent(source, letter.meta) for source in reading.sources)
        problems += reading.problems
    if len(letter.attachments) > MOST_ATTACHMENTS:
        told = f"more than {MOST_ATTACHMENTS} attachments: only those were read"
        problems.append(Problem(blob.where, None, told, "give what the story needs as files of their own"))
    if not sources and not problems:
        raise unreadable(blob.where, "a mail without text", "give its attachments as files")
    return Reading(tuple(sources), tuple(problems))


def _marked(markup: str, where: str) -> Block:
    """The text of an HTML mail without the mails it quotes, unless it is nothing but those."""
    if not markup.strip():
        return Block("")
    tree = parse(f"<div>{markup}</div>", where)
    whole = laid_out(tree)
    for quote in tree.xpath(_QUOTES):
        remove(quote)
    block = laid_out(tree)
    if not block.text.strip():
        return whole
    return block if block.cells else Block(own_words(block.text))


def _attached(blob: Blob, attachment: Attachment) -> Reading:
    """What can be read of an attachment; a Problem where its reader is missing or cannot make sense of it."""
    from reconcile.read.readers import SUFFIXES, read_blob, recognised

    name = short(attachment.name) or "attachment"
    part = Blob(f"{blob.where}{PART}{name}", PurePosixPath(name).suffix.lower(), attachment.data or b"")
    if attachment.data is None and part.suffix not in _SILENT:
        fault = unreadable(
            part.where, "no file in the mail, but a reference or a mail", "open it, and save it as a file"
        )
        return Reading((), (fault.problem,))
    if part.suffix in _SILENT or not part.data:
        return Reading(())
    if blob.where.count(PART) >= _DEEPEST:
        fault = unreadable(part.where, "attached to a mail that is attached to a mail", "give it as a file")
        return Reading((), (fault.problem,))
    try:
        if part.suffix not in SUFFIXES and recognised(part) is None:
            refuse_binary(part)
            raise unreadable(part.where, "an attachment of a format that is not read", "save its text, and give that")
        return read_blob(part)
    except ReadError as error:
        return Reading((), (error.problem,))


def _sent(source: Source, mail: Meta) -> Source:
    """An attachment with the sender and the date of its mail where it names none."""
    return replace(source, publisher=source.publisher or mail.publisher, published=source.published or mail.published)
