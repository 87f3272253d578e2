"""Web pages: the text of the article by trafilatura, with its tables; what is known of it from the page's own head."""

import re
from dataclasses import replace
from itertools import islice

from reconcile.read.article import Article, reading_of
from reconcile.read.blob import Blob, Reading
from reconcile.read.decode import decode
from reconcile.read.elements import Element
from reconcile.read.extras import library
from reconcile.read.faults import unreadable
from reconcile.read.grid import Block
from reconcile.read.markup import laid_out
from reconcile.read.pagebody import main_text
from reconcile.read.pagehead import described_articles, head_of
from reconcile.read.schemaorg import body_of
from reconcile.read.storytext import same_words, story

MAX_CHARACTERS = 5 * 1024 * 1024
"""The longest page that is read, images that stand in it as data not counted."""

MAX_ELEMENTS = 20_000
"""The most elements that a page may have: the longest live blogs have half of that."""

_START = re.compile(rb"<(?:!doctype\s+html|html|head|body)[\s>]", re.IGNORECASE)
_TAG = re.compile(
    r"""<[a-zA-Z][^\s>/]*+(?:[\s/]++(?:[^\s>=/]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+)?+)?+)?+)*+"""
)
_ATTRIBUTE = re.compile(r"""[\s/]++[^\s>=/]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+)?+)?+""")
_MOST_ATTRIBUTES = 400  # of one element: the parser's time grows with their square
_LONGEST_CLASS = 10_000  # characters
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_DATA = re.compile(r"data:[\w.+-]{1,40}/[\w.+-]{1,80};base64,[A-Za-z0-9+/=]+")
_DECLARED = re.compile(rb"""<meta\s[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{2,40})""", re.IGNORECASE)
_MARKED = re.compile(r"<(?:p|br|div|h[1-6]|ul|ol|li|em|strong|b|i|a|span)\b[^<>]{0,300}>|&(?:amp|nbsp|#\d+|quot);")
_MENU, _SHORT = 12, 60  # blocks, characters
_PROLOG = 4096
_SAVE_AS_TEXT = "open it in a browser, and save what it shows as .txt"
_SKETCH = 2  # a text with less than this part of what the description carries is only the start of an article


def sniff(blob: Blob) -> bool:
    """True when the first element is that of a web page."""
    return bool(_START.match(blob.data, _opening(blob.data)))


def read(blob: Blob) -> Reading:
    """The article of a page. Raises ReadError when there is no text in it."""
    return reading_of(blob, [article_of(_decoded(blob), blob.where, blob.url)])


def article_of(page: str, where: str, url: str | None = None) -> Article:
    """The article in the HTML of a page. Raises ReadError when there is no text in it, or too much."""
    page = _DATA.sub("data:,", page)
    if len(page) > MAX_CHARACTERS:
        raise unreadable(where, f"a page of more than {MAX_CHARACTERS // 1024**2} MB", _SAVE_AS_TEXT)
    tree = parse(page, where)
    described, index = described_articles(tree)
    article = max(described, key=lambda one: len(body_of(one)), default=None)
    meta = head_of(tree, article, index, url)
    body = main_text(tree, where)
    stated = marked_text(body_of(article), where) if article else Block("")
    sketchy = len(body.text) * _SKETCH < len(stated.text) or same_words(body.text, stated.text)
    found = story(meta, stated if sketchy else _from_title(body, meta.title))
    if not found.text:
        raise unreadable(where, "a web page without text", _SAVE_AS_TEXT)
    return found


def fragment(markup: str, where: str) -> Block:
    """The text of a piece of HTML that is all content, such as a feed's entry: nothing is left out as furniture."""
    return laid_out(parse(f"<div>{_DATA.sub('data:,', markup)}</div>", where))


def parse(page: str, where: str) -> Element:
    """The tree of a page; the parser mends what is broken, and refuses only what has no element at all."""
    lxml = library("lxml.html", "html", where)
    if any(_attributes(tag[0]) > _MOST_ATTRIBUTES for tag in _TAG.finditer(page) if len(tag[0]) > _MOST_ATTRIBUTES):
        raise unreadable(
            where, f"a web page with more than {_MOST_ATTRIBUTES} attributes on one element", _SAVE_AS_TEXT
        )
    parser = lxml.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = lxml.document_fromstring(page.encode("utf-8", "replace"), parser=parser)
    except (library("lxml.etree", "html", where).LxmlError, ValueError):
        raise unreadable(where, "a web page without text", _SAVE_AS_TEXT) from None
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise unreadable(where, "a web page whose elements are nested too deep", _SAVE_AS_TEXT)
    if sum(1 for _ in islice(tree.iter(), MAX_ELEMENTS + 1)) > MAX_ELEMENTS:
        raise unreadable(where, f"a web page with more than {MAX_ELEMENTS:,} elements", _SAVE_AS_TEXT)
    for element in tree.iter():
        # Such as &#1; leaves them: the tree holds them, yet takes none back.
        if len(element.get("class") or "") > _LONGEST_CLASS:  # each rule of the extraction would go through it
            del element.attrib["class"]
        element.text, element.tail = _CONTROLS.sub("", element.text or ""), _CONTROLS.sub("", element.tail or "")
    return tree


def _attributes(tag: str) -> int:
    return sum(1 for _ in _ATTRIBUTE.finditer(tag))


def _opening(data: bytes) -> int:
    """Where the first element starts: after a byte order mark, white space, an XML declaration and comments."""
    at = 3 if data.startswith(b"\xef\xbb\xbf") else 0
    while True:
        while data[at : at + 1].isspace():
            at += 1
        closing = b"-->" if data.startswith(b"<!--", at) else b"?>" if data.startswith(b"<?", at) else b""
        end = data.find(closing, at) if closing else -1
        if end < 0:
            return at
        at = end + len(closing)


def _decoded(blob: Blob) -> str:
    found = _DECLARED.search(blob.data[:_PROLOG])
    return decode(blob, blob.charset or (found[1].decode("ascii") if found else None))


def _from_title(body: Block, title: str | None) -> Block:
    """The text from the headline on, where what stands above it are but a few short lines: the sections of the site."""
    above = body.text.split("\n\n", _MENU)[:_MENU]
    at = next((n for n, block in enumerate(above) if title and same_words(block, title)), 0)
    if any(len(block) >= _SHORT for block in above[:at]):
        return body
    start = sum(len(block) + 2 for block in above[:at])
    cells = (replace(cell, start=cell.start - start, end=cell.end - start) for cell in body.cells)
    return Block(body.text[start:], tuple(cell for cell in cells if cell.start >= 0))


def marked_text(stated: str, where: str) -> Block:
    """The text of a value that some write as HTML and others plain."""
    return fragment(stated, where) if _MARKED.search(stated) else Block(stated)
