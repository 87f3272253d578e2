"""What a figure is about: the subject of its verb, or the phrase that the figure hangs on."""

from reconcile.extract.lexicon import Lexicon
from reconcile.extract.reading.clauses import Clause, bounds, verb_before
from reconcile.extract.reading.syntax import NOMINAL, Parse

_RELATIVES = frozenset({"which", "who", "that", "whose"})
_PRONOUNS = frozenset({"it", "they", "he", "she", "this", "that", "these", "those", "i", "we", "you"})
_INSERTED = frozenset("VSPJT")  # what an insertion between commas starts with: ", valued at $750m,"


def with_subject(parse: Parse, clause: Clause, lexicon: Lexicon, *, counts: bool) -> Clause:
    """The clause with its subject; a count that is itself the subject has none besides."""
    at = clause.chunk
    near, apart = _nearest_phrase(parse, at, clause.first)
    if clause.figure_is_subject:
        return clause._replace(subject=-1 if counts else near)
    left = clause.verb if clause.verb < at else -1
    if near >= 0 and (apart or left < 0):
        return clause._replace(subject=near)
    return clause._replace(subject=_governing_subject(parse, left, clause.first, lexicon))


def _governing_subject(parse: Parse, verb: int, first: int, lexicon: Lexicon) -> int:
    """The subject of the governing verb, or the noun that a relative clause hangs on, or, in a fragment, the subject
    of the clause before."""
    if verb >= 0 and not _resumes_main_clause(parse, verb, first):
        own = subject_before(parse, verb, first, lexicon)
        if own >= 0:
            return _antecedent(parse, own, first, lexicon)
    return _from_outside(parse, first, lexicon)


def _nearest_phrase(parse: Parse, at: int, first: int) -> tuple[int, bool]:
    """The noun phrase before the figure with no verb in between, and whether it stands so apart that the figure is
    about it: behind a
    comma ("Unite Group, down 68p"), after "with" ("with its shares down 11.9%"), or is moved by or to it ("cut its
    workforce by 500")."""
    chunks = parse.chunks
    comma = False
    for k in range(at - 1, first - 1, -1):
        if chunks[k].kind == "V":
            break
        comma = comma or chunks[k].kind == ","
        if chunks[k].kind != "N" or parse.has_figure(k):
            continue
        governor = parse.word(k - 1) if parse.kind(k - 1) == "P" else ""
        if governor == "with":
            return k, True
        if not governor:
            moved = chunks[at - 1].kind == "P" and parse.word(at - 1) in ("by", "to", "from", "at")
            listed = k > 0 and chunks[k - 1].kind in "C,:" and k >= at - 2
            return k, comma or moved or listed
    return -1, False


def _antecedent(parse: Parse, k: int, first: int, lexicon: Lexicon) -> int:
    """What a pronoun subject stands for within its sentence: "Cayman Airways said it was grounding two jets"."""
    if not is_pronoun(parse, k):
        return k
    verb = verb_before(parse, k, first)
    if verb >= 0:
        own = subject_before(parse, verb, first, lexicon)
        return own if own >= 0 else k
    outside = _from_outside(parse, first, lexicon)
    return outside if outside >= 0 else k


def is_pronoun(parse: Parse, k: int) -> bool:
    """Is chunk `k` a pronoun and nothing else?"""
    chunk = parse.chunks[k]
    return chunk.first == chunk.last and parse.tokens.lower[chunk.first] in _PRONOUNS


def _resumes_main_clause(parse: Parse, verb: int, first: int) -> bool:
    """Does the verb go on with the clause that a relative one interrupts: "the quake that flattened villages [killed]
    87"?"""
    if parse.kind(first - 1) != "S" or parse.word(first - 1) not in ("that", "which", "who"):
        return False
    if parse.kind(first) != "V" or verb == first:
        return False
    return all(parse.kind(k) != "C" for k in range(first, verb))


