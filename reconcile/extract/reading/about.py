"""What a claim is about, in words: the phrase its figure describes, moves or hangs on, with the nouns that stand for
it."""

from collections.abc import Callable
from typing import NamedTuple

from reconcile.extract.figures.figure import Figure
from reconcile.extract.lexicon import Lexicon
from reconcile.extract.reading.clauses import Clause
from reconcile.extract.reading.nouns import STRONG, Noun
from reconcile.extract.reading.subjects import is_nominal, is_pronoun, phrase_with_of
from reconcile.extract.reading.syntax import NOMINAL, Parse
from reconcile.extract.tokens import WORD, Tokens


class Subject(NamedTuple):
    """What a figure is about, as written and as content lemmas."""

    text: str | None
    words: tuple[str, ...]


NOTHING = Subject(None, ())
_NAMING = frozenset("NEJ")
_AGE_REACH = 4  # chunks between a person and the age
_TYING = frozenset({"off", "to", "on", "into", "from", "for"})  # between the verb of an amount and what it is of
_REACH = 5  # chunks from "which" back to what it stands for
_AGES = frozenset({"age", "ages"})
_AGING = frozenset({"who", "was", "is", "are", "were", "aged", "now", "then", "of"})  # what may stand between them


def find_subject(
    parse: Parse,
    figure: Figure,
    kind: str,
    clause: Clause,
    noun: Noun | None,
    topic: Callable[[str], Subject],
    lexicon: Lexicon,
) -> Subject:
    """What the figure is about. `topic` gives what a pronoun that points to a sentence before stands for."""
    described = _described(parse, figure, noun) or _aged(parse, figure, kind) or _task(parse, figure, clause)
    described = (
        described
        or _whole(parse, figure, clause)
        or _compared(parse, figure)
        or _made_up(parse, figure, lexicon)
        or _measured(parse, figure)
        or _moved(parse, figure, noun, lexicon)
    )
    if described:
        return _phrase(parse, *described)
    if clause.subject >= 0:
        found = topic(parse.openings[clause.subject]) if is_pronoun(parse, clause.subject) else NOTHING
        return found if found != NOTHING else _phrase(parse, *phrase_with_of(parse, clause.subject))
    if noun is None:
        beside = _beside(parse, clause, lexicon) if kind != "count" else -1
        return _phrase(parse, *phrase_with_of(parse, beside)) if beside >= 0 else NOTHING
    if noun.inherited:
        return Subject(noun.text, (*noun.modifiers, noun.head))
    k = parse.chunk_at(noun.last)
    last = phrase_with_of(parse, k)[1] if parse.chunks[k].last == noun.last else noun.last
    return _phrase(parse, noun.first, last)


def _beside(parse: Parse, clause: Clause, lexicon: Lexicon) -> int:
    """What an amount that is itself the subject is an amount of: what "of which" stands for ("9g of sugar, of which 7g
    is saturated"), what its verb ties it to ("$9bn was wiped off its value"), or its label ("Waiting times: 43.6%
    seen")."""
    k, at = clause.first - 1, clause.verb + 1
    if parse.kinds[k] == "S" and parse.openings[k] in ("which", "whom") and parse.openings[k - 1] == "of":
        return next((j for j in range(k - 2, max(-1, k - _REACH), -1) if _is_plain(parse, j, lexicon)), -1)
    governs = clause.figure_is_subject and clause.verb == clause.chunk + 1
    if governs and parse.kinds[at] == "P" and parse.openings[at] in _TYING and _is_plain(parse, at + 1, lexicon):
        return at + 1
    return k - 1 if parse.kinds[k] == ":" and _is_plain(parse, k - 1, lexicon) else -1


def _is_plain(parse: Parse, k: int, lexicon: Lexicon) -> bool:
    """Is chunk `k` a noun phrase without a figure, and no stretch of time?"""
    if parse.kinds[k] != "N" or parse.has_figure(k) or not is_nominal(parse, k):
        return False
    return parse.tokens.lower[parse.chunks[k].last] not in lexicon.time_words


def goes_on(parse: Parse, earlier: Figure, figure: Figure, lexicon: Lexicon) -> bool:
    """Does an amount only set another time beside the one before it, so that both are about one thing: "48% a month ago
    and 22% in August"?"""
    first, last = parse.chunk_at(earlier.last) + 1, parse.chunk_at(figure.first) - 1
    if figure.kind == "count" or first > last or parse.kinds[last] != "C":
        return False
    for k in range(first, last):
        timed = parse.kinds[k] == "N" and parse.tokens.lower[parse.chunks[k].last] in lexicon.time_words
        if parse.kinds[k] not in "TPR," and not timed:
            return False
    return any(parse.kinds[k] in "TR" for k in range(first, last))


