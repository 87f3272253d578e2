"""Parts of speech, one letter a token, from word lists, word forms and what stands before and after.

N noun, E proper noun, J adjective, D determiner, O pronoun, R adverb, P preposition, X infinitive "to", V verb, A
auxiliary,
C conjunction, S subordinator, G possessive 's, # figure, T date; a mark is its own tag.
"""

from itertools import repeat

from reconcile.extract.lexicon import SETTLED, Lexicon, is_name
from reconcile.extract.reading.verbal import NOMINAL, Place, verb_form
from reconcile.extract.tokens import MARK, NUMBER, WORD, Tokens

_QUOTES = frozenset("\"\u201c\u201d\u2018\u2019'`")
# Marks that have one tag everywhere, and leave the word that they are glued to what it is.
_PLAIN_MARKS = {mark: mark for mark in ",.;()?!%$"} | dict.fromkeys('"\u201c\u201d', '"')
_JOINERS = frozenset("-\u2010\u2011/&")
_HYPHENS = frozenset("-\u2010\u2011")
_POSSESSIVES = frozenset({"'s", "\u2019s"})
_RESTARTING = frozenset(":=\u2014")  # marks after which a sentence starts anew
_OPENING = frozenset('"(*-_') | _RESTARTING  # marks before the first word of a sentence
_COPULAR = frozenset("AJ")  # behind these a word may be an adjective: "is flat", "is water-resistant"
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "'s", "\u2019s"})
_LABELLING = frozenset(":-\u2013\u2014")
_LABELS = frozenset("NEJV")
_LONG, _HEADING = 4, 3  # letters of a word that a headline writes with a capital, and how many of them make one
_ITEM_ENDS = frozenset(".;,()")


def tag_sentence(tokens: Tokens, first: int, end: int, cover: list[str], lexicon: Lexicon) -> str:
    """The tags of tokens `first`..`end` (exclusive), a letter each; `cover` gives those of tokens that figures and
    dates occupy, "" for the others."""
    settled, surfaces, glued = lexicon.settled_tags, tokens.surface[first:end], tokens.glued[first:end]
    tags: list[str] = []
    heading = _is_heading(tokens, first, end)
    previous, start = "", True
    given = map(_PLAIN_MARKS.get, surfaces, repeat(""))
    lower, befores, afters = tokens.lower[first:end], ["", *surfaces], [*surfaces[1:], ""]
    words = zip(cover[first:end], given, surfaces, lower, glued, befores, [*glued[1:], False], afters, strict=False)
    for covered, mark, surface, word, joined, before, joins, after in words:
        tag = covered or mark
        if not tag:
            alone = (not joined or before in _PLAIN_MARKS) and (not joins or after in _PLAIN_MARKS)
            tag = settled[surface] if alone and (not start or surface == word) else ""
            if not tag:
                tag = _unsettled(tokens, first + len(tags), first, end, cover, previous, tags, lexicon, start=start)
            elif tag == "N" and previous in _COPULAR and _is_predicate(tokens, first + len(tags), end, tags, lexicon):
                tag = "J"
        start = heading or tag in (_OPENING if start else _RESTARTING)
        tags.append(tag)
        if tag != "R":
            previous = tag
    return "".join(tags)


def _is_heading(tokens: Tokens, first: int, end: int) -> bool:
    """Has every longer word a capital, as in "Fire Crews Rescue 40 From Hotel", so that a capital tells nothing?"""
    longer = 0
    for i in range(first, end):
        if len(tokens.surface[i]) >= _LONG and tokens.kind[i] == WORD:
            if not tokens.surface[i][0].isupper():
                return False
            longer += 1
    return longer >= _HEADING


def _labels(tokens: Tokens, i: int, end: int, previous: str, cover: list[str]) -> bool:
    """Is the mark what parts a label from a figure that fills its item of a list: "Injured - 14; missing - 3."?"""
    mark, after = tokens.surface[i], i + 1
    if mark not in _LABELLING or previous not in _LABELS or not _is_figure(cover, after) or tokens.glued[after]:
        return False
    if mark != ":" and tokens.glued[i]:
        return False
    while _is_figure(cover, after):
        after += 1
    return after >= end or tokens.surface[after] in _ITEM_ENDS


def _is_figure(cover: list[str], i: int) -> bool:
    """Is token `i` of the text part of a figure?"""
    return cover[i : i + 1] == ["#"]


