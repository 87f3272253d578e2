"""Tells numbers in digits that are names, codes, labels, addresses, years and times from those that claim something."""

from reconcile.extract.figures.digits import DASHES, HYPHENS, flattened_power, read_power, slash_fraction
from reconcile.extract.figures.names import counts, has_scale, is_named, is_place
from reconcile.extract.figures.numeral import word_at
from reconcile.extract.figures.phones import is_short_code
from reconcile.extract.lexicon import Lexicon
from reconcile.extract.tokens import MARK, NUMBER, WORD, Tokens

_JOINTS = frozenset("-\u2010\u2011./")
_ORDINALS = frozenset({"st", "nd", "rd", "th"})
_GLUED_WORDS = frozenset({"x", "fold", "yo", "s", "e"})
_LAST_CLOCK_HOUR, _LAST_MINUTE = 24, 59
_LISTING = frozenset({"and", "or", ",", "to", "-", "\u2013", "&"})
_OPENING_QUOTES, _CLOSING_QUOTES = frozenset("\"\u201c\u2018'"), frozenset("\"\u201d\u2019'")
_LONGEST_TITLE, _SMALL_WORD = 7, 3  # words of a title; letters of those in it that stay small
_DECADE = 2  # digits of a decade
_PADDED = 2  # digits of a figure below ten that is padded
_LONGEST_STREET = 5  # words of an address behind its number


def code_end(tokens: Tokens, i: int, floor: int, lexicon: Lexicon, *, after_figure: bool) -> int | None:
    """The last token of the name, code or label that the number at token `i` is; None when it may be a claim.

    `after_figure` tells that a figure stands shortly before it, so that a name before it may be that of what it counts.
    """
    if read_power(tokens, i):
        return None
    if tokens.surface[i] in lexicon.vulgar:
        return None
    if _is_list_number(tokens, i):
        return i
    flattened = flattened_power(tokens, i)
    if flattened:
        return _glued_end(tokens, flattened)
    named = _title_end(tokens, i, lexicon) or _glued_letter_end(tokens, i, lexicon)
    if named:
        return named
    if _is_code(tokens, i, lexicon) or _is_label(tokens, i, floor, lexicon) or is_short_code(tokens, i, lexicon):
        return _glued_end(tokens, i)
    if (
        is_named(tokens, i, floor, lexicon, after_figure=after_figure)
        or _is_year(tokens, i, lexicon)
        or _is_clock(tokens, i, lexicon)
    ):
        return _glued_end(tokens, i)
    return i if _is_address(tokens, i, lexicon) else None


def _glued_end(tokens: Tokens, i: int) -> int:
    """The last token glued to a code: the whole of CA-CLD-004417 or 10-K/A; the closing bracket of 9(2) is one."""
    last = i
    while last + 1 < len(tokens.surface) and tokens.glued[last + 1]:
        if tokens.kind[last + 1] == MARK and tokens.surface[last + 1] not in "-/()":
            break
        last += 1
    return last


def _is_list_number(tokens: Tokens, i: int) -> bool:
    """Does the number at token `i` number an item of a list: "1. ...", "2) ..."?"""
    first = tokens.sentences[tokens.sentence_of(i)][0]
    while first < i and tokens.surface[first] in "*>-\u2022":
        first += 1
    leads = i == first or (
        word_at(tokens, i - 1) in (":", ";") and len(tokens.surface[i]) < 3 and tokens.surface[i + 1 : i + 2] == ["."]
    )
    if not leads or not tokens.surface[i].isdecimal() or i + 2 >= len(tokens.surface):
        return False
    return tokens.surface[i + 1] in (".", ")") and tokens.glued[i + 1] and not tokens.glued[i + 2]


def _is_code(tokens: Tokens, i: int, lexicon: Lexicon) -> bool:
    """Is the number at token `i` part of a code: F-16, COVID-19, M1A2, 5G, 0142, 118/2025, 9(2)?"""
    digits = tokens.surface[i]
    if len(digits) > 1 and digits[0] == "0" and "." not in digits and "," not in digits:
        return not _is_padded(tokens, i, lexicon)
    return (tokens.glued[i] and _glued_before(tokens, i, lexicon)) or _glued_after(tokens, i, lexicon)


def _glued_letter_end(tokens: Tokens, i: int, lexicon: Lexicon) -> int | None:
    """The letter that makes a decade ("his 50s") or the name of a resolution ("4K video") of the number at `i`."""
    return i + 1 if _is_decade(tokens, i, lexicon) or _is_resolution(tokens, i, lexicon) else None


def _title_end(tokens: Tokens, i: int, lexicon: Lexicon) -> int | None:
    """The last token of the title in quotation marks that the number at token `i` opens: "12 Angry Men"; what tells of
    an event that has happened is a headline: "45 Killed"."""
    surface = tokens.surface
    if i == 0 or surface[i - 1] not in _OPENING_QUOTES or not tokens.glued[i] or "," in surface[i]:
        return None
    for k in range(i + 1, min(i + 2 + _LONGEST_TITLE, len(surface))):
        if tokens.kind[k] == MARK and surface[k] not in "-'\u2019":
            return k - 1 if k > i + 1 and surface[k] in _CLOSING_QUOTES else None
        if (surface[k][0].islower() and len(surface[k]) > _SMALL_WORD) or _has_happened(tokens.lower[k], lexicon):
            return None
    return None


