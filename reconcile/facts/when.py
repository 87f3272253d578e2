"""Days: the time a claim speaks of."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class When:
    """A date or period as written and the ISO days it covers; `first` equals `last` for a single day."""

    text: str
    first: str
    last: str
