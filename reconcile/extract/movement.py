"""Is a figure a level or a change, a total or a part, and which way does it move?"""

from typing import NamedTuple

from reconcile.extract.clauses import Clause, verb_lemma
from reconcile.extract.figures import Figure
from reconcile.extract.lexicon import Lexicon
from reconcile.extract.syntax import Parse
from reconcile.facts.claim import Change, Scope

_AMOUNTS = frozenset({"percent", "ratio", "money", "measure", "duration"})
_POINTS = frozenset({"point", "seat", "place", "pp", "bp", "%"})
_UP_WORDS = frozenset({"up", "higher"})
_DOWN_WORDS = frozenset({"down", "lower", "off"})
_MORE = frozenset({"more", "higher", "above", "larger", "longer", "ahead"})
_LESS = frozenset({"less", "lower", "fewer", "below", "smaller", "shorter", "off", "behind"})
_LEVEL_WORDS = frozenset({"to", "at", "from"})
_ADDING = frozenset({"another", "additional", "further", "extra", "more", "added"})
_REMAINING = frozenset({"remaining", "other", "rest", "others"})
_INCLUDING = frozenset({"including", "among", "includes", "included"})
_WHOLES = frozenset({"them", "those", "these", "which", "whom"})


class Movement(NamedTuple):
    """The direction and the scope of a figure."""

    change: Change
    scope: Scope


def movement(
    parse: Parse, clause: Clause, figure: Figure, previous: tuple[Figure, Movement] | None, lexicon: Lexicon
) -> Movement:
    """How a figure moves; `previous` is the figure before it in the sentence, which "$1.15, or 1.4 percent" says again."""
    lower = parse.tokens.lower
    before = lower[figure.first - 1] if figure.first > parse.first else ""
    if before == "or" and previous and previous[1].scope == "change" and lower[previous[0].last + 1] == ",":
        return previous[1]
    direction = _signed(parse, figure) or _next_to(parse, figure, lexicon)
    if direction:
        return Movement(direction, "change")
    governed = _verb_direction(parse, clause, figure, lexicon)
    if before in _LEVEL_WORDS and (governed or _moves(parse, clause, figure, lexicon)):
        return Movement("none", "level")
    if governed and (before == "by" or _object_of_change(parse, clause, figure)):
        return Movement(governed, "change")
    if figure.quantity.value is not None and figure.quantity.value < 0 and figure.kind == "percent":
        return Movement("down", "change")
    if (
        clause.verb >= 0
        and lexicon.verb_event.get(verb_lemma(parse, parse.chunks[clause.verb], lexicon)) == "reach"
        and not clause.figure_is_subject
    ):
        return Movement("none", "level")
    return Movement("none", _extent(parse, figure))


def _signed(parse: Parse, figure: Figure) -> Change | None:
    """ "+6%" and "(-11%)"."""
    at = figure.first - 1
    if at >= parse.first and parse.tokens.surface[at] == "+" and parse.tokens.glued[figure.first]:
        return "up"
    return None


def _next_to(parse: Parse, figure: Figure, lexicon: Lexicon) -> Change | None:
    """ "up 57%", "a 9% rise", "a cut of 25 basis points", "30% more", "eight fewer than"."""
    return _before(parse, figure, lexicon) or _after(parse, figure, lexicon)


def _before(parse: Parse, figure: Figure, lexicon: Lexicon) -> Change | None:
    lower = parse.tokens.lower
    at = figure.first - 1
    while at > parse.first and lower[at] in ("by", "another", "a", "an", "the", "further", "of"):
        at -= 1
    if at < parse.first:
        return None
    if lower[at] in _UP_WORDS:
        return "up"
    if lower[at] in _DOWN_WORDS:
        return "down"
    return _noun_direction(lexicon.lemma(lower[at]), lexicon) if "of" in lower[at + 1 : figure.first] else None


