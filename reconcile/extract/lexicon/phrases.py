"""Tables of phrases: what the words at a place of a text stand for, the longest phrase first."""

from collections.abc import Sequence
from typing import Any, Generic, TypeVar

from reconcile.extract.tokens import cut

Words = tuple[str, ...]
V = TypeVar("V")


class Phrases(dict[str, tuple[int, ...]], Generic[V]):
    """Phrases with what each stands for, found by their first word or by their last.

    As a mapping it gives the lengths of the phrases that such a word has, longest first: a look-up takes one step a
    length, however many phrases share the word (a "$" ends some eighty of them).
    """

    __slots__ = ("_meanings",)

    def __init__(self) -> None:
        self._meanings: dict[Words, list[tuple[Words, V]]] = {}

    def add(self, words: Words, meaning: V, *, by_last: bool = False) -> None:
        """Puts a phrase into the table; a table finds all its phrases by the first word, or all by the last."""
        key = words[-1] if by_last else words[0]
        lengths = self.get(key, ())
        if len(words) not in lengths:
            self[key] = tuple(sorted((*lengths, len(words)), reverse=True))
        self._meanings.setdefault(words, []).append((words, meaning))

    def seconds(self, first: str) -> set[str]:
        """The second words of the phrases that begin with a word."""
        return {words[1] for words in self._meanings if words[0] == first and len(words) > 1}

    def of(self, *words: str) -> tuple[V, ...]:
        """What a phrase stands for, in the order of the rules; nothing where it is unknown."""
        known = self._meanings.get(words)
        return tuple([meaning for _, meaning in known]) if known else ()

    def starting(self, words: Sequence[str], first: int) -> Sequence[tuple[Words, V]]:
        """The phrases that stand in `words` from position `first` on, longest first, with what they stand for."""
        lengths = self.get(words[first])
        if lengths is None:
            return ()
        found: list[tuple[Words, V]] = []
        for length in lengths:
            found += self._meanings.get(tuple(words[first : first + length]), ())
        return found

    def ending(self, words: Sequence[str], last: int, floor: int) -> Sequence[tuple[Words, V]]:
        """The phrases that stand in `words` up to position `last` and begin at `floor` or later, longest first."""
        lengths = self.get(words[last])
        if lengths is None:
            return ()
        found: list[tuple[Words, V]] = []
        for length in lengths:
            if last + 1 - length >= floor:
                found += self._meanings.get(tuple(words[last + 1 - length : last + 1]), ())
        return found


class LoosePhrases(Generic[V]):
    """Phrases whose words may stand apart, with what each stands for, found by their longest word, the rarest, and with
    it the next longest: most that have the one in a text lack the other."""

    def __init__(self) -> None:
        self._count = 0
        self._by_longest: dict[str, list[tuple[str, tuple[int, int, Words, V]]]] = {}

    def add(self, words: Words, meaning: V) -> None:
        """Puts a phrase into the table."""
        self._count += 1
        longest, *others = sorted(words, key=len, reverse=True)
        entry = (-len(words), self._count, words, meaning)
        self._by_longest.setdefault(longest, []).append((others[0] if others else longest, entry))

    def within(self, present: frozenset[str]) -> list[tuple[Words, V]]:
        """The phrases that have all their words in `present`, longest first and then in the order of the rules."""
        longest = present & self._by_longest.keys()
        found = [
            entry
            for word in longest
            for next_longest, entry in self._by_longest[word]
            if next_longest in present and present.issuperset(entry[2])
        ]
        return [(words, meaning) for _, _, words, meaning in sorted(found)]


def split_phrase(phrase: str) -> Words:
    """The lower-case words of a phrase, cut as a text would be."""
    if phrase.replace(" ", "").isalpha():
        return tuple(phrase.lower().split())
    return tuple(map(str.lower, cut(phrase)))


def split_surface(phrase: str) -> Words:
    """The words of a phrase as written, cut as a text would be."""
    if phrase.replace(" ", "").isalpha():
        return tuple(phrase.split())
    return tuple(cut(phrase))


def add_symbol(table: dict[str, list[tuple[str, Any]]], symbol: str, value: Any) -> None:
    """Puts a symbol into a table under its first token, the longest first."""
    entries = table.setdefault(split_surface(symbol)[0], [])
    entries.append((symbol, value))
    entries.sort(key=lambda known: -len(known[0]))
