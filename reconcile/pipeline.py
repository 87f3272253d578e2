"""From sources to a report: read the claims, join those that speak of one thing, judge each group, check a draft."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reconcile.facts import Alignment, Claim, Problem, Report, Ruling, Source
from reconcile.rulebook import Rulebook

if TYPE_CHECKING:
    from reconcile.judge import Judgement

Track = Callable[[Sequence[Source]], Iterable[Source]]
"""Called with the sources, gives the same sources one by one: where a caller may watch the work go on."""

ClaimsOf = Callable[[Source], tuple[Claim, ...]]
"""Called with a source, gives its claims: where a caller may keep those of sources that have not changed."""


def extract_all(
    sources: Sequence[Source], rulebook: Rulebook, track: Track = iter, claims_of: ClaimsOf | None = None
) -> Report:
    """A report of the claims alone, without facts; source and claim ids are unique in it."""
    sources = tuple(_told_apart(sources, rulebook, {source.id for source in sources}))
    each = tuple(_extracted(track(sources), rulebook, claims_of))
    claims = tuple(claim for one in each for claim in one.claims)
    problems = tuple(problem for one in each for problem in one.problems)
    return Report(rules=rulebook.digest, sources=sources, claims=claims, problems=problems)


def extract_each(sources: Iterable[Source], rulebook: Rulebook) -> Iterator[Report]:
    """What `extract_all` gives, a report a source, for more sources than memory should hold; ids are unique in all.

    Where a document has the id that an earlier one of the same id was renamed to, it is renamed in its turn: what is
    yet to come is not known.
    """
    yield from _extracted(_told_apart(sources, rulebook), rulebook, None)


def compare(
    sources: Sequence[Source], rulebook: Rulebook, track: Track = iter, rulings: Sequence[Ruling] = ()
) -> Report:
    """The claims of all sources, the facts they speak of with a verdict each, and the relations between those.

    `rulings` are an editor's own word on which claims are the same fact; it overrides the evidence.
    """
    from reconcile.align import align, ruled
    from reconcile.judge import judge

    read = extract_all(sources, rulebook, track)
    known = _placed(read.sources)
    claims = _current(read.claims, known)
    alignment, unmet = ruled(align(claims, known, rulebook), claims, rulings)
    facts, relations, *_ = judge(alignment, claims, known, rulebook)
    problems = (*read.problems, *unmet, *_capped(alignment.capped))
    return replace(read, sources=known, facts=facts, relations=relations, problems=problems, near=alignment.possible)


def check(
    draft: Source,
    sources: Sequence[Source],
    rulebook: Rulebook,
    track: Track = iter,
    rulings: Sequence[Ruling] = (),
    claims_of: ClaimsOf | None = None,
) -> Report:
    """What `compare` says of the sources, and every claim of the draft held against them.

    The draft stands last among the report's sources; no fact counts it in.
    """
    from reconcile.judge.consistency import inconsistencies
    from reconcile.judge.drafts import check_draft

    case = laid_out(draft, sources, rulebook, track, rulings, claims_of)
    checked = case.sources[-1]
    findings = check_draft(case.alignment, case.judgement, case.claims, case.sources, rulebook)
    own = [claim for claim in case.claims if claim.source == checked.id]
    return replace(
        case.read,
        sources=case.sources,
        facts=case.judgement.facts,
        relations=case.judgement.relations,
        draft=findings,
        inconsistencies=inconsistencies(case.alignment, own, checked, rulebook),
        problems=(*case.read.problems, *case.unmet, *_capped(case.alignment.capped)),
        near=case.alignment.possible,
    )


@dataclass(frozen=True, slots=True)
class Case:
    """What the check of a draft rests on: what was read, the sources in their places (the draft last), the claims of
    all that count, their alignment, the judgement of the sources' alone, and the rulings that fit no claim."""

    read: Report
    sources: tuple[Source, ...]
    claims: tuple[Claim, ...]
    alignment: Alignment
    judgement: "Judgement"
    unmet: tuple[Problem, ...]


