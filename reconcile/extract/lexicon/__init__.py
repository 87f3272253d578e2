"""The rulebook compiled into look-up tables for the extractor: `compile_lexicon`, once for each rulebook.

`tables` holds what comes out; `numbers`, `units`, `words` and `meanings` fill it from the families of rules, `phrases`
keeps tables of phrases.
"""

from functools import lru_cache
from itertools import chain

from reconcile.extract.dates.find import compile_dates
from reconcile.extract.lexicon.meanings import fill_meanings
from reconcile.extract.lexicon.numbers import counted_by_articles, fill_numbers
from reconcile.extract.lexicon.tables import SETTLED, Hedge, Lexicon, Localities, Unit, is_name
from reconcile.extract.lexicon.units import fill_units
from reconcile.extract.lexicon.words import fill_words
from reconcile.rulebook import Rulebook

__all__ = ["SETTLED", "Hedge", "Lexicon", "Localities", "Unit", "compile_lexicon", "is_name"]


@lru_cache(maxsize=8)
def compile_lexicon(rulebook: Rulebook) -> Lexicon:
    """The tables for a rulebook."""
    dates = compile_dates(rulebook)
    named = (
        dates.numbers.get(name, ()) for name in ("month.months", "month.short", "weekday.weekdays", "weekday.short")
    )
    lexicon = Lexicon(dates=dates, time_names=frozenset(chain.from_iterable(named)))
    fill_numbers(lexicon, rulebook)
    fill_words(lexicon, rulebook)
    fill_units(lexicon, rulebook)
    fill_meanings(lexicon, rulebook)
    lexicon.after_article = counted_by_articles(lexicon)
    return lexicon
