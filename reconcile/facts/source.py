"""One document: its text as decoded, and what is known of where it comes from."""

import datetime as dt
import hashlib
from dataclasses import dataclass
from typing import Literal, Self


@dataclass(frozen=True, slots=True)
class Source:
    """A document that reports an event, or the draft that is checked against such documents.

    `text` is the whole decoded text, front matter included; the article itself starts at offset `body`.
    `published` is the ISO 8601 date or time as stated by the source. `origin` is set by the pipeline: sources that
    republish one another share an origin.
    """

    id: str
    text: str
    body: int = 0
    path: str | None = None
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    language: str = "en"
    sha256: str = ""
    role: Literal["source", "draft"] = "source"
    origin: str | None = None
    story: str | None = None

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
