"""An editor's word on top of the evidence: groups joined or taken apart as rulings say, whatever the scores.

A ruling that two claims are the same joins their groups. One that they are not takes their group apart: each of the
other claims goes with the one of the two that it has the stronger links to. Rulings hold in the order in which they
were given, so that a later one overrides an earlier one that it contradicts.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import product

from reconcile.align.links import certain
from reconcile.facts import Alignment, Claim, Group, Problem, Quote, Reason, Ruling

_STALE = "take it out with `reconcile decide --undo`, or look up what became of the sentence"
_OVERRULED = "take one of the two out with `reconcile decide --undo`"


def ruled(
    alignment: Alignment, claims: Iterable[Claim], rulings: Sequence[Ruling]
) -> tuple[Alignment, tuple[Problem, ...]]:
    """The alignment as the rulings have it, and a Problem for each ruling that no claim meets or a later one undoes."""
    if not rulings:
        return alignment, ()
    kept = tuple(claims)
    order = {claim.id: n for n, claim in enumerate(kept)}
    quoted = _by_quote(kept)
    pairs = [_pairs(ruling, quoted) for ruling in rulings]
    groups = list(alignment.groups)
    for ruling, met in zip(rulings, pairs, strict=True):
        for a, b in met:
            groups = (_joined if ruling.same else _parted)(groups, a, b, ruling, order)
    groups.sort(key=lambda group: order[group.claims[0]])
    home = {name: n for n, group in enumerate(groups) for name in group.claims}
    possible = tuple(link for link in alignment.possible if home[link.a] != home[link.b])
    return replace(alignment, groups=tuple(groups), possible=possible), tuple(_problems(rulings, pairs, home))


def _by_quote(claims: Iterable[Claim]) -> Mapping[Quote, Sequence[str]]:
    quoted: dict[Quote, list[str]] = {}
    for claim in claims:
        quoted.setdefault(Quote.of(claim), []).append(claim.id)
    return quoted


def _pairs(ruling: Ruling, quoted: Mapping[Quote, Sequence[str]]) -> list[tuple[str, str]]:
    """The claims (by id) that a ruling speaks of; a copy of a source makes several pairs of one."""
    first, second = (quoted.get(quote, ()) for quote in ruling.claims)
    return [(a, b) for a, b in product(first, second) if a != b]


def _joined(groups: list[Group], a: str, b: str, ruling: Ruling, order: Mapping[str, int]) -> list[Group]:
    """The groups with those of the two claims made one, which is no longer in doubt."""
    first, second = _home(groups, a), _home(groups, b)
    claims = sorted({*first.claims, *second.claims}, key=order.__getitem__)
    links = {
        frozenset((link.a, link.b)): link
        for link in (*first.links, *second.links, certain(a, b, "editor", ruling.told))
    }
    words = dict.fromkeys((*first.rulings, *second.rulings, _word(ruling)))
    union = Group(tuple(claims), tuple(links.values()), rulings=tuple(words))
    return [*(group for group in groups if group is not first and group is not second), union]


def _parted(groups: list[Group], a: str, b: str, ruling: Ruling, order: Mapping[str, int]) -> list[Group]:
    """The groups with the one that holds both claims taken apart around them."""
    first, second = _home(groups, a), _home(groups, b)
    parts = _split(first, a, b, order) if first is second else (first, second)
    told = (replace(part, rulings=(*part.rulings, _word(ruling))) for part in parts)
    return [*(group for group in groups if group is not first and group is not second), *told]


def _split(group: Group, a: str, b: str, order: Mapping[str, int]) -> tuple[Group, Group]:
    """The group as two, around `a` and `b`; each other claim goes where its link is stronger, `a` first in a tie."""
    beside_a, beside_b = {a}, {b}
    for name in sorted(set(group.claims) - {a, b}, key=order.__getitem__):
        (beside_a if _pull(group, name, a) >= _pull(group, name, b) else beside_b).add(name)
    return _part(group, beside_a), _part(group, beside_b)


def _part(group: Group, names: set[str]) -> Group:
    return replace(
        group,
        claims=tuple(name for name in group.claims if name in names),
        links=tuple(link for link in group.links if {link.a, link.b} <= names),
    )


def _pull(group: Group, name: str, to: str) -> float:
    return sum(link.score for link in group.links if {link.a, link.b} == {name, to})


def _home(groups: Iterable[Group], name: str) -> Group:
    return next(group for group in groups if name in group.claims)


def _word(ruling: Ruling) -> Reason:
    return Reason("editor", 0.0, ruling.told)


def _problems(
    rulings: Iterable[Ruling], pairs: Iterable[Sequence[tuple[str, str]]], home: Mapping[str, int]
) -> Iterable[Problem]:
    for ruling, met in zip(rulings, pairs, strict=True):
        if not met:
            figures = " and ".join(f'"{quote.figure}"' for quote in ruling.claims)
            yield Problem(ruling.where, ruling.line, f"no source has both {figures} in these sentences", _STALE)
        elif any((home[a] == home[b]) != ruling.same for a, b in met):
            yield Problem(ruling.where, ruling.line, "a later decision says otherwise", _OVERRULED)
