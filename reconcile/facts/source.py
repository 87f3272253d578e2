"""One document: its text as decoded, and what is known of where it comes from."""

import datetime as dt
import hashlib
from dataclasses import dataclass
from typing import Literal, Self


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
