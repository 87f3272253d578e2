"""What a figure counts where no noun stands with it: the noun of its subject, of its label, or of a figure before."""

from decimal import Decimal

from reconcile.extract.figures.figure import Figure
from reconcile.extract.lexicon import Lexicon
from reconcile.extract.reading.antecedents import REACH, Antecedents
from reconcile.extract.reading.clauses import Clause
from reconcile.extract.reading.events import nearest_event
from reconcile.extract.reading.nouns import Noun, counted_noun, is_elided, labelled_noun, noun_of
from reconcile.extract.reading.subjects import head_of_chain, is_pronoun
from reconcile.extract.reading.syntax import LABEL, Parse

_OURSELVES = frozenset({"us", "you", "whom"})
_MORE = frozenset({"more", "others", "them", "remaining"})
_POINTING = _MORE | {"another", "further", "other", "the", "those", "these"}
_LOCATING = frozenset({"in", "across", "at", "from", "on", "over"})
_PARTS = (["of", "them"], ["of", "these"], ["of", "those"], ["of", "whom"], ["of", "which"])
_VOTES = Noun("votes", "vote", (), "", person=False, first=-1, last=-1, inherited=True)
_PEOPLE = Noun("people", "person", (), "person", person=True, first=-1, last=-1, inherited=True)


def find_noun(
    parse: Parse, k: int, figure: Figure, clause: Clause, kind: str, known: Antecedents, lexicon: Lexicon
) -> Noun | None:
    """What a figure of sentence `k` counts or measures; what later figures may refer back to is remembered in
    `known`."""
    noun = counted_noun(parse, figure, lexicon)
    if kind != "count":
        noun = noun if noun and not is_elided(noun, lexicon) else None
        noun = noun or _around(parse, figure, lexicon) or _referred(parse, k, clause, kind, known, lexicon)
        if noun and not noun.inherited:
            known.remember(k, kind, noun)
        return noun
    if noun is None or is_elided(noun, lexicon):
        return complement(parse, clause, lexicon) or _supplied(parse, k, figure, clause, known, lexicon) or noun
    at = parse.chunk_at(figure.first)
    aside = parse.kinds[at - 1] == "P" and parse.openings[at - 1] in _LOCATING and parse.kinds[at - 2] == "N"
    known.remember(k, kind, noun, figure.quantity.value, aside=aside)
    return noun


def _supplied(
    parse: Parse, k: int, figure: Figure, clause: Clause, known: Antecedents, lexicon: Lexicon
) -> Noun | None:
    """The noun that an ellipsis leaves out."""
    if parse.tokens.lower[figure.first - 1] in ("a", "an", "worth") or _sizes_one(parse, clause, lexicon):
        return None  # "gave it a 5", "the limit was 36"
    if parse.openings[clause.chunk - 1] == "of" and _is_limit(parse, clause.chunk - 2, lexicon):
        return None  # a guideline of 15
    joined = known.latest(k, "count", reach=0) if _is_joined(parse, figure) else None
    noun = (
        joined
        or _labelled(parse, clause, lexicon)
        or _of_object(parse, figure, lexicon)
        or _of_subject(parse, clause, lexicon)
    )
    if noun:
        known.remember(k, "count", noun, figure.quantity.value)
        return noun
    people = _happens_to_people(parse, clause, lexicon) or _are_people(parse, figure)
    return (
        known.latest(k, "count", people=people, least=_of_them(parse, figure), reach=_reach(parse, k, figure))
        or _split_vote(parse, figure, clause, lexicon)
        or _group_named(parse, clause, lexicon)
        or (_PEOPLE if people else None)
        or _total(parse, clause, lexicon)
    )


def _are_people(parse: Parse, figure: Figure) -> bool:
    """Does what follows the figure make people of it: "three of us", "a bus with 31 aboard"?"""
    behind = parse.tokens.lower[figure.last + 1 : min(figure.last + 3, parse.end)]
    return behind[:1] == ["aboard"] or behind == ["on", "board"] or (len(behind) > 1 and behind[1] in _OURSELVES)


