"""The clause a figure stands in: its governing verb, its subject, what happens, where, and whether it is a level or a change."""

from typing import NamedTuple

from reconcile.extract.figures import Figure
from reconcile.extract.lexicon import Lexicon
from reconcile.extract.syntax import NOMINAL, Chunk, Parse
from reconcile.facts import Roles

_HARD = frozenset(';:-S"')
_FROM = frozenset({"from"})
_TO = frozenset({"to", "into", "towards", "toward", "onto", "for"})
_IN = frozenset(
    {
        "in",
        "at",
        "near",
        "across",
        "outside",
        "inside",
        "around",
        "off",
        "within",
        "over",
        "on",
        "throughout",
        "along",
        "under",
        "between",
    }
)
_RECEIVING = frozenset({"receive", "get", "host", "take"})
_STOP_NOUNS = frozenset(
    {"number", "total", "figure", "tally", "count", "sum", "addition", "time", "way", "part", "end", "fact", "case"}
)


class Clause(NamedTuple):
    """`chunk` is the figure's own; the clause spans chunks `first`..`last`; `verb` is the ordinal of the governing verb group, `subject` that of the
    noun phrase the figure is about (both -1 when there is none); `figure_is_subject` tells on which side of the verb the figure stands."""

    chunk: int
    first: int
    last: int
    verb: int
    subject: int
    figure_is_subject: bool


def find_clause(parse: Parse, figure: Figure, lexicon: Lexicon) -> Clause:
    """The clause around a figure."""
    at, end_at = parse.chunk_at(figure.number), parse.chunk_at(figure.last)
    first, last = _bounds(parse, at, end_at)
    left = _left_verb(parse, at, first)
    right = _right_verb(parse, end_at, last)
    own_subject = (
        right >= 0 and (left < 0 or _breaks_off(parse, left, at)) and not _bare_participle(parse, right, lexicon)
    )
    verb = right if own_subject or left < 0 else left
    if own_subject:
        near, _ = _nearest_phrase(parse, at, first) if figure.kind != "count" else (-1, False)
        return Clause(at, first, last, verb, near, True)
    return Clause(at, first, last, verb, _subject(parse, at, verb if verb == left else -1, first, lexicon), False)


def _bounds(parse: Parse, at: int, end_at: int) -> tuple[int, int]:
    """The first and last chunk of the clause that holds chunks `at`..`end_at`; a closed parenthesis is passed over."""
    chunks = parse.chunks
    first, last = at, end_at
    while first > 0 and chunks[first - 1].kind not in _HARD:
        first -= 1
        if chunks[first].kind == ")":
            while first > 0 and chunks[first].kind != "(":
                first -= 1
        elif chunks[first].kind == "(":
            first += 1
            break
    while last + 1 < len(chunks) and chunks[last + 1].kind not in _HARD and chunks[last + 1].kind != ")":
        last += 1
        if chunks[last].kind == "(":
            while last + 1 < len(chunks) and chunks[last].kind != ")":
                last += 1
    return first, last


def _left_verb(parse: Parse, at: int, first: int) -> int:
    for k in range(at - 1, first - 1, -1):
        if parse.chunks[k].kind == "V":
            return k
    return -1


def _right_verb(parse: Parse, at: int, last: int) -> int:
    """The verb group that a figure's phrase may be the subject of: nothing but its own modifiers stand between."""
    for k in range(at + 1, last + 1):
        kind = parse.chunks[k].kind
        if kind == "V":
            return k
        if kind not in "PNTRC()":
            return -1
        if kind == "C" and not (k < last and parse.chunks[k + 1].kind == "N"):
            return -1
    return -1


def _breaks_off(parse: Parse, verb: int, at: int) -> bool:
    """Does something between a verb and the figure begin a new clause (a comma, "and")?"""
    return any(parse.chunks[k].kind in ",C" for k in range(verb + 1, at))


def _bare_participle(parse: Parse, k: int, lexicon: Lexicon) -> bool:
    """A verb group that only modifies the noun before it: "soldiers stationed in", "to be sent"."""
    chunk = parse.chunks[k]
    word = parse.tokens.lower[chunk.first]
    if parse.tag(chunk.first) == "X":
        return True
    if any(parse.tag(t) == "A" for t in range(chunk.first, chunk.last + 1)):
        return False
    return lexicon.verbs.get(word, ("", ""))[1] == "g"


def has_figure(parse: Parse, chunk: Chunk) -> bool:
    """Does a figure stand in the chunk?"""
    return any(parse.tag(t) == "#" for t in range(chunk.first, chunk.last + 1))


def _subject(parse: Parse, at: int, verb: int, first: int, lexicon: Lexicon) -> int:
    """The noun phrase that the figure in chunk `at` is about, for a figure that is not itself the subject.

    "Unite Group, down 68p" and "FTSE -0.6%" have it right before them; else it is the subject of the governing verb, the noun that a relative
    clause hangs on, or, in a fragment, the subject of the clause before.
    """
    near, apart = _nearest_phrase(parse, at, first)
    if near >= 0 and (apart or verb < 0):
        return near
    if verb >= 0 and not _resumes_main_clause(parse, verb, first):
        own = _before_verb(parse, verb, first)
        if own >= 0:
            return _antecedent(parse, own, first, lexicon)
    return _from_outside(parse, first, lexicon)


