"""From figures to claims: every figure of a source with what it counts, who says it and when it holds."""

from collections.abc import Iterator
from dataclasses import replace

from reconcile.extract import clauses
from reconcile.extract.clauses import Clause, find_clause, phrase_with_of, verb_lemma
from reconcile.extract.clock_times import find_clock_times
from reconcile.extract.dates import DateMatch, find_dates
from reconcile.extract.events import find_events
from reconcile.extract.figures import Figure, find_figures
from reconcile.extract.lexicon import Lexicon, compile_lexicon
from reconcile.extract.movement import Movement, movement
from reconcile.extract.nouns import Noun, counted_noun, is_empty, labelled_noun, noun_of
from reconcile.extract.numerals import ONE
from reconcile.extract.speakers import Speaker, find_speaker, find_standing, is_pronoun
from reconcile.extract.syntax import Parse, parse
from reconcile.extract.tokens import Tokens, tokenize
from reconcile.facts import Claim, Context, Quantity, Sentence, Source, Step, When
from reconcile.rulebook import Rulebook

_NO_FIGURE = Quantity(None, None, None, "date", "exact", ONE)
_ANTECEDENT_REACH = 2  # how many sentences back an ellipsis may look for its noun
_CONTEXT_TAGS = frozenset("NEJV")


def extract(source: Source, rulebook: Rulebook) -> tuple[Claim, ...]:
    """Every numeric claim and date of a source's article, in reading order, with ids c1, c2, ..."""
    lexicon = compile_lexicon(rulebook)
    tokens = tokenize(source.text, source.body, lexicon.abbreviations)
    dates = find_dates(tokens, source.day, lexicon.dates) if lexicon.dates else ()
    blocked, cover = bytearray(len(tokens.surface)), {}
    for match in dates:
        for t in range(match.first_token, match.last_token + 1):
            if not match.keeps_figures:
                blocked[t] = 1
                cover[t] = "T"
    for first, last in find_clock_times(tokens, lexicon.dates):
        blocked[first : last + 1] = b"\x01" * (last + 1 - first)
    figures = find_figures(tokens, blocked, lexicon)
    found = sorted(
        [*_date_claims(source, tokens, dates), *_figure_claims(source, tokens, figures, dates, cover, lexicon)],
        key=lambda claim: (claim.start, claim.end),
    )
    return _number(found)


def _number(found: list[Claim]) -> tuple[Claim, ...]:
    """Gives the claims their ids; `equivalent_of` holds the start of the first amount until then."""
    ids = {claim.start: f"c{k}" for k, claim in enumerate(found, 1) if claim.kind != "date"}
    return tuple(
        replace(claim, id=f"c{k}", equivalent_of=ids.get(int(claim.equivalent_of)) if claim.equivalent_of else None)
        for k, claim in enumerate(found, 1)
    )


def _date_claims(source: Source, tokens: Tokens, dates: tuple[DateMatch, ...]) -> Iterator[Claim]:
    for match in dates:
        if match.first is None or match.last is None or match.keeps_figures:
            continue
        start, end = tokens.start[match.first_token], tokens.end[match.last_token]
        text = source.text[start:end]
        when = When(text, match.first.isoformat(), match.last.isoformat())
        sentence = _sentence(tokens, tokens.sentence_of(match.first_token))
        steps = (Step(match.rule, start, end, match.note),) + ((Step(match.cue, start, end),) if match.cue else ())
        yield Claim("", source.id, "date", start, end, text, sentence, _NO_FIGURE, when=when, trail=steps)


def _sentence(tokens: Tokens, k: int) -> Sentence:
    first, end = tokens.sentences[k]
    start, stop = tokens.start[first], tokens.end[end - 1]
    return Sentence(start, stop, tokens.text[start:stop])


