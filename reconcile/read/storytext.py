"""The text of a story that came in parts: its headline above its body."""

import re

from reconcile.read.article import Article
from reconcile.read.decode import without_surrogates
from reconcile.read.grid import Block, joined
from reconcile.read.meta import Meta

_WORDS = re.compile(r"\w+")


def story(meta: Meta, body: Block | str) -> Article:
    """The article with the body under its headline, which is put first unless the body opens with it already.

    An article without a body has no text.
    """
    block = Block(body.strip("\n ")) if isinstance(body, str) else body
    opening = block.text.partition("\n")[0]
    if block.text and meta.title and not same_words(opening, meta.title):
        block = joined([Block(meta.title), block])
    return Article(without_surrogates(block.text), meta=meta, cells=block.cells)


def same_words(one: str, other: str) -> bool:
    """Whether two texts differ in case, marks and spaces at most."""
    return _WORDS.findall(one.casefold()) == _WORDS.findall(other.casefold())
