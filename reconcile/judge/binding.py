"""Which words of a sentence belong to which of its figures, and whether a draft's figure has those of another one.

Between two figures the strongest mark or word of joining is where the words of the one end and those of the other
begin: "Women made up 58% of buyers, and 44% of the crowd was under 25". Where nothing parts them, the words between
belong to both.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from reconcile.facts import Claim
from reconcile.judge.comparable import counts_alike
from reconcile.judge.echo import Place, place
from reconcile.judge.stance import AGAINST, is_alone
from reconcile.judge.witness import Hearing, Witness
from reconcile.language.stems import stem

Words = frozenset[str]

_PARTINGS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"[;()\n]",
        r"[:\u2014\u2013]| - ",
        r", (?:and|but|while|whereas|against|compared|with|plus|or)\b",
        r"\b(?:and|but|while|whereas|against|versus|plus|nor)\b",
        r",",
    )
)
_IN_TURN = re.compile(r"\brespectively\b", re.IGNORECASE)  # all words first, then all figures: order alone binds them


class Binding:
    """The words of the figures of a run."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._rows: dict[Place, list[Claim]] = defaultdict(list)
        for claim in claims:
            if claim.kind != "date":
                self._rows[place(claim)].append(claim)
        for row in self._rows.values():
            row.sort(key=lambda claim: claim.start)
        self._owned: dict[str, Words] = {}

    def of(self, claim: Claim) -> Words:
        """The content words that belong to a figure, stemmed."""
        if claim.id not in self._owned:
            self._owned.update(_owned(self._rows[place(claim)]))
        return self._owned[claim.id]

    def beside(self, claim: Claim) -> tuple[Claim | None, Claim | None]:
        """The figures before and after one in its sentence."""
        row = self._rows[place(claim)]
        at = row.index(claim)
        return (row[at - 1] if at else None), (row[at + 1] if at + 1 < len(row) else None)

    def of_neighbour(self, hearing: Hearing) -> bool:
        """Whether the words of a draft's figure are those of another figure in the sentence of the one that bears it
        out, and none of them that one's."""
        borne = hearing.given[0]
        if _in_turn(hearing.claim, borne):
            return False
        own, best = self.of(hearing.claim), self.of(borne)
        theirs, mine = max(_split(own, best, map(self.of, self._others(borne, hearing))), default=(0, 0))
        return theirs > 0 and not mine

    def _others(self, borne: Claim, hearing: Hearing) -> Iterator[Claim]:
        """The figures in the sentence of one that bears the draft's out that are other figures of its sort: of the
        draft's, or where that is written without its unit ("and inflation 0.8 billion") of the one's own."""
        row = self._rows[place(borne)]
        if len(row) == 1:
            return iter(())
        alike = (w for w in hearing.witnesses if w.stance == "unlike" and w.claim.kind == borne.kind)
        others = {w.claim.id for w in (*alike, *(w for w in hearing.witnesses if w.stance in AGAINST))}
        return (claim for claim in row if claim.id in others)


def counted_beside(hearing: Hearing, clear: float) -> Witness | None:
    """The figure that counts what the draft's does, in a sentence where the draft's own number counts other things:
    the 62 for a draft's "35 sheep" beside "62 sheep and 35 goats". It is told so `clear`ly at least, nearer than the
    draft's number, which no source has of the draft's noun."""
    claim = hearing.claim
    if claim.kind != "count" or is_alone(claim) or any(counts_alike(claim, each) for each in hearing.given):
        return None
    least = max(clear, hearing.fors[0].near)
    others = {place(each) for each in hearing.given if each.kind == "count" and not is_alone(each)}
    beside = (w for w in hearing.witnesses if w.near >= least and w.stance in AGAINST and place(w.claim) in others)
    return next((w for w in beside if not is_alone(w.claim) and w.claim.context.head == claim.context.head), None)


def _split(own: Words, best: Words, beside: Iterable[Words]) -> Iterator[tuple[int, int]]:
    """For each figure beside the best: how many words the draft's shares with it alone, and, negative, how many with
    the best alone."""
    return ((len(own & (each - best)), -len(own & (best - each))) for each in beside)


def _in_turn(*claims: Claim) -> bool:
    return any(_IN_TURN.search(claim.sentence.text) for claim in claims)


def _owned(row: Sequence[Claim]) -> Mapping[str, Words]:
    """The words of each figure of a sentence."""
    sentence, words = row[0].sentence, row[0].context.words
    starts = [at for at, _ in words]
    edges = [_edges(one, other) for one, other in pairwise(row)]
    firsts = [sentence.start, *(first for _, first in edges)]
    lasts = [*(last for last, _ in edges), sentence.start + len(sentence.text)]
    return {
        claim.id: frozenset(stem(word) for _, word in words[bisect_left(starts, first) : bisect_left(starts, last)])
        for claim, first, last in zip(row, firsts, lasts, strict=True)
    }


def _edges(one: Claim, other: Claim) -> tuple[int, int]:
    """Where the words of a figure end and where those of the next one begin."""
    if other.start <= one.end:
        return other.start, one.end
    offset = one.sentence.start
    between = one.sentence.text[one.end - offset : other.start - offset]
    for pattern in _PARTINGS:
        if found := list(pattern.finditer(between)):
            return one.end + found[-1].start(), one.end + found[-1].start()
    return other.start, one.end
