"""The currency of a sign that several countries share, in a draft: "$45 million" is what its sources mean by it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reconcile.extract.figures.find import find_figures
from reconcile.extract.figures.local_units import is_bare
from reconcile.extract.lexicon import Lexicon, compile_lexicon
from reconcile.extract.tokens import tokenize
from reconcile.facts import Claim, Step
from reconcile.rulebook import Rulebook

_RULE = "localities.currency"


def as_sources_mean(draft: Sequence[Claim], told: Iterable[Claim], rulebook: Rulebook) -> tuple[Claim, ...]:
    """The claims of a draft, those with a shared sign or word in the currency that the claims of its sources tell.

    Amounts that sources write with the same sign decide; where none does, the currency that most sources mean by the
    sign, unless the draft marks that one ("A$") and so means another.
    """
    lexicon = compile_lexicon(rulebook)
    bare = [claim for claim in told if claim.kind == "money" and _bare(claim, lexicon)]
    settled = tuple(draft)
    for family in _families(lexicon) if bare else ():
        settled = _settled(settled, [claim for claim in bare if _code(claim) in family], family, lexicon)
    return settled


def _settled(
    draft: tuple[Claim, ...], told: Sequence[Claim], family: frozenset[str], lexicon: Lexicon
) -> tuple[Claim, ...]:
    own = [claim for claim in draft if claim.kind == "money" and _code(claim) in family]
    bare = {claim.id for claim in own if _bare(claim, lexicon)}
    if not (bare and told):
        return draft
    marked = {_code(claim) for claim in own if claim.id not in bare}
    code = _meant([claim for claim in own if claim.id in bare], told, marked)
    return tuple(_in_currency(claim, code) if claim.id in bare and code else claim for claim in draft)


def _meant(draft: Sequence[Claim], told: Sequence[Claim], marked: Iterable[str]) -> str:
    """The currency of the shared sign, empty where it stays the one that the draft was read in."""
    now = _code(draft[0])
    votes = Counter(code for claim in draft for code in {_code(other) for other in told if _equal(claim, other)})
    if not votes:
        votes = Counter(code for _, code in {(claim.source, _code(claim)) for claim in told})
        votes = Counter({code: count for code, count in votes.items() if code not in marked})
    return max(votes, key=lambda code: (votes[code], code == now, code), default="")


def _equal(one: Claim, other: Claim) -> bool:
    a, b = one.quantity, other.quantity
    return (a.value, a.low, a.high) == (b.value, b.low, b.high)


def _in_currency(claim: Claim, code: str) -> Claim:
    """The same amount in another currency; what is paid for stays ("/share")."""
    now = _code(claim)
    if code == now:
        return claim
    quantity = claim.quantity.in_unit(code + claim.quantity.unit.removeprefix(now))
    return replace(claim, quantity=quantity, trail=(*claim.trail, Step(_RULE, claim.start, claim.end, code)))


def _code(claim: Claim) -> str:
    return claim.quantity.unit.partition("/")[0]


def _families(lexicon: Lexicon) -> Iterable[frozenset[str]]:
    """The currencies that share a sign, sign by sign."""
    return (frozenset({default, *homes.values()}) for default, homes in lexicon.localities.homes.items())


def _bare(claim: Claim, lexicon: Lexicon) -> bool:
    """Whether an amount is written with a sign or word that several countries share, and nothing that tells which."""
    tokens = tokenize(claim.text, 0, lexicon.abbreviations)
    figures = find_figures(tokens, bytearray(len(tokens.surface)), lexicon)
    return any(is_bare(tokens, figure, lexicon) for figure in figures)
