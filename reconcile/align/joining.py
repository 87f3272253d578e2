"""The steps of alignment in order: records, candidates, scores, rivals, groups, links with their reasons."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import mul

from reconcile.align.candidates import candidates
from reconcile.align.corpus import corpus_of
from reconcile.align.dates import date_groups
from reconcile.align.evidence import reasons
from reconcile.align.features import Strength, features
from reconcile.align.groups import linked_groups, members_of
from reconcile.align.lexis import Lexis, lexis_of
from reconcile.align.links import certain
from reconcile.align.records import Corpus, Place, Record
from reconcile.align.rivals import FEATURES, HOPELESS, Field
from reconcile.align.scoring import Weights, weights_of
from reconcile.align.texts import texts_of
from reconcile.facts import Alignment, Claim, Group, Link, Source
from reconcile.language.cues import CuesOf, wording_of
from reconcile.rulebook import Rulebook

Pair = tuple[int, int]


def align(claims: Iterable[Claim], sources: Iterable[Source], rulebook: Rulebook) -> Alignment:
    """Groups of claims that speak of one fact; every claim, dates included, is in exactly one.

    `sources` are those of the claims. Where all of them name their story, claims of different stories stay apart.
    Groups stand in the order of their first claims. The order of the input, the names of the sources and copies of a
    source change nothing but that. Time grows nearly linearly with the number of claims.
    """
    kept, known = tuple(claims), tuple(sources)
    order = {claim.id: n for n, claim in enumerate(kept)}
    parts = [_align(part, known, rulebook, order) for part in _stories(kept, known)]
    groups = sorted((group for part in parts for group in part.groups), key=lambda group: order[group.claims[0]])
    possible = sorted((link for part in parts for link in part.possible), key=lambda link: -link.score)
    return Alignment(tuple(groups), tuple(possible), tuple(note for part in parts for note in part.capped))


def _stories(claims: Sequence[Claim], sources: Sequence[Source]) -> list[list[Claim]]:
    """The claims by the stories of their sources; in one part unless every source names its story."""
    stories = {source.id: source.story for source in sources}
    if None in stories.values():
        return [list(claims)]
    parts: dict[str | None, list[Claim]] = {}
    for claim in claims:
        parts.setdefault(stories[claim.source], []).append(claim)
    return list(parts.values())


def _align(claims: Sequence[Claim], sources: Sequence[Source], rulebook: Rulebook, order: dict[str, int]) -> Alignment:
    """The alignment of the claims of one story."""
    lexis, weights = lexis_of(rulebook), weights_of(rulebook)
    texts = texts_of(claims, sources)
    cues = CuesOf(wording_of(rulebook))
    scored = score_pairs(corpus_of(texts.claims, texts.of, lexis, cues), lexis, weights)
    groups = [*_figure_groups(scored, weights, order), *(Group(tuple(ids)) for ids in date_groups(texts.claims))]
    whole = tuple(texts.whole(group, order) for group in groups)
    return Alignment(whole, _possible(scored, weights, groups), scored.capped)


@dataclass(frozen=True, slots=True)
class Scored:
    """The statements of a set with the score of every pair that was weighed, by index (the lower one first).

    `strengths` has every feature, competition included, of the pairs that are possible.
    """

    corpus: Corpus
    scores: Mapping[Pair, float]
    strengths: Mapping[Pair, Sequence[Strength]]
    capped: tuple[str, ...]


def score_pairs(corpus: Corpus, lexis: Lexis, weights: Weights) -> Scored:
    """Weighs all candidates, first by themselves, then against their rivals."""
    pairs, capped = candidates(corpus, lexis)
    least = min(weights.linked, weights.possible)
    alone: dict[Pair, float] = {}
    strengths: dict[Pair, list[Strength]] = {}
    for a, b in pairs:
        found = features(a, b, corpus, lexis)
        pair = a.index, b.index
        alone[pair] = score = weights.score(found)
        if score > HOPELESS or score >= least:
            strengths[pair] = found
    field, against = Field(corpus.records, alone), weights.along(FEATURES)
    scores = alone.copy()
    for pair, found in strengths.items():
        standing = field.standing(*pair)
        scores[pair] += sum(map(mul, standing, against))
        if scores[pair] >= least:
            found.extend(zip(FEATURES, standing, strict=False))
    return Scored(corpus, scores, strengths, capped)


def _figure_groups(scored: Scored, weights: Weights, order: dict[str, int]) -> list[Group]:
    records = scored.corpus.records
    groups = linked_groups(len(records), scored.scores, weights.linked, lambda k: records[k].place)
    home = members_of(groups)
    links: dict[int, list[Link]] = {}
    for (i, j), score in scored.scores.items():
        if home[i] == home[j] and score >= weights.linked:
            links.setdefault(home[i], []).append(_link(scored, weights, i, j))
    return [
        _group([records[k] for k in members], links.get(number, []), scored.corpus, order, tied=tied)
        for number, (members, tied) in enumerate(groups)
    ]


def _group(records: Sequence[Record], links: list[Link], corpus: Corpus, order: dict[str, int], *, tied: bool) -> Group:
    ids = sorted([claim.id for record in records for claim in (record.claim, *record.others)], key=order.__getitem__)
    again = [_within(record, other, corpus) for record in records for other in record.others]
    return Group(tuple(ids), (*sorted(links, key=lambda link: (order[link.a], order[link.b])), *again), tied)


def _within(record: Record, other: Claim, corpus: Corpus) -> Link:
    """The link of a claim to the statement that it shares."""
    account = corpus.accounts.get(other.id)
    if account:
        detail = f"told beside one another as values of one thing: {account.words}"
        return certain(account.earlier, other.id, "account", detail)
    first = next(claim for claim in (record.claim, *record.others) if claim.id == other.equivalent_of)
    detail = f"{first.text} = {other.text}, one amount in two units"
    return certain(first.id, other.id, "equivalent", detail)


def _link(scored: Scored, weights: Weights, i: int, j: int) -> Link:
    a, b = scored.corpus.records[i], scored.corpus.records[j]
    told = reasons(a, b, scored.strengths[i, j], weights.of, scored.corpus)
    return Link(a.claim.id, b.claim.id, round(scored.scores[i, j], 3), told)


def _possible(scored: Scored, weights: Weights, groups: Sequence[Group]) -> tuple[Link, ...]:
    """For each statement the pair with another source's that comes nearest to a link without one, nearest first."""
    home = {claim: number for number, group in enumerate(groups) for claim in group.claims}
    records = scored.corpus.records
    best: dict[int, tuple[float, Place, Place, int, int]] = {}
    near = [(pair, score) for pair, score in scored.scores.items() if score >= weights.possible]
    for (i, j), score in near:
        a, b = records[i], records[j]
        if a.source != b.source and home[a.claim.id] != home[b.claim.id]:
            first, second = sorted((a.place, b.place))
            entry = (-score, first, second, i, j)
            for k in (i, j):
                best[k] = min(best.get(k, entry), entry)
    return tuple(_link(scored, weights, i, j) for *_, i, j in sorted(set(best.values())))