def _unsettled(
    tokens: Tokens, i: int, first: int, end: int, cover: list[str], previous: str, tags: list[str], lexicon: Lexicon,
    *, start: bool,
) -> str:  # fmt: skip
    """The tag of a token that its neighbours decide."""
    kind = tokens.kind[i]
    if kind == MARK:
        return "=" if _labels(tokens, i, end, previous, cover) else _mark(tokens, i, end, previous)
    if tokens.glued[i] and i > first and _in_code(tokens, i, first, kind, cover):
        return "E"
    return _word(tokens, i, end, previous, tags, lexicon, start=start)


def _in_code(tokens: Tokens, i: int, first: int, kind: str, cover: list[str]) -> bool:
    """Is a token part of a name made of letters and figures: the 1 and the A of "M1A2", the 35 of "F-35s"?"""
    if cover[i - 1]:
        return False
    before = tokens.kind[i - 1]
    if kind == NUMBER:
        return before == WORD or (
            before == MARK and i - 2 >= first and tokens.glued[i - 1] and tokens.surface[i - 1] in _HYPHENS
        )
    return before == NUMBER


def _mark(tokens: Tokens, i: int, end: int, previous: str) -> str:
    mark = tokens.surface[i]
    if mark in "'\u2019" and tokens.glued[i] and (previous in NOMINAL or _ends_in_s(tokens, i - 1, previous)):
        return "G"  # workers' dormitory, 7 months' pay
    if mark in _QUOTES:
        return '"'
    if mark in _JOINERS and tokens.glued[i] and i + 1 < end and (tokens.glued[i + 1] or _is_suspended(tokens, i)):
        return "J"
    return "-" if mark in "\u2013\u2014--" else mark[0]


def _ends_in_s(tokens: Tokens, i: int, tag: str) -> bool:
    """Does a figure end in the plural of its unit at token `i`?"""
    return tag == "#" and tokens.kind[i] == WORD and tokens.lower[i].endswith("s")


def _is_suspended(tokens: Tokens, i: int) -> bool:
    """Does the hyphen at token `i` stand for a word to come: "three- and five-day tours"?"""
    return tokens.surface[i] in _HYPHENS and tokens.lower[i + 1] in ("and", "or", "to", ",")


def _word(tokens: Tokens, i: int, end: int, previous: str, tags: list[str], lexicon: Lexicon, *, start: bool) -> str:
    word, surface = tokens.lower[i], tokens.surface[i]
    if word in _POSSESSIVES:
        return "G" if previous in ("N", "E", "T", ")") else "A"
    joined = tokens.glued[i] or (i + 1 < end and tokens.glued[i + 1])
    if joined and _in_compound(tokens, i, end, tags, lexicon):
        return "J"
    capital = surface[0].isupper()
    known = lexicon.pos.get(word)
    if known is not None and not (capital and is_name(surface, known, start=start)):
        if known in SETTLED and not joined and word not in lexicon.noun_event:
            return known
        return _closed_class(tokens, i, end, previous, tags, known, lexicon)
    if capital and not start:
        return "E"
    if word in lexicon.verbs or lexicon.looks_verbal(word):
        return verb_form(Place(tokens, i, end, previous, tags, lexicon))
    if capital and word not in lexicon.singulars and word not in lexicon.noun_class:
        return "R" if word.endswith("ly") and tokens.surface[i + 1 : i + 2] == [","] else "E"  # "Regrettably, 12 ..."
    return _unlisted(tokens, i, end, previous, tags, lexicon)


def _unlisted(tokens: Tokens, i: int, end: int, previous: str, tags: list[str], lexicon: Lexicon) -> str:
    """The tag of a word that no list knows and that has not the form of a verb."""
    if tokens.lower[i].endswith("ly") and tokens.lower[i] not in lexicon.noun_class:
        return "R"
    return "J" if previous in _COPULAR and _is_predicate(tokens, i, end, tags, lexicon) else "N"


def _is_predicate(tokens: Tokens, i: int, end: int, tags: list[str], lexicon: Lexicon) -> bool:
    """Is a word that no list knows an adjective behind "be" alone: "is punishable by", "was flat at",
    "is water-resistant to"?"""
    known = tokens.lower[i] in lexicon.singulars or tokens.lower[i] in lexicon.noun_class
    if known or (
        i + 1 < end and lexicon.pos.get(tokens.lower[i + 1], "-" if tokens.kind[i + 1] != WORD else "N") not in "PC-"
    ):
        return False
    back = 1
    while back < len(tags) and (tags[-back] == "R" or (tags[-back] == "J" and tokens.glued[i])):
        back += 1
    return back <= len(tags) and tokens.lower[i - back] in _BE