def is_listed(parse: Parse, earlier: Clause, clause: Clause) -> bool:
    """Do two figures stand side by side as objects of one verb with a subject: "James scored 27 points, 14 assists and
    12 rebounds"?"""
    if earlier.figure_is_subject or clause.figure_is_subject or earlier.verb != clause.verb or earlier.subject < 0:
        return False
    return parse.kinds[earlier.chunk + 1 : clause.chunk] in (",", "C", ",C")


def reaches(parse: Parse, earlier: Figure, noun: Noun | None, figure: Figure, lexicon: Lexicon) -> bool:
    """Is a figure the level that the movement before it leads to or from, with no verb between: "a 26 percent [rise] in
    profit to Rs 72 crore"?"""
    if noun is None or noun.inherited or lexicon.noun_event.get(noun.head) not in lexicon.moving:
        return False
    between = parse.kinds[parse.chunk_at(earlier.last) + 1 : parse.chunk_at(figure.first)]
    return "V" not in between and "S" not in between


def topic_of(parse: Parse, pronoun: str, lexicon: Lexicon) -> Subject:
    """The first free noun phrase before a sentence's first verb, when a pronoun of the next sentence may stand for it;
    else nothing."""
    for k, chunk in enumerate(parse.chunks):
        if chunk.kind == "V":
            break
        if chunk.kind == "N" and parse.kinds[k - 1] != "P" and is_nominal(parse, k):
            first, last = phrase_with_of(parse, k)
            fits = _agrees(parse, chunk.last if parse.tag(chunk.last) in NOMINAL else last, pronoun, lexicon)
            return _phrase(parse, first, last) if fits else NOTHING
    return NOTHING


def _agrees(parse: Parse, t: int, pronoun: str, lexicon: Lexicon) -> bool:
    """May a pronoun stand for the noun at token `t`, by its number?"""
    word = parse.tokens.lower[t]
    plural = lexicon.lemma(word) != word
    if pronoun in ("they", "these", "those"):
        return plural or lexicon.lemma(word) in lexicon.groups or lexicon.lemma(word) in lexicon.persons
    return pronoun in ("he", "she", "it", "this", "that") and not plural


def _phrase(parse: Parse, first: int, last: int) -> Subject:
    """The words of a noun phrase, without its article and figures."""
    while first < last and parse.tag(first) in "D#R,P":
        first += 1
    return Subject(parse.text(first, last), parse.content(first, last, _NAMING))


def modifies(tokens: Tokens, figure: Figure) -> bool:
    """Does a hyphen make a figure part of what it qualifies: "a four-storey building", "a two-year loan"?"""
    return figure.compound or "-" in tokens.surface[figure.number_last + 1 : figure.last]


def _described(parse: Parse, figure: Figure, noun: Noun | None) -> tuple[int, int] | None:
    """The thing that a hyphenated figure describes: the building of "a four-storey building", the loan of "a two-year
    loan", the engines of "four-, five- and six-cylinder engines"."""
    if not modifies(parse.tokens, figure) or figure.kind == "ratio":
        return None
    at = figure.last + 1
    while at < parse.end and parse.tokens.kind[at] != WORD:
        at += 1
    if at >= parse.end:
        return None
    if noun and figure.kind == "count" and parse.tokens.lower[at] not in STRONG:
        at = max(at, noun.first)
    k = parse.chunk_at(at)
    old = parse.tokens.lower[at] == "old" and at < parse.chunks[k].last
    first = at + 1 if figure.kind == "count" or old else at
    if first > parse.chunks[k].last or parse.tag(parse.chunks[k].last) not in NOMINAL:
        return None
    return first, phrase_with_of(parse, k)[1]


def _aged(parse: Parse, figure: Figure, kind: str) -> tuple[int, int] | None:
    """Whose age it is, where the person stands right before it: the Maria of "to Maria, who was 10", the children of
    "children aged nine and over"."""
    if kind != "age":
        return None
    k = parse.chunk_at(figure.first) - 1
    for _ in range(_AGE_REACH):
        person = parse.kinds[k] == "N" and not is_pronoun(parse, k)
        if person and parse.tokens.lower[parse.chunks[k].last] not in _AGES:
            return (parse.chunks[k].first, parse.chunks[k].last) if is_nominal(parse, k) else None
        if parse.kinds[k] not in ",(S" and not person and parse.openings[k] not in _AGING:
            return None
        k -= 1
    return None


