"""Readers of years: "in 2008", "2012 to 2018", "2024-25", "FY2024", "the 1990s", "the 19th century"."""

from reconcile.extract.dates.calendar import century_of, years_of
from reconcile.extract.dates.days import read_iso, read_numeric
from reconcile.extract.dates.scene import DateMatch, Scene

_EARLY, _MODERN, _LAST = 1500, 1900, 2100
_OPEN = frozenset("(,:\u201c\"'\u2018[-\u2013\u2014/") | {"--"}


def read_year(scene: Scene, i: int) -> DateMatch | None:
    """Whatever the four-figure number at token `i` is the year of."""
    return (
        read_iso(scene, i)
        or read_numeric(scene, i)
        or _decade(scene, i)
        or _split_year(scene, i)
        or _year_range(scene, i)
        or _single_year(scene, i)
    )


def _decade(scene: Scene, i: int) -> DateMatch | None:
    year = int(scene.lower[i])
    tail = i + 2 if scene.word(i + 1) in ("'", "\u2019") else i + 1
    plural = scene.word(tail) == "s" or scene.word(i + 1) in ("'s", "\u2019s")
    if year % 10 or not plural or not scene.glued(i + 1) or (scene.word(i + 1) != "s" and scene.word(i - 1) != "the"):
        return None
    length = 100 if year % 100 == 0 and year < 2000 else 10
    first = i - 1 if scene.word(i - 1) == "the" else i
    return scene.match((first, tail if scene.word(tail) == "s" else i + 1), years_of(year, length), "decade")


def _split_year(scene: Scene, i: int) -> DateMatch | None:
    """ "2024-25" and "2017-21": a second year of two figures."""
    year = int(scene.lower[i])
    if year < _MODERN or not scene.has("range.joins", i + 1) or not (scene.glued(i + 1) and scene.glued(i + 2)):
        return None
    short = scene.integer(i + 2, 0, 99)
    if (
        short is None
        or len(scene.lower[i + 2]) != 2
        or short <= year % 100
        or _bad_edge(scene, i)
        or (scene.glued(i + 3) and scene.word(i + 3) in ("-", "/"))
    ):
        return None
    reading = "split_year" if short == year % 100 + 1 else "range"
    if reading == "range" and scene.word(i + 1) == "/":
        return None
    return scene.match((i, i + 2), years_of(year, short - year % 100 + 1), reading)


def _year_range(scene: Scene, i: int) -> DateMatch | None:
    """ "2012 to 2018", "2017-2021", "between 2012 and 2018"."""
    end = scene.integer(i + 2, _MODERN, _LAST)
    year = int(scene.lower[i])
    glued = scene.glued(i + 1) and scene.glued(i + 2)
    paired = scene.has("range.paired", i + 1) and scene.has("range.openers", i - 1)
    if end is None or not year < end or not (paired or scene.has("range.joins", i + 1)) or _bad_edge(scene, i):
        return None
    sure = year >= _MODERN and (glued or scene.word(i + 1) == "through")
    if not sure and (not _is_year(scene, i) or scene.has("year.counted", i + 3)):
        return None
    return scene.match((i, i + 2), years_of(year, end - year + 1), "range")


def _single_year(scene: Scene, i: int) -> DateMatch | None:
    if not _is_year(scene, i):
        return None
    return scene.match((i, i), years_of(int(scene.lower[i])), "year")


def _bad_edge(scene: Scene, i: int) -> bool:
    """Is the figure glued to something that makes it no year: "$2000", "A-2000", "No.2000"?"""
    if not scene.glued(i):
        return False
    dashed = scene.word(i - 1) in "-\u2013/" and scene.glued(i - 1)
    return scene.word(i - 1) not in _OPEN or (dashed and not scene.has("year.after", i - 2))


