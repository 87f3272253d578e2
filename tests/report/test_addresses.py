from pathlib import Path

import pytest

from reconcile.facts import Source
from reconcile.report.addresses import location, reference


@pytest.mark.parametrize(
    ("path", "url", "expected"),
    [
        ("a b/dräft [1].md", None, "a%20b/dr%C3%A4ft%20%5B1%5D.md"),
        ("a:b.md", None, "a%3Ab.md"),
        ("../a.md", "https://news.example/a", "../a.md"),
        ("/home/x/a.md", None, "file:///home/x/a.md"),
        ("\ud800.md", None, "%3F.md"),
        (None, "https://news.example/ä?b=c#d", "https://news.example/%C3%A4?b=c#d"),
        ("-", "javascript:alert(1)", ""),
        (None, None, ""),
    ],
)
def test_a_reference_is_relative_where_the_path_is(path: str | None, url: str | None, expected: str) -> None:
    assert reference(Source("s", "", path=path, url=url)) == expected


def test_a_location_is_the_full_path() -> None:
    assert location(Source("s", "", path="a b.md")) == (Path.cwd() / "a b.md").as_uri()
    assert location(Source("s", "", url="https://news.example/")) == "https://news.example/"
    assert location(Source("s", "")) == ""


def test_what_is_attached_to_a_mail_is_in_the_file_of_the_mail() -> None:
    assert reference(Source("s", "", path="a b.eml > x.csv", extracted=True)) == "a%20b.eml"
    assert reference(Source("s", "", path="a > b.md")) == "a%20%3E%20b.md"
