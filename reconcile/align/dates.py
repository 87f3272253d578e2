"""Dates are joined where they name the same days and their sentences share rare words; other dates stand alone."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from reconcile.facts import Claim
from reconcile.language.stems import stem, words_of

_SHARED = 2  # words that two sentences must share
_COMMON = 0.3  # part of the date sentences in which a word tells nothing


def date_groups(claims: Iterable[Claim]) -> list[list[str]]:
    """The ids of the date claims in groups, in the order of the claims."""
    dates = [claim for claim in claims if claim.kind == "date"]
    stems = {claim.id: _stems(claim) for claim in dates}
    found = Counter(stem for words in stems.values() for stem in words)
    rare = {stem for stem, count in found.items() if count <= max(4, _COMMON * len(dates))}
    days: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in dates:
        if claim.when:
            days[claim.when.first, claim.when.last].append(claim)
    undated = [[claim.id] for claim in dates if not claim.when]
    return undated + [group for same in days.values() for group in _joined(same, stems, rare)]


def _stems(claim: Claim) -> frozenset[str]:
    at = claim.start - claim.sentence.start
    text = claim.sentence.text[:at] + " " + claim.sentence.text[at + len(claim.text) :]
    return frozenset(stem(word) for _, word in words_of(text))


def _joined(claims: list[Claim], stems: dict[str, frozenset[str]], rare: set[str]) -> list[list[str]]:
    """Dates of the same days: each joins every group that holds a sentence like its own."""
    holders: dict[str, list[int]] = defaultdict(list)
    parent = list(range(len(claims)))
    for k, claim in enumerate(claims):
        shared = Counter(other for word in stems[claim.id] & rare for other in holders[word][-20:])
        for other, count in shared.items():
            if count >= _SHARED:
                parent[_root(parent, k)] = _root(parent, other)
        for word in stems[claim.id] & rare:
            holders[word].append(k)
    groups: dict[int, list[str]] = defaultdict(list)
    for k, claim in enumerate(claims):
        groups[_root(parent, k)].append(claim.id)
    return list(groups.values())


def _root(parent: list[int], k: int) -> int:
    while parent[k] != k:
        parent[k] = parent[parent[k]]
        k = parent[k]
    return k
