"""How sure a figure is: denied, hypothetical, planned, estimated, or plainly asserted."""

from reconcile.extract.figures.figure import Figure
from reconcile.extract.lexicon import Lexicon
from reconcile.extract.reading.clauses import Clause
from reconcile.extract.reading.syntax import Parse
from reconcile.facts.claim import Standing

_CONDITIONS = frozenset({"if", "unless"})
_REPORTED = frozenset({"denied", "estimated"})  # what a verb that reports a clause makes of it
_NEGATIONS = frozenset({"not", "never"})


def find_standing(parse: Parse, clause: Clause, figure: Figure, lexicon: Lexicon) -> Standing:
    """How sure a figure is; a hedge of its own may call it an estimate."""
    if _is_condition(parse, clause):
        return "hypothetical"
    found = _cues(parse, *_governing_span(parse, clause, figure), lexicon)
    found += [cue for cue in _cues(parse, *_reporting_span(parse, clause), lexicon) if cue in _REPORTED]
    if _is_negated(parse, clause) or "denied" in found:
        return "denied"
    if "hypothetical" in found:
        return "hypothetical"
    if "planned" in found:
        return "planned"
    own = "estimat" in " ".join(parse.tokens.lower[figure.first : figure.last + 1])
    return "estimated" if own or "estimated" in found else "asserted"


def _is_negated(parse: Parse, clause: Clause) -> bool:
    """Does the governing verb group say no?"""
    if (
        clause.verb < 0
        or clause.figure_is_subject
        or not _NEGATIONS.isdisjoint([parse.tokens.lower[phrase.first] for phrase in parse.phrases])
    ):
        return False  # "nine have not been found" says what happened
    verb = parse.chunks[clause.verb]
    group = parse.tokens.lower[verb.first : verb.last + 1]
    return not _NEGATIONS.isdisjoint(group) or any(word.endswith(("n't", "n\u2019t")) for word in group)


def _is_condition(parse: Parse, clause: Clause) -> bool:
    """Does "if" open the clause, or hang on its "would"?"""
    lower, start = parse.tokens.lower, parse.chunks[clause.first].first
    if start > parse.first and lower[start - 1] in _CONDITIONS:
        return True
    if (
        clause.verb >= 0
        and parse.openings[clause.verb] == "would"
        and not _CONDITIONS.isdisjoint(lower[parse.first : parse.end])
    ):
        return True
    opening = lower[parse.first]
    return start <= parse.first + 1 and (opening in _CONDITIONS or opening == "should")


def _governing_span(parse: Parse, clause: Clause, figure: Figure) -> tuple[int, int]:
    """The tokens of the verb group that governs the figure, with the verbs it hangs on ("intends to build"), up to the
    figure."""
    chunks = parse.chunks
    if clause.verb < 0:
        return max(parse.first, figure.first - 3), figure.first
    k = clause.verb
    while parse.tag(chunks[k].first) == "X" and k > clause.first:
        earlier = next((j for j in range(k - 1, clause.first - 1, -1) if chunks[j].kind == "V"), -1)
        if earlier < 0:
            break
        k = earlier
    verb = chunks[clause.verb]
    if clause.figure_is_subject:
        return chunks[k].first, min(verb.last + 2, parse.end - 1)
    return chunks[k].first, max(verb.last, figure.first - 1)


def _reporting_span(parse: Parse, clause: Clause) -> tuple[int, int]:
    """The tokens before the clause that report it: "denied that ...", "said ..."."""
    first = parse.chunks[clause.first].first
    if clause.first - 1 in parse.breaks:
        return parse.chunks[clause.first - 1].first, first - 1
    if first > parse.first and parse.tokens.lower[first - 1] == "that":
        return max(parse.first, first - 5), first - 2
    return first, first - 1


def _cues(parse: Parse, first: int, last: int, lexicon: Lexicon) -> list[str]:
    """The standings that words of the tokens `first`..`last` stand for."""
    lower, cues = parse.tokens.lower, lexicon.standing
    if cues.keys().isdisjoint(lower[first : last + 1]):
        return []  # as nearly always
    places = [t for t in range(first, last + 1) if lower[t] in cues]
    return [standing for t in places for _, standing in cues.starting(lower, t)[:1]]
