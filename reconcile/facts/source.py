"""One document: its text as decoded, and what is known of where it comes from."""

import datetime as dt
import hashlib
from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal, Self

PART = " > "
"""Between a mail and what is attached to it, in the path of a source."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table that stands on the line `start`..`end` is in, behind the names of its row and column.

    `start`/`end` are code points into the text; `row` and `column` the names as written, with those of all levels of a
    heading, empty where the table has none; `caption` what stands above the table or the group of rows; `rows` what the
    table calls its rows ("District"). `comma` tells that the table writes its decimals behind a comma.
    """

    start: int
    end: int
    row: str
    column: str
    caption: str = ""
    comma: bool = False
    rows: str = ""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where the text from `start` on, up to the next spot, stands in its document: as people count there, from 1.

    Of a row, `column` is what heads the column.
    """

    start: int
    unit: Literal["paragraph", "row"]
    number: int
    column: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """A document that reports an event, or the draft that is checked against such documents.

    `text` is the whole decoded text, front matter included; the article itself starts at offset `body`. Of a web page,
    a feed or an agency's item it is the text taken out of the format.
    `published` and `modified` are ISO 8601 dates or times as stated by the source. `credit` names who contributed
    ("AFP"), `notes` are its own words on embargo and correction. `guid` is what all versions of an item share,
    `version` which of them this is. `language` is a BCP 47 tag, "und" as long as it is undetermined.
    Three fields are set by the pipeline: sources that republish one another share an `origin`, `superseded_by` is the
    id of a later version of the same article, and `language` is settled.
    `cells` are the figures of its tables, in order: their names say what prose would say in a sentence.
    `pages` are the offsets at which the pages of a paginated document start, in order; empty for all others. `spots`
    do the same for the paragraphs of an office's document and the rows of a sheet.
    Where `extracted`, the text was taken out of a format, and its lines are none of the file's.
    `sources` are the files (or patterns of file names) that a draft's own front matter says it draws on.
    """

    id: str
    text: str
    body: int = 0
    path: str | None = None
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    byline: str | None = None
    credit: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None
    version: str | None = None
    guid: str | None = None
    language: str = "und"
    notes: tuple[str, ...] = ()
    sha256: str = ""
    role: Literal["source", "draft"] = "source"
    origin: str | None = None
    story: str | None = None
    superseded_by: str | None = None
    sources: tuple[str, ...] = ()
    cells: tuple[Cell, ...] = ()
    pages: tuple[int, ...] = ()
    spots: tuple[Spot, ...] = ()
    extracted: bool = False

    @classmethod
    def from_text(
        cls,
        text: str,
        id: str,
        *,
        published: str | None = None,
        publisher: str | None = None,
        title: str | None = None,
        url: str | None = None,
    ) -> Self:
        """A source from text in hand, the article alone. Raises ValueError when `published` is not ISO 8601."""
        if published is not None:
            dt.datetime.fromisoformat(published)
        digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        return cls(id=id, text=text, published=published, publisher=publisher, title=title, url=url, sha256=digest)

    def page_of(self, offset: int) -> int | None:
        """The number of the page, counted from 1, that an offset stands on; None in a document without pages."""
        return bisect_right(self.pages, offset) or None

    def spot_of(self, offset: int) -> Spot | None:
        """The paragraph or row that an offset stands in; None in a document without."""
        at = bisect_right(self.spots, offset, key=lambda spot: spot.start)
        return self.spots[at - 1] if at else None

    @property
    def file(self) -> str | None:
        """The file that holds the source: of what is attached to a mail, the mail's; None for a text in hand."""
        return self.path.partition(PART)[0] if self.path and self.extracted else self.path

    @property
    def where(self) -> str:
        """Where the source comes from, as problems name it: its path, else its address, else its id."""
        return self.path or self.url or self.id

    @property
    def day(self) -> dt.date | None:
        """The local day of publication, None when unknown."""
        return dt.datetime.fromisoformat(self.published).date() if self.published else None

    @property
    def moment(self) -> dt.datetime | None:
        """The moment of publication, comparable across sources (a bare date counts as its midnight, UTC)."""
        if not self.published:
            return None
        moment = dt.datetime.fromisoformat(self.published)
        return moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)
