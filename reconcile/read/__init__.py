"""Bytes, paths, folders and standard input in; `Source` out. Nothing here changes a text.

`read(path)` gives the one document of a file; `gather(arguments)` is the command line's way in: everything that can be
read, and a `Problem` for everything that cannot. The way of a file: `load.py` fetches its bytes, `readers.py` picks the
format (READERS), the reader (`plain.py`, `markdown.py`, `corpus.py`) decodes it (`decode.py`) and sets the head of the
article apart from its text (`front.py` for front matter, `dateline.py` for dates that stand before the first words).
"""

from reconcile.read.faults import ReadError, ReadWarning
from reconcile.read.gather import gather, read
from reconcile.read.readers import READERS, SUFFIXES

__all__ = ["READERS", "SUFFIXES", "ReadError", "ReadWarning", "gather", "read"]
