"""Is a figure a level or a change, a total or a part, and which way does it move?"""

from typing import NamedTuple

from reconcile.extract.figures.figure import Figure
from reconcile.extract.lexicon import Lexicon
from reconcile.extract.reading.about import goes_on
from reconcile.extract.reading.clauses import Clause
from reconcile.extract.reading.nouns import Noun
from reconcile.extract.reading.syntax import Parse
from reconcile.facts.claim import Change, Scope

_AMOUNTS = frozenset({"percent", "ratio", "money", "measure", "duration"})
_LEVEL_WORDS = frozenset({"to", "at", "from"})
_MERELY = frozenset({"just", "only", "merely", "barely", "another", "further"})  # by just 3.6%
_POINTED = frozenset({"points", "point", "lower", "higher", "down", "up"})  # behind the movement of an index
_COINS = frozenset({"cent", "cents", "pence", "p", "c"})
_SKIPPED = frozenset({"by", "another", "a", "an", "the", "further", "of"})
_LISTING = frozenset({"and", "or", ",", "&"})
_COMPARED = 10  # tokens within which a "than" stands behind the "more" that it belongs to
_OWNERS = frozenset({"the", "its", "his", "her", "their", "our", "all", "these", "those"})


class Movement(NamedTuple):
    """The direction and the scope of a figure."""

    change: Change
    scope: Scope


class Earlier(NamedTuple):
    """The figure before in the sentence, and how it moves."""

    figure: Figure
    movement: Movement


def movement(
    parse: Parse, clause: Clause, figure: Figure, noun: Noun | None, earlier: Earlier | None, lexicon: Lexicon
) -> Movement:
    """How a figure moves; `earlier` is the figure before it in the sentence, which "$1.15, or 1.4 percent" says
    again."""
    at = figure.first - 1
    while at > parse.first and parse.tokens.lower[at] in _MERELY:
        at -= 1
    before = parse.tokens.lower[at] if at >= parse.first else ""
    if earlier and earlier.movement.scope == "change" and _goes_along(parse, figure, earlier, lexicon):
        return earlier.movement
    direction = _signed(parse, figure) or _next_to(parse, figure, noun, earlier, lexicon)
    if direction:
        return Movement(direction, "change")
    governed = _verb_direction(parse, clause, figure, noun, lexicon)
    moved = governed or _moves(parse, clause, figure, lexicon) or _is_between_levels(parse, figure, earlier)
    if before in _LEVEL_WORDS and moved:
        return Movement("none", "level")
    if governed and (before == "by" or _object_of_change(parse, clause, figure, noun, lexicon)):
        return Movement(governed, "change")
    if figure.kind == "percent" and figure.quantity.value is not None and figure.quantity.value < 0:
        return Movement("down", "change")
    return Movement(
        "none",
        "level" if _is_reached(parse, clause, figure, lexicon) else _extent(parse, clause, figure, earlier, lexicon),
    )


def _goes_along(parse: Parse, figure: Figure, earlier: Earlier, lexicon: Lexicon) -> bool:
    """Does the figure say the one before again ("$1.15, or 1.4 percent"), or follow it in a list ("3.1%, 0.9% and
    2.4%")?"""
    between = parse.tokens.lower[earlier.figure.last + 1 : figure.first]
    again = _is_said_again(between, figure, earlier.figure)
    if again or (between[-2:] == [",", "or"] and len(between) <= 3) or _is_gapped(parse, figure, earlier):
        return True
    if figure.kind == earlier.figure.kind and goes_on(parse, earlier.figure, figure, lexicon):
        return True  # 0.4% from October and 4% from a year earlier
    return figure.kind == earlier.figure.kind and between in ([","], ["and"], [",", "and"])


def _is_said_again(between: list[str], figure: Figure, earlier: Figure) -> bool:
    """Do the words between two figures of different kinds make them one: "31 cents or 0.5%", "£6,589 (1.8%)", "41
    points lower, 0.2%,"?"""
    if figure.kind == earlier.kind:
        return False
    rest = [word for word in between if word not in _POINTED]
    return rest in (["or"], ["("]) or (rest == [","] and len(between) > 1 and earlier.kind == "count")


