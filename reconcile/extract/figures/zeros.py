"""Reads stated absences as a figure of zero: "no American soldiers", "not a single ambulance", "none of the 86"."""

from reconcile.extract.figures.digits import ONE, ZERO
from reconcile.extract.figures.numeral import Numeral, word_at
from reconcile.extract.lexicon import Lexicon
from reconcile.extract.tokens import WORD, Tokens

RULE = "numbers.zero"
_REACH = 5  # words that may stand between "no" and the noun it counts


def read_zero(tokens: Tokens, i: int, lexicon: Lexicon) -> Numeral | None:
    """The zero that starts at token `i`, None where the absence is a turn of phrase."""
    word = tokens.lower[i]
    if word == "none":
        return _zero(i, i) if _none_counts(tokens, i, lexicon) else None
    if word == "not":
        last = (
            i + 2
            if tokens.lower[i + 1 : i + 3] == ["a", "single"]
            else i + 1
            if word_at(tokens, i + 1) == "one"
            else None
        )
        if last is None:
            return None
        of = word_at(tokens, last + 1) == "of" and word_at(tokens, last + 2) in lexicon.tables["numbers.zero.wholes"]
        return _zero(i, last) if of or _counted(tokens, last + 1, lexicon, plural=False) else None
    return _zero(i, i) if _counted(tokens, i + 1, lexicon, plural=True) else None


def _zero(first: int, last: int) -> Numeral:
    return Numeral(first, last, ZERO, ONE, RULE)


def _none_counts(tokens: Tokens, i: int, lexicon: Lexicon) -> bool:
    """ "none of the 12", "none was hurt", "now has none" count; "second to none", "none of this" do not."""
    following = word_at(tokens, i + 1)
    if following == "of":
        return word_at(tokens, i + 2) in lexicon.tables["numbers.zero.wholes"]
    before = word_at(tokens, i - 1)
    if before in lexicon.tables["numbers.zero.idioms"]:
        return False
    behind = tokens.lower[i + 1 : i + 3]
    ends = following == "" or following in (".", ",", ";", "?")
    return (
        lexicon.pos.get(following) == "A"
        or behind == ["at", "all"]
        or before == "to"
        or (ends and (before in (":", "?", "") or lexicon.pos.get(before) == "A" or before == "to"))
    )


def _counted(tokens: Tokens, at: int, lexicon: Lexicon, *, plural: bool) -> bool:
    """Does a noun that can be counted stand behind the absence: plural, or a person?"""
    silent = lexicon.tables["nonclaims.zero_nouns"]
    for k in range(at, min(at + _REACH, len(tokens.lower))):
        word = tokens.lower[k]
        if (
            tokens.kind[k] != WORD
            or word in silent
            or word in lexicon.cardinals
            or lexicon.pos.get(word, "N") not in "NJR"
        ):
            return False
        if lexicon.lemma(word) in silent:
            return False
        following = word_at(tokens, k + 1)
        if lexicon.continues_noun(following) and following not in lexicon.verbs:
            continue  # a noun that qualifies the next one
        lemma = lexicon.lemma(word)
        person = lemma in lexicon.persons
        if not plural:
            return word not in lexicon.pos
        opens = at == tokens.sentences[tokens.sentence_of(at)][0] + 1
        return word != lemma and (person or lemma in lexicon.noun_event or (opens and lemma in lexicon.noun_class))
    return False
