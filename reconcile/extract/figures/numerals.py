"""Reads the bare number at a token: digits, number words, scales, fractions and vague words; units come later."""

from collections.abc import Callable
from decimal import Decimal

from reconcile.extract.figures.cardinals import cardinal, with_scales
from reconcile.extract.figures.composed import composed_fraction
from reconcile.extract.figures.digits import ONE, parse_digits, read_power, slash_fraction, vulgar_fraction
from reconcile.extract.figures.fractions import RULE as FRACTIONS
from reconcile.extract.figures.fractions import fraction, mixed_fraction, part_of_scale
from reconcile.extract.figures.numeral import Numeral, read_scales, word_at
from reconcile.extract.lexicon import Lexicon
from reconcile.extract.tokens import NUMBER, Tokens

_MOST_PARTS = 3  # "1 crore 20 lakh 30 thousand"


def read_numeral(tokens: Tokens, i: int, lexicon: Lexicon) -> Numeral | None:
    """The longest number that starts at token `i`, or None."""
    if i >= len(tokens.lower):
        return None
    if tokens.kind[i] == NUMBER:
        return _digits(tokens, i, lexicon)
    for reader in _READERS.get(lexicon.starters.get(tokens.lower[i], ""), ()):
        numeral = reader(tokens, i, lexicon)
        if numeral:
            return numeral
    return None


def _digits(tokens: Tokens, i: int, lexicon: Lexicon) -> Numeral:
    power = read_power(tokens, i)
    if power:
        return Numeral(i, power[2], power[0], power[1], "numbers.powers", scaled=True)
    value, step = parse_digits(tokens.surface[i])
    numeral = Numeral(i, i, value, step, "numbers.digits")
    part = slash_fraction(tokens, i)
    if part:
        numeral = numeral._replace(value=part[0], step=part[0], last=part[1], rule=FRACTIONS)
    mixed = mixed_fraction(tokens, numeral.last, lexicon)
    if mixed:
        more = ((FRACTIONS, numeral.last + 1, mixed[1]),)
        numeral = numeral._replace(value=value + mixed[0], step=mixed[0], last=mixed[1], more=more)
    scaled = with_scales(tokens, numeral, lexicon)
    return _further_parts(tokens, scaled, lexicon) if scaled.scaled else scaled


def _further_parts(tokens: Tokens, numeral: Numeral, lexicon: Lexicon) -> Numeral:
    """What is added to a scaled number: "1 crore 20 lakh", "3 hundred and 21", "two million and a half"."""
    factor = _factor(tokens, numeral, lexicon)
    for _ in range(_MOST_PARTS):
        at = numeral.last + 1
        joined = word_at(tokens, at) == "and"
        at += joined
        if at >= len(tokens.lower) or tokens.glued[at] or numeral.value is None:
            break
        half = part_of_scale(tokens, at, lexicon) if joined else None
        if half:
            more = (*numeral.more, (FRACTIONS, at, half[1]))
            return numeral._replace(
                value=numeral.value + half[0] * factor, step=half[0] * factor, last=half[1], more=more
            )
        part = _smaller(tokens, at, factor, lexicon)
        if part is None or part.value is None or not (part.scaled or (joined and factor <= 1000)):
            break
        numeral = numeral._replace(
            value=numeral.value + part.value, step=part.step, last=part.last, more=(*numeral.more, *part.parts)
        )
        factor = part.step if part.scaled else ONE
    return numeral


def _factor(tokens: Tokens, numeral: Numeral, lexicon: Lexicon) -> Decimal:
    """The last scale of a number: the one that "and a half" would be half of."""
    word = tokens.lower[numeral.last]
    return lexicon.scales.get(word) or lexicon.scale_marks.get(word) or lexicon.collectives.get(word) or numeral.step


def _smaller(tokens: Tokens, at: int, factor: Decimal, lexicon: Lexicon) -> Numeral | None:
    """The number at token `at` where it is smaller than the scale before it."""
    if tokens.kind[at] == NUMBER:
        value = parse_digits(tokens.surface[at])[0]
        part: Numeral | None = with_scales(tokens, Numeral(at, at, value, ONE, "numbers.digits"), lexicon)
    elif tokens.lower[at] in lexicon.cardinals or tokens.lower[at] in ("a", "half"):
        part = _article(tokens, at, lexicon) if tokens.lower[at] == "a" else cardinal(tokens, at, lexicon)
        part = part and _fraction_of_scale(tokens, part, lexicon)
    else:
        return None
    return part if part and not part.share and part.value and 0 < part.value < factor else None


def _fraction_of_scale(tokens: Tokens, part: Numeral, lexicon: Lexicon) -> Numeral | None:
    """ "three quarters million" behind a billion."""
    scaled = read_scales(tokens, part.last, lexicon) if part.share and part.value is not None else None
    if scaled is None or part.value is None:
        return part
    factor, last, rule = scaled
    return part._replace(
        value=part.value * factor / 100,
        step=part.step * factor / 100,
        last=last,
        share=False,
        scaled=True,
        more=(*part.more, rule),
    )


