"""RTF: the text by striprtf, with its tables kept apart and what is deleted or hidden left out.

Before the library reads the file, the ends of cells and rows are written as characters for private use, so that a
table can be told from prose with bars in it, and groups of tracked deletions and hidden text are cut. A link's own text
stays, its address is not part of it.
"""

import re
from collections.abc import Callable, Iterator

from reconcile.read.archive import broken
from reconcile.read.article import reading_of
from reconcile.read.blob import Blob, Reading
from reconcile.read.dateline import iso_date
from reconcile.read.decode import without_surrogates
from reconcile.read.extras import library
from reconcile.read.faults import unreadable
from reconcile.read.grid import Block, first_rows, lay_out, paragraphs, too_long
from reconcile.read.meta import Meta
from reconcile.read.office import told_article, told_title, told_writer

_MAGIC = b"{\\rtf"
_LARGEST = 16 * 1024**2
_LONGEST = 1_000_000  # characters without pictures
_DEEPEST = 500  # groups in one another
_MOST_FONTS = 1000
_HEAD = 4096
_INFO = 200_000  # characters in which the group of information stands
_PAGE = re.compile(r"\\ansicpg(\d{3,5})(?!\d)")
_TOKEN = re.compile(r"\\bin(\d{1,9}) ?|\\([a-zA-Z]{1,32})(-?\d{1,10})?|\\[^a-zA-Z]|[{}]")
_PICTURE = re.compile(r"(?<![0-9a-fA-F\s])[0-9a-fA-F\s]{512,}+")  # so many digits are nothing else
_FONTS = re.compile(r"\{[^{}]*\\fonttbl")
_FONT, _CHARSET = re.compile(r"\\f(\d{1,5})(?!\d)"), re.compile(r"\\fcharset(\d{1,3})(?!\d)")
_BRACE = re.compile(r"[{}]")
_BEYOND_ASCII = re.compile("[\x80-\xff]")
_CELL, _ROW, _START = "\ue010", "\ue011", "\ue012"
_MARKS = {"cell": _CELL, "nestcell": _CELL, "row": _ROW, "nestrow": _ROW, "trowd": _START}
_UNSEEN = ("deleted", "v")
_TOLD = re.compile(r"\{\\(title|author)\s([^{}]{1,400})\}")
_SAVED = re.compile(r"\{\\(?:revtim|creatim)\\yr(\d{4})\\mo(\d{1,2})\\dy(\d{1,2})\\hr(\d{1,2})\\min(\d{1,2})")


def sniff(blob: Blob) -> bool:
    """True when the mark of the format stands at the start."""
    return blob.data[:64].lstrip().startswith(_MAGIC)


def read(blob: Blob) -> Reading:
    """The text of an RTF file. Raises ReadError for a broken or empty one."""
    if not sniff(blob):
        raise broken(blob.where, "RTF file", ValueError("it does not start as one"))
    if len(blob.data) > _LARGEST:
        raise unreadable(blob.where, f"larger than {_LARGEST // 1024**2} MB", "save its text as .txt")
    convert = library("striprtf.striprtf", "rtf", blob.where).rtf_to_text
    written = _PICTURE.sub("", blob.data.decode("latin-1"))
    if len(written) > _LONGEST:
        raise unreadable(blob.where, f"more than {_LONGEST // 1000} kB without its pictures", "save its text as .txt")
    page = _PAGE.search(written[:_HEAD])
    seen = _plain_fonts(_seen(_BEYOND_ASCII.sub(_escaped, written), blob.where))
    # The library looks for the addresses of links with a pattern that many of them keep busy; as fields of another
    # sort they are left out all the same.
    seen = seen.replace("\\fldinst", "\\fldtype")
    try:
        text = convert(seen, encoding=f"cp{page[1]}" if page else "cp1252", errors="replace")
        meta = _meta(written, convert)
    except Exception as error:  # the library lets through whatever its own parts raise
        raise broken(blob.where, "RTF file", error) from error
    tables: list[bool] = []  # of each, whether it was read as a whole
    whole = paragraphs(list(_blocks(without_surrogates(text), tables)))
    if not whole.text:
        raise unreadable(blob.where, "no text in it", "give a file with an article in it")
    problems = () if all(tables) else (too_long(blob.where),)
    return reading_of(blob, [told_article(whole, meta, blob.where)], problems)


