"""What was counted before: the nouns that a figure without one may stand for."""

from collections import deque
from typing import NamedTuple

from reconcile.extract.reading.nouns import Noun

_REACH = 3  # how many sentences back an ellipsis may look for its noun
_REMEMBERED = 6
_HOUSEHOLDS = frozenset({"family", "team", "crew-group"})  # classes of groups that people's fates befall


class Counted(NamedTuple):
    """A noun that was counted: in which sentence, and by a figure of which kind."""

    sentence: int
    kind: str
    noun: Noun


class Antecedents:
    """The nouns counted so far, the latest first."""

    def __init__(self) -> None:
        self._counted: deque[Counted] = deque(maxlen=_REMEMBERED)

    def remember(self, sentence: int, kind: str, noun: Noun) -> None:
        """Keeps a noun that a figure of the text stands with."""
        self._counted.appendleft(Counted(sentence, kind, noun))

    def latest(self, sentence: int, kind: str, *, people: bool = False, reach: int = _REACH) -> Noun | None:
        """The noun that a figure of `sentence` without one stands for; with `people`, the latest that counts people."""
        for counted in self._counted:
            if sentence - counted.sentence > reach:
                return None
            if counted.kind == kind and (counted.noun.person or not people or counted.noun.name in _HOUSEHOLDS):
                return counted.noun._replace(inherited=True)
        return None
