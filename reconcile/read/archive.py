"""Office documents are ZIP archives of XML: what is checked of one before any library unpacks it.

Nothing is ever extracted to the disk, so names of entries can lead nowhere. A size is what the archive's directory
states; zipfile reads no entry beyond it, so that a lie about it ends in an error, not in full memory.
"""

from io import BytesIO
from typing import TYPE_CHECKING

from reconcile.read.blob import Blob
from reconcile.read.faults import ReadError, unreadable

if TYPE_CHECKING:
    import zipfile

MAGIC = b"PK\x03\x04"

_MOST_ENTRIES = 4_000
_LARGEST_XML = 24 * 1024**2
_MOST_TAGS = 350_000
_LARGEST_ALL = 160 * 1024**2
_PROLOGUE = 4096  # bytes in which a declaration of entities stands, if there is one
_XML = (".xml", ".rels")

_SAVE_AGAIN = "open it in the program that made it and save it again"


def names_in(blob: Blob) -> frozenset[str]:
    """The names of an archive's entries; none where it is no archive or a broken one."""
    if not blob.data.startswith(MAGIC):
        return frozenset()
    import zipfile

    try:
        with zipfile.ZipFile(BytesIO(blob.data)) as archive:
            return frozenset(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return frozenset()


def open_archive(blob: Blob, what: str) -> "zipfile.ZipFile":
    """The archive of a document, its sizes and its XML checked. `what` names the format in messages.

    Raises ReadError for what is broken, encrypted or would unpack to more than any article needs.
    """
    import zipfile

    try:
        archive = zipfile.ZipFile(BytesIO(blob.data))
        _check_sizes(archive, blob.where)
        for entry in archive.infolist():
            if entry.filename.endswith(_XML):
                _check_xml(archive.read(entry), blob.where)
    except ReadError:
        raise
    except Exception as error:  # zipfile and its decompressors raise a dozen kinds for broken bytes
        raise broken(blob.where, what, error) from error
    return archive


def broken(where: str, what: str, error: Exception) -> ReadError:
    """What is said of a document that its library cannot make sense of."""
    reason = " ".join(str(error).split()) or type(error).__name__  # some libraries end what they say with a newline
    return unreadable(where, f"a broken or incomplete {what}: {reason}"[:300], _SAVE_AGAIN)


def _check_sizes(archive: "zipfile.ZipFile", where: str) -> None:
    entries = archive.infolist()
    if len(entries) > _MOST_ENTRIES:
        raise unreadable(where, f"an archive of {len(entries):,} parts, which is no article", _SAVE_AGAIN)
    if any(entry.flag_bits & 1 for entry in entries):
        raise unreadable(where, "protected by a password", "save it without one")
    large = any(entry.filename.endswith(_XML) and entry.file_size > _LARGEST_XML for entry in entries)
    if large or sum(entry.file_size for entry in entries) > _LARGEST_ALL:
        limits = f"{_LARGEST_XML // 1024**2} MB of text or {_LARGEST_ALL // 1024**2} MB in all"
        raise unreadable(where, f"would unpack to more than {limits}", "save its text as a file of its own")


def _check_xml(data: bytes, where: str) -> None:
    check_prologue(data, where)
    if data.count(b"<") > _MOST_TAGS:
        raise unreadable(
            where, f"a document of more than {_MOST_TAGS:,} elements", "save its text as a file of its own"
        )


def check_prologue(data: bytes, where: str) -> None:
    """Raises ReadError for XML that declares entities: they make little much, or lead to other files."""
    start = data[:_PROLOGUE]
    if b"<!DOCTYPE" in start or b"<!ENTITY" in start:
        raise unreadable(where, "declares entities of its own, which no office program does", _SAVE_AGAIN)
