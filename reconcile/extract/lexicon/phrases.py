"""Tables of phrases: a first (or last) word and the phrases with it, longest first."""

from typing import Any

from reconcile.extract.tokens import tokenize

Words = tuple[str, ...]


def split_phrase(phrase: str) -> Words:
    """The lower-case words of a phrase, cut as a text would be."""
    if phrase.replace(" ", "").isalpha():
        return tuple(phrase.lower().split())
    return tuple(tokenize(phrase).lower)


def split_surface(phrase: str) -> Words:
    """The words of a phrase as written, cut as a text would be."""
    if phrase.replace(" ", "").isalpha():
        return tuple(phrase.split())
    return tuple(tokenize(phrase).surface)


def add_phrase(table: dict[str, list[tuple[Words, Any]]], words: Words, value: Any, *, by_last: bool = False) -> None:
    """Puts a phrase into a table."""
    _insert(table.setdefault(words[-1] if by_last else words[0], []), (words, value))


def add_symbol(table: dict[str, list[tuple[str, Any]]], symbol: str, value: Any) -> None:
    """Puts a symbol into a table under its first token."""
    _insert(table.setdefault(split_surface(symbol)[0], []), (symbol, value))


def _insert(entries: list[Any], entry: Any) -> None:
    entries.append(entry)
    if len(entries) > 1:
        entries.sort(key=lambda known: -len(known[0]))