def _has_happened(word: str, lexicon: Lexicon) -> bool:
    lemma, form = lexicon.verbs.get(word, ("", ""))
    return word in lexicon.adjective_event or (form in ("d", "x") and lemma in lexicon.verb_event)


def _is_decade(tokens: Tokens, i: int, lexicon: Lexicon) -> bool:
    """Are the digits at token `i` years of a life or a century: "in his 50s", "the late 80s", "over-60s"?"""
    if tokens.lower[i + 1 : i + 2] != ["s"] or not tokens.glued[i + 1] or len(tokens.surface[i]) != _DECADE:
        return False
    before = word_at(tokens, i - 1)
    if before in ("over", "under") or (before in HYPHENS and word_at(tokens, i - 2) in ("over", "under")):
        return True  # the under-12s
    led = lexicon.pos.get(before) == "D" or before in lexicon.tables["nonclaims.decades"]
    led = led or (before in ("and", "or", "to") and i > _DECADE and tokens.lower[i - 2] == "s" and tokens.glued[i - 2])
    return tokens.surface[i][1] == "0" and (led or (before in HYPHENS and tokens.glued[i]))


def _is_resolution(tokens: Tokens, i: int, lexicon: Lexicon) -> bool:
    """Is it the name of a picture's resolution: "4K video", "shot in 8K"?"""
    if tokens.surface[i + 1 : i + 2] != ["K"] or not tokens.glued[i + 1] or len(tokens.surface[i]) > 1:
        return False
    pictured = lexicon.tables["nonclaims.pictures"]
    return word_at(tokens, i + 2) in pictured or word_at(tokens, i - 2) in pictured


def _is_padded(tokens: Tokens, i: int, lexicon: Lexicon) -> bool:
    """Is a figure below ten written with a nought before it, as official notes do: "Deceased - 07", "02 persons"?"""
    if len(tokens.surface[i]) != _PADDED or tokens.glued[i] or not tokens.surface[i].isdecimal():
        return False
    if counts(tokens, i + 1, lexicon):
        return True
    told = lexicon.adjective_event.get(word_at(tokens, i - 2)) or word_at(tokens, i - 2) in lexicon.persons
    return bool(told) and word_at(tokens, i - 1) in ("-", "\u2013", ":")


def _glued_before(tokens: Tokens, i: int, lexicon: Lexicon) -> bool:
    surface, kind = tokens.surface, tokens.kind
    before = i - 1
    if kind[before] == WORD and surface[before] not in ("'s", "\u2019s"):
        return True
    if surface[before] in ("'", "\u2019") and len(surface[i]) == 2:
        return True  # the flood of '77
    if not (before and tokens.glued[before]):
        return False
    if surface[before] in ("(", "/", "*") and kind[before - 1] == NUMBER:
        return True  # 9(2), 2025/88
    if surface[before] == ":" and kind[before - 1] == WORD and surface[before - 1].isupper():
        return True  # a share's code: HK:386
    if surface[before] in _JOINTS and kind[before - 1] == WORD:
        word = tokens.lower[before - 1]
        counted = (
            word in lexicon.scales
            or word in lexicon.cardinals
            or word in lexicon.before
            or word in lexicon.tables["nonclaims.prefixes"]
        )
        joined = surface[before] in "-\u2010\u2011" and counted
        return not joined and not (surface[before] == "." and len(word) > 2)
    return False


def _glued_after(tokens: Tokens, i: int, lexicon: Lexicon) -> bool:
    surface, glued, kind = tokens.surface, tokens.glued, tokens.kind
    after, count = i + 1, len(tokens.surface)
    if after >= count:
        return False
    if not glued[after]:
        return surface[after] in lexicon.tables["nonclaims.codes"]
    if (
        surface[after] in ("/", "(")
        and after + 1 < count
        and glued[after + 1]
        and (kind[after + 1] == NUMBER or surface[after + 1].isupper())
    ):
        return slash_fraction(tokens, i) is None
    if kind[after] != WORD:
        return kind[after] == NUMBER  # 192.168.1.2
    word = tokens.lower[after]
    runs_on = after + 1 < count and glued[after + 1] and kind[after + 1] == NUMBER
    if word == "x" and runs_on:
        return True  # 24x7
    if (
        surface[after] in lexicon.vulgar
        or word in _ORDINALS
        or surface[after] in lexicon.unit_symbols
        or word in lexicon.unit_words
    ):
        return False
    if surface[after] in lexicon.glued_scales or word in lexicon.scale_marks or word in lexicon.scales:
        return surface[after] in ("M", "B", "T") and runs_on
    return word not in _GLUED_WORDS