def _reach(parse: Parse, k: int, figure: Figure) -> int:
    """How many sentences back the noun of a figure may stand: in another paragraph only where a word points there, or
    where the figure is an item of a list ("Romania: 1,200")."""
    paragraphs, lower = parse.tokens.paragraph, parse.tokens.lower
    points = not _POINTING.isdisjoint(lower[max(parse.first, figure.first - 3) : figure.first])
    points = points or not _MORE.isdisjoint(lower[figure.last + 1 : figure.last + 4])
    if points or parse.kinds[parse.chunk_at(figure.first) - 1] in LABEL:
        return REACH
    back = 0
    while back < REACH and k > back and paragraphs[k - back - 1] == paragraphs[k]:
        back += 1
    return back


def _of_them(parse: Parse, figure: Figure) -> Decimal | None:
    """How many a figure makes of those told before ("about 850 of them"); None where it makes them no part."""
    following = parse.tokens.lower[figure.last + 1 : figure.last + 3]
    return figure.quantity.value if following in _PARTS else None


def _is_joined(parse: Parse, figure: Figure) -> bool:
    """Does the figure go on with the one before: "from 27 to 34", "302 votes to 118", "to 46 from 39"?"""
    before = parse.tokens.lower[figure.first - 1] if figure.first > parse.first else ""
    at = parse.chunk_at(figure.first)
    if before == "from" and parse.kinds[at - 2] == "N" and not parse.has_figure(at - 2):
        return False  # deaths rose from 61 to 74 and injuries from 410
    return before == "from" or (before == "to" and parse.kinds[at - 2] == "N" and parse.has_figure(at - 2))


def _labelled(parse: Parse, clause: Clause, lexicon: Lexicon) -> Noun | None:
    """The noun that labels the figure; a name ("Romania: 1,200") tells where and not what."""
    noun = labelled_noun(parse, clause.chunk, lexicon)
    return None if noun is None or is_elided(noun, lexicon) or parse.tag(noun.last) == "E" else noun


def _of_object(parse: Parse, figure: Figure, lexicon: Lexicon) -> Noun | None:
    """What a number that is put at the figure is the number of: "gave the number of injured as 74", "bringing the toll
    to 31"."""
    at = parse.chunk_at(figure.first)
    if parse.kinds[at - 1] not in ("P", "S") or parse.openings[at - 1] not in ("as", "at", "to", "by"):
        return None
    if parse.kinds[at - 3 : at - 1] == "PT" and at > 4:
        at -= 2  # the toll since October at 45,936
    if parse.kinds[at - 2] != "N":
        return None
    if parse.openings[at - 3] == "of" and parse.kinds[at - 4] == "C" and parse.has_figure(at - 5):
        chunk = parse.chunks[at - 2]  # "the number of dead at 312 and of injured at 1,400"
        return noun_of(parse, chunk.first, chunk.last, lexicon)
    k = head_of_chain(parse, at - 2)
    noun = noun_of(parse, parse.chunks[k].first, parse.chunks[k].last, lexicon)
    if noun and noun.head in lexicon.tables.get("scope.totals", ()):
        return _of_number(parse, k, noun, lexicon)
    return noun if noun and (lexicon.noun_event.get(noun.head) == "kill" or noun.head in lexicon.groups) else None


