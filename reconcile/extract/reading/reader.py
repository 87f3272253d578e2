"""Reads the figures of a source sentence by sentence, remembering what later sentences refer back to."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from reconcile.extract.dates.find import DateMatch
from reconcile.extract.figures.figure import Figure
from reconcile.extract.lexicon import Lexicon
from reconcile.extract.reading.about import NOTHING, Subject, find_subject, topic_of
from reconcile.extract.reading.ages import final_kind
from reconcile.extract.reading.antecedents import Antecedents
from reconcile.extract.reading.clauses import Clause, find_clause
from reconcile.extract.reading.context import Surroundings, context_of, surroundings, trail_of
from reconcile.extract.reading.ellipsis import complement, find_noun
from reconcile.extract.reading.events import find_events
from reconcile.extract.reading.movement import Earlier, Movement, movement
from reconcile.extract.reading.nouns import Noun
from reconcile.extract.reading.places import roles
from reconcile.extract.reading.quoting import Voices
from reconcile.extract.reading.standing import find_standing
from reconcile.extract.reading.subjects import with_subject
from reconcile.extract.reading.syntax import Parse, parse
from reconcile.extract.reading.timing import day_of, find_as_of, find_when, stated_as_of
from reconcile.extract.tokens import Tokens
from reconcile.facts import Claim, Quantity, Source, When

_TOPIC_REACH = 3  # how many sentences back a pronoun may look


Names = Mapping[tuple[int, int], str]
"""The ids of claims by the first and last token of their figures."""


class _Scene(NamedTuple):
    """A sentence that holds figures: its reading, its dates, and what its figures share."""

    k: int
    parse: Parse
    days: Sequence[DateMatch]
    as_of: When | None
    around: Surroundings
    places: tuple[int, ...]  # the chunks of its figures


class _Previous(NamedTuple):
    """The figure before in the sentence with its claim, and the first amount that equivalents give again."""

    figure: Figure
    claim: Claim


class _Parses:
    """The readings of the sentences of a source, each made when it is first asked for."""

    def __init__(self, tokens: Tokens, cover: list[str], lexicon: Lexicon) -> None:
        self._tokens, self._cover, self._lexicon = tokens, cover, lexicon
        self._made: dict[int, Parse] = {}

    def of(self, k: int) -> Parse:
        """The reading of sentence `k`."""
        if k not in self._made:
            first, end = self._tokens.sentences[k]
            self._made[k] = parse(self._tokens, first, end, self._cover, self._lexicon)
        return self._made[k]


class Reader:
    """Reads one source; its sentences must come in order. `cover` gives the tags of the tokens that dates and figures
    occupy, "" for the others."""

    def __init__(self, source: Source, tokens: Tokens, cover: list[str], names: Names, lexicon: Lexicon) -> None:
        self._source, self._tokens, self._names, self._lexicon = source, tokens, names, lexicon
        self._published = day_of(source)
        # Not a method of this class: what the voices hold of a reader that holds them would outlive both.
        self._parse = _Parses(tokens, cover, lexicon).of
        self._known = Antecedents()
        self._voices = Voices(tokens, self._parse, lexicon)

    def sentence(self, k: int, figures: Sequence[Figure], days: Sequence[DateMatch]) -> Iterator[Claim]:
        """The claims of sentence `k`."""
        read = self._parse(k)
        places = tuple(read.chunk_at(figure.number) for figure in figures)
        scene = _Scene(
            k, read, days, stated_as_of(read, days, self._lexicon), surroundings(read, k, self._lexicon), places
        )
        previous: _Previous | None = None
        for figure in figures:
            claim = self._claim(scene, figure, previous)
            if figure.equivalent and previous:
                claim = _said_again(claim, previous.claim)
            yield claim
            previous = _Previous(figure, claim)

    def _claim(self, scene: _Scene, figure: Figure, previous: _Previous | None) -> Claim:
        read, lexicon, tokens = scene.parse, self._lexicon, self._tokens
        kind = final_kind(read, figure, previous.claim.kind if previous else "", lexicon)
        clause = with_subject(read, find_clause(read, figure, lexicon), lexicon, counts=figure.kind == "count")
        noun = find_noun(read, scene.k, figure, clause, kind, self._known, lexicon)
        subject = find_subject(read, figure, kind, clause, noun, lambda pronoun: self._topic(scene.k, pronoun), lexicon)
        if subject == NOTHING and previous and previous.claim.kind == kind:
            subject = Subject(previous.claim.subject, previous.claim.context.subject)
        change, scope = _moved(read, clause, figure, noun, previous, lexicon)
        event, classes = find_events(read, clause, noun, lexicon)
        speaker = self._voices.speaker_of(scene.k, figure)
        start, stop = tokens.start[figure.first], tokens.end[figure.last]
        text = tokens.text[start:stop]
        when = find_when(read, clause, figure, scene.days)
        counted_as = complement(read, clause, lexicon) if noun and not noun.inherited else None
        return Claim(
            id=self._names[figure.first, figure.last],
            source=self._source.id,
            kind=kind,
            start=start,
            end=stop,
            text=text,
            sentence=scene.around.sentence,
            quantity=_quantity(figure, kind, noun),
            change=change,
            noun=_noun_text(read, noun) if noun else _unit_words(read, figure),
            measure=noun.name or None if noun else None,
            subject=subject.text,
            event=event,
            roles=roles(read, clause, tuple(at for at in scene.places if at != clause.chunk), lexicon),
            scope=scope,
            when=when,
            as_of=find_as_of(self._published, when, scene.as_of),
            speaker=speaker.name if speaker else None,
            standing=find_standing(read, clause, figure, text.lower(), lexicon),
            equivalent_of=(previous.claim.equivalent_of or previous.claim.id)
            if figure.equivalent and previous
            else None,
            trail=trail_of(read, figure, clause, (noun, counted_as), event, speaker, lexicon),
            context=context_of(read, clause, noun, counted_as, subject.words, classes, scene.around),
        )

    def _topic(self, k: int, pronoun: str) -> Subject:
        """What a pronoun of sentence `k` stands for among the subjects of the sentences before, the latest that
        fits."""
        for back in range(k - 1, max(-1, k - 1 - _TOPIC_REACH), -1):
            topic = topic_of(self._parse(back), pronoun, self._lexicon)
            if topic != NOTHING:
                return topic
        return NOTHING


def _moved(
    read: Parse, clause: Clause, figure: Figure, noun: Noun | None, previous: _Previous | None, lexicon: Lexicon
) -> Movement:
    earlier = Earlier(previous.figure, Movement(previous.claim.change, previous.claim.scope)) if previous else None
    return movement(read, clause, figure, noun, earlier, lexicon)


def _noun_text(read: Parse, noun: Noun) -> str:
    """The counted noun with the "of" phrase that belongs to it: "counts of wire fraud", "members of parliament"."""
    if noun.inherited:
        return noun.text
    k = read.chunk_at(noun.last)
    if read.chunks[k].last == noun.last and read.is_phrase_after(k + 1, "of") and not read.has_figure(k + 2):
        return read.text(noun.first, read.chunks[k + 2].last)
    return noun.text


def _unit_words(read: Parse, figure: Figure) -> str | None:
    """What an amount without a noun is counted in, as written: the gallon of "$2.11 per gallon", "decibels"."""
    if figure.unit is None or figure.last == figure.number_last:
        return None
    word = read.tokens.surface[figure.last]
    return word if word.isalpha() and len(word) > 3 else None


def _quantity(figure: Figure, kind: str, noun: Noun | None) -> Quantity:
    """The quantity with the unit that its kind and its noun give it."""
    if kind == "age":
        return figure.quantity.in_unit(figure.unit.code if figure.unit else "year")
    if kind == "count" and noun:
        unit = "person" if noun.person else noun.head
        return figure.quantity.in_unit("/".join((unit, *figure.rates)))
    return figure.quantity


def _said_again(claim: Claim, first: Claim) -> Claim:
    """An amount given again in another unit is about what the first one is about."""
    return replace(
        claim, noun=first.noun, measure=first.measure, subject=first.subject, event=first.event, roles=first.roles,
        change=first.change, scope=first.scope, when=first.when, as_of=first.as_of, context=first.context,
    )  # fmt: skip
