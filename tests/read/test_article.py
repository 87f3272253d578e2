"""The head of an article: the strongest date wins, offsets count the whole file."""

from pathlib import Path

import pytest

from reconcile.read.article import Article, open_article
from reconcile.read.meta import Meta


def test_front_matter_gives_all_that_an_article_says_of_itself() -> None:
    text = (
        "---\r\ntitle: T\r\npublisher: P\r\npublished: 2022-02-04T10:30+01:00\r\nurl: https://a.b/c\r\n---\r\nText\r\n"
    )
    article = open_article(text, "a.md")
    meta = Meta(title="T", publisher="P", published="2022-02-04T10:30+01:00", url="https://a.b/c")
    assert article == Article(text, text.index("Text"), meta)


def test_the_archive_form_gives_date_and_body() -> None:
    article = open_article(" date 2022-02-04 MOSCOW: The", "a.txt")
    assert (article.body, article.meta.published, article.problems) == (17, "2022-02-04", ())


def test_a_dateline_gives_the_date_and_stays_in_the_body() -> None:
    article = open_article("MOSCOW, Feb 3, 2022 (Reuters) - The", "a.txt")
    assert (article.body, article.meta.published) == (0, "2022-02-03")


def test_a_dateline_is_weaker_than_front_matter_but_serves_where_that_has_no_date() -> None:
    dateline = "MOSCOW, Feb 3, 2022 (Reuters) - The"
    assert open_article(f"---\npublished: 2022-02-04\n---\n{dateline}", "a").meta.published == "2022-02-04"
    assert open_article(f"---\ntitle: a\n---\n{dateline}", "a").meta.published == "2022-02-03"


@pytest.mark.parametrize(
    ("text", "line"), [("date 2022-13-45 The", 1), ("---\ntitle: a\npublished: last week\n---\nThe", 3)]
)
def test_what_is_no_date_is_a_problem_and_the_text_is_still_there(text: str, line: int) -> None:
    article = open_article(text, "a.txt")
    ((problem),) = article.problems
    assert (problem.where, problem.line) == ("a.txt", line)
    assert problem.message.startswith("not a date")
    assert article.meta.published is None
    assert text[article.body :] == "The"


@pytest.mark.parametrize("seed", ["000_7b080f9ad804409b", "004_19e82840442cf855"])
def test_the_seeds(seed: str) -> None:
    path = Path(__file__).parents[2] / "seeds" / f"{seed}.txt"
    article = open_article(path.read_text(encoding="utf-8"), str(path))
    assert article.meta.published in ("2022-02-04", "2022-02-02")
    assert article.text[article.body :].startswith(("MOSCOW: The Kremlin", "Pentagon stresses"))


@pytest.mark.parametrize(
    "text",
    [
        "PARIS, March 3, 2026 (IAP) - Twelve died.",
        "Quake-Norland-toll\nPARIS, March 3, 2026 (IAP) - \n\nTwelve died.",
        "Twelve die in quake\n\nParis, 3 March 2026 - Twelve died.",
        "PRESS RELEASE\nEMBARGOED UNTIL 06:00 ON 5 MARCH 2026\n\nTwelve die\n\nParis, 3 March 2026 - Twelve died.",
        "FOR IMMEDIATE RELEASE: 3 MARCH 2026\n\nTwelve died.",
        "Twelve die in quake\nBy Ann Ray\nPublished: March 3, 2026\n\nTwelve died.",
    ],
)
def test_the_first_lines_of_a_text_give_its_date(text: str) -> None:
    assert open_article(text, "a.txt").meta.published == "2026-03-03"


@pytest.mark.parametrize(
    "text",
    [
        "Twelve died on 3 March 2026 - a Tuesday.",
        "Twelve died.\n\nThe quake of 3 March 2026 was the worst.",
        "The law takes effect on 3 March 2026",
        "1\n2\n3\n4\n5\n6\nParis, 3 March 2026 - Twelve died.",
    ],
)
def test_a_date_in_the_text_is_not_that_of_the_text(text: str) -> None:
    assert open_article(text, "a.txt").meta.published is None
