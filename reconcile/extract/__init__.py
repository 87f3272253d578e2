"""Source in, claims out: reads every figure and date of an article. Pure: no clock, no network, no state.

The text is tokenised once (`tokens`); `dates` and `figures` are found on the tokens; `reading` then reads the sentences
that hold figures. `claims` puts it together; start there. Each folder's docstring is its map.
What it knows of the language comes from rules/ through `lexicon`; `language` tells which texts are in it;
`currencies` reads the dollar of a draft as its sources mean it.
"""

from reconcile.extract.claims import extract
from reconcile.extract.currencies import as_sources_mean
from reconcile.extract.language import is_read, settle, unread

__all__ = ["as_sources_mean", "extract", "is_read", "settle", "unread"]
