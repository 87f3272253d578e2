"""A short label of a fact, made of what its claims say of themselves."""

from collections import Counter
from collections.abc import Iterable, Sequence

from reconcile.facts import Claim

_LONGEST = 60


def label(claims: Sequence[Claim]) -> str:
    """What the claims count or measure, and from where to where: "soldiers, Germany to Romania"."""
    what = _commonest(claim.noun for claim in claims) or _commonest(claim.subject for claim in claims)
    event = _commonest(claim.event for claim in claims)
    parts = [what or claims[0].kind, event if event and event != what else "", _places(claims)]
    return ", ".join(_short(part) for part in parts if part)


def _places(claims: Sequence[Claim]) -> str:
    origin = _commonest(place for claim in claims for place in claim.roles.from_)
    target = _commonest(place for claim in claims for place in claim.roles.to)
    where = _commonest(place for claim in claims for place in claim.roles.in_)
    if origin and target:
        return f"{origin} to {target}"
    return f"from {origin}" if origin else f"to {target}" if target else f"in {where}" if where else ""


def _commonest(words: Iterable[str | None]) -> str:
    """The word that most claims use; of equals the first in the alphabet."""
    counted = Counter(word for word in words if word)
    return min(counted, key=lambda word: (-counted[word], word)) if counted else ""


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rsplit(" ", 1)[0] + "…"
