"""What alignment hands to judgement: which claims speak of the same thing, and why."""

from dataclasses import dataclass

from reconcile.facts.report import Link, Reason


@dataclass(frozen=True, slots=True)
class Group:
    """Claims (by id, in reading order) that speak of one thing; `links` are the pairs that joined them.

    `tied` is True where another group fits equally well, so that no verdict may rest on this one. `rulings` tell what
    an editor has said of its claims.
    """

    claims: tuple[str, ...]
    links: tuple[Link, ...] = ()
    tied: bool = False
    rulings: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Alignment:
    """All groups (every claim is in exactly one), the links that fell short, and what a cap on work left out."""

    groups: tuple[Group, ...]
    possible: tuple[Link, ...] = ()
    capped: tuple[str, ...] = ()