def _is_gapped(parse: Parse, figure: Figure, earlier: Earlier) -> bool:
    """Is the verb of the figure the one before, left out: "cars jumped 52%, hybrids 21% and vans a more modest 6%"?"""
    if figure.kind != "percent" or earlier.figure.kind != "percent":
        return False
    tags = parse.tags_of(earlier.figure.last + 1, figure.first - 1)
    nouns = tags.lstrip(",C").rstrip("DJR")
    return tags[:1] in (",", "C") and nouns[-1:] in ("N", "E") and not nouns.strip("DJNEG")


def _is_between_levels(parse: Parse, figure: Figure, earlier: Earlier | None) -> bool:
    """Does the figure stand in "from 6 percent to 4 percent", which is no range?"""
    lower = parse.tokens.lower
    if figure.kind in ("count", "rank") or figure.ranged:
        return False
    leaves = lower[figure.first - 1] == "from" and lower[figure.last + 1 : figure.last + 2] == ["to"]
    follows = earlier is not None and lower[earlier.figure.last + 1 : figure.first] == ["to"]
    return leaves or (follows and earlier is not None and lower[earlier.figure.first - 1] == "from")


def _signed(parse: Parse, figure: Figure) -> Change | None:
    """ "+6%"."""
    at = figure.first - 1
    return "up" if at >= parse.first and parse.tokens.surface[at] == "+" and parse.tokens.glued[figure.first] else None


def _next_to(
    parse: Parse, figure: Figure, noun: Noun | None, earlier: Earlier | None, lexicon: Lexicon
) -> Change | None:
    """ "up 57%", "a 9% rise", "a cut of 25 basis points", "30% more", "eight fewer than"."""
    return (
        _before(parse, figure, lexicon)
        or _in_phrase(parse, figure, lexicon)
        or _compared(parse, figure, noun, earlier, lexicon)
    )


def _before(parse: Parse, figure: Figure, lexicon: Lexicon) -> Change | None:
    lower, at = parse.tokens.lower, figure.first - 1
    while at > parse.first and lower[at] in _SKIPPED:
        at -= 1
    if at < parse.first or _is_phrasal(parse, at, figure, lexicon):
        return None
    if lower[at] in lexicon.tables.get("scope.up", ()) and lexicon.verbs.get(lower[at - 1], ("",))[0] != "make":
        return "up"  # but women make up 42% of the staff
    if lower[at] in lexicon.tables.get("scope.down", ()):
        return "down"
    if "of" not in lower[at + 1 : figure.first]:
        return None
    return _noun_direction(lexicon.lemma(lower[at]), lexicon) or _swing(lexicon.lemma(lower[at]), figure, lexicon)


def _is_phrasal(parse: Parse, at: int, figure: Figure, lexicon: Lexicon) -> bool:
    """Does the word at token `at` belong to the verb before it and give no direction: "shot down 61"?"""
    if figure.kind not in ("count", "money") or at == parse.first or parse.tag(at - 1) != "V":
        return False
    lemma = lexicon.verbs.get(parse.tokens.lower[at - 1], ("", ""))[0]
    return lemma in lexicon.tables["scope.phrasal"]


def _swing(noun: str, figure: Figure, lexicon: Lexicon) -> Change | None:
    """The direction of a share that a noun of winning or losing names: a rally of 47 percent, a slide of 3%."""
    if figure.kind != "percent":
        return None
    gained, lost = noun in lexicon.tables["scope.gaining"], noun in lexicon.tables["scope.losing"]
    return "up" if gained else "down" if lost else None


def _in_phrase(parse: Parse, figure: Figure, lexicon: Lexicon) -> Change | None:
    """The direction that a noun behind the figure in its phrase names: "a 9% rise", "a half-point cut"."""
    chunk = parse.chunks[parse.chunk_at(figure.last)]
    for word in parse.tokens.lower[figure.last + 1 : min(chunk.last, figure.last + 4) + 1]:
        direction = _noun_direction(lexicon.noun_lemmas[word], lexicon)
        if direction:
            return direction
    return None


