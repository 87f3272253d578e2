"""Links that rest on no likeness: what a source, a copy or an editor says outright."""

from reconcile.facts import Link, Reason

_CERTAIN = 6.0  # log-odds: as much as the strongest evidence that words can give


def certain(a: str, b: str, name: str, detail: str) -> Link:
    """The link of two claims (by id) that one reason settles."""
    return Link(a, b, _CERTAIN, (Reason(name, _CERTAIN, detail),))
