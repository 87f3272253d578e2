"""Where a source is to be found, as a URI."""

from pathlib import Path, PurePath
from urllib.parse import quote

from reconcile.facts import Source

_WEB = ("https://", "http://")
_KEPT = ":/?#[]@!$&'()*+,;=%"  # what has a meaning in an address that is written as such


def reference(source: Source) -> str:
    """The file of a source, relative where its path is, else its web address; empty for a text in hand."""
    path = _path(source)
    if path is None:
        return quote(source.url or "", safe=_KEPT, errors="replace") if (source.url or "").startswith(_WEB) else ""
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())


def location(source: Source) -> str:
    """The same with the file's full path, so that it holds wherever it is read."""
    path = _path(source)
    return Path(path).absolute().as_uri() if path else reference(source)


def _path(source: Source) -> PurePath | None:
    if not source.file or source.file == "-":
        return None
    return PurePath(source.file.encode("utf-8", "replace").decode())
