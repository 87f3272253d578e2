"""Source in, claims out: reads every figure and date of an article. Pure: no clock, no network, no state.

The text is tokenised once (`tokens`); dates (`dates`) and figures (`figures`, whose docstring is the map of the number grammar) are
found on the tokens; sentences that hold figures get a shallow reading (`syntax`), from which what is counted (`nouns`), what happens to
it and where (`clauses`), which way it moves (`movement`) and who says so (`speakers`) are read. `claims` puts it together; start there.
What it knows of the language comes from rules/ through `lexicon`.
"""

from reconcile.extract.claims import extract

__all__ = ["extract"]
