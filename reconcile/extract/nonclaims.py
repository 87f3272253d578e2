"""Tells the numbers that are names, codes, addresses, times and turns of phrase from those that claim something."""

from reconcile.extract.digits import DASHES, flattened_power, read_power, slash_fraction
from reconcile.extract.lexicon import Lexicon
from reconcile.extract.numeral import Numeral, after_hyphen, word_at
from reconcile.extract.phones import is_short_code
from reconcile.extract.tokens import MARK, NUMBER, WORD, Tokens

_JOINTS = frozenset("-\u2010\u2011./")
_ORDINALS = frozenset({"st", "nd", "rd", "th"})
_GLUED_WORDS = frozenset({"x", "fold", "yo", "s", "e"})
_LAST_CLOCK_HOUR, _LAST_MINUTE = 24, 59
_LONGEST_STREET = 5  # words of an address behind its number


def code_end(tokens: Tokens, i: int, floor: int, lexicon: Lexicon, *, after_figure: bool) -> int | None:
    """The last token of the name, code, label or list number that the number at token `i` is; None when it may be a claim.

    `after_figure` tells that a figure of the same clause stands before it, so that a name before it is that of what it counts.
    """
    if read_power(tokens, i):
        return None
    if tokens.surface[i] in lexicon.vulgar:
        return None
    if _is_list_number(tokens, i):
        return i
    flattened = flattened_power(tokens, i)
    if flattened:
        return _glued_end(tokens, flattened, lexicon)
    if _is_code(tokens, i, lexicon) or _is_label(tokens, i, floor, lexicon) or is_short_code(tokens, i, lexicon):
        return _glued_end(tokens, i, lexicon)
    if _is_named(tokens, i, floor, lexicon, after_figure) or _is_year(tokens, i, lexicon) or _is_clock(tokens, i, lexicon):
        return _glued_end(tokens, i, lexicon)
    return i if _is_address(tokens, i, lexicon) else None


def _glued_end(tokens: Tokens, i: int, lexicon: Lexicon) -> int:
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
    if i != first or not tokens.surface[i].isdecimal() or i + 2 >= len(tokens.surface):
        return False
    return tokens.surface[i + 1] in (".", ")") and tokens.glued[i + 1] and not tokens.glued[i + 2]


def _is_code(tokens: Tokens, i: int, lexicon: Lexicon) -> bool:
    """Is the number at token `i` part of a code: F-16, COVID-19, M1A2, 5G, 0142, 118/2025, 9(2)?"""
    digits = tokens.surface[i]
    if len(digits) > 1 and digits[0] == "0" and "." not in digits and "," not in digits:
        return True
    return tokens.glued[i] and _glued_before(tokens, i, lexicon) or _glued_after(tokens, i, lexicon)


def _glued_before(tokens: Tokens, i: int, lexicon: Lexicon) -> bool:
    surface, kind = tokens.surface, tokens.kind
    before = i - 1
    if kind[before] == WORD and surface[before] not in ("'s", "\u2019s"):
        return True
    if not (before and tokens.glued[before]):
        return False
    if surface[before] in ("(", "/", "*") and kind[before - 1] == NUMBER:
        return True  # 9(2), 2025/88
    if surface[before] in _JOINTS and kind[before - 1] == WORD:
        word = tokens.lower[before - 1]
        counted = word in lexicon.scales or word in lexicon.cardinals or word in lexicon.before or word == "mid"
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
    if surface[after] in ("/", "(") and after + 1 < count and glued[after + 1] and (kind[after + 1] == NUMBER or surface[after + 1].isupper()):
        return slash_fraction(tokens, i) is None
    if kind[after] != WORD:
        return False
    word = tokens.lower[after]
    runs_on = after + 1 < count and glued[after + 1] and kind[after + 1] == NUMBER
    if word == "x" and runs_on:
        return True  # 24x7
    if surface[after] in lexicon.vulgar or word in _ORDINALS or surface[after] in lexicon.unit_symbols or word in lexicon.unit_words:
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
    if word in ("and", "or", ",", "to", "-", "\u2013", "&") and at - 1 >= floor and tokens.kind[at - 1] == NUMBER:
        return _is_label(tokens, at - 1, max(floor, tokens.sentences[tokens.sentence_of(i)][0]), lexicon)
    if word not in lexicon.tables["nonclaims.numbered"]:
        return False
    if tokens.surface[at][0].isupper() and at > tokens.sentences[tokens.sentence_of(i)][0]:
        return True
    return not _counts(tokens, i + 1, lexicon) and not _has_scale(tokens, i + 1, lexicon)