def _is_label(tokens: Tokens, i: int, floor: int, lexicon: Lexicon) -> bool:
    """Does a word before the bare number at token `i` make it a label: Article 5, Highway 190, No. 3, row 14?"""
    at = i - 1
    if at < floor:
        return False
    if tokens.surface[at] in (".", "#", ":") and at - 1 >= floor and tokens.glued[at]:
        at -= 1
    if tokens.surface[at] in "#\u00a7":
        return True
    word = tokens.lower[at]
    if (
        word == "per"
        or (
            word in lexicon.tables["nonclaims.graded"] and tokens.surface[i].isdecimal() and len(tokens.surface[i]) == 1
        )
        or tokens.surface[at] in lexicon.tables["nonclaims.codes"]
        or _numbers_things(tokens, at, i, lexicon)
    ):
        return True
    if word in _LISTING and at - 1 >= floor and tokens.kind[at - 1] == NUMBER:
        if word == "," and (counts(tokens, i + 1, lexicon) or has_scale(tokens, i + 1, lexicon)):
            return False
        return _is_label(tokens, at - 1, floor, lexicon)
    return word in lexicon.tables["nonclaims.numbered"] and _labels(tokens, at, i, lexicon)


def _labels(tokens: Tokens, at: int, i: int, lexicon: Lexicon) -> bool:
    """Does the word at token `at`, which may number things, label the number at token `i`?"""
    word = tokens.lower[at]
    if word_at(tokens, at - 1) in lexicon.tables["nonclaims.numbered.modals"]:
        return False  # it will seat 190
    if tokens.surface[at][0].isupper():
        opens = at == tokens.sentences[tokens.sentence_of(i)][0]
        if not opens and not is_place(tokens.surface[at], lexicon):
            return True
        if len(tokens.surface[i]) <= 2 and word not in lexicon.verbs and word not in lexicon.pos:
            return True
    elif "," in tokens.surface[i] and word in ("number", "total"):
        return False  # its riders number 64,000
    return not counts(tokens, i + 1, lexicon) and not has_scale(tokens, i + 1, lexicon)


def _numbers_things(tokens: Tokens, at: int, i: int, lexicon: Lexicon) -> bool:
    """ "between mats 5 and 6", "Panels 5 and 7": a plural noun before two numbers that count nothing."""
    word = tokens.lower[at]
    if tokens.kind[at] != WORD or lexicon.lemma(word) == word or word in lexicon.verbs or word in lexicon.pos:
        return False
    pair = (
        word_at(tokens, i + 1) in ("and", "to", "or", "-")
        and i + 2 < len(tokens.lower)
        and tokens.kind[i + 2] == NUMBER
    )
    small = tokens.surface[i].isdecimal() and len(tokens.surface[i]) <= 4
    return small and pair and not counts(tokens, i + 3, lexicon) and not has_scale(tokens, i + 3, lexicon)


def _is_year(tokens: Tokens, i: int, lexicon: Lexicon) -> bool:
    """A bare 1900 to 2099 that counts nothing."""
    digits = tokens.surface[i]
    if (
        len(digits) != 4
        or not digits.isdecimal()
        or digits[:2] not in ("19", "20")
        or has_scale(tokens, i + 1, lexicon)
    ):
        return False
    dated = word_at(tokens, i - 1) in lexicon.tables["nonclaims.years"] or digits[2:] != "00"
    return dated and not counts(tokens, i + 1, lexicon)


def _is_clock(tokens: Tokens, i: int, lexicon: Lexicon) -> bool:
    """ "from 9.30 to 17.00", "the 7.14": hours and minutes with a full stop."""
    hour, _, minute = tokens.surface[i].partition(".")
    if (
        not (hour.isdecimal() and minute.isdecimal() and len(minute) == 2)
        or int(hour) > _LAST_CLOCK_HOUR
        or int(minute) > _LAST_MINUTE
    ):
        return False
    before, after = word_at(tokens, i - 1), word_at(tokens, i + 1)
    if has_scale(tokens, i + 1, lexicon) or after in DASHES or lexicon.continues_noun(after):
        return False
    near = tokens.lower[max(0, i - 6) : i]
    if before in ("the", "to", "from", "at", "until") and before != "the":
        return any(word in lexicon.tables["nonclaims.hours.opening"] for word in near)
    return before == "the" and not any(
        word in lexicon.tables["nonclaims.hours.not_before"] for word in tokens.lower[i : i + 4]
    )


def _is_address(tokens: Tokens, i: int, lexicon: Lexicon) -> bool:
    """Is the number at token `i` a house number: "22 Fore Street", "14 Rue Cler", "Plaza de la Feria 24"?"""
    streets = lexicon.tables["nonclaims.streets"]
    surface = tokens.surface
    if not surface[i].isdecimal():
        return False
    if word_at(tokens, i + 1) == "-" and tokens.glued[i + 1] and i + 2 < len(surface) and surface[i + 2].isdecimal():
        i += 2  # 16-18 Industrial Avenue
    for k in range(i + 1, min(i + _LONGEST_STREET, len(tokens.surface))):
        if tokens.kind[k] != WORD or not tokens.surface[k][0].isupper():
            break
        if tokens.lower[k] in streets and (
            k > i + 1 or (k + 1 < len(tokens.surface) and tokens.surface[k + 1][0].isupper())
        ):
            return True
    return False