def _figure_claims(
    source: Source,
    tokens: Tokens,
    figures: tuple[Figure, ...],
    dates: tuple[DateMatch, ...],
    cover: dict[int, str],
    lexicon: Lexicon,
) -> Iterator[Claim]:
    """The claims of all sentences that hold figures."""
    by_sentence: dict[int, list[Figure]] = {}
    for figure in figures:
        by_sentence.setdefault(tokens.sentence_of(figure.number), []).append(figure)
        prefixed = figure.number > 0 and tokens.lower[figure.number - 1] in lexicon.prefix_units
        cover.update(dict.fromkeys(range(min(figure.first, figure.number - prefixed), figure.last + 1), "#"))
    days: dict[int, list[DateMatch]] = {}
    for match in dates:
        days.setdefault(tokens.sentence_of(match.first_token), []).append(match)
    reader = _Reader(source, tokens, cover, lexicon)
    for k in sorted(by_sentence):
        yield from reader.sentence(k, by_sentence[k], days.get(k, []))


class _Reader:
    """Reads the figures of one source sentence by sentence, remembering what an ellipsis may refer back to."""

    def __init__(self, source: Source, tokens: Tokens, cover: dict[int, str], lexicon: Lexicon) -> None:
        self.source, self.tokens, self.cover, self.lexicon = source, tokens, cover, lexicon
        self.antecedent: tuple[int, Noun] | None = None  # sentence, noun of the last count
        self.last_amount: Figure | None = None
        self.last_speaker: Speaker | None = None

    def sentence(self, k: int, figures: list[Figure], days: list[DateMatch]) -> Iterator[Claim]:
        """The claims of sentence `k`."""
        first, end = self.tokens.sentences[k]
        read = parse(self.tokens, first, end, self.cover, self.lexicon)
        sentence = _sentence(self.tokens, k)
        moved: tuple[Figure, Movement] | None = None
        said: Claim | None = None
        places = tuple(read.chunk_at(figure.number) for figure in figures)
        words = _content(read, self.lexicon)
        before = self._words_before(k)
        for position, figure in enumerate(figures):
            others = tuple(place for n, place in enumerate(places) if n != position)
            claim = self._claim(k, read, figure, sentence, moved, others, days, words, before)
            if figure.equivalent and said:
                claim = _said_again(claim, said)
            yield claim
            said = claim
            moved = figure, Movement(claim.change, claim.scope)
            self.last_amount = figure

    def _claim(
        self,
        k: int,
        read: Parse,
        figure: Figure,
        sentence: Sentence,
        moved: tuple[Figure, Movement] | None,
        others: tuple[int, ...],
        days: list[DateMatch],
        words: list[tuple[int, str]],
        before: tuple[str, ...],
    ) -> Claim:
        tokens, lexicon = self.tokens, self.lexicon
        clause = find_clause(read, figure, lexicon)
        kind = _final_kind(read, figure, lexicon)
        noun = self._noun(k, read, figure, clause, kind)
        verb = verb_lemma(read, read.chunks[clause.verb], lexicon) if clause.verb >= 0 else ""
        subject, subject_words = _subject(read, figure, clause, noun, lexicon)
        change, scope = movement(read, clause, figure, moved, lexicon)
        event, classes = find_events(read, clause, noun, lexicon)
        speaker = self._speaker(find_speaker(read, figure, lexicon))
        start, stop = tokens.start[figure.first], tokens.end[figure.last]
        text = tokens.text[start:stop]
        when = _when(read, clause, figure, days, tokens)
        clause_first, clause_last = read.chunks[clause.first].first, read.chunks[clause.last].last
        context = Context(
            head=noun.head if noun else "",
            modifiers=noun.modifiers if noun else (),
            verb=verb,
            subject=subject_words,
            clause=tuple(word for t, word in words if clause_first <= t <= clause_last),
            sentence=tuple(word for t, word in words if not clause_first <= t <= clause_last),
            before=before,
            names=tuple(dict.fromkeys(tokens.surface[t] for t in range(read.first, read.end) if read.tag(t) == "E")),
            classes=classes,
            paragraph=tokens.paragraph[k],
            words=tuple((tokens.start[t], word) for t, word in words),
        )
        return Claim(
            id="",
            source=self.source.id,
            kind=kind,  # type: ignore[arg-type]
            start=start,
            end=stop,
            text=text,
            sentence=sentence,
            quantity=_quantity(figure, kind, noun),
            change=change,
            noun=_noun_text(read, noun) if noun else _unit_words(read, figure),
            measure=noun.name or None if noun else None,
            subject=subject,
            event=event,
            roles=clauses.roles(read, clause, figure, others, lexicon),
            scope=scope,
            when=when,
            as_of=_as_of(self.source, when),
            speaker=speaker.name if speaker else None,
            standing=find_standing(read, clause, figure, tokens.text[start:stop].lower(), lexicon),
            equivalent_of=str(tokens.start[self.last_amount.first]) if figure.equivalent and self.last_amount else None,
            trail=_trail(read, figure, clause, noun, event, speaker, lexicon),
            context=context,
        )

    def _noun(self, k: int, read: Parse, figure: Figure, clause: Clause, kind: str) -> Noun | None:
        """What the figure counts: its own noun, that of its "number of ..." subject, or that of the figure before."""
        lexicon = self.lexicon
        noun = counted_noun(read, figure, lexicon)
        if kind != "count":
            return noun or _noun_around(read, figure, lexicon)
        before = read.tokens.lower[figure.first - 1] if figure.first > read.first else ""
        if is_empty(noun) and before == "from" and self.antecedent and self.antecedent[0] == k:
            return self.antecedent[1]._replace(inherited=True)
        if is_empty(noun):
            labelled = labelled_noun(read, clause.chunk, lexicon)
            noun = labelled or _number_of(read, clause, lexicon) or noun
        if is_empty(noun) and self.antecedent and k - self.antecedent[0] <= _ANTECEDENT_REACH:
            return self.antecedent[1]._replace(inherited=True)
        if noun and not is_empty(noun):
            self.antecedent = (k, noun)
        return noun

    def _speaker(self, speaker: Speaker | None) -> Speaker | None:
        """A pronoun that speaks is the last speaker who was named."""
        if is_pronoun(speaker):
            return self.last_speaker or speaker
        self.last_speaker = speaker or self.last_speaker
        return speaker

    def _words_before(self, k: int) -> tuple[str, ...]:
        """Content words of the sentence before, within the paragraph."""
        if k == 0 or self.tokens.paragraph[k - 1] != self.tokens.paragraph[k]:
            return ()
        first, end = self.tokens.sentences[k - 1]
        lexicon, lower, kind = self.lexicon, self.tokens.lower, self.tokens.kind
        return tuple(
            lexicon.any_lemma(lower[t])
            for t in range(first, end)
            if kind[t] == "w" and len(lower[t]) > 2 and lower[t] not in lexicon.pos
        )


