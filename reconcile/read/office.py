"""What office programs and mail record about a document, and how far it can be believed.

A title is often that of a template, an author that of the machine, and the dates are those of the file: the day on
which a document was last saved says when it was changed, never when it was published.
"""

import datetime as dt
import re

from reconcile.read.article import Article, open_article
from reconcile.read.grid import Block
from reconcile.read.meta import Meta, short

_NO_TITLE = re.compile(
    r"(?:microsoft (?:word|powerpoint|excel) - .*|(?:document|dokument|untitled|unbenannt|book|presentation) ?\d*"
    r"|.*\.(?:docx?|odt|rtf|indd|qxd|pages|pdf|tmp)|\S*[\w.][-_][\w.]\S*)",  # report-final_v3: a file's name
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"(?:microsoft (?:office )?(?:user|word)|office user|users?|admin(?:istrator)?|owner|author|unknown|anonymous"
    r"|python-docx|odfdo.*|libreoffice.*|openoffice.*|reportlab.*|windows user|default)",
    re.IGNORECASE,
)


def told_article(block: Block, meta: Meta, where: str) -> Article:
    """The text of a document as an article; what the text says is stronger than what the program recorded."""
    opened = open_article(block.text, where)
    return Article(
        block.text, opened.body, opened.meta.over(meta), opened.problems, cells=block.cells, spots=block.spots
    )


def told_title(value: object) -> str | None:
    """A document's own title, None where a program or a template made it up."""
    title = short(value)
    return None if title is None or _NO_TITLE.fullmatch(title) else title


def told_writer(value: object) -> str | None:
    """Who wrote a document, None where only an account or a program is named."""
    name = short(value)
    return None if name is None or _NOBODY.fullmatch(name) else name


def told_moment(moment: dt.datetime | None) -> str | None:
    """A moment as ISO 8601; one without a zone is in UTC, as office formats have it."""
    if moment is None:
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)).isoformat(timespec="seconds")
