"""Is a figure a level or a change, a total or a part, and which way does it move?"""

from reconcile.extract.clauses import Clause, verb_lemma
from reconcile.extract.figures import Figure
from reconcile.extract.lexicon import Lexicon
from reconcile.extract.syntax import Parse
from reconcile.facts.claim import Change, Scope

_UP_WORDS = frozenset({"up", "higher"})
_DOWN_WORDS = frozenset({"down", "lower"})
_TO = frozenset({"to", "at", "from"})
_ADDING = frozenset({"another", "additional", "further", "extra", "more", "added"})
_REMAINING = frozenset({"remaining", "other", "rest", "others"})


def movement(parse: Parse, clause: Clause, figure: Figure, lexicon: Lexicon) -> tuple[Change, Scope]:
    """The direction and the scope of a figure."""
    lower = parse.tokens.lower
    before = lower[figure.first - 1] if figure.first > parse.first else ""
    direction = _direct(parse, figure, lexicon)
    if direction != "none":
        return direction, "change"
    governed = _verb_direction(parse, clause, lexicon)
    if governed != "none":
        if before in _TO:
            return "none", "level"
        if before == "by" or _object_of_change(parse, clause, figure):
            return governed, "change"
    if before in _TO and figure.first - 2 >= parse.first and lower[figure.first - 2] in (_UP_WORDS | _DOWN_WORDS):
        return "none", "level"
    if figure.quantity.value is not None and figure.quantity.value < 0 and figure.kind == "percent":
        return "down", "change"
    return "none", _extent(parse, figure)


def _direct(parse: Parse, figure: Figure, lexicon: Lexicon) -> Change:
    """ "up 57%", "a 9% rise", "a cut of 25 basis points", "30% more", "12% lower"."""
    lower = parse.tokens.lower
    at = figure.first - 1
    while at > parse.first and lower[at] in ("by", "another", "a", "an", "the", "further", "of"):
        at -= 1
    if at >= parse.first:
        word = lower[at]
        if word in _UP_WORDS:
            return "up"
        if word in _DOWN_WORDS:
            return "down"
        if lower[figure.first - 1] == "of" or lower[figure.first - 2] == "of":
            direction = _noun_direction(lexicon.lemma(word), lexicon)
            if direction != "none":
                return direction
    chunk = parse.chunks[parse.chunk_at(figure.last)]
    for t in range(figure.last + 1, min(chunk.last, figure.last + 4) + 1):
        direction = _noun_direction(lexicon.lemma(lower[t]), lexicon)
        if direction != "none":
            return direction
    following = lower[figure.last + 1] if figure.last + 1 < parse.end else ""
    if figure.kind in ("percent", "ratio", "money", "measure", "duration") and following in ("more", "higher", "above", "larger", "longer", "increase"):
        return "up"
    if figure.kind in ("percent", "ratio", "money", "measure", "duration") and following in ("less", "lower", "fewer", "below", "smaller", "shorter", "off"):
        return "down"
    return "none"


def _noun_direction(noun: str, lexicon: Lexicon) -> Change:
    name = lexicon.noun_event.get(noun, "")
    return "up" if name in lexicon.rising else "down" if name in lexicon.falling else "none"


def _verb_direction(parse: Parse, clause: Clause, lexicon: Lexicon) -> Change:
    if clause.verb < 0:
        return "none"
    lemma = verb_lemma(parse, parse.chunks[clause.verb], lexicon)
    name = lexicon.verb_event.get(lemma, "")
    return "up" if name in lexicon.rising else "down" if name in lexicon.falling else "none"


def _object_of_change(parse: Parse, clause: Clause, figure: Figure) -> bool:
    """Does the figure stand right behind the verb of change ("fell 4%"), not as its subject?"""
    return not clause.figure_is_subject and figure.kind != "count" and figure.first - parse.chunks[clause.verb].last <= 2


def _extent(parse: Parse, figure: Figure) -> Scope:
    """A further amount, a part of a stated whole, or a total."""
    lower = parse.tokens.lower
    around = lower[max(parse.first, figure.first - 2) : figure.first]
    after = lower[figure.last + 1 : figure.last + 3]
    if any(word in _ADDING for word in around) or (after and after[0] in ("more", "additional", "extra", "further", "others")):
        return "additional"
    if any(word in _REMAINING for word in around) or "whom" in lower[max(parse.first, figure.first - 4) : figure.first]:
        return "part"
    if "including" in around or after[:1] == ["of"] and len(after) > 1 and after[1] in ("the", "them", "those", "these", "its", "his", "her", "their", "our", "all"):
        return "part"
    return "total"
