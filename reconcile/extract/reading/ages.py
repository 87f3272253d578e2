"""Tells ages from counts and durations: "29 years old", "aged 34", "Smith, 34,", "children under 12"."""

from typing import cast

from reconcile.extract.figures.figure import Figure
from reconcile.extract.lexicon import Lexicon
from reconcile.extract.reading.syntax import Parse
from reconcile.facts.claim import Kind

_OLDEST = 120
_BOUNDS = frozenset({"under", "over", "below", "above"})
_OLDER = frozenset({"older", "younger"})
_SIBLINGS = frozenset({"twins", "triplets", "couple", "pair", "newlyweds", "both", "brothers", "sisters"})
_BE = frozenset({"is", "was", "am", "are", "were"})
_GROUPS = frozenset({"are", "were", "them", "those", "anyone", "everyone", "anybody", "nobody"})
_PARENTS = frozenset({"mother", "father", "parent", "mum", "mom", "dad", "grandmother", "grandfather", "grandparent"})
_OPENERS = frozenset({"when", "until", "till", "once", "after", "before", "if", "since", "because"})
_OF_SEVERAL = frozenset({"eldest", "oldest", "youngest"})  # the eldest of four
_CLAUSE_REACH = 3  # words between "until" and the figure of "until they are 67"
_CUE_REACH = 9  # words between "life expectancy" or "youngest" and its figure


def final_kind(parse: Parse, figure: Figure, previous: str, lexicon: Lexicon) -> Kind:
    """The kind of a figure: a count or a duration may turn out to be an age. `previous` is the kind of the figure
    before it."""
    if figure.kind == "duration":
        tail = [word for word in parse.tokens.lower[figure.last + 1 : min(figure.last + 4, parse.end)] if word != "-"]
        return "age" if tail[:1] in (["old"], ["olds"]) or tail[:2] == ["of", "age"] else "duration"
    if figure.kind != "count" or figure.quantity.unit or figure.compound or not _is_plausible(figure):
        return cast("Kind", figure.kind)
    return "age" if _is_age(parse, figure, previous, lexicon) else "count"


def _is_plausible(figure: Figure) -> bool:
    quantity = figure.quantity
    value = quantity.value or quantity.low or quantity.high
    return value is not None and 0 < value < _OLDEST and value == value.to_integral_value()


def _is_age(parse: Parse, figure: Figure, previous: str, lexicon: Lexicon) -> bool:
    """Is a bare number an age: "aged 34", "Smith, 34,", "the youngest was 15", "a man of 83"?"""
    after, before = _word(parse, figure.last + 1), _word(parse, figure.first - 1)
    if after in ("yo", "age") or before in ("aged", "age") or "age" in parse.tokens.lower[figure.first : figure.number]:
        return True
    if _word(parse, figure.last) in _OLDER and figure.last > figure.number_last:
        return True  # people 70 and older
    if _is_predicated(parse, figure, lexicon):
        return True
    if after.isalpha() and (parse.tag(figure.last + 1) not in "PCSVAX" or after == "of"):
        return False
    if figure.quantity.hedge == "exact" and _is_apposed(parse, figure, lexicon):
        return True
    if previous == "age" and before in ("and", "or", ",", "to", "from", "by", "at"):
        return True
    return (
        _bounds_people(parse, figure, lexicon)
        or _is_of_person(parse, figure, lexicon)
        or _is_cued(parse, figure, lexicon)
    )


def _word(parse: Parse, t: int) -> str:
    return parse.tokens.lower[t] if parse.first <= t < parse.end else ""


def _is_apposed(parse: Parse, figure: Figure, lexicon: Lexicon) -> bool:
    """ "Smith, 34,", "Smith (34)", "his sister, 7,": behind the name or word of one person."""
    at = figure.first - 1 - (_word(parse, figure.first - 1) in ("now", "then"))
    before, after = _word(parse, at), _word(parse, figure.last + 1)
    closed = (before == "," and after in (",", ".", ")", ";", "")) or (before == "(" and after == ")")
    if closed:
        alike = _word(parse, at - 1) in _SIBLINGS  # the brothers, 24, were found
        return at > parse.first and (alike or parse.tag(at - 1) == "E" or _is_one_person(parse, at - 1, lexicon))
    several = before == "," and after == "and" and figure.last + 2 < parse.end and parse.tag(figure.last + 2) == "#"
    return several and at > parse.first and lexicon.lemma(_word(parse, at - 1)) in lexicon.persons


def _is_one_person(parse: Parse, t: int, lexicon: Lexicon) -> bool:
    word = _word(parse, t)
    return word in lexicon.persons and word not in lexicon.groups and lexicon.lemma(word) == word


def _bounds_people(parse: Parse, figure: Figure, lexicon: Lexicon) -> bool:
    """ "Children under 12", "204 were under 20"."""
    if _word(parse, figure.first) not in _BOUNDS or figure.first == parse.first:
        return False
    before = _word(parse, figure.first - 1)
    group = _word(parse, figure.first - 2) if before in _BE else before
    return before in _GROUPS or group in _GROUPS or lexicon.lemma(group) in lexicon.persons


def _is_predicated(parse: Parse, figure: Figure, lexicon: Lexicon) -> bool:
    """ "Maria, who was 10", "when she was six", "until they are 67"; "who were 30" may count."""
    after = _word(parse, figure.last + 1)
    if _word(parse, figure.first - 1) not in _BE or (after.isalpha() and not _resumes(parse, figure.last + 1)):
        return False
    holder = _word(parse, figure.first - 2)
    if holder in ("he", "she", "i"):
        return True
    if holder == "who":
        at = figure.first - 3 - (_word(parse, figure.first - 3) == ",")
        return at >= parse.first and (parse.tag(at) == "E" or _is_one_person(parse, at, lexicon))
    before = parse.tokens.lower[max(parse.first, figure.first - 2 - _CLAUSE_REACH) : figure.first - 2]
    return holder in ("they", "we", "you") and not _OPENERS.isdisjoint(before)


def _resumes(parse: Parse, t: int) -> bool:
    """Does the sentence go on at token `t` without the noun or adverb that a count would have?"""
    return parse.tag(t) in "CSO" or parse.tokens.lower[t] == "at"


def _is_of_person(parse: Parse, figure: Figure, lexicon: Lexicon) -> bool:
    """ "A man of 83"."""
    parent = _word(parse, figure.first - 2) in _PARENTS  # a mother of two
    return _word(parse, figure.first - 1) == "of" and not parent and _is_one_person(parse, figure.first - 2, lexicon)


def _is_cued(parse: Parse, figure: Figure, lexicon: Lexicon) -> bool:
    """Does a word of age stand before the figure in its part of the sentence ("the youngest was 15")?"""
    cues, lower = lexicon.tables.get("scope.ages", frozenset()), parse.tokens.lower
    before, stages = _word(parse, figure.first - 1), lexicon.tables["scope.stages"]
    gapped = before in ("at", "to", "from", "by")  # a pension at 63 and men at 65
    if _word(parse, figure.first - 1) == "of" and lower[figure.first - 2] in cues:
        return lower[figure.first - 2] not in _OF_SEVERAL
    for t in range(figure.first - 1, max(parse.first, figure.first - _CUE_REACH) - 1, -1):
        if lower[t] in cues:
            return True
        if before in ("at", "by") and not {lower[t], " ".join(lower[t - 1 : t + 1])}.isdisjoint(stages):
            return True  # left school at 15
        if lower[t] in ";:" or (parse.tag(t) == "#" and not gapped):
            return False  # "the median age was 82 and all but four had ..."
    return False