def _nearest_phrase(parse: Parse, at: int, first: int) -> tuple[int, bool]:
    """The noun phrase before the figure with no verb in between, and whether it stands so apart that the figure is about it: behind a
    comma ("Unite Group, down 68p"), after "with" ("with its shares down 11.9%"), or is moved by or to it ("cut its workforce by 500")."""
    chunks, lower = parse.chunks, parse.tokens.lower
    comma = False
    for k in range(at - 1, first - 1, -1):
        if chunks[k].kind == "V":
            break
        comma = comma or chunks[k].kind == ","
        if chunks[k].kind != "N" or has_figure(parse, chunks[k]):
            continue
        governor = lower[chunks[k - 1].first] if k > 0 and chunks[k - 1].kind == "P" else ""
        if governor == "with":
            return k, True
        if not governor:
            moved = chunks[at - 1].kind == "P" and lower[chunks[at - 1].first] in ("by", "to", "from", "at")
            listed = k > 0 and chunks[k - 1].kind in "C,:" and k >= at - 2
            return k, comma or moved or listed
    return -1, False


def _antecedent(parse: Parse, k: int, first: int, lexicon: Lexicon) -> int:
    """What a pronoun subject stands for within its sentence: "Cayman Airways said it was grounding two jets"."""
    chunks = parse.chunks
    if parse.tokens.lower[chunks[k].first] not in ("it", "they", "he", "she") or chunks[k].first != chunks[k].last:
        return k
    verb = _left_verb(parse, k, first)
    if verb >= 0:
        own = _before_verb(parse, verb, first)
        return own if own >= 0 else k
    outside = _from_outside(parse, first, lexicon)
    return outside if outside >= 0 else k


def _resumes_main_clause(parse: Parse, verb: int, first: int) -> bool:
    """Does the verb go on with the clause that a relative one interrupts: "the quake that flattened villages [killed] 87"?"""
    chunks = parse.chunks
    if (
        first == 0
        or chunks[first - 1].kind != "S"
        or parse.tokens.lower[chunks[first - 1].first] not in ("that", "which", "who")
    ):
        return False
    if chunks[first].kind != "V" or verb == first:
        return False
    return all(chunks[k].kind != "C" for k in range(first, verb))


def _before_verb(parse: Parse, verb: int, first: int) -> int:
    """The subject of a verb group inside the clause: the free noun phrase of the run before it. Verbs in a chain share
    theirs ("took seven years, heard 380 witnesses and cost £40m"), so that their own figures are passed over."""
    chunks = parse.chunks
    best = -1
    for k in range(verb - 1, first - 1, -1):
        kind = chunks[k].kind
        if best >= 0 and kind in "V,C":
            break
        if kind == "N" and (k == 0 or chunks[k - 1].kind != "P") and not has_figure(parse, chunks[k]):
            best = k
    return best


def _from_outside(parse: Parse, first: int, lexicon: Lexicon) -> int:
    """The subject of a clause that has none of its own: the antecedent of "which", else the subject of the clause before."""
    chunks = parse.chunks
    k = first - 1
    relative = (
        k >= 0 and chunks[k].kind == "S" and parse.tokens.lower[chunks[k].first] in ("which", "who", "that", "whose")
    )
    while k >= 0 and chunks[k].kind not in "NV":
        k -= 1
    if k < 0:
        return -1
    if relative and chunks[k].kind == "N":
        while k >= 2 and chunks[k - 1].kind == "P" and chunks[k - 2].kind == "N":
            k -= 2
        return k
    start, _ = _bounds(parse, k, k)
    verb = _left_verb(parse, k + 1, start)
    if verb >= 0:
        own = _before_verb(parse, verb, start)
        if own >= 0:
            return own
    for j in range(start, k + 1):
        if chunks[j].kind == "N" and not has_figure(parse, chunks[j]):
            return j
    return _from_outside(parse, start, lexicon) if start > 0 else -1


def verb_lemma(parse: Parse, chunk: Chunk, lexicon: Lexicon) -> str:
    """The lemma of the main verb of a group."""
    for t in range(chunk.last, chunk.first - 1, -1):
        if parse.tag(t) == "V":
            return lexicon.verbs.get(parse.tokens.lower[t], (parse.tokens.lower[t], ""))[0]
    return "be"


def is_passive(parse: Parse, chunk: Chunk, lexicon: Lexicon) -> bool:
    """A form of "be" with a past participle."""
    lower = parse.tokens.lower
    be = any(
        lower[t] in ("is", "are", "was", "were", "be", "been", "being", "got")
        for t in range(chunk.first, chunk.last + 1)
    )
    return be and lexicon.verbs.get(lower[chunk.last], ("", ""))[1] == "d"


