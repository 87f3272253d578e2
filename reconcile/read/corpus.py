"""A `.jsonl` corpus: one JSON object a line, one document each.

`id` and `text`, optionally what front matter may say (KEYS), `story`, and `credit` and `notes` (texts, or lists of
them). The text is read like that of a file (it may start with front matter or a date); what the other fields say is
stronger.
"""

import json
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from typing import Any

from reconcile.facts import Problem, Source
from reconcile.read.article import DATES, KEYS, described, open_article
from reconcile.read.blob import Blob, Reading
from reconcile.read.decode import by_mark, refuse_binary, without_surrogates
from reconcile.read.faults import unreadable

MAX_LINES = 1_000_000
"""The most lines that are read, empty ones counted."""

_HINT = 'each line must be one JSON object such as {"id": "a1", "text": "..."}'


class _Fault(Exception):
    """A line or field that cannot be used."""


def sniff(blob: Blob) -> bool:
    """True when the first line is a JSON object with a `text`."""
    if not blob.data[:64].lstrip().startswith(b"{"):
        return False
    first = next((line for line in _lines(blob) if line.strip()), b"")
    try:
        return "text" in _object(first)
    except _Fault:
        return False


def read(blob: Blob) -> Reading:
    """All documents of a corpus, and a Problem with its line number for each line that is none.

    Raises ReadError when not one line can be used and the file is no text at all.
    """
    if by_mark(blob.data) is None:
        refuse_binary(blob)
    if blob.data.count(b"\n") > MAX_LINES:
        raise unreadable(blob.where, f"more than {MAX_LINES:,} lines", "split it into several files")
    sources: list[Source] = []
    problems: list[Problem] = []
    for number, line in enumerate(_lines(blob), 1):
        if not line.strip():
            continue
        try:
            source, faults = _document(_object(line), blob.where, number)
        except _Fault as fault:
            problems.append(Problem(blob.where, number, str(fault), _HINT))
        else:
            sources.append(source)
            problems += faults
    if not sources and not problems:
        raise unreadable(blob.where, "no document in it", _HINT)
    return Reading(tuple(sources), tuple(problems))


def _lines(blob: Blob) -> Iterator[bytes]:
    """The lines, each decoded on its own later, so that a broken one leaves the others alone."""
    marked = by_mark(blob.data)
    data = blob.data if marked is None else marked.encode("utf-8", "replace")
    start = 0
    while start < len(data):
        end = data.find(b"\n", start)
        end = len(data) if end < 0 else end
        yield data[start:end]
        start = end + 1


def _object(line: bytes) -> dict[str, Any]:
    try:
        value = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError:
        raise _Fault("not UTF-8") from None
    except json.JSONDecodeError as error:
        raise _Fault(f"not JSON: {error.msg} at column {error.colno}") from None
    except (ValueError, RecursionError):
        raise _Fault("not JSON that can be read: a number too long or nested too deep") from None
    if not isinstance(value, dict):
        raise _Fault("not a JSON object")
    return value


def _document(line: dict[str, Any], where: str, number: int) -> tuple[Source, tuple[Problem, ...]]:
    text = without_surrogates(line["text"]) if isinstance(line.get("text"), str) else ""
    article = open_article(text, where)
    if not text[article.body :].strip():
        raise _Fault("no `text` in it")
    article = replace(article, problems=tuple(replace(problem, line=number) for problem in article.problems))
    told = {key: value for key in KEYS if (value := _word(line, key))}
    article = described(article, told, where, dict.fromkeys(DATES, number))
    source = article.source(where, sha256(text.encode()).hexdigest(), _word(line, "id") or "")
    source = replace(source, credit=_words(line, "credit"), notes=_words(line, "notes"), story=_word(line, "story"))
    return source, article.problems


def _words(line: dict[str, Any], key: str) -> tuple[str, ...]:
    """A field that may be one text or a list of them."""
    value = line.get(key)
    items = value if isinstance(value, list) else [value]
    return tuple(filter(None, (_word({key: item}, key) for item in items)))


def _word(line: dict[str, Any], key: str) -> str | None:
    """A field as text; numbers count as their digits, and null and "" as nothing."""
    value = line.get(key)
    if value is None or value == "":
        return None
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise _Fault(f"`{key}` is not a text")
    return without_surrogates(str(value)).strip() or None
