"""English inflection by rule: forms of a lemma, and the lemma of a form. Irregular forms come from
rules/en/forms.toml."""

_VOWELS = frozenset("aeiou")


def verb_forms(lemma: str, doubling: frozenset[str]) -> tuple[tuple[str, str], ...]:
    """The regular forms of a verb with their tags: b(ase), s (third person), d (past and participle), g (-ing).

    `lemma` may have several words ("lay off"): the first is inflected.
    """
    head, _, rest = lemma.partition(" ")
    rest = rest and " " + rest
    if head.endswith(("s", "x", "z", "ch", "sh")) or (head.endswith("o") and head[-2:-1] not in _VOWELS):
        third = head + "es"
    elif head.endswith("y") and head[-2:-1] not in _VOWELS:
        third = head[:-1] + "ies"
    else:
        third = head + "s"
    if head.endswith("e"):
        past, gerund = head + "d", (head if head.endswith(("ee", "oe", "ye")) else head[:-1]) + "ing"
        if head.endswith("ie"):
            gerund = head[:-2] + "ying"
    elif head.endswith("y") and head[-2:-1] not in _VOWELS:
        past, gerund = head[:-1] + "ied", head + "ing"
    elif head in doubling or _doubles(head):
        past, gerund = head + head[-1] + "ed", head + head[-1] + "ing"
    else:
        past, gerund = head + "ed", head + "ing"
    return (lemma, "b"), (third + rest, "s"), (past + rest, "d"), (gerund + rest, "g")


def _doubles(word: str) -> bool:
    """One syllable that ends in a single vowel and a single consonant doubles it: stop, stopped."""
    if len(word) < 3 or word[-1] in _VOWELS or word[-1] in "wxy" or word[-2] not in _VOWELS or word[-3] in _VOWELS:
        return False
    return sum(letter in _VOWELS for letter in word) == 1


def plural(lemma: str) -> str:
    """The regular plural of a noun; of several words the last is inflected."""
    if lemma.endswith(("s", "x", "z", "ch", "sh")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return lemma[:-1] + "ies"
    return lemma + "s"


def singular(word: str) -> str:
    """The likely singular of a lower-case noun that no table knows; a word that is no plural comes back unchanged."""
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is", "'s")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "sses", "zzes")):
        return word[:-2]
    if word.endswith(("oes",)) and len(word) > 5:
        return word[:-2]
    return word[:-1]
