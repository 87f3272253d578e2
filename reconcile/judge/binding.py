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
from reconcile.judge.echo import Place, place
from reconcile.judge.stance import AGAINST
from reconcile.judge.witness import Hearing
from reconcile.language.stems import stem

Words = frozenset[str]

_PARTINGS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"[;:()\n\u2014\u2013]| - ",
        r", (?:and|but|while|whereas|against|compared|with|plus|or)\b",
        r"\b(?:and|but|while|whereas|against|versus|plus|nor)\b",
        r",",
    )
)
_IN_TURN = re.compile(r"\brespectively\b", re.IGNORECASE)  # all words first, then all figures: order alone binds them
_RIVALS = 3  # the other figures that are asked whether a name is theirs
_MOST = 3  # words more than so many say no more


class Binding:
    """The words of the figures of a run."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._rows: dict[Place, list[Claim]] = defaultdict(list)
        names: set[str] = set()
        for claim in claims:
            if claim.kind != "date":
                self._rows[place(claim)].append(claim)
                names.update(stem(word) for name in claim.context.names for word in name.lower().split())
        self._names = frozenset(names)
        self._owned: dict[str, Words] = {}

    def of(self, claim: Claim) -> Words:
        """The content words that belong to a figure, stemmed."""
        if claim.id not in self._owned:
            self._owned.update(_owned(sorted(self._rows[place(claim)], key=lambda each: each.start)))
        return self._owned[claim.id]

    def evidence(self, hearing: Hearing) -> Mapping[str, float]:
        """Whether the words of a draft's figure, and the names among them, are those of another figure than of the one
        that bears it out: in the sentence of that one (`neighbour`), or among the nearest of all (`rival`)."""
        borne = _borne(hearing)
        own, best = self.of(hearing.claim), self.of(borne)
        beside = [] if _in_turn(hearing.claim, borne) else list(self._beside(borne, hearing))
        theirs, mine = max(_split(own, best, [self.of(each) for each in beside]), default=(0, 0))
        names = own & self._names
        known = max(len(names & self.of(w.claim)) for w in hearing.fors)
        rivals = [w.claim for w in hearing.rivals[:_RIVALS]]
        return {
            "neighbour-words": float(max(-_MOST, min(_MOST, theirs + mine))),
            "neighbour-only": float(theirs > 0 and not mine),
            "neighbour-name": float(any(len(names & self.of(each)) > known for each in beside)),
            "rival-name": float(any(len(names & self.of(each)) > known for each in rivals)),
        }

    def _beside(self, borne: Claim, hearing: Hearing) -> Iterator[Claim]:
        """The figures in the sentence of one that bears the draft's out that are other figures of its sort."""
        row = self._rows[place(borne)]
        if len(row) == 1:
            return iter(())
        others = {witness.claim.id for witness in hearing.witnesses if witness.stance in AGAINST}
        return (claim for claim in row if claim.id in others)


def _borne(hearing: Hearing) -> Claim:
    """The source's claim that bears the draft's out: the nearest with the very figure, if there is one."""
    return next((w.claim for w in hearing.fors if w.stance == "same"), hearing.fors[0].claim)


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
