"""What was counted before: the nouns that a figure without one may stand for."""

from collections import deque
from decimal import Decimal
from typing import NamedTuple

from reconcile.extract.reading.nouns import Noun

REACH = 3  # how many sentences back an ellipsis may look for its noun
_REMEMBERED = 6
_HOUSEHOLDS = frozenset({"family", "team", "crew-group"})  # classes of groups that people's fates befall


class Counted(NamedTuple):
    """A noun that was counted: in which sentence, by a figure of which kind, and how many there were, where known."""

    sentence: int
    kind: str
    noun: Noun
    size: Decimal | None


class Antecedents:
    """The nouns counted so far, the latest first."""

    def __init__(self) -> None:
        self._counted: deque[Counted] = deque(maxlen=_REMEMBERED)

    def remember(
        self, sentence: int, kind: str, noun: Noun, size: Decimal | None = None, *, aside: bool = False
    ) -> None:
        """Keeps a noun that a figure of the text stands with.

        One told `aside` ("212 schools in 14 counties") comes behind another one of its sentence.
        """
        counted = Counted(sentence, kind, noun, size)
        latest = self._counted[0] if self._counted else None
        if aside and latest and (latest.sentence, latest.kind) == (sentence, kind):
            self._counted[0] = counted
            counted = latest
        self._counted.appendleft(counted)

    def latest(
        self, sentence: int, kind: str, *, people: bool = False, reach: int = REACH, least: Decimal | None = None
    ) -> Noun | None:
        """The noun that a figure of `sentence` without one stands for; with `people`, the latest that counts people.

        `least` is how many there must have been for the figure to be some of them.
        """
        for counted in self._counted:
            if sentence - counted.sentence > reach:
                return None
            if least is not None and counted.size is not None and counted.size < least:
                continue  # "320 went in eight buses; about 850 of them"
            if counted.kind == kind and (counted.noun.person or not people or counted.noun.name in _HOUSEHOLDS):
                return counted.noun._replace(inherited=True)
        return None
