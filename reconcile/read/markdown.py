"""Markdown: as plain text, its first heading being the title where the front matter gives none.

Marks such as ** and # stay in the text: offsets must hold in the file.
"""

import re
from dataclasses import replace

from reconcile.read import plain
from reconcile.read.blob import Blob, Reading

_HEADING = re.compile(r"^# +(\S.*)", re.MULTILINE)


def read(blob: Blob) -> Reading:
    """The article of a Markdown file. Raises ReadError as plain text does."""
    reading = plain.read(blob)
    (source,) = reading.sources
    heading = _HEADING.search(source.text, source.body)
    if source.title or not heading:
        return reading
    return replace(reading, sources=(replace(source, title=heading[1].rstrip(" \t\r#")),))