def _whole(parse: Parse, figure: Figure, clause: Clause) -> tuple[int, int] | None:
    """The whole that opens the sentence of a share: the patients of "out of all patients who were given it, 96 percent
    survived"."""
    k = 1 + (parse.openings[0] == "out")
    if (
        figure.kind != "percent"
        or parse.openings[k - 1] != "of"
        or parse.kinds[k] != "N"
        or not clause.figure_is_subject
    ):
        return None
    return None if parse.has_figure(k) else (parse.chunks[k].first, parse.chunks[k].last)


def _task(parse: Parse, figure: Figure, clause: Clause) -> tuple[int, int] | None:
    """What a time or a sum is needed for or by: the dog of "it takes eight weeks to train a dog", the family of "it
    costs a family £900 to heat a house"."""
    if clause.verb < 0 or parse.verbs[clause.verb] not in ("take", "cost", "need") or figure.kind == "count":
        return None
    k, payer = parse.chunk_at(figure.last) + 1, parse.chunk_at(figure.first) - 1
    if clause.subject < 0 or parse.openings[clause.subject] != "it":
        return None
    stated = any(parse.kinds[j] == "V" and parse.tag(parse.chunks[j].first) == "X" for j in (k, k + 1))
    if payer == clause.verb + 1 and is_nominal(parse, payer) and stated:
        return parse.chunks[payer].first, parse.chunks[payer].last
    task = parse.kinds[k] == "V" and parse.tag(parse.chunks[k].first) == "X" and parse.kinds[k + 1] == "N"
    return (parse.chunks[k].first + 1, phrase_with_of(parse, k + 1)[1]) if task else None


def _compared(parse: Parse, figure: Figure) -> tuple[int, int] | None:
    """What there is so many times as much of: the women of "three times as many women as men"."""
    if figure.kind != "ratio":
        return None
    k = parse.chunk_at(figure.last) + 1
    many = parse.openings[k] == "as" and parse.kinds[k + 1] == "N"
    if not many or parse.openings[k + 1] not in ("many", "much", "few") or not is_nominal(parse, k + 1):
        return None
    return parse.chunks[k + 1].first + 1, parse.chunks[k + 1].last


def _made_up(parse: Parse, figure: Figure, lexicon: Lexicon) -> tuple[int, int] | None:
    """What so many things make up: the run of "during a run of seven games", the fleet of "a fleet of 12 ships"."""
    k = parse.chunk_at(figure.first) - 2
    if figure.kind != "count" or not parse.is_phrase_after(k + 1, "of") or parse.openings[k] not in ("a", "an"):
        return None
    last = parse.chunks[k].last
    total = lexicon.lemma(parse.tokens.lower[last]) in lexicon.tables["scope.totals"]
    return (parse.chunks[k].first, last) if not total and parse.tag(last) in NOMINAL else None


def _measured(parse: Parse, figure: Figure) -> tuple[int, int] | None:
    """The thing right before a measure of it: the wall of "a wall 9ft high", the well of "a well 1,100 feet below the
    surface"."""
    if figure.kind != "measure":
        return None
    own, after = parse.chunk_at(figure.first), figure.last + 1
    k = own - 2 if parse.kinds[own - 1] == "," and parse.openings[own] == "each" else own - 1
    dimension = after < parse.end and parse.tag(after) in "JPR" and parse.tokens.lower[after] != "of"
    if parse.kinds[k] != "N" or not dimension or (parse.has_figure(k) and k == own - 1):
        return None
    return parse.chunks[k].first, parse.chunks[k].last


def _moved(parse: Parse, figure: Figure, noun: Noun | None, lexicon: Lexicon) -> tuple[int, int] | None:
    """What rises or falls: the fares of "a 9% rise in fares", the costs of "a fall of 11 per cent in freight costs"."""
    if noun is None or noun.inherited or lexicon.noun_event.get(noun.head) not in lexicon.moving:
        return None
    k = max(parse.chunk_at(noun.last), parse.chunk_at(figure.last)) + 1
    return (parse.chunks[k + 1].first, parse.chunks[k + 1].last) if parse.is_phrase_after(k, "in", "of") else None