def laid_out(
    draft: Source,
    sources: Sequence[Source],
    rulebook: Rulebook,
    track: Track = iter,
    rulings: Sequence[Ruling] = (),
    claims_of: ClaimsOf | None = None,
) -> Case:
    """A draft and its sources up to where the draft is checked."""
    from reconcile.align import align, ruled
    from reconcile.judge import judge

    read = _in_one_currency(extract_all((*sources, replace(draft, role="draft")), rulebook, track, claims_of), rulebook)
    *told, checked = read.sources
    known = (*_placed([replace(source, role="source") for source in told]), checked)
    current = _current(read.claims, known)
    alignment, unmet = ruled(align(current, known, rulebook), current, rulings)
    claims = tuple(claim for claim in current if claim.source != checked.id)
    return Case(read, known, current, alignment, judge(_apart(alignment, claims), claims, known, rulebook), unmet)


def _in_one_currency(read: Report, rulebook: Rulebook) -> Report:
    """The report with the draft's amounts in the currency that its sources mean by the sign they share."""
    from reconcile.extract import as_sources_mean

    draft = read.sources[-1].id
    told = [claim for claim in read.claims if claim.source != draft]
    own = [claim for claim in read.claims if claim.source == draft]
    return replace(read, claims=(*told, *as_sources_mean(own, told, rulebook)))


def _placed(sources: Sequence[Source]) -> tuple[Source, ...]:
    """The sources, each with its origin, and an earlier version of another one with that one's id."""
    from reconcile.align import origins, superseded

    origin, later = origins(sources), superseded(sources)
    return tuple(replace(one, origin=origin[one.id], superseded_by=later.get(one.id)) for one in sources)


def _current(claims: Iterable[Claim], sources: Iterable[Source]) -> tuple[Claim, ...]:
    """The claims on which a verdict may rest: those of superseded versions are shown and count for nothing."""
    past = {source.id for source in sources if source.superseded_by}
    return tuple(claim for claim in claims if claim.source not in past)


def _apart(alignment: Alignment, claims: Iterable[Claim]) -> Alignment:
    """What the alignment says of some claims alone: those of the sources, without the draft's."""
    told = {claim.id for claim in claims}
    kept = (
        replace(
            group,
            claims=tuple(name for name in group.claims if name in told),
            links=tuple(link for link in group.links if link.a in told and link.b in told),
        )
        for group in alignment.groups
    )
    return replace(alignment, groups=tuple(group for group in kept if group.claims))


def _extracted(sources: Iterable[Source], rulebook: Rulebook, claims_of: ClaimsOf | None) -> Iterator[Report]:
    """A report of the claims of each source, the claims numbered through all of them."""
    from reconcile.extract import extract, is_read, unread

    read = claims_of or (lambda source: extract(source, rulebook))
    count = 0
    for source in sources:
        claims = _numbered(read(source), count + 1)
        count += len(claims)
        problems = () if is_read(source.language) else (unread(source, rulebook),)
        yield Report(rules=rulebook.digest, sources=(source,), claims=claims, problems=problems)


def _told_apart(sources: Iterable[Source], rulebook: Rulebook, reserved: Collection[str] = ()) -> Iterator[Source]:
    """The sources in the language that each is in, later users of an id renamed ("a", "a-2", "a-3") to none of the
    `reserved` ones."""
    from reconcile.extract import settle

    given: set[str] = set()
    users: dict[str, int] = {}
    for source in sources:
        name = source.id
        while name in given or (name != source.id and name in reserved):
            users[source.id] = users.get(source.id, 1) + 1
            name = f"{source.id}-{users[source.id]}"
        given.add(name)
        yield replace(source, id=name, language=settle(source, rulebook))


def _numbered(claims: tuple[Claim, ...], first: int) -> tuple[Claim, ...]:
    """The claims of a source in order as "c1", "c2" ..., from the number `first` on; what points at one goes along."""
    names = {claim.id: f"c{n}" for n, claim in enumerate(claims, first)}
    return tuple(
        replace(claim, id=names[claim.id], equivalent_of=names.get(claim.equivalent_of or "")) for claim in claims
    )


def _capped(notes: tuple[str, ...]) -> tuple[Problem, ...]:
    hint = "give fewer sources at once, or sources of one event"
    return tuple(Problem(where="alignment", line=None, message=note, hint=hint) for note in notes)
