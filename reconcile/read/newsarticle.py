"""A file of schema.org's JSON-LD that holds articles (NewsArticle and its kin) with their text."""

import re

from reconcile.read.article import reading_of
from reconcile.read.blob import Blob, Reading
from reconcile.read.faults import unreadable
from reconcile.read.html import marked_text
from reconcile.read.jsonfile import load_json
from reconcile.read.schemaorg import articles_in, body_of, index_of, meta_of, nodes_of
from reconcile.read.storytext import story

MAX_ARTICLES = 500
"""The most articles of one file that are read."""

_CONTEXT = re.compile(rb'"@(?:context|graph)"\s*:')
_HEAD = 65536


def sniff(blob: Blob) -> bool:
    """True for a JSON object or list that names a JSON-LD context early."""
    head = blob.data[:_HEAD]
    return head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[") and bool(_CONTEXT.search(head))


def read(blob: Blob) -> Reading:
    """One source an article. Raises ReadError when none in it has a text."""
    nodes = nodes_of(load_json(blob))
    index = index_of(nodes)
    found = [(meta_of(node, index), body_of(node)) for node in articles_in(nodes)[:MAX_ARTICLES]]
    articles = [story(meta, marked_text(body, blob.where)) for meta, body in found if body]
    if not articles:
        hint = "give a file whose articles have an `articleBody`, or the web page itself"
        raise unreadable(blob.where, "JSON-LD without the text of an article", hint)
    return reading_of(blob, articles)
