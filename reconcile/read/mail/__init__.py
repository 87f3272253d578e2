"""E-mail: `.eml` by the standard library, Outlook's `.msg` in `outlook`; `letter` makes sources of either.

The plain part is preferred, else the HTML is read; `quotes` cuts what a mail quotes. The moment at which it was sent is
the day of publication of a release, and its sender the publisher.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, islice
from typing import TYPE_CHECKING

from reconcile.read.archive import broken
from reconcile.read.blob import Blob, Reading
from reconcile.read.dateline import iso_date
from reconcile.read.decode import decode
from reconcile.read.faults import ReadError, unreadable
from reconcile.read.mail.letter import MOST_ATTACHMENTS, Attachment, Letter, reading_of_letter
from reconcile.read.meta import Meta, short

if TYPE_CHECKING:
    from email.message import EmailMessage, MIMEPart

_OPENING = 8192
_FIELD = re.compile(rb"(?:from [^\n]{1,200}\n)?[A-Za-z][A-Za-z0-9-]{0,60}:[ \t]?[^\n]*\n", re.IGNORECASE)
_TELLING = re.compile(
    rb"^(?:received|return-path|message-id|mime-version|x-[a-z-]{2,40}|dkim-signature):", re.IGNORECASE | re.MULTILINE
)
_SENDER = re.compile(rb"^(?:from|date):", re.IGNORECASE | re.MULTILINE)
_WHOLE_FIELD = re.compile(rb"^[A-Za-z][A-Za-z0-9-]{0,60}:[^\n]*(?:\n[ \t][^\n]*)*", re.MULTILINE)
_ADDRESS = re.compile(r"[@<]")  # without either a sender is a name alone, which is no address of two words
_PREFIXES = re.compile(r"(?:(?:fwd?|fw|re|wg|aw|tr)\s?:\s?)+", re.IGNORECASE)
_MAILBOX = re.compile(rb"From [^\n]{1,200}\n")  # the line that a mailbox (RFC 4155) puts before each of its mails
_BETWEEN = re.compile(rb"\r?\n\r?\n(?=From [^\n]{1,200} \d\d:\d\d[^\n]{1,40}\n[A-Za-z-]{1,60}:)")
_MOST_MAILS = 500
_LARGEST = 25 * 1024**2  # what most mail servers take
_MOST_LINES, _MOST_PARTS = 600_000, 300
_LONGEST_FIELD = 20_000
_LONGEST_TEXT = 2_000_000


def sniff(blob: Blob) -> bool:
    """True for a head of fields among which are such as only mail has."""
    head = blob.data[:_OPENING].replace(b"\r\n", b"\n").partition(b"\n\n")[0] + b"\n"
    return bool(_FIELD.match(head) and _SENDER.search(head) and _TELLING.search(head))


def read(blob: Blob) -> Reading:
    """The letter and its attachments, of a mailbox those of each mail. Raises ReadError for what is no mail or has
    nothing in it to read."""
    mails = _BETWEEN.split(blob.data, _MOST_MAILS) if _MAILBOX.match(blob.data) else [blob.data]
    if len(mails) == 1:
        return _read(blob)
    if len(mails) > _MOST_MAILS:
        raise unreadable(blob.where, f"a mailbox of more than {_MOST_MAILS} mails", "save those that the story needs")
    readings = [_tried(replace(blob, data=mail.replace(b"\n>From ", b"\nFrom "))) for mail in mails]
    sources = chain.from_iterable(reading.sources for reading in readings)
    return Reading(tuple(sources), tuple(chain.from_iterable(reading.problems for reading in readings)))


def _tried(blob: Blob) -> Reading:
    try:
        return _read(blob)
    except ReadError as error:
        return Reading((), (error.problem,))


def _read(blob: Blob) -> Reading:
    data = blob.data
    if len(data) > _LARGEST or data.count(b"\n") > _MOST_LINES:
        limits = f"{_LARGEST // 1024**2} MB or {_MOST_LINES:,} lines"
        raise unreadable(blob.where, f"a mail of more than {limits}", "give its attachments as files")
    if data.count(b"\n--") > 4 * _MOST_PARTS or _long_field(data):
        raise unreadable(blob.where, "a mail of more parts or longer fields than any has", "save its text as .txt")
    # The standard library's mail is large, and every start of the program imports the readers.
    from email import policy
    from email.parser import BytesParser

    try:
        message = BytesParser(policy=policy.default).parsebytes(data)
        letter = _letter(message, blob.where)
    except ReadError:
        raise
    except Exception as error:  # the standard library lets through whatever its own parts raise
        raise broken(blob.where, "mail", error) from error
    return reading_of_letter(blob, letter)


def _long_field(data: bytes) -> bool:
    """Whether some field of a head, with the lines that continue it, is longer than is sent: such are slow to read."""
    return any(end - start > _LONGEST_FIELD for start, end in map(re.Match.span, _WHOLE_FIELD.finditer(data)))


def _letter(message: "EmailMessage", where: str) -> Letter:
    plain, markup = (message.get_body((kind,)) for kind in ("plain", "html"))
    return Letter(
        sender_and_date(message["from"], message["date"], message["subject"], message["message-id"]),
        _text(plain, where),
        _text(markup, where),
        tuple(islice(_attachments(message), MOST_ATTACHMENTS + 1)),
    )


def sender_and_date(sender: object, date: object, subject: object, guid: object = None) -> Meta:
    """What the head of a mail says, as metadata."""
    from email.utils import parseaddr

    told = str(sender or "").strip()
    name, address = parseaddr(told) if _ADDRESS.search(told) else (told.strip('"'), "")
    title = _PREFIXES.sub("", short(str(subject or "")) or "")
    published = iso_date(str(date)) if date else None
    return Meta(title=title or None, publisher=short(name or address), published=published, guid=short(str(guid or "")))


def _text(part: "MIMEPart | None", where: str) -> str:
    """The text of a part in its charset; where its lines flow, those that were broken for sending made whole."""
    data = part.get_payload(decode=True) if part is not None else None
    if part is None or not isinstance(data, bytes) or not data.strip():
        return ""
    if len(data) > _LONGEST_TEXT:
        raise unreadable(where, f"a mail of more than {_LONGEST_TEXT // 1_000_000} million characters", "split it")
    text = decode(Blob(where, "", data), part.get_content_charset()).replace("\r\n", "\n")
    if part.get_param("format") != "flowed":
        return text
    return _flowed(text, join="" if part.get_param("delsp") == "yes" else " ")


def _flowed(text: str, join: str) -> str:
    """Text whose lines were broken behind a space (RFC 3676) with its paragraphs made whole; quotations stay lines."""
    joined: list[str] = []
    open_line = False
    for line in text.split("\n"):
        stuffed = line.removeprefix(" ")
        goes_on = stuffed.endswith(" ") and stuffed != "-- " and not line.startswith(">")
        whole = f"{stuffed.rstrip(' ')}{join}" if goes_on else stuffed
        if open_line and not line.startswith(">"):
            joined[-1] += whole
        else:
            joined.append(whole)
        open_line = goes_on
    return "\n".join(joined)


def _attachments(message: "EmailMessage") -> Iterator[Attachment]:
    from email.message import Message

    for part in message.iter_attachments():
        name = part.get_filename() or ""
        if part.get_content_type() == "message/rfc822":
            inner = part.get_payload(0)
            yield Attachment(name or "mail.eml", inner.as_bytes() if isinstance(inner, Message) else b"")
        elif name or part.get_content_disposition() == "attachment":
            data = part.get_payload(decode=True)
            yield Attachment(name, data if isinstance(data, bytes) else b"")
