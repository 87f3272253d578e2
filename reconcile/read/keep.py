"""What was fetched, kept in a folder: the bytes as they came, and a log of what came from where, and when."""

import datetime as dt
import re
import tempfile
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

from reconcile.read.blob import Blob
from reconcile.read.faults import unreadable

LOG = "fetched.log"
"""The name of the log: a line a fetch with time (UTC), digest, file, address asked for and address that answered."""

_UNSAFE = re.compile(r"[^A-Za-z0-9]+")
_LONGEST = 80
_DIGEST = 12


def keep(blob: Blob, final: str, folder: Path) -> Blob:
    """The blob with the path under which its bytes now stand. Raises ReadError when they can't be kept.

    The name is made of the address and the digest, so that a page that has changed stands beside its earlier self.
    """
    path = folder / _name(blob)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            _write(path, blob.data)
        moment = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
        with (folder / LOG).open("a", encoding="utf-8") as log:
            log.write("\t".join(map(_field, (moment, blob.sha256, path.name, blob.url or "", final))) + "\n")
    except OSError as error:
        message = f"cannot keep it in {folder}: {error.strerror or error}"
        raise unreadable(blob.where, message, "name a folder where you may write with --keep") from None
    return replace(blob, kept=str(path))


def _name(blob: Blob) -> str:
    parts = urlsplit(blob.url or "")
    told = _UNSAFE.sub("-", f"{parts.hostname or ''}{parts.path.removesuffix(blob.suffix)}").strip("-")[:_LONGEST]
    return f"{told}-{blob.sha256[:_DIGEST]}{_UNSAFE.sub('', blob.suffix) and '.' + _UNSAFE.sub('', blob.suffix)}"


def _field(value: str) -> str:
    return "".join(char for char in value if char.isprintable())


def _write(path: Path, data: bytes) -> None:
    """Aside first, then in place by renaming: an interrupted run leaves no half of a page."""
    with tempfile.NamedTemporaryFile(dir=path.parent, suffix=".part", delete=False) as aside:
        try:
            aside.write(data)
            aside.close()
            Path(aside.name).chmod(0o644)
            Path(aside.name).replace(path)
        except BaseException:
            with suppress(OSError):
                Path(aside.name).unlink()
            raise
