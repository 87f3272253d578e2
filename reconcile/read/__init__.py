"""Files, folders, addresses and standard input in; `Source` out.

`read(path)` gives the one document of a file; `gather(arguments)` is the command line's way in: everything that can be
read, and a `Problem` for everything that cannot. The way of an input: `load.py` gets its bytes (`fetch.py` those of an
address, which `keep.py` keeps), `readers.py` picks the format by content and name (READERS), the reader makes of it one
`Article` a document (`article.py`) with what it says of itself (`meta.py`), and `finish.py` adds what the text tells of
its origin (`credits.py`) and what may deceive in it (`deceptive.py`).

Text: `plain.py`, `markdown.py` and `corpus.py`, with the head of an article in `front.py`, `dateline.py`, `wire.py`.
Marked-up text: `html.py` (`pagehead.py`, `schemaorg.py`, `pagebody.py`), `feed.py`, `ninjs.py`, `newsml.py`, `nitf.py`,
`newsarticle.py`, `savedpage.py`, all through `markup.py`. Documents: `pdf`, `word`, `odt.py`, `rtf.py`, `mail`.
Tables become lines by `grid.py`. What the readers share: `decode.py`, `jsonfile.py`, `xmlfile.py`, `elements.py`,
`extras.py`, `faults.py`.
"""

from reconcile.read.faults import ReadError, ReadWarning
from reconcile.read.gather import gather, passed_over, read
from reconcile.read.readers import READERS, SUFFIXES

__all__ = ["READERS", "SUFFIXES", "ReadError", "ReadWarning", "gather", "passed_over", "read"]
