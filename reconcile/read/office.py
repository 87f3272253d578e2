"""What office programs and mail record about a document, and how far it can be believed.

A title is often that of a template, an author that of the machine, and the dates are those of the file: the day on
which a document was last saved says when it was changed, never when it was published.
"""

import datetime as dt
import re

from reconcile.read.article import Article, open_article
from reconcile.read.dateline import line_date
from reconcile.read.grid import Block
from reconcile.read.meta import Meta, first, short

_OPENING, _FIRST_LINES = 2000, 6  # characters and lines in which a document gives its date
_NO_TITLE = re.compile(
    r"(?:microsoft (?:word|powerpoint|excel) - .*|(?:document|dokument|untitled|unbenannt|book|presentation) ?\d*"
    r"|.*\.(?:docx?|odt|rtf|indd|qxd|pages|pdf|tmp))",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"(?:microsoft (?:office )?(?:user|word)|office user|users?|admin(?:istrator)?|owner|author|unknown|anonymous"
    r"|python-docx|odfdo.*|libreoffice.*|openoffice.*|reportlab.*|windows user|default)",
    re.IGNORECASE,
)


def told_article(block: Block, meta: Meta, where: str) -> Article:
    """The text of a document as an article. Its date is that of a dateline, or of one of its first lines that gives a
    date and little else; what the text says is stronger than what the program recorded."""
    opened = open_article(block.text, where)
    dated = Meta(published=first(map(line_date, _first_lines(block.text))))
    return Article(block.text, opened.body, opened.meta.over(dated).over(meta), opened.problems, cells=block.cells)


def _first_lines(text: str) -> list[str]:
    return [line for line in text[:_OPENING].split("\n") if line.strip()][:_FIRST_LINES]


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
