"""The head of an article: what it says of itself before its first words, and where those stand."""

from dataclasses import dataclass, replace

from reconcile.facts import Problem, Source
from reconcile.read.dateline import archive_date, dateline_date, iso_date
from reconcile.read.front import Front, front_matter

KEYS = ("title", "publisher", "published", "url")
"""What front matter may say of an article; each is a field of Source."""

_DATE_HINT = "write the date as 2022-02-04 or 2022-02-04T10:30:00+01:00"
_FRONT_HINT = "write `key: value` lines between two `---` lines"


@dataclass(frozen=True, slots=True)
class Article:
    """A text, the offset `body` of the article's first word, what is known of it, and what was wrong in its head."""

    text: str
    body: int = 0
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    problems: tuple[Problem, ...] = ()

    def source(self, where: str, sha256: str, name: str = "") -> Source:
        """The article as a source that came from `where`; `name` is its id, empty where it names none itself."""
        return Source(
            id=name,
            text=self.text,
            body=self.body,
            path=where,
            url=self.url,
            title=self.title,
            publisher=self.publisher,
            published=self.published,
            sha256=sha256,
        )


def open_article(text: str, where: str) -> Article:
    """The head of a text. Its date is that of the front matter, else of the archive form, else of a wire dateline."""
    if front := front_matter(text, KEYS):
        return _from_front(text, front, where)
    if archived := archive_date(text):
        written, body = archived
        return dated(Article(text, body), written, where, 1)
    return Article(text, published=dateline_date(text, 0))


def dated(article: Article, written: str, where: str, line: int) -> Article:
    """The article with its date as stated in a line, or with a Problem where that is no date."""
    if published := iso_date(written):
        return replace(article, published=published)
    problem = Problem(where, line, f"not a date: {written[:40]}", _DATE_HINT)
    return replace(article, problems=(*article.problems, problem))


def _from_front(text: str, front: Front, where: str) -> Article:
    article = Article(
        text=text,
        body=front.body,
        title=front.values.get("title"),
        publisher=front.values.get("publisher"),
        url=front.values.get("url"),
        problems=tuple(Problem(where, line, message, _FRONT_HINT) for line, message in front.faults),
    )
    if "published" in front.values:
        return dated(article, front.values["published"], where, front.lines["published"])
    return replace(article, published=dateline_date(text, front.body))
