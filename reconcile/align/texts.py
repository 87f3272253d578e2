"""Sources known by their texts: a copy, a new name and another order of the sources must change nothing.

Inside alignment a source is called by the digest of its text, so that no tie is settled by the name of a file, and a
text that several sources have takes part once. The claims of its copies join those of the first afterwards.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from hashlib import blake2b
from operator import attrgetter

from reconcile.align.links import certain
from reconcile.facts import Claim, Group, Source

_FIELDS = attrgetter(*(field.name for field in fields(Claim)))


@dataclass(frozen=True, slots=True)
class Texts:
    """The claims of different texts, their sources called by digests.

    `of` are the texts by digest, `copies`, by claim, its repetitions.
    """

    claims: tuple[Claim, ...]
    of: Mapping[str, str]
    copies: Mapping[str, Sequence[Claim]]

    def whole(self, group: Group, order: Mapping[str, int]) -> Group:
        """The group with the claims of copies in it, all in the given order."""
        again = [(name, claim.id) for name in group.claims for claim in self.copies.get(name, ())]
        if not again:
            return group
        claims = sorted((*group.claims, *(copy for _, copy in again)), key=order.__getitem__)
        return replace(
            group,
            claims=tuple(claims),
            links=(*group.links, *(certain(*pair, "copy", "the same words of the same text") for pair in again)),
        )


def texts_of(claims: Iterable[Claim], sources: Iterable[Source]) -> Texts:
    """The texts of some claims; of copies the one that was published first stands for all."""
    known = {source.id: source for source in sources}
    digests = {source.id: _digest(source) for source in known.values()}
    by_age = sorted(known.values(), key=lambda source: source.published or "")
    age = {source.id: number for number, source in enumerate(by_age)}
    firsts: dict[tuple[str, int, int], str] = {}
    copies: dict[str, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda claim: age[claim.source]):
        body = known[claim.source].body
        first = firsts.setdefault((digests[claim.source], claim.start - body, claim.end - body), claim.id)
        if first != claim.id:
            copies[first].append(claim)
    kept = set(firsts.values())
    told = tuple(_called(claim, digests[claim.source]) for claim in claims if claim.id in kept)
    return Texts(told, {digests[source.id]: source.text for source in reversed(by_age)}, copies)


def _called(claim: Claim, source: str) -> Claim:
    """The claim with its source under another name; `replace` takes twice as long, and this is done to every claim."""
    name, _, *rest = _FIELDS(claim)
    return Claim(name, source, *rest)


def _digest(source: Source) -> str:
    return blake2b(source.text[source.body :].encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
