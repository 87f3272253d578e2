"""From claims to the statements that alignment compares: `corpus_of` works out once what is compared of each."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache

from reconcile.align.accounts import accounts
from reconcile.align.amounts import Amount, amount_of, givers_of, rates_of
from reconcile.align.lexis import EVENT, Lexis
from reconcile.align.nearness import Bag, nearness
from reconcile.align.records import Corpus, Location, Passage, Place, Record, mass_of
from reconcile.facts import Claim, Roles
from reconcile.language.cues import CuesOf

_EVERYBODY = frozenset({"the", "a", "an", "he", "she", "it", "they", "of", "we", "who"})
_NEXT = 4  # words on each side of a figure that are compared as written
_WINDOW = 60  # characters in which they stand
_WRITTEN = re.compile(r"[^\W\d_]+|\d+")
_BESIDE = 0.25  # nearness from which a concept counts as said of the figure


def corpus_of(claims: Iterable[Claim], texts: Mapping[str, str], lexis: Lexis, cues: CuesOf) -> Corpus:
    """The records of all figures (dates are not figures), in the order of the claims; `texts` are those of sources."""
    figures = [claim for claim in claims if claim.kind != "date"]
    amounts = {claim.id: amount_of(claim, lexis) for claim in figures}
    known = {claim.id: claim for claim in figures}
    again = {claim.id: claim.equivalent_of for claim in figures if claim.equivalent_of in known}
    firsts = [claim for claim in figures if claim.id not in again]
    beside = {each.later: each for each in accounts(firsts, texts, amounts, cues)}
    statements = _statements(figures, again | {later: each.earlier for later, each in beside.items()})
    firsts = [members[0] for members in statements]
    sentences = _sentences(firsts)
    concepts = {at: lexis.of([word for _, word in group[0].context.words]) for at, group in sentences.items()}
    rarity = _rarity(concepts)
    passages = {at: _passage(group[0], concepts[at], rarity, lexis) for at, group in sentences.items()}
    near = {claim.id: bag for group in sentences.values() for claim, bag in nearness(group, lexis)}
    given = {members[0].id: tuple([amounts[claim.id] for claim in members]) for members in statements}
    records = _records(statements, given, near, passages, rarity, lexis)
    return Corpus(records, rarity, rates_of(figures), beside)


def _records(
    statements: Sequence[Sequence[Claim]],
    given: Mapping[str, tuple[Amount, ...]],
    near: Mapping[str, Bag],
    passages: Mapping[Place, Passage],
    rarity: Mapping[str, float],
    lexis: Lexis,
) -> tuple[Record, ...]:
    """The records of statements; `given` are their amounts and `near` the concepts near them, by their first claims."""
    firsts = [members[0] for members in statements]
    shared, alone = givers_of(firsts, given), _alone(firsts, near)
    heads = [claim.context.head for claim in firsts]
    nouns = [lexis.concept(head) if head else "" for head in heads]
    uses = Counter(zip([claim.source for claim in firsts], nouns, strict=True))
    return tuple(
        _record(
            index,
            claim,
            tuple(others),
            given[claim.id],
            near[claim.id],
            alone[claim.source],
            shared[claim.id],
            passages[_sentence(claim)],
            noun,
            uses[claim.source, noun],
            rarity,
            lexis,
        )
        for index, ((claim, *others), noun) in enumerate(zip(statements, nouns, strict=True))
    )


def _record(
    index: int,
    claim: Claim,
    others: tuple[Claim, ...],
    amounts: tuple[Amount, ...],
    near: Bag,
    alone: Mapping[str, float],
    shared: float,
    passage: Passage,
    noun: str,
    uses: int,
    rarity: Mapping[str, float],
    lexis: Lexis,
) -> Record:
    context, when, lead = claim.context, claim.when, _lead(claim)
    status, status_weight = _status(claim, near, lexis)
    subject = lexis.of(context.subject)
    return Record(
        index=index,
        claim=claim,
        others=others,
        source=claim.source,
        start=claim.start,
        amounts=amounts,
        dimension=amounts[0].dimension,
        bare=claim.kind == "count" and (not claim.quantity.unit or not context.head),
        none=claim.quantity.value == 0,
        hedge=claim.quantity.hedge,
        shared=shared,
        near=near,
        alone=alone,
        passage=passage,
        sentence=claim.sentence.start,
        leads=context.paragraph == 0,
        names=frozenset([name.lower() for name in context.names]),
        subject=subject,
        subject_mass=mass_of(subject, rarity),
        lead=lead,
        tail=_tail(claim),
        head=context.head,
        noun=noun,
        measure=claim.measure,
        general=claim.measure in lexis.general,
        only=uses == 1,
        modifiers=lexis.of(context.modifiers),
        event=claim.event,
        classes=frozenset(context.classes) - {claim.measure},
        status=status,
        status_weight=status_weight,
        verb=context.verb,
        places=_places(claim.roles, lexis),
        scope=claim.scope,
        change=claim.change,
        former=claim.scope == "level" and lead[:1] == ("from",),
        standing=claim.standing,
        first=_number(when.first) if when else 0,
        last=_number(when.last) if when else 0,
        ends=when.last if when else "",
        as_of=claim.as_of or "",
    )


def _statements(figures: Iterable[Claim], earlier: Mapping[str, str | None]) -> list[list[Claim]]:
    """The claims in statements, each led by the one that refers to none before it."""
    found: dict[str, list[Claim]] = {}
    led = []
    for claim in figures:
        if claim.id in earlier:
            led.append(claim)
        else:
            found[claim.id] = [claim]
    for claim in led:
        found[_root(claim.id, earlier)].append(claim)
    return list(found.values())


def _root(name: str, earlier: Mapping[str, str | None]) -> str:
    while (before := earlier.get(name)) is not None:
        name = before
    return name


def _sentences(claims: Iterable[Claim]) -> Mapping[Place, Sequence[Claim]]:
    """The claims by sentence."""
    sentences: dict[Place, list[Claim]] = defaultdict(list)
    for claim in claims:
        sentences[_sentence(claim)].append(claim)
    return sentences


def _sentence(claim: Claim) -> Place:
    return claim.source, claim.sentence.start


def _passage(claim: Claim, words: frozenset[str], rarity: Mapping[str, float], lexis: Lexis) -> Passage:
    """The sentence of a claim; `words` are its concepts."""
    before = lexis.of(claim.context.before)
    return Passage(words, mass_of(words, rarity), before, mass_of(before, rarity))


def _rarity(sentences: Mapping[Place, Iterable[str]]) -> dict[str, float]:
    """The log of how seldom a concept is in a source that has it: a word that each source uses once tells most."""
    found: Counter[str] = Counter()
    users: dict[str, set[str]] = defaultdict(set)
    for (source, _), concepts in sentences.items():
        for concept in concepts:
            found[concept] += 1
            users[concept].add(source)
    mean = len(sentences) / max(1, len({source for source, _ in sentences}))
    return {w: max(0.0, math.log((mean + 1) / (count / len(users[w]) + 0.5))) for w, count in found.items()}


def _alone(firsts: Sequence[Claim], near: Mapping[str, Bag]) -> Mapping[str, Mapping[str, float]]:
    """By source, the concepts that stand near several of its figures: 1, less the more figures there are."""
    uses: dict[str, Counter[str]] = defaultdict(Counter)
    for claim in firsts:
        uses[claim.source].update([concept for concept, weight in near[claim.id].items() if weight >= _BESIDE])
    return {
        source: {concept: 1 / math.sqrt(count) for concept, count in counted.items() if count > 1}
        for source, counted in uses.items()
    }


def _lead(claim: Claim) -> tuple[str, ...]:
    at = claim.start - claim.sentence.start
    return tuple(_WRITTEN.findall(claim.sentence.text[max(0, at - _WINDOW) : at].lower())[: -_NEXT - 1 : -1])


def _tail(claim: Claim) -> tuple[str, ...]:
    at = claim.end - claim.sentence.start
    return tuple(_WRITTEN.findall(claim.sentence.text[at : at + _WINDOW].lower())[:_NEXT])


def _status(claim: Claim, near: Bag, lexis: Lexis) -> tuple[str, float]:
    """The event class that excludes others: what happens to the counted, or else the nearest such class."""
    if claim.event is not None:
        return (claim.event, 1.0) if claim.event in lexis.status else ("", 0.0)
    known = ((weight, concept.removeprefix(EVENT)) for concept, weight in near.items() if concept.startswith(EVENT))
    weight, name = max(((w, name) for w, name in known if name in lexis.status), default=(0.0, ""))
    return name, weight


def _places(roles: Roles, lexis: Lexis) -> dict[str, Location]:
    """The places and parties by role."""
    named = (("from", roles.from_), ("to", roles.to), ("in", roles.in_), ("by", roles.by))
    found = ((slot, _words(names)) for slot, names in named if names)
    return {slot: (words, _regions(words, lexis)) for slot, words in found if words}


def _words(texts: Sequence[str]) -> frozenset[str]:
    return frozenset([word for text in texts for word in text.lower().split()]) - _EVERYBODY


def _regions(words: Iterable[str], lexis: Lexis) -> frozenset[str]:
    """The words of the regions that the places named lie in."""
    return frozenset([region for word in words for region in lexis.regions.get(word, ())])


@lru_cache(maxsize=1024)
def _number(day: str) -> int:
    """The number of a day; the figures of a story share few days."""
    return date.fromisoformat(day).toordinal()