def _noun_text(read: Parse, noun: Noun) -> str:
    """The counted noun with the "of" phrase that belongs to it: "counts of wire fraud", "members of parliament"."""
    if noun.inherited:
        return noun.text
    k = read.chunk_at(noun.last)
    chunks = read.chunks
    if (
        chunks[k].last == noun.last
        and k + 2 < len(chunks)
        and read.tokens.lower[chunks[k + 1].first] == "of"
        and chunks[k + 2].kind == "N"
    ) and not clauses.has_figure(read, chunks[k + 2]):
        return read.text(noun.first, chunks[k + 2].last)
    return noun.text


def _unit_words(read: Parse, figure: Figure) -> str | None:
    """What an amount without a noun is counted in, as written: the gallon of "$2.11 per gallon", "decibels"."""
    if figure.unit is None or figure.last == figure.number_last:
        return None
    word = read.tokens.surface[figure.last]
    return word if word.isalpha() and len(word) > 3 else None


def _said_again(claim: Claim, first: Claim) -> Claim:
    """An amount given again in another unit is about what the first one is about."""
    return replace(
        claim, noun=first.noun, measure=first.measure, subject=first.subject, event=first.event, roles=first.roles,
        change=first.change, scope=first.scope, when=first.when, as_of=first.as_of, context=first.context,
    )  # fmt: skip


def _trail(
    read: Parse,
    figure: Figure,
    clause: Clause,
    noun: Noun | None,
    event: str | None,
    speaker: Speaker | None,
    lexicon: Lexicon,
) -> tuple[Step, ...]:
    """Which rules read the claim, on which words: the figure's own, then what names its noun, its event and its speaker."""
    starts, ends = read.tokens.start, read.tokens.end
    steps = [Step(rule, starts[first], ends[last], note) for rule, first, last, note in figure.steps]
    if noun and noun.name:
        steps.append(Step(lexicon.rule_of_class[noun.name], starts[noun.first], ends[noun.last], "what is counted"))
    if event:
        first, last = read.chunks[clause.first].first, read.chunks[clause.last].last
        steps.append(Step(lexicon.rule_of_class[event], starts[first], ends[last], "what happens"))
    if speaker:
        steps.append(Step(speaker.rule, starts[read.first], ends[read.end - 1], "who says so"))
    return tuple(steps)


