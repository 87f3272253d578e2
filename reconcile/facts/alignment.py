"""What alignment hands to judgement: which claims speak of the same thing, and why."""

from dataclasses import dataclass

from reconcile.facts.report import Reason


@dataclass(frozen=True, slots=True)
class Link:
    """Two claims (by id) compared: the sum of the weights of `reasons` is `score`, in log-odds."""

    a: str
    b: str
    score: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Claims (by id, in reading order) that speak of one thing; `links` are the pairs that joined them.

    `tied` is True where another group fits equally well, so that no verdict may rest on this one.
    """

    claims: tuple[str, ...]
    links: tuple[Link, ...] = ()
    tied: bool = False


@dataclass(frozen=True, slots=True)
class Alignment:
    """All groups (every claim is in exactly one), the links that fell short, and what a cap on work left out."""

    groups: tuple[Group, ...]
    possible: tuple[Link, ...] = ()
    capped: tuple[str, ...] = ()
