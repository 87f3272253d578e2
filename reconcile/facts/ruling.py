"""An editor's own word on whether two claims speak of one fact; it overrides what the program would have said."""

from dataclasses import dataclass
from typing import Self

from reconcile.facts.claim import Claim


@dataclass(frozen=True, slots=True)
class Quote:
    """A figure by its words: its text, the sentence it stands in, and which of the same figures there it is (0 first).

    It holds wherever the same sentence stands: in a renamed file and in a copy too. White space plays no part.
    """

    figure: str
    sentence: str
    nth: int = 0

    @classmethod
    def of(cls, claim: Claim) -> Self:
        """The quote of a claim."""
        before = claim.sentence.text[: claim.start - claim.sentence.start]
        return cls(_flat(claim.text), _flat(claim.sentence.text), before.count(claim.text))


@dataclass(frozen=True, slots=True)
class Ruling:
    """The two claims are the `same` fact or not: who says so (`by`), since when (`at`, ISO 8601), and `why`.

    `where` and `line` are the place of the ruling in its file.
    """

    claims: tuple[Quote, Quote]
    same: bool
    by: str
    at: str
    why: str
    where: str
    line: int | None = None

    @property
    def told(self) -> str:
        """The ruling in one line: "the same fact, says Jo Doe (2026-03-11): both count the dead"."""
        return f"{'the same fact' if self.same else 'two facts'}, says {self.by} ({self.at[:10]}): {self.why}"


def _flat(text: str) -> str:
    return " ".join(text.split())