def _after(parse: Parse, figure: Figure, lexicon: Lexicon) -> Change | None:
    lower = parse.tokens.lower
    chunk = parse.chunks[parse.chunk_at(figure.last)]
    for t in range(figure.last + 1, min(chunk.last, figure.last + 4) + 1):
        direction = _noun_direction(lexicon.lemma(lower[t]), lexicon)
        if direction:
            return direction
    following, then = (*lower[figure.last + 1 : figure.last + 3], "", "")[:2]
    compares = figure.kind in _AMOUNTS or then == "than" or following == "fewer" or figure.quantity.unit in _POINTS
    if compares and following in _MORE:
        return "up"
    return "down" if compares and following in _LESS else None


def _noun_direction(noun: str, lexicon: Lexicon) -> Change | None:
    name = lexicon.noun_event.get(noun, "")
    return "up" if name in lexicon.rising else "down" if name in lexicon.falling else None


def _verb_direction(parse: Parse, clause: Clause, figure: Figure, lexicon: Lexicon) -> Change | None:
    if clause.verb < 0:
        return None
    lemma = verb_lemma(parse, parse.chunks[clause.verb], lexicon)
    name = lexicon.verb_event.get(lemma, "")
    if name in lexicon.rising or lemma in lexicon.tables.get("scope.up-verbs", ()):
        return "up"
    if name in lexicon.falling or lemma in lexicon.tables.get("scope.down-verbs", ()):
        return "down"
    if (
        figure.kind in ("percent", "ratio")
        or figure.quantity.unit in _POINTS
        or parse.tokens.lower[min(figure.last + 1, parse.end - 1)] in ("points", "seats")
    ):
        if lemma in lexicon.tables.get("scope.gaining", ()):
            return "up"
        if lemma in lexicon.tables.get("scope.losing", ()):
            return "down"
    return None


def _moves(parse: Parse, clause: Clause, figure: Figure, lexicon: Lexicon) -> bool:
    """Does a word of movement stand before the figure in its clause ("took the toll to 31", "the fare doubles to €4")?"""
    first = parse.chunks[clause.first].first
    return any(word in lexicon.movement for word in parse.tokens.lower[first : figure.first])


def _object_of_change(parse: Parse, clause: Clause, figure: Figure) -> bool:
    """Does the figure stand right behind the verb of change ("fell 4%"), not as its subject?"""
    close = figure.first - parse.chunks[clause.verb].last <= 2
    return (
        not clause.figure_is_subject
        and close
        and (figure.kind != "count" or figure.quantity.unit in _POINTS or _counts_points(parse, figure))
    )


def _counts_points(parse: Parse, figure: Figure) -> bool:
    following = parse.tokens.lower[figure.last + 1] if figure.last + 1 < parse.end else ""
    return following in ("points", "seats", "places")


def _extent(parse: Parse, figure: Figure) -> Scope:
    """A further amount, a part of a stated whole, or a total."""
    lower = parse.tokens.lower
    near = lower[max(parse.first, figure.first - 3) : figure.first]
    after = lower[figure.last + 1 : figure.last + 4]
    if any(word in _ADDING for word in near[-2:]) or (
        after and after[0] in ("more", "additional", "extra", "further", "others")
    ):
        return "additional"
    if (
        any(word in _REMAINING for word in near[-2:])
        or any(word in _INCLUDING for word in near)
        or ("of" in near and any(word in _WHOLES for word in near))
    ):
        return "part"
    if after[:1] == ["of"] and len(after) > 1 and _names_whole(parse, figure, after[1]):
        return "part"
    return "part" if _of_whole_before(parse, figure) else "total"


def _names_whole(parse: Parse, figure: Figure, word: str) -> bool:
    """ "204 of the recruits", "two of whom", "132 of parliament's 275 seats"."""
    if word in _WHOLES or word in ("the", "its", "his", "her", "their", "our", "all"):
        return True
    chunk = parse.chunks[parse.chunk_at(min(figure.last + 2, parse.end - 1))]
    return any(parse.tag(t) == "#" for t in range(chunk.first, chunk.last + 1))


def _of_whole_before(parse: Parse, figure: Figure) -> bool:
    """ "Of the 310 recruits, 204 were ...": the sentence opens with the whole."""
    lower = parse.tokens.lower
    if lower[parse.first] != "of":
        return False
    chunks = parse.chunks
    return len(chunks) > 3 and chunks[2].kind == "," and parse.chunk_at(figure.number) == 3 and chunks[1].kind == "N"