def _compared(
    parse: Parse, figure: Figure, noun: Noun | None, earlier: Earlier | None, lexicon: Lexicon
) -> Change | None:
    """ "30% more", "eight fewer than in 2024", "12 more" after such a figure, "312 points higher"."""
    own = noun if noun and not noun.inherited and figure.kind == "count" else None
    counted = own is not None and own.head in lexicon.tables.get("scope.points", ())
    last = own.last if own and counted else figure.last
    following, then = (*parse.tokens.lower[last + 1 : last + 3], "", "")[:2]
    if (counted or figure.kind == "measure") and following in ("ahead", "behind", "off"):
        return None  # 19 points behind the leaders, 25km off the coast
    parallel = earlier is not None and earlier.movement.scope == "change" and not then.isalpha()
    points = counted or figure.quantity.unit in lexicon.tables.get("scope.points", ())
    if figure.kind == "percent" and following in ("up", "down") and then != "front":
        return "up" if following == "up" else "down"
    if not (figure.kind in _AMOUNTS or then == "than" or following == "fewer" or points or parallel):
        return _more_than(parse, figure, own, lexicon)
    return _more_or_less(following, lexicon)


def _more_or_less(word: str, lexicon: Lexicon) -> Change | None:
    if word in lexicon.tables.get("scope.more", ()):
        return "up"
    return "down" if word in lexicon.tables.get("scope.less", ()) else None


def _more_than(parse: Parse, figure: Figure, noun: Noun | None, lexicon: Lexicon) -> Change | None:
    """ "25 more pupils in a class than it has desks for", "40 people more in the jail than it has beds for": what is
    compared stands between."""
    if noun is None:
        return None
    lower, places = parse.tokens.lower, [t for t in (figure.last + 1, noun.last + 1) if t < parse.end]
    at = next((t for t in places if _more_or_less(lower[t], lexicon)), -1)
    behind = lower[at + 1 : min(at + 1 + _COMPARED, parse.end)] if at >= 0 else []
    if "than" not in behind:
        return None
    plain = all(parse.tag(t) not in ",;:#()" for t in range(at + 1, at + 1 + behind.index("than")))
    return _more_or_less(lower[at], lexicon) if plain else None


def _noun_direction(noun: str, lexicon: Lexicon) -> Change | None:
    name = lexicon.noun_event.get(noun, "")
    return "up" if name in lexicon.rising else "down" if name in lexicon.falling else None


def _verb_direction(parse: Parse, clause: Clause, figure: Figure, noun: Noun | None, lexicon: Lexicon) -> Change | None:
    """The way that the governing verb moves the figure, or what the figure stands for."""
    if clause.verb < 0:
        return None
    lemma = parse.verbs[clause.verb]
    name, tables = lexicon.verb_event.get(lemma, ""), lexicon.tables
    coins = figure.kind == "money" and parse.tokens.lower[figure.last] in _COINS  # advanced 94 cents
    points = figure.kind in ("percent", "ratio") or coins or _counts_points(figure, noun, lexicon)
    if (
        name in lexicon.rising
        or lemma in tables.get("scope.up-verbs", ())
        or (points and lemma in tables.get("scope.gaining", ()))
    ):
        return "up"
    if (
        name in lexicon.falling
        or lemma in tables.get("scope.down-verbs", ())
        or (points and lemma in tables.get("scope.losing", ()))
    ):
        return "down"
    return None


def _moves(parse: Parse, clause: Clause, figure: Figure, lexicon: Lexicon) -> bool:
    """Does a word of movement stand before the figure in its clause ("took the toll to 31", "the fare doubles to
    €4")?"""
    first = parse.chunks[clause.first].first
    words = zip(parse.tokens.lower[first : figure.first], parse.tags_of(first, figure.first), strict=False)
    return any(word in lexicon.movement and tag != "E" for word, tag in words)


def _object_of_change(parse: Parse, clause: Clause, figure: Figure, noun: Noun | None, lexicon: Lexicon) -> bool:
    """Does the figure stand right behind the verb of change ("fell 4%"), not as its subject?"""
    if figure.kind == "money" and parse.verbs[clause.verb] == "raise":
        return False  # a sum that is raised is no change
    close = figure.first - parse.chunks[clause.verb].last <= 2
    return not clause.figure_is_subject and close and (figure.kind != "count" or _counts_points(figure, noun, lexicon))


def _counts_points(figure: Figure, noun: Noun | None, lexicon: Lexicon) -> bool:
    """Does the figure count points, seats or places, which are gained and lost?"""
    points = lexicon.tables.get("scope.points", frozenset())
    return figure.quantity.unit in points or (noun is not None and noun.head in points)


def _is_reached(parse: Parse, clause: Clause, figure: Figure, lexicon: Lexicon) -> bool:
    """Is the figure the object of a verb of reaching ("reached 5.1 per cent")?"""
    if clause.verb < 0 or clause.figure_is_subject or figure.first - parse.chunks[clause.verb].last > 2:
        return False
    return lexicon.verb_event.get(parse.verbs[clause.verb]) == "reach"


