"""Dates before an article's first words: the archive form "date 2022-02-04 MOSCOW: ..." and wire datelines."""

import datetime as dt
import re
import warnings
from typing import Any

_ARCHIVE = re.compile(r"[ \t]*date (\d{4}-\d{2}-\d{2})[ \t]+")

_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTHS = {name: number for number, name in enumerate(_NAMES, 1)}
_MONTH = (
    "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DATE = re.compile(
    rf"(?:(?P<month>{_MONTH}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})"
    rf"|(?P<day_>\d{{1,2}})(?:st|nd|rd|th)? (?P<month_>{_MONTH}),? (?P<year_>\d{{4}})"
    # In figures only the two orders that mean one thing everywhere: 2026-03-11 and 11.03.2026, not 03/11/2026.
    r"|(?<!\d)(?P<year__>(?:19|20)\d\d)-(?P<month__>\d\d)-(?P<day__>\d\d)"
    r"|(?<![\d.])(?P<day___>\d{1,2})\.\s?(?P<month___>\d{1,2})\.\s?(?P<year___>(?:19|20)\d\d))(?![^\WT]|[.-]\d)",
    re.IGNORECASE,
)
_FORMS = ("", "_", "__", "___")
_CLOCK = re.compile(
    r"[\s.]*+(?:,?\s?(?:at\s|[T|-]\s?)?\d{1,2}[:.]\d\d(?::\d\d)?\s?(?:[ap]\.?m\.?)?\s?"
    r"(?:[A-Z]{1,5}|[+-]\d\d:?\d\d)?[\s.]*+)?",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\d{4}(?!\d)")
_PLACE = re.compile(r"\s*[A-ZÀ-ÖØ-Þ][\w'\u2019.-]*(?:,? (?:[A-ZÀ-ÖØ-Þ(][\w'\u2019.)-]*|[a-z]{2,3})){0,5}")
_END = re.compile(r",?(?: ?\([^()\n]{1,40}\))? ?(?:--|[-\u2013\u2014:])(?!\w)")
_CREDIT = re.compile(r"\(([^\W\d_][\w&./'\u2019 -]{1,30})\) ?(?:--|[-\u2013\u2014:_])(?!\w)")
_LEAD = re.compile(
    r"(?:[^\W\d][^\d]{0,50}[:,|\u2013\u2014-]\s?|(?:[A-ZÀ-ÖØ-Þ][^\s\d]{0,20}\s){1,4}"
    r"|(?:[Pp]ublished|[Ii]ssued|[Rr]eleased|[Dd]ated|[Uu]pdated|[Pp]osted|[Dd]ate)(?: on)?:?\s)?"
)
_SHORT = 80  # a line that gives a date and little else
_OPENING, _FIRST_LINES = 2000, 6  # characters and lines in which a text gives its date
_REACH = 160  # no dateline is longer than this


def archive_date(text: str) -> tuple[str, int] | None:
    """The date as written in the archive form and the offset where the article starts; None without that form."""
    match = _ARCHIVE.match(text)
    return (match[1], match.end()) if match else None


def dateline_date(text: str, body: int) -> str | None:
    """The ISO date of a wire dateline ("MOSCOW, Feb 3, 2022 (Agency) - ...") at offset `body`.

    None unless place, day, month, year and the closing dash or colon all are there.
    """
    opening = text[body : body + _REACH]
    date = _full_date(opening)
    if not date or not _END.match(opening, date.end()):
        return None
    before = opening[: date.start()].rstrip()
    place = before.rstrip(" ,-\u2013\u2014")
    # "On Feb 3, 2022 - a day of ..." opens with a capital as well, but neither in capitals nor with a comma.
    set_apart = place.partition(" ")[0].strip().isupper() or before.endswith(",")
    return _iso(date) if set_apart and _PLACE.fullmatch(place) else None


def dateline_credit(text: str, body: int) -> str | None:
    """The agency that a dateline credits ("NORRO (Northwire) - "), within the first paragraphs of the article."""
    found = _CREDIT.search(text, body, body + 2 * _REACH)
    return found[1].strip() if found else None


def opening_date(text: str, body: int = 0) -> str | None:
    """The ISO date that one of the first lines of the article at offset `body` gives: below a headline, a slug or what
    a release says of itself."""
    lines = [line for line in text[body : body + _OPENING].split("\n") if line.strip()][:_FIRST_LINES]
    return next(filter(None, map(line_date, lines)), None)


def line_date(line: str) -> str | None:
    """The ISO date of a line that opens with a dateline, or that gives a full date and little else, as releases do.

    "Norro, 11 March 2026", "FOR IMMEDIATE RELEASE: March 11, 2026", "Wednesday 11 March 2026", "11.03.2026, 18:40".
    """
    date = _full_date(line) if len(line) <= _SHORT else None
    if date and _LEAD.fullmatch(line, 0, date.start()) and _CLOCK.fullmatch(line, date.end()):
        return _iso(date)
    return dateline_date(line, 0)


def iso_date(written: str) -> str | None:
    """An ISO 8601 date or time as it is, another full date ("Fri, 4 Feb 2022 10:30 GMT") in ISO, None for the rest.

    Day, month and year must be there, the month by name: what depends on the clock or on the order of figures is none.
    The basic form of agencies ("20220204T103000Z") is given in the extended one.
    """
    try:
        moment = dt.datetime.fromisoformat(written)
    except ValueError:
        return _mailed(written) or _parsed(written) if any(map(str.isalpha, written)) else None
    if "-" in written[:5]:
        return written
    return moment.isoformat() if "T" in written else moment.date().isoformat()


def _mailed(written: str) -> str | None:
    """The moment of a date as mail and RSS have it ("Wed, 11 Mar 2026 18:40:00 EST"), where its zone is known."""
    from email.utils import parsedate_to_datetime

    try:
        moment = parsedate_to_datetime(written)
    except (ValueError, IndexError, OverflowError):
        return None
    return moment.isoformat() if moment.tzinfo else None


def _parsed(written: str) -> str | None:
    import dateparser

    settings: dict[str, Any] = {
        "STRICT_PARSING": True,
        "REQUIRE_PARTS": ["day", "month", "year"],
        "PARSERS": ["absolute-time"],
    }
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the library warns of its own patterns
        moment = dateparser.parse(written, languages=["en"], settings=settings)
    if moment is None:
        return None
    found: dt.datetime = moment
    return found.isoformat() if ":" in written else found.date().isoformat()


def _full_date(text: str) -> re.Match[str] | None:
    """The first full date of a text; most have no year, which is soon seen."""
    return _DATE.search(text) if _YEAR.search(text) else None


def _iso(date: re.Match[str]) -> str | None:
    form = next(form for form in _FORMS if date[f"year{form}"])
    day, month, year = (date[f"{name}{form}"] for name in ("day", "month", "year"))
    try:
        return dt.date(int(year), _MONTHS.get(month[:3].lower()) or int(month), int(day)).isoformat()
    except ValueError:
        return None
