"""Plain text: one file, one article."""

from reconcile.read.article import open_article
from reconcile.read.blob import Blob, Reading
from reconcile.read.decode import decode
from reconcile.read.faults import unreadable


def read(blob: Blob) -> Reading:
    """The article of a text file. Raises ReadError when it is no text or has no words."""
    text = decode(blob)
    article = open_article(text, blob.where)
    if not text[article.body :].strip():
        raise unreadable(blob.where, "no text in it", "give a file with an article in it")
    return Reading((article.source(blob.where, blob.sha256),), article.problems)
