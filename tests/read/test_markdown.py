"""Markdown titles."""

import pytest

from reconcile.read.blob import Blob
from reconcile.read.markdown import read


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# Ten died\n\nText", "Ten died"),
        ("Intro\n\n# Ten died ##\r\nText", "Ten died"),
        ("---\ntitle: Front\n---\n# Heading\n", "Front"),
        ("---\npublisher: P\n---\n# Heading\n", "Heading"),
        ("## Second level\n", None),
        ("#hashtag\n", None),
    ],
)
def test_title(text: str, title: str | None) -> None:
    assert read(Blob("a.md", ".md", text.encode())).sources[0].title == title