def _content(read: Parse, lexicon: Lexicon) -> list[tuple[int, str]]:
    """The content words of a sentence as (token, lemma); figures and dates are left out."""
    lower, kinds = read.tokens.lower, read.tokens.kind
    return [
        (t, lexicon.any_lemma(lower[t]))
        for t in range(read.first, read.end)
        if read.tags[t - read.first] in _CONTEXT_TAGS and kinds[t] == "w"
    ]


def _final_kind(read: Parse, figure: Figure, lexicon: Lexicon) -> str:
    """A figure may turn out to be an age: "29 years old", "aged 34", "Smith, 34,"."""
    lower, last = read.tokens.lower, figure.last
    if figure.kind == "duration":
        tail = [word for word in lower[last + 1 : min(last + 3, read.end)] if word != "-"]
        if tail[:1] in (["old"], ["olds"]) or tail[:2] == ["of", "age"]:
            return "age"
        return "duration"
    if figure.kind != "count" or figure.quantity.unit:
        return figure.kind
    return "age" if _is_age(read, figure, lexicon) else "count"


def _is_age(read: Parse, figure: Figure, lexicon: Lexicon) -> bool:
    """Is a bare number an age: "aged 34", "Smith, 34,", "the youngest was 15", "a man of 83"?"""
    lower, value, at = (
        read.tokens.lower,
        figure.quantity.value or figure.quantity.low or figure.quantity.high,
        figure.first,
    )
    if value is None or not 0 < value < 120 or value != value.to_integral_value() or figure.compound:
        return False
    after = lower[figure.last + 1] if figure.last + 1 < read.end else "."
    before = lower[at - 1] if at > read.first else ""
    if after == "yo" or before in ("aged", "age"):
        return True
    bare = not after.isalpha() or (read.tag(figure.last + 1) in "PCSVA" and after != "of")
    if not bare or at - 2 < read.first:
        return False
    if before == "," and read.tag(at - 2) == "E" and after in (",", ".", ")", ";"):
        return figure.quantity.hedge == "exact"
    if (
        before == "of"
        and lower[at - 2] in lexicon.persons
        and lexicon.singulars.get(lower[at - 2], lower[at - 2]) == lower[at - 2]
    ):
        return True
    cues = lexicon.tables.get("scope.ages", frozenset())
    near = lower[max(read.first, at - 7) : at]
    return any(word in cues for word in near) and not any(word in (";", ":") for word in near)


def _noun_around(read: Parse, figure: Figure, lexicon: Lexicon) -> Noun | None:
    """What an amount measures when no noun stands right behind it: "a depth of 12 km", "a car with 938 horsepower", "$5m for a new roof"."""
    chunks, lower = read.chunks, read.tokens.lower
    at = read.chunk_at(figure.first)
    if (
        at >= 2
        and chunks[at - 1].kind == "P"
        and lower[chunks[at - 1].first] in ("of", "with")
        and chunks[at - 2].kind == "N"
    ):
        noun = noun_of(read, chunks[at - 2].first, chunks[at - 2].last, lexicon)
        if noun:
            return noun
    after = read.chunk_at(figure.last) + 1
    if (
        figure.kind == "money"
        and after + 1 < len(chunks)
        and chunks[after].kind == "P"
        and chunks[after + 1].kind == "N"
    ) and lower[chunks[after].first] in ("for", "in", "of"):
        first, last = chunks[after + 1].first, chunks[after + 1].last
        figures = [t for t in range(first, last + 1) if read.tag(t) == "#"]
        return noun_of(read, figures[-1] + 1 if figures else first, last, lexicon)
    return None


