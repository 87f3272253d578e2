"""From sources to a report: read the claims, join those that speak of one thing, judge each group, check a draft."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from reconcile.facts import Alignment, Claim, Problem, Report, Ruling, Source
from reconcile.rulebook import Rulebook

Track = Callable[[Sequence[Source]], Iterable[Source]]
"""Called with the sources, gives the same sources one by one: where a caller may watch the work go on."""

ClaimsOf = Callable[[Source], tuple[Claim, ...]]
"""Called with a source, gives its claims: where a caller may keep those of sources that have not changed."""


def extract_all(
    sources: Sequence[Source], rulebook: Rulebook, track: Track = iter, claims_of: ClaimsOf | None = None
) -> Report:
    """A report of the claims alone, without facts; source and claim ids are unique in it."""
    from reconcile.extract import extract, is_read, settle, unread

    sources = tuple(replace(source, language=settle(source, rulebook)) for source in _distinct(sources))
    read = claims_of or (lambda source: extract(source, rulebook))
    claims = _numbered(read(source) for source in track(sources))
    problems = tuple(unread(source, rulebook) for source in sources if not is_read(source.language))
    return Report(rules=rulebook.digest, sources=sources, claims=claims, problems=problems)


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
    facts, relations, _ = judge(alignment, claims, known, rulebook)
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
    from reconcile.align import align, ruled
    from reconcile.judge import judge
    from reconcile.judge.consistency import inconsistencies
    from reconcile.judge.drafts import check_draft

    read = extract_all((*sources, replace(draft, role="draft")), rulebook, track, claims_of)
    *told, checked = read.sources
    known = (*_placed([replace(source, role="source") for source in told]), checked)
    current = _current(read.claims, known)
    alignment, unmet = ruled(align(current, known, rulebook), current, rulings)
    claims = tuple(claim for claim in current if claim.source != checked.id)
    judgement = judge(_apart(alignment, claims), claims, known, rulebook)
    findings = check_draft(alignment, judgement, current, known, rulebook)
    own = [claim for claim in current if claim.source == checked.id]
    return replace(
        read,
        sources=known,
        facts=judgement.facts,
        relations=judgement.relations,
        draft=findings,
        inconsistencies=inconsistencies(alignment, own, checked, rulebook),
        problems=(*read.problems, *unmet, *_capped(alignment.capped)),
        near=alignment.possible,
    )


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


def _distinct(sources: Sequence[Source]) -> tuple[Source, ...]:
    """The sources with the second and later users of an id renamed: "a", "a-2", "a-3"."""
    taken = {source.id for source in sources}
    seen: dict[str, int] = {}
    distinct = []
    for source in sources:
        name = source.id
        while source.id in seen and name in taken:
            seen[source.id] += 1
            name = f"{source.id}-{seen[source.id]}"
        seen.setdefault(source.id, 1)
        taken.add(name)
        distinct.append(source if name == source.id else replace(source, id=name))
    return tuple(distinct)


def _numbered(claims_by_source: Iterable[tuple[Claim, ...]]) -> tuple[Claim, ...]:
    """All claims in order as "c1", "c2" ...; what points at a claim of the same source is renamed along."""
    numbered: list[Claim] = []
    for claims in claims_by_source:
        names = {claim.id: f"c{n}" for n, claim in enumerate(claims, len(numbered) + 1)}
        numbered += (
            replace(claim, id=names[claim.id], equivalent_of=names.get(claim.equivalent_of or "")) for claim in claims
        )
    return tuple(numbered)


def _capped(notes: tuple[str, ...]) -> tuple[Problem, ...]:
    hint = "give fewer sources at once, or sources of one event"
    return tuple(Problem(where="alignment", line=None, message=note, hint=hint) for note in notes)