def _group_named(parse: Parse, clause: Clause, lexicon: Lexicon) -> Noun | None:
    """The plural that the sentence spoke of before: "Passengers sat on the tarmac ... and 23 of them were treated"; not
    those who act on the counted: "Fire crews rescue 40"."""
    before = clause.chunk - 1
    put = parse.is_phrase_after(before, "at", "as") and parse.kinds[before - 1] == "N"  # analysts put the figure at 740
    acts = (parse.kinds[before] == "V" or put) and not clause.figure_is_subject and clause.subject >= clause.first
    for k in range(clause.chunk - 1, -1, -1):
        chunk = parse.chunks[k]
        free = (
            chunk.kind == "N" and parse.kinds[k - 1] != "P" and not parse.has_figure(k) and parse.tag(chunk.last) == "N"
        )
        if acts and (k == clause.subject or parse.kinds[k + 1] == "V"):
            continue
        if free and lexicon.lemma(parse.tokens.lower[chunk.last]) != parse.tokens.lower[chunk.last]:
            noun = noun_of(parse, chunk.first, chunk.last, lexicon)
            return noun._replace(inherited=True) if noun else None
    return None


def _split_vote(parse: Parse, figure: Figure, clause: Clause, lexicon: Lexicon) -> Noun | None:
    """The votes of "voted nine to two" and "ruled 5-4"."""
    if (
        clause.verb < 0
        or parse.verbs[clause.verb] not in lexicon.tables.get("scope.voting", ())
        or figure.kind != "count"
    ):
        return None
    around = parse.tokens.lower[max(parse.first, figure.first - 1) : figure.last + 2]
    return _VOTES if {"to", "-", "\u2013"} & set(around) else None


def _of_subject(parse: Parse, clause: Clause, lexicon: Lexicon) -> Noun | None:
    """The noun of a subject that a figure gives the number of: "the number of rescuers rose to 1,250", "the death toll
    is 87"."""
    if clause.subject < 0 or clause.figure_is_subject or not _states_level(parse, clause, lexicon):
        return None
    chunk = parse.chunks[clause.subject]
    noun = noun_of(parse, chunk.first, chunk.last, lexicon)
    if noun is None or is_pronoun(parse, clause.subject):
        return None
    if noun.head in lexicon.tables.get("scope.totals", ()):
        return _of_number(parse, clause.subject, noun, lexicon)
    plural = lexicon.lemma(parse.tokens.lower[noun.last]) != parse.tokens.lower[noun.last]
    counts = noun.head in lexicon.noun_event or noun.head in lexicon.groups
    return noun if counts or (plural and noun.head in lexicon.noun_class) else None


def _sizes_one(parse: Parse, clause: Clause, lexicon: Lexicon) -> bool:
    """Is the figure the size of one thing ("the posted limit was 36"), which counts nothing?"""
    if clause.figure_is_subject or clause.subject < 0 or clause.verb != clause.chunk - 1:
        return False
    chunk = parse.chunks[clause.subject]
    noun = noun_of(parse, chunk.first, chunk.last, lexicon)
    if noun is None or parse.verbs[clause.verb] != "be" or parse.tag(chunk.last) != "N":
        return False
    singular = noun.head == parse.tokens.lower[noun.last]
    return singular and not noun.person and noun.head not in lexicon.tables.get("scope.totals", ())


def _is_limit(parse: Parse, k: int, lexicon: Lexicon) -> bool:
    """Does noun phrase `k` name a limit?"""
    return parse.kinds[k] == "N" and lexicon.noun_event.get(parse.tokens.lower[parse.chunks[k].last]) == "limit"


def _of_number(parse: Parse, subject: int, noun: Noun, lexicon: Lexicon) -> Noun | None:
    """What a number is one of: "the number of rescuers", "staff numbers"."""
    if parse.is_phrase_after(subject + 1, "of", "for"):
        phrase = parse.chunks[subject + 2]
        return noun_of(parse, phrase.first, phrase.last, lexicon)
    owned = noun.last > noun.first and parse.tag(noun.last - 1) == "G"  # Labour's majority counts no Labours
    if owned or not noun.modifiers or noun.last == noun.first:
        return None
    return noun_of(parse, noun.first, noun.last - 1, lexicon)