def _number_of(read: Parse, clause: Clause, lexicon: Lexicon) -> Noun | None:
    """The noun of a subject that speaks of a number: "the number of rescuers ... 1,250", "the death toll ... 87"."""
    if clause.subject < 0:
        return None
    chunks = read.chunks
    subject = chunks[clause.subject]
    noun = noun_of(read, subject.first, subject.last, lexicon)
    if noun is None:
        return None
    if noun.head in ("number", "total", "count", "tally", "sum", "figure") and clause.subject + 2 < len(chunks):
        if read.tokens.lower[chunks[clause.subject + 1].first] in ("of", "for"):
            phrase = chunks[clause.subject + 2]
            return noun_of(read, phrase.first, phrase.last, lexicon)
    return noun if noun.head in lexicon.noun_event else None


def _subject(
    read: Parse, figure: Figure, clause: Clause, noun: Noun | None, lexicon: Lexicon
) -> tuple[str | None, tuple[str, ...]]:
    """What the figure is about, as text and as content lemmas."""
    described = _described(read, figure, noun) or _moved_thing(read, figure, noun, lexicon)
    if described:
        first, last = described
    elif clause.subject >= 0:
        first, last = phrase_with_of(read, clause.subject)
    elif noun and not noun.inherited:
        first, last = noun.first, noun.last
        k = read.chunk_at(last)
        if read.chunks[k].last == last:
            last = max(last, phrase_with_of(read, k)[1])
    else:
        return None, ()
    while first < last and read.tag(first) in "D#R,":
        first += 1
    lower = read.tokens.lower
    words = tuple(
        lexicon.any_lemma(lower[t])
        for t in range(first, last + 1)
        if read.tag(t) in "NEJ" and read.tokens.kind[t] == "w"
    )
    return read.text(first, last), words


def _described(read: Parse, figure: Figure, noun: Noun | None) -> tuple[int, int] | None:
    """The thing that a hyphenated count describes: the building of "a four-storey building", the team of "a 12-member team"."""
    if not figure.compound or figure.kind != "count" or noun is None or noun.inherited:
        return None
    k = read.chunk_at(noun.last)
    first, last = noun.last + 1, phrase_with_of(read, k)[1]
    return (first, last) if first <= read.chunks[k].last and read.tag(read.chunks[k].last) in "NE" else None


def _moved_thing(read: Parse, figure: Figure, noun: Noun | None, lexicon: Lexicon) -> tuple[int, int] | None:
    """What rises or falls: the fares of "a 9% rise in fares", the costs of "a fall of 11 per cent in freight costs"."""
    if noun is None or noun.inherited or lexicon.noun_event.get(noun.head) not in lexicon.rising | lexicon.falling:
        return None
    chunks = read.chunks
    k = max(read.chunk_at(noun.last), read.chunk_at(figure.last)) + 1
    if k + 1 < len(chunks) and chunks[k].kind == "P" and chunks[k + 1].kind == "N":
        return (chunks[k + 1].first, chunks[k + 1].last) if read.tokens.lower[chunks[k].first] in ("in", "of") else None
    return None


def _when(read: Parse, clause: Clause, figure: Figure, days: list[DateMatch], tokens: Tokens) -> When | None:
    """The date that stands nearest to the figure in its clause, else in its sentence."""
    known = [match for match in days if match.first is not None and match.last is not None]
    if not known:
        return None
    first, last = read.chunks[clause.first].first, read.chunks[clause.last].last
    inside = [match for match in known if first <= match.first_token <= last]
    best = min(inside or known, key=lambda match: abs(match.first_token - figure.first))
    text = tokens.text[tokens.start[best.first_token] : tokens.end[best.last_token]]
    assert best.first is not None
    assert best.last is not None
    return When(text, best.first.isoformat(), best.last.isoformat())


def _as_of(source: Source, when: When | None) -> str | None:
    """The day as of which a figure holds: its own date where that lies before publication, else the day of publication."""
    day = source.day
    if day is None:
        return when.last if when else None
    if when and when.last < day.isoformat():
        return when.last
    return day.isoformat()


def _quantity(figure: Figure, kind: str, noun: Noun | None) -> Quantity:
    quantity = figure.quantity
    if kind == "age":
        return replace(quantity, unit=figure.unit.code if figure.unit else "year")
    if kind == "count" and noun:
        unit = "person" if noun.person else noun.head
        return replace(quantity, unit="/".join((unit, *figure.rates)))
    return quantity


__all__ = ["extract"]