def _plain_cardinal(tokens: Tokens, i: int, lexicon: Lexicon) -> Numeral | None:
    numeral = cardinal(tokens, i, lexicon)
    return _further_parts(tokens, numeral, lexicon) if numeral and numeral.scaled and numeral.step >= 100 else numeral


def _article(tokens: Tokens, i: int, lexicon: Lexicon) -> Numeral | None:
    """ "a dozen", "a hundred and twenty", "a million", "a third", "a half", "a twenty-first"."""
    at = i + 1
    if at >= len(tokens.surface) or tokens.glued[at]:
        return None
    word = tokens.lower[at]
    if word in lexicon.scales and (composed := composed_fraction(tokens, i, lexicon)):
        return composed
    if word in lexicon.scales or word in lexicon.collectives:
        rest = cardinal(tokens, at, lexicon, ONE)
        return rest and _further_parts(tokens, rest._replace(first=i, scaled=True), lexicon)
    if word in lexicon.fractions:
        return fraction(tokens, i, at, ONE, lexicon)
    if word in lexicon.cardinals:  # a twenty-first
        numeral = cardinal(tokens, i, lexicon)
        return numeral if numeral and numeral.rule == FRACTIONS else None
    return None


def _half(tokens: Tokens, i: int, lexicon: Lexicon) -> Numeral | None:
    """ "half a million", "half of the homes", "half an hour"; a bare adjective ("half empty") is no figure."""
    return fraction(tokens, i, i, ONE, lexicon)


def _vulgar(tokens: Tokens, i: int, lexicon: Lexicon) -> Numeral | None:
    value = vulgar_fraction(tokens, i)
    return with_scales(tokens, Numeral(i, i, value, value, FRACTIONS), lexicon) if value else None


def _vague(tokens: Tokens, i: int, lexicon: Lexicon) -> Numeral | None:
    """ "several thousand", "dozens", "hundreds of thousands", "a couple of hundred"."""
    for words, (low, high) in lexicon.vague_factors.starting(tokens.lower, i):
        scaled = read_scales(tokens, i + len(words) - 1, lexicon)
        if scaled:
            factor, last, part = scaled
            return Numeral(
                i, last, None, factor, "numbers.vague", low * factor, high * factor, scaled=True, more=(part,)
            )
    for words, (low, high) in lexicon.vague_bounds.starting(tokens.lower, i):
        end = i + len(words)
        if _counts_roughly(tokens, i, end, lexicon):
            return Numeral(i, end - 1, None, low, "numbers.vague", low, high)
    return None


def _counts_roughly(tokens: Tokens, i: int, end: int, lexicon: Lexicon) -> bool:
    """ "several guards" and "scores of homes" count; "several worked outdoors", "it scores well", "a couple" do not."""
    word, following = tokens.lower[end - 1], word_at(tokens, end)
    if following == "of" and tokens.lower[i] in lexicon.tables["numbers.vague.with_noun"]:
        following = word_at(tokens, end + 1)
        return following.isalpha() and following not in lexicon.cardinals
    if tokens.lower[i] in lexicon.tables["numbers.vague.with_of"] and word != "of":
        return following == "of" or _befalls_people(following, lexicon)
    if tokens.lower[i] in lexicon.tables["numbers.vague.with_noun"] or word == "of":
        return following == "of" or lexicon.continues_noun(following) or lexicon.pos.get(following) == "J"
    return True


def _befalls_people(word: str, lexicon: Lexicon) -> bool:
    """Is a word the participle of what happens to people: the wounded of "scores wounded"?"""
    lemma, form = lexicon.verbs.get(word, (word, "d"))
    fate = lexicon.adjective_event.get(word) or lexicon.verb_event.get(lemma)
    return form in ("d", "x") and fate in lexicon.tables["scope.personal"]


def _bare_scale(tokens: Tokens, i: int, lexicon: Lexicon) -> Numeral | None:
    """Two scales without an article ("hundred thousand dollars"), or "the remaining dozen"."""
    led = word_at(tokens, i - 1) in lexicon.tables["numbers.collectives.led"] and tokens.lower[i] in lexicon.collectives
    return cardinal(tokens, i, lexicon, ONE) if led or word_at(tokens, i + 1) in lexicon.scales else None


Reader = Callable[[Tokens, int, Lexicon], Numeral | None]
_READERS: dict[str, tuple[Reader, ...]] = {
    "article": (_vague, _article),
    "cardinal": (_plain_cardinal,),
    "half": (_half,),
    "scale": (_bare_scale,),
    "vague": (_vague,),
    "vulgar": (_vulgar,),
}