def _is_year(scene: Scene, i: int) -> bool:
    """Do the words around make the four figures at token `i` a year and not a count or a time of day?"""
    year, after = int(scene.lower[i]), i + 1
    glued_word = scene.glued(after) and scene.tokens.kind[after] == "w" and scene.word(after) not in ("'s", "\u2019s")
    numbered = scene.has("year.numbered", i - 2 if scene.word(i - 1) == "." else i - 1)
    if numbered or _bad_edge(scene, i) or glued_word or scene.word(after) == "%" or scene.has("year.hours", after):
        return False
    if scene.has("year.counted", after) or _to_a_count(scene, after) or _divided(scene, after):
        return False
    content = _content_follows(scene, after)
    if scene.has("year.after", i - 1) or (scene.word(i - 1) == "-" and scene.has("year.after", i - 2)):
        return not (content and (year < _MODERN or _plural_count(scene, after)))
    if year < _MODERN:
        return year >= _EARLY and scene.word(i - 1) == "of" and not content and scene.grouped()
    return _is_modern_year(scene, i, content=content)


def _to_a_count(scene: Scene, i: int) -> bool:
    """ "from 2000 to 2500": does the range that token `i` joins end in a figure that is no year?"""
    other = i + 1
    number = 0 < other < scene.count and scene.tokens.kind[other] == "n" and len(scene.lower[other]) > 3
    return scene.has("range.joins", i) and number and scene.integer(other, 1000, _LAST) is None


def _divided(scene: Scene, i: int) -> bool:
    """ "2000 over 3", with nothing before it: does token `i` make the figure the top of a fraction?"""
    return i == 1 and scene.word(i) == "over" and i + 1 < scene.count and scene.tokens.kind[i + 1] == "n"


def _content_follows(scene: Scene, i: int) -> bool:
    """Does a word follow that could be a counted noun or its adjective?"""
    return scene.plain_word(i) and not scene.has("year.small_words", i) and not scene.has("year.nouns", i)


def _plural_count(scene: Scene, i: int) -> bool:
    """Could token `i` be what a figure counts? Not in a text that groups its thousands: there 2008 is no count."""
    return scene.word(i).endswith("s") and not scene.grouped()


def _is_modern_year(scene: Scene, i: int, *, content: bool) -> bool:
    before = scene.word(i - 1)
    if scene.has("year.determiners", i - 1) or before in ("\u2019s", "'", "\u2019"):
        return not (content and _plural_count(scene, i + 1))
    if content:
        led = scene.has("year.after_modern", i - 1) or (scene.capital(i - 1) and not _plural_count(scene, i + 1))
        return led and scene.grouped()
    if scene.last_year == i - 2 and (scene.has("year.after_modern", i - 1) or before in _OPEN):
        return True
    if scene.has("year.nouns", i + 1) or scene.has("year.after_modern", i - 1):
        return True
    return before in ("", "(", ",", ".", "\u2014", "\u2013", "-", ":", "[") or scene.capital(i - 1)


def read_fiscal(scene: Scene, i: int) -> DateMatch | None:
    """ "FY2024", "fiscal 2025", "the 2025/26 financial year" (whose figures were read as a split year before)."""
    glued = scene.has("fiscal.prefixes", i)
    at = i + 2 if scene.has("fiscal.middles", i + 1) else i + 1
    year = scene.integer(at, _MODERN, _LAST)
    if year is None and glued and (short := scene.integer(at, 0, 99)) is not None and scene.glued(at):
        year = 2000 + short
    if year is None:
        return None
    end = scene.integer(at + 2, 0, 99) if scene.has("range.joins", at + 1) and scene.glued(at + 2) else None
    if end is not None and end == (year + 1) % 100:
        return scene.match((i, at + 2), years_of(year, 2), "fiscal", "ends in the second year")
    return scene.match((i, at), years_of(year - 1, 2), "fiscal", f"ends in {year}")


def read_century(scene: Scene, i: int) -> DateMatch | None:
    """ "the 19th century", "the twelfth century": token `i` is the word "century"."""
    at = i - 1 - (scene.word(i - 1) == "-")
    ordinal = scene.number("day.ordinals", at)
    if ordinal is None and scene.has("ordinal.suffixes", at):
        at -= 1
        ordinal = scene.integer(at, 1, 30)
    if ordinal is None:
        return None
    first = at - 1 if scene.word(at - 1) == "the" else at
    return scene.match((first, i), century_of(ordinal), "century")