def _in_compound(tokens: Tokens, i: int, end: int, tags: list[str], lexicon: Lexicon) -> bool:
    """Is the word part of a hyphenated modifier: "would-be migrants", "out-of-work actors", "wind-tunnel engineers"?"""
    if (
        i + 1 < end
        and tokens.surface[i + 1] in _HYPHENS
        and tokens.glued[i + 1]
        and i + 2 < end
        and tokens.glued[i + 2]
    ):
        return tokens.kind[i + 2] == WORD
    if len(tags) < 2 or tokens.surface[i - 1] not in _HYPHENS or not tokens.glued[i] or tokens.kind[i - 2] != WORD:
        return False
    if tokens.lower[i - 2] in lexicon.cardinals or tags[-2] == "#":
        return False  # the storey of "four-storey" is what the figure counts
    return i + 1 < end and tokens.kind[i + 1] == WORD and lexicon.pos.get(tokens.lower[i + 1], "N") in "NJ"


def _closed_class(
    tokens: Tokens, i: int, end: int, previous: str, tags: list[str], known: str, lexicon: Lexicon
) -> str:
    """The tag of a word of the lists, where its place does not make it a verb ("was estimated", "to have")."""
    if previous == "P" and tokens.lower[i - 1] == "to" and known == "A":
        tags[-1] = "X"
    word = tokens.lower[i]
    if known in "PR" and len(tags) > 1 and tokens.surface[i - 1] in _HYPHENS and tokens.glued[i] and tags[-2] in "NJV":
        return "N"  # a start-up
    if known in "OD" and i + 1 < end and tokens.glued[i + 1] and _in_name(tokens, i + 1):
        return "E"  # the i of "i4", the A of "A&E"
    if (
        known == "P"
        and word in lexicon.noun_event
        and (previous in ("J", "G") or tokens.lower[i + 1 : i + 2] == ["of"])
    ):
        return "N"  # his net worth of $3m
    governed = known in "JR" and previous in "AX" and word in lexicon.verbs and previous
    if governed or (known == "J" and _is_finite(tokens, i, end, previous, tags, lexicon)):
        return "V"
    if known == "J" and previous == "D" and (word in lexicon.adjective_event or word in lexicon.persons):
        return "J" if _noun_follows(tokens, i, end, lexicon) else "N"  # the dead, the injured
    if known == "R" and previous == "D" and tags[-1] == "D" and tokens.lower[i - 1] in ("a", "the"):
        return "R" if _noun_follows(tokens, i, end, lexicon) else "N"  # a well, the outside
    return known


def _in_name(tokens: Tokens, i: int) -> bool:
    """Does a token make a name of the letter that it is glued to?"""
    return tokens.kind[i] == NUMBER or tokens.surface[i] == "&"


def _is_finite(tokens: Tokens, i: int, end: int, previous: str, tags: list[str], lexicon: Lexicon) -> bool:
    """Is a word that is an adjective as well the verb of the sentence: "analysts, on average, expected profit",
    "officials estimated the cost", but "a total estimated value"?"""
    lemma, form = lexicon.verbs.get(tokens.lower[i], ("", ""))
    if form != "d" or i + 1 >= end:
        return False
    if tokens.kind[i + 1] == NUMBER or tokens.surface[i + 1] in lexicon.signs:
        return previous in NOMINAL and lexicon.verb_event.get(lemma) in lexicon.moving  # Brent advanced 94 cents
    if lemma not in lexicon.tables["verbs.expecting"] or tokens.kind[i + 1] != WORD:
        return False
    following = lexicon.pos.get(tokens.lower[i + 1], "N")
    if previous == ",":
        return following in "NDJ" and "V" not in tags and "N" in tags
    several = tokens.lower[i - 1].endswith("s")
    return previous in NOMINAL and following in "NDJ" and several


def _noun_follows(tokens: Tokens, i: int, end: int, lexicon: Lexicon) -> bool:
    """May the token behind `i` go on with its noun phrase?"""
    if i + 1 >= end or tokens.kind[i + 1] != WORD:
        return False
    following = tokens.lower[i + 1]
    return lexicon.pos.get(following, "N") in "NJ" and following not in lexicon.verbs
