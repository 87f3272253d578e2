"""The words and signs of the readable formats: verdicts, names of sources, dates, figures, quotes."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from pathlib import PurePath
from types import MappingProxyType
from typing import NamedTuple

from reconcile.facts import Claim, Source
from reconcile.facts.report import Status, Verdict

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DIGITS = 18
_TITLE = 36
_SPACE = re.compile(r"\s+")
_OFFSET = re.compile(r"(?:Z|[+-]\d\d:?\d\d)$")
_BY_PLACE = re.compile(r"\bs\d+(?:-\d+)?\b")


class Word(NamedTuple):
    """How an outcome is shown: a sign that survives without colour, its name, and how it stands after a number."""

    sign: str
    name: str
    counted: str


# In the order in which an editor wants to hear of them.
VERDICTS: Mapping[Verdict, Word] = MappingProxyType(
    {
        "discrepancy": Word("≠", "discrepancy", "discrepant"),
        "undecided": Word("?", "undecided", "undecided"),
        "updated": Word("→", "updated", "updated"),
        "compatible": Word("≈", "compatible", "compatible"),
        "agree": Word("=", "agree", "agreed"),
        "single-source": Word("·", "single-source", "single-source"),
    }
)
STATUSES: Mapping[Status, Word] = MappingProxyType(
    {
        "contradicted": Word("✗", "contradicted", "contradicted"),
        "unsupported": Word("!", "unsupported", "unsupported"),
        "undecided": Word("?", "undecided", "undecided"),
        "supported": Word("✓", "supported", "supported"),
    }
)


class Quote(NamedTuple):
    """A sentence cut around its figure; white space runs are single spaces. `figure` may be followed by nothing."""

    before: str
    figure: str
    after: str


def quote(claim: Claim, room: int) -> Quote:
    """The sentence of a claim, cut at words to about `room` characters around the figure."""
    at = claim.start - claim.sentence.start
    text = claim.sentence.text
    if text[at : at + len(claim.text)] != claim.text:
        return Quote("", _squeeze(claim.text), "")
    end = at + len(claim.text)
    before = _squeeze(text[max(0, at - 2 * room) : at]).lstrip()
    after = _squeeze(text[end : end + 2 * room]).rstrip()
    spare = max(room - len(claim.text), 20)
    behind = min(len(after), max(spare // 2, spare - len(before)))
    return Quote(_tail(before, spare - behind), _squeeze(claim.text), _head(after, behind))


def with_noun(claim: Claim, label: str = "") -> str:
    """The figure as written and the noun that follows it, where the fact's label does not say it already."""
    noun = claim.noun or ""
    at = claim.end - claim.sentence.start
    rest = _squeeze(claim.sentence.text[at : at + 2 * len(noun) + 8]).lstrip()
    follows = bool(noun) and claim.kind == "count" and rest.startswith(_squeeze(noun))
    told = noun.split()[-1:] and noun.split()[-1].casefold() in label.casefold()
    return _squeeze(f"{claim.text} {noun}" if follows and not told else claim.text)


def reading(claim: Claim) -> str:
    """What was made of a figure: `at least 12 person`, `100 (90 to 110) km`, `2025-03-04`."""
    if claim.kind == "date":
        when = claim.when
        return "" if when is None else when.first if when.first == when.last else f"{when.first} to {when.last}"
    value, low, high = (_amount(bound) for bound in (claim.quantity.value, claim.quantity.low, claim.quantity.high))
    bounds = f"{low} to {high}" if low and high else f"at least {low}" if low else f"at most {high}" if high else ""
    amount = value if value and low == value == high else f"{value} ({bounds})" if value else bounds
    return f"{amount} {claim.quantity.unit}"


def distinct(texts: Iterable[str]) -> tuple[str, ...]:
    """Each text once, the first spelling of those that differ in case alone."""
    return tuple({text.casefold(): text for text in reversed(tuple(texts))}.values())[::-1]


def plural(count: int, noun: str) -> str:
    """`3 sources`, `1 source`, `1,200 claims`."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def short_names(sources: Sequence[Source]) -> dict[str, str]:
    """A short name for each source by id: publisher, file, title or id, made unique.

    Of the entries of a feed or the documents of a corpus, which share a file, each goes by its own title or id.
    """
    wanted = {
        source.id: _squeeze(source.publisher or file_name(source) or source.title or source.id) for source in sources
    }
    shared = Counter(wanted.values())
    files = Counter(file_name(source) for source in sources)
    titles = _own_titles(sources)
    names: dict[str, str] = {}
    for source in sources:
        name, file = wanted[source.id], file_name(source)
        extra = file if file and files[file] == 1 and file != name else titles.get(source.id, source.id)
        names[source.id] = name if shared[name] == 1 else f"{name} ({extra})"
    return names


def _own_titles(sources: Sequence[Source]) -> dict[str, str]:
    """The titles of sources (by id) that were given no id but their number, cut to a few words where that tells them
    apart."""
    cut = {source.id: _head(_squeeze(source.title).strip(), _TITLE) for source in sources if source.title}
    counts = Counter(cut.values())
    return {name: title for name, title in cut.items() if counts[title] == 1 and _BY_PLACE.fullmatch(name)}


def with_names(message: str, names: Mapping[str, str]) -> str:
    """A message with the names of sources in the place of ids that only tell their order ("s1")."""
    return _BY_PLACE.sub(lambda match: names.get(match[0], match[0]), message)


def file_name(source: Source) -> str:
    """The last part of a source's path or address, empty for a text in hand."""
    return PurePath(source.path or source.url or "").name


def day_time(moment: str | None, *, year: bool = True, zone: bool = False) -> str:
    """An ISO 8601 date or time as `4 Mar 2025` or `4 Mar 2025, 06:40`, `zone` with `UTC+06:00`; else as it stands."""
    try:
        read = dt.datetime.fromisoformat(moment or "")
    except ValueError:
        return moment or ""
    day = f"{read.day} {_MONTHS[read.month - 1]}" + (f" {read.year}" if year else "")
    clock = f", {read:%H:%M %Z}" if zone else f", {read:%H:%M}"
    return f"{day}{clock.rstrip()}" if len(moment or "") > len("2025-03-04") else day


def day_times(moments: Sequence[str | None]) -> tuple[str, ...]:
    """Moments that stand side by side, with their year or their zone only where these differ."""
    years = {moment[:4] for moment in moments if moment}
    zones = {offset[0] for moment in moments if moment and (offset := _OFFSET.search(moment))}
    return tuple(day_time(moment, year=len(years) > 1, zone=len(zones) > 1) for moment in moments)


def _amount(value: Decimal | None) -> str:
    if value is None:
        return ""
    return f"{value.normalize():,f}" if value.is_finite() and abs(value.adjusted()) <= _DIGITS else f"{value:E}"


def _squeeze(text: str) -> str:
    return _SPACE.sub(" ", text)


def _tail(text: str, room: int) -> str:
    if len(text) <= room:
        return text
    cut = text[len(text) - room :]
    return "… " + (cut.split(" ", 1)[1] if " " in cut.rstrip() else cut)


def _head(text: str, room: int) -> str:
    if len(text) <= room:
        return text
    cut = text[:room]
    return (cut.rsplit(" ", 1)[0] if " " in cut.lstrip() else cut) + " …"