def _extent(parse: Parse, clause: Clause, figure: Figure, earlier: Earlier | None, lexicon: Lexicon) -> Scope:
    """A further amount, a part of a stated whole, or a total."""
    lower, tables = parse.tokens.lower, lexicon.tables
    near = lower[max(parse.first, figure.first - 3) : figure.first]
    close = [*near[-2:], *_words_inside(parse, figure)]
    after = lower[figure.last + 1] if figure.last + 1 < parse.end else ""
    compares = figure.first > parse.first and parse.tag(figure.first - 1) == "J" and lower[figure.first - 2] == "more"
    if (not tables["scope.adding"].isdisjoint(close) and not compares) or after in tables["scope.added"]:
        return "additional"
    if near[-2:] == ["among", "the"]:
        return "total"  # the whole itself: "among the 50 killed were 12 women"
    if not tables["scope.remaining"].isdisjoint(close) or not tables["scope.including"].isdisjoint(near):
        return "part"
    if "of" in near and not tables["scope.wholes"].isdisjoint(near):
        return "part"
    distant = figure.kind == "measure" and lower[figure.first] == "within"  # within 10km of the volcano
    if (after == "of" and not distant and _names_whole(parse, figure, lexicon)) or _is_among(parse, figure, lexicon):
        return "part"
    return "part" if _whole_before(parse, clause, figure, earlier) else "total"


def _is_among(parse: Parse, figure: Figure, lexicon: Lexicon) -> bool:
    """ "Eight, two women among them"."""
    k = parse.chunk_at(figure.last)
    return parse.openings[k + 1] == "among" and parse.openings[k + 2] in lexicon.tables["scope.wholes"]


def _words_inside(parse: Parse, figure: Figure) -> list[str]:
    """The words of the figure before its number, without the "more" of "more than"."""
    lower = parse.tokens.lower
    return [lower[t] for t in range(figure.first, figure.number) if lower[t + 1] != "than"]


def _names_whole(parse: Parse, figure: Figure, lexicon: Lexicon) -> bool:
    """ "204 of the recruits", "two of whom", "132 of parliament's 275 seats"."""
    at = figure.last + 2
    if at >= parse.end:
        return False
    word = parse.tokens.lower[at]
    return word in lexicon.tables.get("scope.wholes", ()) or word in _OWNERS or parse.has_figure(parse.chunk_at(at))


def _whole_before(parse: Parse, clause: Clause, figure: Figure, earlier: Earlier | None) -> bool:
    """ "Of the 310 recruits, 204 were ..." and "Among the 50 killed were 12 women" open with the whole; "212 of them
    for falls and 98 for burns" goes on with parts."""
    if figure.kind != "count":
        return False
    opening = parse.tokens.lower[parse.first]
    if opening in ("of", "among") and clause.figure_is_subject and clause.chunk > 1:
        return True
    if opening == "among" and clause.verb >= 0 and parse.verbs[clause.verb] == "be":
        return True
    return earlier is not None and (_is_aside(parse, figure) or _continues(parse, figure, earlier))


def _is_aside(parse: Parse, figure: Figure) -> bool:
    """Is the figure a part named in brackets behind the whole: "17 hospitals (12 in the north)"?"""
    own = parse.chunk_at(figure.last)
    bare = parse.chunks[own].last == figure.last and parse.kinds[own + 1] == "P"
    return bare and parse.tokens.lower[figure.first - 1] == "("


def _continues(parse: Parse, figure: Figure, earlier: Earlier) -> bool:
    """Does the figure go on with a list of parts: "19 are children and 15 adults", "12 women, 8 men and a boy"?"""
    lower = parse.tokens.lower
    if earlier.movement.scope != "part" or lower[figure.first - 1] not in _LISTING or lower[figure.first - 2] == ",":
        return False
    own = parse.chunk_at(figure.last)
    between = range(parse.chunk_at(earlier.figure.last) + 1, own)
    verbs = [k for k in between if parse.kinds[k] == "V"]
    if parse.chunks[own].last == figure.last and parse.kinds[own + 1] == "P":
        return not verbs
    return parse.kinds[own + 1] != "V" and all(parse.verbs[k] == "be" for k in verbs)
