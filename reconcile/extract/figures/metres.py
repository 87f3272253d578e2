"""Tells the m of metres from that of millions, and the mm of rain from that of money."""

from reconcile.extract.figures.numeral import Numeral, word_at
from reconcile.extract.lexicon import Lexicon
from reconcile.extract.tokens import Tokens

_LARGEST_IN_MILLIONS = 1000  # from here on news copy writes billions: 1,500m is a length


def metres_or_millions(tokens: Tokens, numeral: Numeral, lexicon: Lexicon, *, money: bool) -> Numeral:
    """ "365m" is millions after a currency sign or before a counted noun, else metres ("50m deep"); "410mm" is rain."""
    last = numeral.last
    if money or tokens.surface[last] not in ("m", "mm") or not numeral.scaled or not tokens.glued[last]:
        return numeral
    following = word_at(tokens, last + 1)
    if tokens.surface[last] == "m":
        if numeral.value is not None and (
            numeral.value >= _LARGEST_IN_MILLIONS * lexicon.glued_scales["m"] or following in ("is", "was", "has")
        ):
            following = ""  # and so is what goes on with "is": "1m is equal to 10 dm"
        counted = (
            following in lexicon.singulars
            or following in lexicon.noun_class
            or following in lexicon.unit_words
            or following in lexicon.verbs
        )
        counted = (
            counted
            or lexicon.pos.get(following) in ("A", "J")
            or following in ("of", "more", "other", "new")
            or following == "-"
        )
        if following not in lexicon.tables["numbers.metres"] and counted:
            return numeral
    elif following in ("of", "shares") and word_at(tokens, last + 2) in lexicon.unit_words:
        return numeral
    scale = lexicon.glued_scales[tokens.surface[last]]
    value = numeral.value and numeral.value / scale
    more = (("numbers.metres", last, last),)
    return numeral._replace(last=last - 1, value=value, step=numeral.step / scale, scaled=False, more=more)
