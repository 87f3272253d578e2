"""Why the claims of a fact were joined, what stayed out, and how the verdict came about."""

from collections.abc import Iterator, Mapping

from reconcile.explain.layout import evidence, section
from reconcile.explain.naming import fact_named
from reconcile.facts import Claim, Fact, Link, Reason, Relation, Report
from reconcile.report.inert import plain

_NEAREST = 3  # pairs that stayed out are shown


def explain_fact(report: Report, name: str) -> str:
    """Why the claims of the fact of this name (see `naming`) were joined, and how its verdict came about.

    Every joined pair is given with its score, the sum of what each piece of evidence weighs (log-odds), and so are the
    pairs that came nearest to being joined. Raises UnknownName.
    """
    fact = fact_named(report, name)
    sources = {source.id: source for source in report.sources}
    claims = {claim.id: claim for claim in report.claims}
    own = [claim for claim in report.claims if claim.id in fact.claims]
    lines = [
        f"{fact.id}  {plain(fact.label)}  {fact.verdict}  (independent origins: {fact.origins})",
        f"  {plain(fact.message)}",
        "",
        "Claims:",
        *(line for claim in own for line in evidence(claim, sources[claim.source])),
        *section("Verdict:", [f"  {plain(f'{r.name}: {r.detail}')}" for r in fact.reasons if not r.weight]),
        *section("Joined, pair by pair:", [line for link in fact.links for line in _pair(link)]),
        *section("Nearest that stayed out:", list(_left_out(report, fact, claims))),
        *section("As of:", [f"  {moment.claim}  {moment.as_of or 'unknown'}" for moment in fact.timeline]),
        *section("Relations:", [_related(each) for each in report.relations if fact.id in (each.whole, *each.parts)]),
    ]
    return "\n".join(lines) + "\n"


def _pair(link: Link) -> Iterator[str]:
    yield f"  {link.a} ~ {link.b}  {link.score:+.1f}"
    yield from map(_weighed, link.reasons)


def _left_out(report: Report, fact: Fact, claims: Mapping[str, Claim]) -> Iterator[str]:
    """The pairs of one claim of the fact and one of another fact that came nearest to being joined."""
    own = set(fact.claims)
    for link in [link for link in report.near if len(own & {link.a, link.b}) == 1][:_NEAREST]:
        yield from _pair(link)
        for name in (link.a, link.b):
            yield f"      {name}: {plain(claims[name].sentence.text)}"


def _weighed(reason: Reason) -> str:
    return f"    {reason.weight:+6.1f}  {plain(f'{reason.name}: {reason.detail}')}"


def _related(relation: Relation) -> str:
    parts = " + ".join(relation.parts)
    stand = "" if relation.certain else "  (possible: only the figures fit)"
    return f"  {relation.type} of {relation.whole} from {parts}: {plain(relation.equation)}{stand}"