def subject_before(parse: Parse, verb: int, first: int, lexicon: Lexicon) -> int:
    """The subject of a verb group inside the clause: the free noun phrase of the run before it. Verbs in a chain share
    theirs ("took seven years, heard 380 witnesses and cost £40m"), so that their own figures are passed over."""
    best, k = -1, _before_insertion(parse, verb, first)
    while k >= first:
        kind = parse.kind(k)
        if best >= 0 and kind in "V,C":
            break
        if (
            kind == "V"
            and parse.verbs[k] in lexicon.reporting
            and parse.kind(k - 1) == "N"
            and parse.kind(k - 2) == ","
        ):
            k -= 3  # an attribution put in: "The number is growing, the insurer said, and reached 61,000"
            continue
        if kind == "N" and parse.kind(k - 1) != "P" and not parse.has_figure(k) and not _tells_time(parse, k, lexicon):
            best = k
        k -= 1
    return best


def _before_insertion(parse: Parse, verb: int, first: int) -> int:
    """The last chunk before a verb group; before a whole insertion where one stands there: "The firm, valued at $750m,
    has ..."."""
    k = verb - 1
    if parse.kind(k) != ",":
        return k
    opening = k - 1
    while opening > first and parse.kind(opening) != ",":
        opening -= 1
    inserted = opening > first and parse.kind(opening - 1) == "N" and _starts_insertion(parse, opening + 1)
    return opening - 1 if inserted else k


def _starts_insertion(parse: Parse, k: int) -> bool:
    return parse.kind(k) in _INSERTED or parse.word(k) == "whose"


def _tells_time(parse: Parse, k: int, lexicon: Lexicon) -> bool:
    """Is a noun phrase a stretch of time ("a year ago", "last season"), which does nothing?"""
    chunk = parse.chunks[k]
    return parse.tokens.lower[chunk.last] in lexicon.time_words and not parse.has_tag(k, "G")


def _from_outside(parse: Parse, first: int, lexicon: Lexicon) -> int:
    """The subject of a clause that has none of its own: the antecedent of "which", else the subject of the clause
    before."""
    k = first - 1
    relative = parse.kind(k) == "S" and parse.word(k) in _RELATIVES
    while k >= 0 and parse.kind(k) not in "NV":
        k -= 1
    if k < 0:
        return -1
    if relative and parse.kind(k) == "N":
        return head_of_chain(parse, k)
    return _subject_around(parse, k, lexicon)


def head_of_chain(parse: Parse, k: int) -> int:
    """The first noun phrase of a chain that prepositions tie together: the report of "the report of the panel on
    safety"."""
    while k >= 2 and parse.kind(k - 1) == "P":
        qualified = parse.kind(k - 2) == "J" or (parse.kind(k - 2) == "V" and not parse.has_tag(k - 2, "A"))
        before = k - 2 - qualified
        if before < 0 or parse.kind(before) != "N":
            break
        k = before
    return k


def _subject_around(parse: Parse, k: int, lexicon: Lexicon) -> int:
    """The subject of the clause that ends with chunk `k`, or its first noun phrase, or what that clause itself hangs
    on."""
    start, _ = bounds(parse, k, k)
    verb = verb_before(parse, k + 1, start)
    own = subject_before(parse, verb, start, lexicon) if verb >= 0 else -1
    if own >= 0:
        return own
    for j in range(start, k + 1):
        if parse.kind(j) == "N" and not parse.has_figure(j):
            return j
    return _from_outside(parse, start, lexicon) if start > 0 else -1


def phrase_with_of(parse: Parse, k: int) -> tuple[int, int]:
    """The tokens of noun phrase `k` together with the "of", "for" or "in" phrases that follow it directly."""
    first, last = parse.chunks[k].first, parse.chunks[k].last
    while parse.is_phrase_after(k + 1, "of", "for", "in", "on", "from") and not parse.has_figure(k + 2):
        last = parse.chunks[k + 2].last
        k += 2
    return first, last


def is_nominal(parse: Parse, k: int) -> bool:
    """Does chunk `k` hold a noun or a name?"""
    chunk = parse.chunks[k]
    return not NOMINAL.isdisjoint(parse.tags_of(chunk.first, chunk.last))
