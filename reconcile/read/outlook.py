"""Outlook's mails (.msg): a compound file of properties, read by python-oxmsg; then as any other mail."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from reconcile.read.archive import broken
from reconcile.read.blob import Blob, Reading
from reconcile.read.extras import library
from reconcile.read.faults import unreadable
from reconcile.read.mail import sender_and_date
from reconcile.read.mail.letter import MOST_ATTACHMENTS, Attachment, Letter, reading_of_letter

_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PROPERTIES = "__properties_version1.0".encode("utf-16-le")
_SENDER, _DELIVERED, _SHOWN_AS = 0x0C1A, 0x0E06, 0x3001  # PidTagSenderName, -MessageDeliveryTime, -DisplayName
_LARGEST = 32 * 1024**2


def sniff(blob: Blob) -> bool:
    """True for a compound file with the properties of a message, which older Word and Excel files have not."""
    return blob.data.startswith(_MAGIC) and _PROPERTIES in blob.data[:_LARGEST]


def read(blob: Blob) -> Reading:
    """The letter and its attachments. Raises ReadError for a broken file, and for a mail without text."""
    if len(blob.data) > _LARGEST:
        raise unreadable(blob.where, f"a mail larger than {_LARGEST // 1024**2} MB", "give its attachments as files")
    oxmsg = library("oxmsg", "mail", blob.where)
    try:
        letter = _letter(oxmsg.Message.load(BytesIO(blob.data)))
    except Exception as error:  # the library lets through whatever its own parts raise
        raise broken(blob.where, "Outlook mail", error) from error
    return reading_of_letter(blob, letter)


def _letter(message: Any) -> Letter:
    headers = {name.lower(): value for name, value in message.message_headers.items()}
    sent = message.sent_date or message.properties.date_prop_value(_DELIVERED)
    date = headers.get("date") or (sent.isoformat() if sent else None)
    sender = message.sender or message.properties.str_prop_value(_SENDER)
    return Letter(
        sender_and_date(sender, date, message.subject, headers.get("message-id")),
        message.body or "",
        message.html_body or "",
        tuple(_attachments(message)),
    )


def _attachments(message: Any) -> Iterator[Attachment]:
    for attachment in message.attachments[: MOST_ATTACHMENTS + 1]:
        name = attachment.file_name or attachment.properties.str_prop_value(_SHOWN_AS)
        yield Attachment(name or "", attachment.file_bytes)  # None of a mere reference, and of a mail inside the mail
