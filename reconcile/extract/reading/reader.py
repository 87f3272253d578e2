"""Reads the figures of a source step by step, remembering what later sentences refer back to."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from reconcile.extract.dates.find import DateMatch
from reconcile.extract.figures.figure import Figure
from reconcile.extract.lexicon import Lexicon
from reconcile.extract.reading.about import NOTHING, Subject, find_subject, goes_on, is_listed, reaches, topic_of
from reconcile.extract.reading.ages import final_kind
from reconcile.extract.reading.antecedents import Antecedents
from reconcile.extract.reading.clauses import Clause, find_clause
from reconcile.extract.reading.context import Surroundings, context_of, surroundings, trail_of
from reconcile.extract.reading.ellipsis import complement, find_noun
from reconcile.extract.reading.events import Events, find_events
from reconcile.extract.reading.movement import Earlier, Movement, movement
from reconcile.extract.reading.nouns import Noun
from reconcile.extract.reading.places import roles
from reconcile.extract.reading.quoting import Voices
from reconcile.extract.reading.speakers import Speaker
from reconcile.extract.reading.standing import find_standing
from reconcile.extract.reading.subjects import with_subject
from reconcile.extract.reading.syntax import Parse, parse
from reconcile.extract.reading.timing import day_of, find_as_of, find_when, stated_as_of
from reconcile.extract.tokens import Tokens
from reconcile.facts import Claim, Quantity, Roles, Source, When
from reconcile.facts.claim import Kind, Standing

_TOPIC_REACH = 3  # how many sentences back a pronoun may look


Names = Mapping[tuple[int, int], str]
"""The ids of claims by the first and last token of their figures."""


class _Scene(NamedTuple):
    """A sentence that holds figures: its ordinal, its reading, its figures and dates, and what its figures share."""

    k: int
    parse: Parse
    figures: Sequence[Figure]
    days: Sequence[DateMatch]
    as_of: When | None
    around: Surroundings
    places: tuple[int, ...]  # the chunks of its figures


class _Reading(NamedTuple):
    """A figure of a sentence with what it counts, what it is about and how it moves."""

    scene: _Scene
    figure: Figure
    kind: Kind
    clause: Clause
    noun: Noun | None
    subject: Subject
    movement: Movement


class _Said(NamedTuple):
    """What the words around a figure say of it."""

    events: Events
    speaker: Speaker | None
    when: When | None
    roles: Roles
    standing: Standing


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
    """Reads one source. `cover` gives the tags of the tokens that dates and figures
    occupy, "" for the others."""

    def __init__(self, source: Source, tokens: Tokens, cover: list[str], names: Names, lexicon: Lexicon) -> None:
        self._source, self._tokens, self._names, self._lexicon = source, tokens, names, lexicon
        self._published = day_of(source)
        # Not a method of this class: what the voices hold of a reader that holds them would outlive both.
        self._parse = _Parses(tokens, cover, lexicon).of
        self._known = Antecedents()
        self._voices = Voices(tokens, self._parse, lexicon)

    def claims(self, sentences: Sequence[tuple[int, Sequence[Figure], Sequence[DateMatch]]]) -> Iterator[Claim]:
        """The claims of sentences, given by their ordinals, figures and dates.

        Each step is taken for all figures before the next one: taken figure by figure, every step would have to bring
        its code and tables back into the processor's cache, which takes longer than the step itself.
        """
        lexicon = self._lexicon
        reads = [self._parse(k) for k, _, _ in sentences]
        scenes = [self._scene(read, *sentence) for read, sentence in zip(reads, sentences, strict=True)]
        clauses = [[_clause(scene.parse, figure, lexicon) for figure in scene.figures] for scene in scenes]
        found = [one for scene, own in zip(scenes, clauses, strict=True) for one in self._readings(scene, own)]
        said = map(
            _Said,
            [find_events(one.scene.parse, one.clause, one.noun, lexicon) for one in found],
            [self._voices.speaker_of(one.scene.k, one.figure) for one in found],
            [find_when(one.scene.parse, one.clause, one.figure, one.scene.days, self._published) for one in found],
            [roles(one.scene.parse, one.clause, one.scene.places, lexicon) for one in found],
            [find_standing(one.scene.parse, one.clause, one.figure, lexicon) for one in found],
        )
        return _tied(found, list(map(self._claim, found, said)))

    def _scene(self, read: Parse, k: int, figures: Sequence[Figure], days: Sequence[DateMatch]) -> _Scene:
        places = tuple([read.chunk_at(figure.number) for figure in figures])
        as_of = stated_as_of(read, days, self._lexicon)
        return _Scene(k, read, figures, days, as_of, surroundings(read, k, self._lexicon), places)

    def _readings(self, scene: _Scene, clauses: Sequence[Clause]) -> Iterator[_Reading]:
        """What each figure of a sentence counts, what it is about and how it moves."""
        read, lexicon = scene.parse, self._lexicon
        previous: _Reading | None = None
        for figure, clause in zip(scene.figures, clauses, strict=True):
            kind = final_kind(read, figure, previous.kind if previous else "", lexicon)
            noun = find_noun(read, scene.k, figure, clause, kind, self._known, lexicon)
            if figure.equivalent and previous:
                subject, moved = previous.subject, previous.movement
            else:
                topic = partial(self._topic, scene.k)
                subject = find_subject(read, figure, kind, clause, noun, topic, lexicon)
                listed = previous is not None and is_listed(read, previous.clause, clause)
                if previous and listed and previous.subject != NOTHING and kind == previous.kind:
                    subject = previous.subject
                same = previous is not None and previous.kind == kind
                if previous and same and (subject == NOTHING or goes_on(read, previous.figure, figure, lexicon)):
                    subject = previous.subject
                earlier = Earlier(previous.figure, previous.movement) if previous else None
                moved = movement(read, clause, figure, noun, earlier, lexicon)
                if (
                    previous
                    and moved.scope == "level"
                    and reaches(read, previous.figure, previous.noun, figure, lexicon)
                ):
                    subject = previous.subject
            previous = _Reading(scene, figure, kind, clause, noun, subject, moved)
            yield previous

    def _claim(self, one: _Reading, said: _Said) -> Claim:
        scene, figure, kind, clause, noun, subject, moved = one
        read, lexicon, tokens = scene.parse, self._lexicon, self._tokens
        (event, classes), speaker, when, place, standing = said
        start, stop = tokens.start[figure.first], tokens.end[figure.last]
        counted_as = complement(read, clause, lexicon) if noun and not noun.inherited else None
        return Claim(
            id=self._names[figure.first, figure.last],
            source=self._source.id,
            kind=kind,
            start=start,
            end=stop,
            text=tokens.text[start:stop],
            sentence=scene.around.sentence,
            quantity=_quantity(figure, kind, noun),
            change=moved.change,
            noun=_noun_text(read, noun) if noun else _unit_words(read, figure),
            measure=noun.name or None if noun else None,
            subject=subject.text,
            event=event,
            roles=place,
            scope=moved.scope,
            when=when,
            as_of=find_as_of(self._published, when, scene.as_of),
            speaker=speaker.name if speaker else None,
            standing=standing,
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


def _clause(read: Parse, figure: Figure, lexicon: Lexicon) -> Clause:
    """The clause of a figure, with its subject."""
    return with_subject(read, find_clause(read, figure, lexicon), lexicon, counts=figure.kind == "count")


def _tied(found: Sequence[_Reading], claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims of figures, an amount given again in another unit tied to the one before it in its sentence."""
    first: Claim | None = None
    scene: _Scene | None = None
    for one, claim in zip(found, claims, strict=True):
        before = first if one.scene is scene else None
        first, scene = (_said_again(claim, before) if before and one.figure.equivalent else claim), one.scene
        yield first


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
    bounds = [first for rule, first, _, _ in figure.steps if rule.startswith("hedges.") and first > figure.number_last]
    last = min(bounds) - 1 if bounds else figure.last  # the euros of "40 euros at most"
    if figure.unit is None or last == figure.number_last:
        return None
    word = read.tokens.surface[last]
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
        equivalent_of=first.equivalent_of or first.id,
    )  # fmt: skip
