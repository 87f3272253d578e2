"""The head of a wire story: what agencies send above its first words for editors, and the credit in its dateline.

Slug line, priority, headline, keywords, notes to editors and byline stand in lines of their own:

    BC-NORLAND-FERRY/ (UPDATE 3)
    UPDATE 3-Twelve dead as ferry sinks off Norland
    (Adds quotes)
    EDITORS: pix available

    NORRO, Norland, March 11 (Northwire) - A ferry ...

Their figures are no claims, so the article starts below them. A text is taken for a wire story only where its first
line is such a one; everything else is left as it is.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reconcile.read.meta import Meta, distinct, first, short

_MOST_LINES = 20
_LONGEST = 300
_HEADLINE = 160

_SLUG = re.compile(r"\^?([A-Z][A-Z0-9]{1,30}(?:[-/][A-Z0-9]{1,30}){1,5}/?)(?: ?\([^()]{1,60}\))?")
_BC = re.compile(r"\^?(BC-[\w&./-]{2,60})")
_PRIORITY = re.compile(
    r"(?:URGENT|BULLETIN|FLASH|ALERT|NEWSALERT|SNAP|BREAKING(?: NEWS)?|ADVISORY"
    r"|(?:PRESS|NEWS|MEDIA) (?:RELEASE|STATEMENT|ADVISORY)|(?:Press|News|Media) [Rr]elease)[:!.]?"
)
_SERIES = re.compile(
    r"\^?(?P<what>UPDATE|WRAPUP|RPT|REFILE|CORRECTED|CORRECTION|EXCLUSIVE|FACTBOX|TIMELINE|ANALYSIS|GRAPHIC)"
    r"(?: (?P<number>\d{1,3}))?-(?=\S)"
)
_KEYED = re.compile(
    r"\^?(?:keywords?|slug(?:line)?|editors?|eds?|attn|attention editors|notes? to editors?|ed note|precede"
    r"|embargo(?:ed)?|story number)\s{0,3}:",
    re.IGNORECASE,
)
_FURTHER_LINE = re.compile(
    r"(?:photos?|pix|tv|video|category|topics?|service|priority|word count|words|desk|sections?|coding)\s{0,3}:.*",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"\((?:adds?|updates?|recasts?|corrects?|corrected|repeats?|refiles?|removes?|clarifies|changes?|fixes|deletes?"
    r"|writes? through|new throughout|with|rewrites?|trims?|inserts?|eds?|attention)\b.*\)",
    re.IGNORECASE,
)
_EMBARGO = re.compile(
    r"\W{0,3}(?:(?:STRICTLY )?(?:UNDER )?(?:AN? )?(?:STRICT )?EMBARGO(?:ED)?\b.*"
    r"|NOT FOR (?:PUBLICATION|RELEASE|BROADCAST|USE)\b.*"
    r"|HOLD FOR RELEASE\b.*|FOR (?:IMMEDIATE )?(?:RELEASE|USE)\b[^a-z]*|(?:Strictly e|E)mbargoed (?:un)?til.{0,80}"
    r"|For immediate release\W{0,3}|Not for (?:publication|release|broadcast) (?:before|until).{0,80})"
)
_BYLINE = re.compile(r"\^?By ([^\W\d_].{2,100}[^.\s])")
_TAKE = re.compile(r"(\d{1,3})(?:st|nd|rd|th)[ -](?:Ld|Lead|Add|Writethr|WRITETHR|LEAD|LD)", re.IGNORECASE)
_UPDATE = re.compile(r"\bUPDATE (\d{1,3})\b")
_DATELINED = re.compile(r"[^\W\d_a-z][^.!?\n]{2,120}?(?:\([^()\n]{2,40}\) ?)?(?:--|[-\u2013\u2014_]) ")


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    start: int
    end: int


def wire_head(text: str) -> tuple[int, Meta]:
    """The offset where the article of a wire story starts, and what its head says; (0, Meta()) for any other text."""
    lines = list(_lines(text))
    filled = [line for line in lines if line.text]
    if not filled or not _opens(filled[0].text):
        return 0, Meta()
    last = _last_header(filled)
    head, rest = filled[: last + 1], filled[last + 1 :]
    body = rest[0].start if rest else len(text)
    title = first((*(_headline(line.text) for line in head), _headline(rest[0].text) if len(rest) > 1 else None))
    return body, _meta(head, title)


def _lines(text: str) -> Iterator[_Line]:
    at = 0
    for _ in range(_MOST_LINES):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        line = text[at : min(end, at + _LONGEST)]
        yield _Line(line.strip(), at + len(line) - len(line.lstrip()), end)
        at = end + 1
        if at >= len(text):
            return


def _opens(line: str) -> bool:
    """Whether only a wire story begins with such a line."""
    whole = (_PRIORITY, _SLUG, _EMBARGO)
    return any(mark.match(line) for mark in (_BC, _SERIES, _KEYED)) or any(mark.fullmatch(line) for mark in whole)


def _is_header(line: str) -> bool:
    return _opens(line) or line.startswith("^") or any(mark.fullmatch(line) for mark in (_NOTE, _BYLINE, _FURTHER_LINE))


def _last_header(lines: Sequence[_Line]) -> int:
    """The last header line: of the lines between headers one or two may be a headline and the agency's name."""
    last = 0
    for n, line in enumerate(lines):
        if _is_header(line.text):
            last = n
        elif n - last > 2 or _DATELINED.match(line.text) or len(line.text) > _HEADLINE:
            break
    return last


def _headline(line: str) -> str | None:
    """The headline in a line of the head, without the marks of its series."""
    series = _SERIES.match(line)
    if series:
        return short(line[series.end() :])
    bare = line.lstrip("^").strip()
    if line.startswith("^"):
        plain = not (_BC.match(line) or _KEYED.match(line) or _BYLINE.fullmatch(line)) and " " in bare
        return short(bare) if plain else None
    if _is_header(line) or len(bare) > _HEADLINE or bare.endswith(".") or _DATELINED.match(bare):
        return None
    return short(bare) if " " in bare else None


def _meta(head: Sequence[_Line], title: str | None) -> Meta:
    told = [line.text for line in head]
    numbers = [found[1] for line in told for found in (_UPDATE.search(line), _TAKE.search(line)) if found]
    series = [found["number"] for line in told if (found := _SERIES.match(line)) and found["number"]]
    bylines = [found[1] for line in told if (found := _BYLINE.fullmatch(line))]
    notes = [
        line.strip("^()") for line in told if _NOTE.fullmatch(line) or _EMBARGO.fullmatch(line) or _is_for_editors(line)
    ]
    slugs = [found[1] for line in told if (found := _BC.match(line) or _SLUG.fullmatch(line))]
    return Meta(
        title=title,
        byline=first(map(short, bylines)),
        version=first((*series, *numbers)),
        guid=first(slugs),
        notes=distinct(map(short, notes)),
    )


def _is_for_editors(line: str) -> bool:
    return bool(_KEYED.match(line)) and line.lstrip("^").lower().startswith(("ed", "attn", "attention", "note"))