def phrase_with_of(parse: Parse, k: int) -> tuple[int, int]:
    """The tokens of noun phrase `k` together with the "of", "for" or "in" phrases that follow it directly."""
    chunks = parse.chunks
    first, last = chunks[k].first, chunks[k].last
    while k + 2 < len(chunks) and chunks[k + 1].kind == "P" and chunks[k + 2].kind == "N":
        if parse.tokens.lower[chunks[k + 1].first] not in ("of", "for", "in", "on", "from"):
            break
        if has_figure(parse, chunks[k + 2]):
            break
        last = chunks[k + 2].last
        k += 2
    return first, last


def roles(parse: Parse, clause: Clause, figure: Figure, others: tuple[int, ...], lexicon: Lexicon) -> Roles:
    """Places and parties around a figure. `others` are the chunks of the other figures of the sentence: a phrase belongs to
    the figure it follows, and what stands before the first figure belongs to all of them unless they have their own."""
    chunks = parse.chunks
    found: dict[str, list[str]] = {"from": [], "to": [], "in": [], "by": []}
    shared: dict[str, list[str]] = {"from": [], "to": [], "in": [], "by": []}
    earlier = [k for k in others if k < clause.chunk]
    later = [k for k in others if k > clause.chunk]
    until = min([clause.last, *(k - 1 for k in later)])
    since = max(earlier) if earlier else -1
    for k in range(clause.first, min(clause.last, until) + 1):
        if chunks[k].kind != "P" or k + 1 > clause.last or chunks[k + 1].kind != "N":
            continue
        slot = _slot(parse, chunks[k], chunks[k + 1], lexicon)
        if slot is None:
            continue
        name = role_name(parse, chunks[k + 1])
        if name:
            own = k > clause.chunk or (k > since and not earlier)
            (found if own else shared)[slot].append(name)
            if (
                chunks[k + 1].last + 1 < parse.end
                and k + 3 <= clause.last
                and chunks[k + 2].kind == "C"
                and chunks[k + 3].kind == "N"
                and own
            ):
                second = role_name(parse, chunks[k + 3])
                if second and not has_figure(parse, chunks[k + 3]):
                    found[slot].append(second)
    _subject_place(parse, clause, found, lexicon)
    merged = {slot: tuple(dict.fromkeys(found[slot] or shared[slot])) for slot in found}
    return Roles(merged["from"], merged["to"], merged["in"], merged["by"])


def _slot(parse: Parse, preposition: Chunk, phrase: Chunk, lexicon: Lexicon) -> str | None:
    word = parse.tokens.lower[preposition.first]
    named = any(parse.tag(t) == "E" for t in range(phrase.first, phrase.last + 1))
    if has_figure(parse, phrase):
        return None
    if word in _FROM:
        return "from"
    if word == "by":
        return "by"
    if word in _TO and (named or word == "to"):
        return "to"
    if word in _IN and named:
        return "in"
    return None


def _subject_place(parse: Parse, clause: Clause, found: dict[str, list[str]], lexicon: Lexicon) -> None:
    """A place right before its figure ("Romania 1,200", "Poland: 1,900 soldiers") or as the receiver ("Romania will receive 1,200")."""
    chunks = parse.chunks
    own = chunks[clause.chunk]
    possessor = [
        t
        for t in range(own.first, own.last + 1)
        if parse.tag(t) == "E" and t + 1 <= own.last and parse.tag(t + 1) == "G"
    ]
    if possessor:
        found["in"].append(parse.tokens.surface[possessor[-1]])
    k = clause.chunk - 1
    if k >= 0 and chunks[k].kind == ":" and k > 0:
        k -= 1
    if (
        k >= 0
        and chunks[k].kind == "N"
        and is_place(parse, chunks[k], lexicon)
        and (k == 0 or chunks[k - 1].kind != "P")
    ):
        found["in"].append(role_name(parse, chunks[k]))
    elif clause.subject >= 0 and clause.verb >= 0 and not clause.figure_is_subject:
        subject = chunks[clause.subject]
        lemma = verb_lemma(parse, chunks[clause.verb], lexicon)
        if is_place(parse, subject, lexicon) and lemma in _RECEIVING:
            found["to"].append(role_name(parse, subject))
        elif any(parse.tag(t) == "E" for t in range(subject.first, subject.last + 1)) and not is_passive(
            parse, chunks[clause.verb], lexicon
        ):
            found["by"].append(role_name(parse, subject))


def is_place(parse: Parse, chunk: Chunk, lexicon: Lexicon) -> bool:
    """Is a noun phrase the name of a place the rules know?"""
    surface = parse.tokens.surface
    for words, _ in lexicon.places.get(surface[chunk.first], ()):
        if tuple(surface[chunk.first : chunk.last + 1]) == words:
            return True
    return False


def role_name(parse: Parse, chunk: Chunk) -> str:
    """A noun phrase as a role, without its article."""
    first = chunk.first
    while first < chunk.last and parse.tag(first) == "D":
        first += 1
    return parse.text(first, chunk.last) if any(parse.tag(t) in NOMINAL for t in range(first, chunk.last + 1)) else ""