def _states_level(parse: Parse, clause: Clause, lexicon: Lexicon) -> bool:
    """Does the verb say how high its subject is: "is", "stands at", "climbed to", "passed"?"""
    if clause.verb < 0:
        return True
    verb = parse.verbs[clause.verb]
    event = lexicon.verb_event.get(verb)
    if verb == "go" and parse.openings[clause.verb + 1] in ("up", "down"):
        return True
    return (
        event in lexicon.moving or event == "reach" or verb in lexicon.tables.get("scope.levelling", ()) or verb == "be"
    )


def _happens_to_people(parse: Parse, clause: Clause, lexicon: Lexicon) -> bool:
    """Does what happens in the clause happen to people alone: "two killed in avalanche", "thousands flee"?"""
    return nearest_event(parse, clause, lexicon) in lexicon.tables.get("scope.personal", ())


def _total(parse: Parse, clause: Clause, lexicon: Lexicon) -> Noun | None:
    """The word for a number itself, where nothing tells what it is the number of: "the total rose to 5,300"."""
    if clause.subject < 0 or clause.figure_is_subject:
        return None
    chunk = parse.chunks[clause.subject]
    noun = noun_of(parse, chunk.first, chunk.last, lexicon)
    return noun if noun and noun.head in lexicon.tables.get("scope.totals", ()) else None


def complement(parse: Parse, clause: Clause, lexicon: Lexicon) -> Noun | None:
    """The people that the counted are said to be: the children of "of the 40 on board, five were children"."""
    at = clause.verb + 1
    if (
        not clause.figure_is_subject
        or parse.verbs[clause.verb] != "be"
        or parse.kinds[at] != "N"
        or parse.has_figure(at)
    ):
        return None
    noun = noun_of(parse, parse.chunks[at].first, parse.chunks[at].last, lexicon)
    return noun if noun and noun.person else None


def _around(parse: Parse, figure: Figure, lexicon: Lexicon) -> Noun | None:
    """What an amount measures when no noun stands right behind it: "a depth of 12 km", "a car with 938 horsepower",
    "$5m for a new roof"."""
    at = parse.chunk_at(figure.first)
    if parse.kinds[at - 1] == "P" and parse.openings[at - 1] in ("of", "with") and parse.kinds[at - 2] == "N":
        noun = noun_of(parse, parse.chunks[at - 2].first, parse.chunks[at - 2].last, lexicon)
        if noun:
            return noun
    after = parse.chunk_at(figure.last) + 1
    spent = parse.kinds[at - 1] == "V" and parse.verbs[at - 1] == "spend"  # spending $8,000 on a new roof
    if figure.kind == "money" and parse.is_phrase_after(after, "for", "in", "of", *(("on",) if spent else ())):
        chunk = parse.chunks[after + 1]
        timed = parse.tokens.lower[chunk.last] in lexicon.tables["scope.periods"]
        if timed and parse.openings[after] in ("in", "for") and not parse.is_phrase_after(after + 2, "of"):
            return None  # $518m in the first quarter
        figures = [t for t in range(chunk.first, chunk.last + 1) if parse.tag(t) == "#"]
        return noun_of(parse, figures[-1] + 1 if figures else chunk.first, chunk.last, lexicon)
    return None


def _referred(parse: Parse, k: int, clause: Clause, kind: str, known: Antecedents, lexicon: Lexicon) -> Noun | None:
    """What "the figure", "that sum" or "the amount" stands for: the noun of the last amount of the kind."""
    if clause.subject < 0:
        return None
    chunk = parse.chunks[clause.subject]
    plain = (
        parse.tag(chunk.first) == "D"
        and chunk.last == chunk.first + 1
        and not parse.is_phrase_after(clause.subject + 1, "of", "for")
    )
    refers = plain and lexicon.lemma(parse.tokens.lower[chunk.last]) in lexicon.tables.get("scope.totals", ())
    return known.latest(k, kind) if refers else None