def _has_scale(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    word = word_at(tokens, at)
    return word in lexicon.scales or word in lexicon.scale_marks or word in ("%", "per", "percent") or word in lexicon.unit_words


def _is_named(tokens: Tokens, i: int, floor: int, lexicon: Lexicon, after_figure: bool) -> bool:
    """Is the bare number at token `i` part of the name before it: Falcon 9, Dash 8, Kanaaldijk 18, IFRS 16, a 999 call?

    A place or a person may stand before a figure of its own ("Romania 1,200 and Lithuania 900", "In Mumbai 12 people died").
    """
    digits = tokens.surface[i]
    if i <= floor or tokens.glued[i] or not digits.replace(".", "", 1).isdecimal() or len(digits) > 5:
        return False
    word = tokens.surface[i - 1]
    if word in ("a", "an", "A", "An", "another", "this", "that"):
        return digits.isdecimal() and _is_singular(tokens, i + 1, lexicon)
    if digits in lexicon.tables["nonclaims.models"] and not _counts(tokens, i + 1, lexicon):
        return True
    if digits in lexicon.tables["nonclaims.emergency"] and word_at(tokens, i + 1) in lexicon.tables["nonclaims.emergency.after"]:
        return True
    if tokens.kind[i - 1] != WORD or not word[0].isupper() or tokens.lower[i - 1] in lexicon.time_names or after_figure:
        return False
    if "." in digits and not word.isupper() or _has_scale(tokens, i + 1, lexicon):
        return False
    return _names(tokens, i, floor, lexicon)


def _names(tokens: Tokens, i: int, floor: int, lexicon: Lexicon) -> bool:
    """Does the capitalised word before the number at token `i` name a thing that numbers tell apart?"""
    word, lower = tokens.surface[i - 1], tokens.lower[i - 1]
    first = tokens.sentences[tokens.sentence_of(i)][0]
    if word in lexicon.places and not word.isupper():
        return False
    if lower in lexicon.pos and not (word.isupper() and len(word) > 1 and i - 1 > first) or lower in lexicon.before or lower in lexicon.verbs and i - 1 == first:
        return False
    counted = _counts(tokens, i + 1, lexicon)
    before = word_at(tokens, i - 2) if i - 2 >= floor else ""
    if not counted:
        return not (word_at(tokens, i + 1) in ("and", "to", ",") and word in lexicon.places)
    return before in ("a", "an", "the") and len(tokens.surface[i]) <= 3 or word.isupper() and len(word) > 1 and before == "the"


def _counts(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """Does a plural noun, or an adjective before one, follow: does the number count something?"""
    for k in range(at, min(at + 3, len(tokens.lower))):
        word = tokens.lower[k]
        if tokens.kind[k] != WORD or tokens.surface[k][0].isupper() and word not in lexicon.singulars:
            return False
        lemma = lexicon.lemma(word)
        if lemma != word or lexicon.singulars.get(word) == word or lemma in lexicon.persons and word != lemma:
            return word not in lexicon.verbs or word in lexicon.singulars
        if lexicon.pos.get(word, "N") not in "NJ":
            return False
    return False


def _is_singular(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """ "a 999 call": a singular noun that no unit, scale or hyphen comes before."""
    word = word_at(tokens, at)
    if not lexicon.continues_noun(word) or tokens.glued[at] or word in lexicon.unit_words or word in lexicon.scales or word in ("strong", "capacity"):
        return False
    return lexicon.lemma(word) == word and lexicon.singulars.get(word) != word and not _counts(tokens, at, lexicon)


def _is_year(tokens: Tokens, i: int, lexicon: Lexicon) -> bool:
    """A bare 1900 to 2099 that counts nothing."""
    digits = tokens.surface[i]
    if len(digits) != 4 or not digits.isdecimal() or digits[:2] not in ("19", "20") or _has_scale(tokens, i + 1, lexicon):
        return False
    before = word_at(tokens, i - 1)
    dated = before in lexicon.tables["nonclaims.years"]
    return dated and not _counts(tokens, i + 1, lexicon) or bool(word_at(tokens, i + 1)) and tokens.surface[i + 1][0].isupper()


def _is_clock(tokens: Tokens, i: int, lexicon: Lexicon) -> bool:
    """ "from 9.30 to 17.00", "the 7.14": hours and minutes with a full stop."""
    hour, _, minute = tokens.surface[i].partition(".")
    if not (hour.isdecimal() and minute.isdecimal() and len(minute) == 2) or int(hour) > _LAST_CLOCK_HOUR or int(minute) > _LAST_MINUTE:
        return False
    before, after = word_at(tokens, i - 1), word_at(tokens, i + 1)
    if _has_scale(tokens, i + 1, lexicon) or after in DASHES or lexicon.continues_noun(after):
        return False
    near = tokens.lower[max(0, i - 6) : i]
    if before in ("the", "to", "from", "at", "until") and before != "the":
        return any(word in lexicon.tables["nonclaims.hours.opening"] for word in near)
    return before == "the" and not any(word in lexicon.tables["nonclaims.hours.not_before"] for word in tokens.lower[i : i + 4])


def _is_address(tokens: Tokens, i: int, lexicon: Lexicon) -> bool:
    """Is the number at token `i` a house number: "22 Fore Street", "14 Rue Cler", "Plaza de la Feria 24"?"""
    streets = lexicon.tables["nonclaims.streets"]
    if not tokens.surface[i].isdecimal():
        return False
    for k in range(i + 1, min(i + _LONGEST_STREET, len(tokens.surface))):
        if tokens.kind[k] != WORD or not tokens.surface[k][0].isupper():
            break
        if tokens.lower[k] in streets and (k > i + 1 or k + 1 < len(tokens.surface) and tokens.surface[k + 1][0].isupper()):
            return True
    return False


def is_phrase(tokens: Tokens, numeral: Numeral, floor: int, lexicon: Lexicon) -> bool:
    """Is the number in words part of a phrase that counts nothing, a title, or a time of day?"""
    first = numeral.first
    return _is_idiom(tokens, first, lexicon) or _is_title(tokens, numeral, lexicon) or _is_hour(tokens, numeral, lexicon)


def _is_idiom(tokens: Tokens, first: int, lexicon: Lexicon) -> bool:
    """ "one of the", "no one", "one another"."""
    for words, back in lexicon.idioms.get(tokens.lower[first], ()):
        start = first - back
        if start >= 0 and tuple(tokens.lower[start : start + len(words)]) == words:
            return True
    return False


def _is_title(tokens: Tokens, numeral: Numeral, lexicon: Lexicon) -> bool:
    """ "the Six O'Clock programme", "Nine Kinds of Quiet", "the Group of Seven", (SIX: HVB): a name that holds a number word."""
    first, last = numeral.first, numeral.last
    word = tokens.surface[first]
    if not word[0].isupper() or tokens.kind[first] == NUMBER:
        return False
    start, end = tokens.sentences[tokens.sentence_of(first)]
    quoted = first > start and tokens.surface[first - 1] in "\"\u201c\u2018'"
    if word.isupper() and len(word) > 1:
        return word_at(tokens, last + 1) == ":"
    if first == start or tokens.surface[first - 1] in ".?!:*-" or _is_heading(tokens, start, end):
        return False
    following = tokens.surface[last + 1] if last + 1 < end else ""
    if not quoted:
        return tokens.kind[first - 1] == WORD and word_at(tokens, first - 1) not in ("and", ",") or following[:1].isupper()
    return following[:1].isupper() and following.lower() not in lexicon.pos


def _is_heading(tokens: Tokens, start: int, end: int) -> bool:
    """Is every longer word of the sentence capitalised, so that a capital tells nothing?"""
    words = [tokens.surface[k] for k in range(start, end) if tokens.kind[k] == WORD and len(tokens.surface[k]) > 3]
    return sum(word[0].isupper() for word in words) > 0.7 * len(words)


def _is_hour(tokens: Tokens, numeral: Numeral, lexicon: Lexicon) -> bool:
    """ "at ten in the morning", "twenty past eight", "shortly after three."."""
    if numeral.value is None or not 0 < numeral.value < 60:
        return False
    tables = lexicon.tables
    before, after = word_at(tokens, numeral.first - 1), word_at(tokens, numeral.last + 1)
    behind = tokens.lower[numeral.last + 1 : numeral.last + 4]
    if behind in (["in", "the", "morning"], ["in", "the", "afternoon"], ["in", "the", "evening"], ["o'clock"]) or behind[:2] == ["at", "night"]:
        return True
    if after == "past" and word_at(tokens, numeral.last + 2) in lexicon.cardinals:
        return True
    if before == "past" and word_at(tokens, numeral.first - 2) in lexicon.cardinals | lexicon.fractions:
        return True
    soon = word_at(tokens, numeral.first - 2) in tables["nonclaims.hours.soon"]
    return before in ("after", "before") and soon and not lexicon.continues_noun(after) and after not in lexicon.scales


def is_pronoun(tokens: Tokens, numeral: Numeral, hedged: bool, after_figure: bool, lexicon: Lexicon) -> bool:
    """Does "one" stand for a thing already named ("a new one", "the last one", "what one would find") and count nothing?"""
    i = numeral.first
    if numeral.last != i or tokens.lower[i] != "one" or hedged:
        return False
    before, after = word_at(tokens, i - 1), word_at(tokens, i + 1)
    joined = after_hyphen(tokens, i + 1) > i + 1
    if before in lexicon.tables["nonclaims.one.before"] or lexicon.pos.get(before) == "J":
        return True
    counted = lexicon.continues_noun(after) and tokens.kind[i + 1] == WORD and not (after in lexicon.verbs and after not in lexicon.noun_class)
    if counted or joined or lexicon.pos.get(after) == "J":
        return False
    if after_figure and (before in ("and", ",", "plus", "to", "-") or after == "in"):
        return False
    return before not in lexicon.verb_event and lexicon.verbs.get(before, ("", ""))[0] not in lexicon.verb_event
