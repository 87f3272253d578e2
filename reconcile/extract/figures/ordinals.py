"""Reads ranks and the place of an event in a row: "the third-largest", "finished fifth", "the 11th flight"."""

from decimal import Decimal

from reconcile.extract.figures.digits import HYPHENS, ONE
from reconcile.extract.figures.numeral import Numeral, after_hyphen, word_at
from reconcile.extract.figures.phrases import is_heading
from reconcile.extract.lexicon import Lexicon
from reconcile.extract.tokens import NUMBER, Tokens

RULE = "numbers.ranks"
_SUFFIXES = frozenset({"st", "nd", "rd", "th"})
_OF = ("of", "and")
_REACH = 4  # tokens behind the counted noun in which "this year", "since 2017" or "in a row" may stand


def ordinal_at(tokens: Tokens, i: int, lexicon: Lexicon) -> tuple[Decimal, int] | None:
    """The ordinal at token `i` ("third", "twenty-first", "11th") and its last token."""
    if tokens.kind[i] == NUMBER:
        suffix = i + 1 < len(tokens.surface) and tokens.glued[i + 1] and tokens.lower[i + 1] in _SUFFIXES
        return (
            (Decimal(tokens.surface[i].replace(",", "")), i + 1)
            if suffix and tokens.surface[i].replace(",", "").isdecimal()
            else None
        )
    word = tokens.lower[i]
    if word in lexicon.ordinals:
        return lexicon.ordinals[word], i
    tens, at = lexicon.cardinals.get(word), after_hyphen(tokens, i + 1)
    unit = lexicon.ordinals.get(word_at(tokens, at)) if tens and tens >= 20 and at > i + 1 else None
    return (tens + unit, at) if tens and unit and unit < 10 else None


def read_rank(tokens: Tokens, i: int, floor: int, lexicon: Lexicon) -> Numeral | None:
    """The rank that starts at token `i`, None for an ordinal that only tells one thing from another."""
    ordinal = ordinal_at(tokens, i, lexicon)
    if ordinal is None or ordinal[0] < 2:
        return None
    value, last = ordinal
    superlative = _superlative(tokens, last, lexicon)
    if superlative:
        return Numeral(i, superlative if tokens.surface[last + 1] in HYPHENS else last, value, ONE, RULE)
    if (
        _is_placed(tokens, i, last, floor, lexicon)
        or _is_in_a_row(tokens, i, last, value, floor, lexicon)
        or _is_in_a_heading(tokens, i, last, lexicon)
    ):
        return Numeral(i, last, value, ONE, RULE)
    return None


def read_rank_range(
    tokens: Tokens, i: int, last: int, floor: int, lexicon: Lexicon
) -> tuple[Decimal, Decimal, int] | None:
    """The two ranks of "between the tenth and the fifteenth" and the last token; the first stands on `i`..`last`."""
    before = [word for word in tokens.lower[max(floor, i - 2) : i] if word != "the"]
    at = last + 2 + (word_at(tokens, last + 2) == "the")
    if before[-1:] != ["between"] or word_at(tokens, last + 1) != "and" or at >= len(tokens.lower):
        return None
    low, high = ordinal_at(tokens, i, lexicon), ordinal_at(tokens, at, lexicon)
    if low is None or high is None or lexicon.continues_noun(word_at(tokens, high[1] + 1)):
        return None
    return low[0], high[0], high[1]


def _superlative(tokens: Tokens, last: int, lexicon: Lexicon) -> int | None:
    """The token of the superlative that the ordinal qualifies: "third-largest", "second fastest-growing"."""
    at = after_hyphen(tokens, last + 1)
    word = word_at(tokens, at)
    found = word in lexicon.tables["numbers.ranks.superlatives"] or (
        word.endswith("est") and len(word) > 5 and lexicon.pos.get(word, "J") == "J" and word not in lexicon.noun_class
    )
    return at if found else None


def _is_placed(tokens: Tokens, i: int, last: int, floor: int, lexicon: Lexicon) -> bool:
    """ "in third", "third place", "finished fourth", "ranked 14th", "slipped to second"."""
    tables = lexicon.tables
    before, after = word_at(tokens, i - 1) if i > floor else "", word_at(tokens, last + 1)
    if after in tables["numbers.ranks.places"]:
        return True
    if (lexicon.continues_noun(after) and after not in tables["numbers.ranks.after"]) or (
        after in HYPHENS and tokens.glued[last + 1]
    ):
        return False
    if before in tables["numbers.ranks.placing"]:
        return True
    mover = any(
        word in tables["numbers.ranks.moving"] or word in lexicon.movement
        for word in tokens.lower[max(floor, i - 4) : i]
    )
    back = before == "from" and after == "to" and word_at(tokens, last + 2) in lexicon.ordinals
    return (
        back
        or (before in ("to", "from") and mover)
        or (before == "in" and not after[:1].isalpha())
        or (before == "in" and after == "and")
    )


def _is_in_a_row(tokens: Tokens, i: int, last: int, value: Decimal, floor: int, lexicon: Lexicon) -> bool:
    """ "the third time", "a second straight quarter", "its fourth arrival this year", "the 17th seizure since May"."""
    tables = lexicon.tables
    before, after = word_at(tokens, i - 1) if i > floor else "", word_at(tokens, last + 1)
    if after in tables["numbers.ranks.series"]:
        return True
    if before in tables["numbers.ranks.owners"] and not after[:1].isalnum() and after not in HYPHENS:
        return True  # the women's title, her ninth
    if not _is_noun(after, lexicon) or tokens.surface[last + 1][0].isupper():
        return _cue_follows(tokens, last + 1, lexicon) and before in (
            "'s",
            "\u2019s",
            "its",
            "their",
            "his",
            "her",
            "our",
        )
    if after in tables["numbers.ranks.named"]:
        return False
    if after in tables["numbers.ranks.times"] and before in ("the", "a", "for", "its", "their"):
        return True
    counted_on = (value >= 4 and before in tables["numbers.ranks.adding"]) or tokens.kind[i] == NUMBER
    return counted_on or (before in tables["numbers.ranks.openers"] and _cue_follows(tokens, last + 1, lexicon))


def _is_in_a_heading(tokens: Tokens, i: int, last: int, lexicon: Lexicon) -> bool:
    """ "Wins 16th Title": in a heading a capital makes no name, unless of a "42nd Street"."""
    behind = tokens.lower[last + 1 : last + 3]
    if tokens.kind[i] != NUMBER or not behind or not behind[0].isalpha() or behind[0] in _OF:
        return False
    named = any(word in lexicon.tables["numbers.ranks.named"] for word in behind)
    return not named and tokens.lower[i - 1] not in lexicon.time_names and is_heading(tokens, i)


def _is_noun(word: str, lexicon: Lexicon) -> bool:
    return word.isalpha() and lexicon.pos.get(word, "N") == "N" and lexicon.lemma(word) == word


def _cue_follows(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """Does "this year", "since", "in a row" or "of 2025" stand behind the noun at token `at`?"""
    end = tokens.sentences[tokens.sentence_of(at)][1] if at < len(tokens.lower) else at
    words = tokens.lower[at : min(end, at + _REACH + 2)]
    cues = lexicon.tables["numbers.ranks.cues"]
    return any(word in cues for word in words) or any(words[k : k + 3] == ["in", "a", "row"] for k in range(len(words)))
