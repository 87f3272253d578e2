"""Tells the numbers that are names, codes, addresses and telephone numbers from those that claim something."""

import re

from reconcile.extract.lexicon import Lexicon
from reconcile.extract.tokens import MARK, NUMBER, WORD, Tokens

_LINK = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.-]+|[#@]\w+")
_JOINTS = frozenset("-\u2010\u2011./")
_PHONE_CUES = 6  # how many tokens back a word such as "call" still makes groups of digits a telephone number
_ORDINALS = frozenset({"st", "nd", "rd", "th"})


def blocked_by_links(tokens: Tokens, blocked: bytearray) -> None:
    """Marks the tokens of web and mail addresses and of tags."""
    text = tokens.text
    if "://" not in text and "@" not in text and "www." not in text and "#" not in text:
        return
    spans = [match.span() for match in _LINK.finditer(text)]
    k = 0
    for i, start in enumerate(tokens.start):
        while k < len(spans) and spans[k][1] <= start:
            k += 1
        if k == len(spans):
            return
        if spans[k][0] <= start:
            blocked[i] = 1


def is_code(tokens: Tokens, i: int, lexicon: Lexicon) -> bool:
    """Is the number at token `i` part of a name or code: F-16, COVID-19, M1A2, 5G, 0142, 737-800?"""
    surface, glued, kind = tokens.surface, tokens.glued, tokens.kind
    count = len(surface)
    digits = surface[i]
    if len(digits) > 1 and digits[0] == "0" and "." not in digits and "," not in digits:
        return True
    if glued[i]:
        before = i - 1
        if kind[before] == WORD and surface[before] not in ("'s", "\u2019s"):
            return True
        if surface[before] in _JOINTS and before and glued[before] and kind[before - 1] == WORD:
            word = tokens.lower[before - 1]
            joined = surface[before] in "-\u2010\u2011" and (word in lexicon.scales or word in lexicon.cardinals or word in lexicon.before or word == "mid")
            return not joined and not (surface[before] == "." and len(word) > 2)
    after = i + 1
    if after + 1 < count and glued[after] and glued[after + 1] and kind[after + 1] == NUMBER and surface[after] in "/(":
        small = len(digits) <= 2 and len(surface[after + 1]) <= 3 and surface[after] == "/"
        return not (small and digits < surface[after + 1]) or (after + 2 < count and glued[after + 2] and surface[after + 2] == "/")
    if after < count and not glued[after] and surface[after] in lexicon.tables.get("nonclaims.codes", ()):
        return True
    if after < count and glued[after] and kind[after] == WORD:
        word = surface[after]
        if word in lexicon.vulgar:
            return False
        if word.lower() in _ORDINALS or word in lexicon.unit_symbols or word.lower() in lexicon.unit_words:
            return False
        if word in lexicon.glued_scales or word.lower() in lexicon.scale_marks or word.lower() in lexicon.scales:
            return word in ("M", "B", "T") and after + 1 < count and glued[after + 1] and kind[after + 1] == NUMBER
        return word.lower() not in ("x", "fold", "yo", "s")
    return False


def is_label(tokens: Tokens, i: int, floor: int, lexicon: Lexicon) -> bool:
    """Does a word before the bare number at token `i` make it a label: Article 5, Highway 190, No. 3, Boeing 737?"""
    at = i - 1
    if at < floor:
        return False
    if tokens.surface[at] in ".#" and at - 1 >= floor and tokens.glued[at]:
        at -= 1
    if tokens.surface[at] in "#\u00a7":
        return True
    word = tokens.lower[at]
    if word in lexicon.tables.get("nonclaims.numbered", ()):
        capital = tokens.surface[at][0].isupper()
        return capital or word not in lexicon.tables["nonclaims.numbered.capital"]
    if word in ("and", "or", ",", "to", "-", "\u2013", "&") and at - 1 >= floor and tokens.kind[at - 1] == NUMBER:
        return is_label(tokens, at - 1, floor, lexicon)
    return False


def is_named(tokens: Tokens, i: int, floor: int, lexicon: Lexicon) -> bool:
    """Is the small bare number at token `i` part of the name before it: Falcon 9, Dash 8, Pier 7, IFRS 16?

    A place or a person may stand before a figure of its own ("Romania 1,200", "Arsenal 2"), so only numbers without grouping count, and not before
    a counted noun unless the name stands alone.
    """
    digits = tokens.surface[i]
    if i <= floor or not digits.isdigit() or len(digits) > 4 or tokens.glued[i]:
        return False
    before = tokens.surface[i - 1]
    if tokens.kind[i - 1] != WORD or not before[0].isupper() or before in lexicon.places or tokens.lower[i - 1] in lexicon.time_names:
        return False
    if i - 1 == floor and not before.isupper() and before.lower() in lexicon.pos:
        return False
    after = tokens.lower[i + 1] if i + 1 < len(tokens.lower) else "."
    return not _counts(tokens, i + 1, after, lexicon) or i - 1 > floor and len(digits) <= 2 and after not in lexicon.persons and lexicon.singulars.get(after, after) not in lexicon.persons


def _counts(tokens: Tokens, at: int, word: str, lexicon: Lexicon) -> bool:
    """Does a counted noun, a unit or a verb follow the number?"""
    return word in lexicon.singulars or word in lexicon.unit_words or word in ("%", "to", "and") or tokens.surface[at : at + 1] == ["%"]


def is_list_number(tokens: Tokens, i: int, sentence_start: int) -> bool:
    """Does the number at token `i` number an item of a list: "1. ...", "2) ..."?"""
    if i != sentence_start or not tokens.surface[i].isdigit() or i + 1 >= len(tokens.surface):
        return False
    return tokens.surface[i + 1] in ".)" and tokens.glued[i + 1] and i + 2 < len(tokens.surface) and not tokens.glued[i + 2]


def is_address(tokens: Tokens, last: int, lexicon: Lexicon) -> bool:
    """Is the number that ends at token `last` a house number: "22 Fore Street", "2200 Exposition Drive"?"""
    streets = lexicon.tables.get("nonclaims.streets", frozenset())
    for k in range(last + 1, min(last + 5, len(tokens.surface))):
        if tokens.kind[k] != WORD or not tokens.surface[k][0].isupper():
            return False
        if k > last + 1 and tokens.lower[k] in streets:
            return True
    return False


def phone_end(tokens: Tokens, i: int, lexicon: Lexicon) -> int | None:
    """The last token of a telephone number whose first group of digits is token `i`, or None."""
    surface, kind, count = tokens.surface, tokens.kind, len(tokens.surface)
    if "," in surface[i] or "." in surface[i]:
        return None
    groups, digits, last, j = 1, _digit_count(surface[i]), i, i + 1
    while j < count and groups < 8:
        if kind[j] == NUMBER and (not tokens.glued[j] or surface[j - 1] in "-.)") and "," not in surface[j]:
            groups, digits, last = groups + 1, digits + _digit_count(surface[j]), j
        elif kind[j] != MARK or surface[j] not in "-.()\u2010\u2011":
            break
        elif surface[j] == "." and not (j + 1 < count and tokens.glued[j + 1] and kind[j + 1] == NUMBER):
            break
        j += 1
    if groups < 2 or digits < 7:
        return None
    lead = surface[i - 1] if i else ""
    if (lead in "+(" and lead and tokens.glued[i]) or surface[i][0] == "0" or groups >= 4:
        return last
    cues = lexicon.tables.get("nonclaims.phones", frozenset())
    if groups == 3 and digits >= 9:
        return last
    return last if any(word in cues for word in tokens.lower[max(0, i - _PHONE_CUES) : i]) else None


def _digit_count(surface: str) -> int:
    return sum(char.isdigit() for char in surface)