def _escaped(match: re.Match[str]) -> str:
    """A byte beyond ASCII as RTF writes it, to be read in the file's own code page."""
    return f"\\'{ord(match[0]):02x}"


def _plain_fonts(written: str) -> str:
    """The file with a table of fonts that says no more than the alphabet of each: the library reads others slowly."""
    start = _FONTS.search(written)
    if not start:
        return written
    depth, end = 1, len(written)
    for brace in _BRACE.finditer(written, start.end()):
        depth += 1 if brace[0] == "{" else -1
        if depth == 0:
            end = brace.end()
            break
    entries = (
        (_FONT.search(entry), _CHARSET.search(entry))
        for entry in written[start.end() : end].split(";", _MOST_FONTS)[:_MOST_FONTS]
    )
    fonts = "".join(f"{{\\f{font[1]}\\fcharset{charset[1]} x;}}" for font, charset in entries if font and charset)
    return f"{written[: start.start()]}{{\\fonttbl{fonts}}}{written[end:]}"


def _seen(written: str, where: str) -> str:
    """The file without what a reader does not see, and with marks for the ends of cells and rows."""
    kept: list[str] = []
    groups: list[bool] = []  # for each open group, whether what stands before it is left out
    out = False
    at = 0
    for token in _TOKEN.finditer(written):
        if token.start() < at:
            continue  # in the binary data of a picture
        if not out:
            kept.append(written[at : token.start()])
        at = token.end() + int(token[1] or 0)
        out = _is_out(token, groups, out=out)
        if not out and token[1] is None:
            kept.append(_MARKS.get(token[2] or "", token[0]))
        if len(groups) > _DEEPEST:
            raise unreadable(where, f"groups nested deeper than {_DEEPEST}", "save its text as .txt")
    return "".join(kept) + ("" if out else written[at:])


def _is_out(token: re.Match[str], groups: list[bool], *, out: bool) -> bool:
    """Whether what follows a token is left out; brings the open groups up to date."""
    if token[0] == "{":
        groups.append(out)
    elif token[0] == "}":
        return groups.pop() if groups else False
    elif token[2] in _UNSEEN:
        return token[3] != "0" or (bool(groups) and groups[-1])
    return out


def _blocks(text: str, tables: list[bool]) -> Iterator[Block]:
    """The paragraphs and tables of the text with its marks."""
    rows: list[list[str]] = []
    *chunks, rest = text.split(_ROW)
    for chunk in chunks:
        prose, _, row = chunk.partition(_START)
        if prose.strip():
            yield from _table(rows, tables)
            yield from _paragraphs(prose)
            rows = []
        rows.append([cell.strip() for cell in row.replace(_START, "").split(_CELL)[:-1]])
    yield from _table(rows, tables)
    yield from _paragraphs(rest)


def _table(rows: list[list[str]], tables: list[bool]) -> Iterator[Block]:
    if rows:
        kept, whole = first_rows(rows)
        tables.append(whole)
        block = lay_out(kept)
        yield from [block] if block.text else []


def _paragraphs(prose: str) -> Iterator[Block]:
    for line in prose.translate(dict.fromkeys(map(ord, (_CELL, _ROW, _START)))).split("\n"):
        if line.strip():
            yield Block(line.strip())


def _meta(written: str, convert: Callable[..., str]) -> Meta:
    """What the group of information says; its dates are in the local time of an unknown place."""
    told = {key: convert(f"{{\\rtf1 {value}}}", errors="replace") for key, value in _TOLD.findall(written[:_INFO])}
    saved = _SAVED.search(written[:_INFO])
    modified = "{}-{:0>2}-{:0>2}T{:0>2}:{:0>2}".format(*saved.groups()) if saved else None
    return Meta(
        title=told_title(told.get("title")),
        byline=told_writer(told.get("author")),
        modified=iso_date(modified) if modified else None,
    )
