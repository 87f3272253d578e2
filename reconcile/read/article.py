"""An article as a reader hands it on: its text, where its first words stand, what is known of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from hashlib import sha256
from typing import Any

from reconcile.facts import Cell, Problem, Source, Spot
from reconcile.read.blob import Blob, Reading
from reconcile.read.dateline import archive_date, iso_date, opening_date
from reconcile.read.front import Front, front_matter
from reconcile.read.meta import Meta

KEYS = ("title", "publisher", "byline", "url", "version", "guid", "language", "published", "modified")
"""What front matter, or a line of a corpus, may say of an article; each is a field of Source."""

DATES = ("published", "modified")

LISTS = ("sources",)
"""What it may list: of a draft, the files that it draws on."""

_DATE_HINT = "write the date as 2022-02-04 or 2022-02-04T10:30:00+01:00"
_FRONT_HINT = "write `key: value` lines between two `---` lines"


@dataclass(frozen=True, slots=True)
class Article:
    """A text, the offset `body` of the article's first word, what is known of it, and what was wrong in its head.

    `cells`, `pages` and `spots` are those of the source.
    """

    text: str
    body: int = 0
    meta: Meta = field(default_factory=Meta)
    problems: tuple[Problem, ...] = ()
    sources: tuple[str, ...] = ()
    cells: tuple[Cell, ...] = ()
    pages: tuple[int, ...] = ()
    spots: tuple[Spot, ...] = ()

    def source(self, where: str, sha256: str, name: str = "") -> Source:
        """The article as a source that came from `where`; `name` is its id, empty where it names none itself."""
        known = {each.name: getattr(self.meta, each.name) for each in fields(Meta)}
        known["language"] = self.meta.language or "und"
        return Source(
            id=name,
            text=self.text,
            body=self.body,
            path=where,
            sha256=sha256,
            sources=self.sources,
            cells=self.cells,
            pages=self.pages,
            spots=self.spots,
            **known,
        )


def reading_of(blob: Blob, articles: Sequence[Article], problems: Sequence[Problem] = ()) -> Reading:
    """The articles of one input as its sources; the digest of one alone is that of the bytes, else that of its text."""
    alone = len(articles) == 1
    sources = tuple(
        one.source(blob.where, blob.sha256 if alone else sha256(one.text.encode()).hexdigest()) for one in articles
    )
    return Reading(sources, (*problems, *(problem for one in articles for problem in one.problems)))


def open_article(text: str, where: str) -> Article:
    """The head of a text. Its date is that of the front matter, else of the archive form, else of a dateline, or of one
    of its first lines that gives a date and little else."""
    if front := front_matter(text, KEYS, LISTS):
        return _from_front(text, front, where)
    if archived := archive_date(text):
        written, body = archived
        return described(Article(text, body), {"published": written}, where, {"published": 1})
    from reconcile.read.wire import wire_head

    body, meta = wire_head(text)
    dated = opening_date(text, body)
    if body and not dated:
        dated = opening_date(text)  # the head's, which may be that of an embargo
    return Article(text, body, meta.over(Meta(published=dated)))


def described(article: Article, told: Mapping[str, str], where: str, lines: Mapping[str, int]) -> Article:
    """The article with what is `told` of it laid over what was known; a Problem, with its line, for what is no date."""
    dates = {key: iso_date(told[key]) for key in DATES if key in told}
    problems = (
        Problem(where, lines[key], f"not a date: {told[key][:40]}", _DATE_HINT) for key in dates if not dates[key]
    )
    known: dict[str, Any] = {**told, **dates}
    return replace(article, meta=Meta(**known).over(article.meta), problems=(*article.problems, *problems))


def _from_front(text: str, front: Front, where: str) -> Article:
    faults = tuple(Problem(where, line, message, _FRONT_HINT) for line, message in front.faults)
    article = Article(text, front.body, problems=faults, sources=front.lists.get("sources", ()))
    article = described(article, front.values, where, front.lines)
    if "published" in front.values:
        return article
    return replace(article, meta=article.meta.over(Meta(published=opening_date(text, front.body))))
