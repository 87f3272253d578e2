"""Source in, claims out: reads every figure and date of an article. Pure: no clock, no network, no state.

The text is tokenised once (`tokens`); `dates` and `figures` are found on the tokens; `reading` then reads the sentences
that hold figures. `claims` puts it together; start there. Each folder's docstring is its map.
What it knows of the language comes from rules/ through `lexicon`; `language` tells which texts are in it.
"""

from reconcile.extract.claims import extract
from reconcile.extract.language import is_read, settle, unread

__all__ = ["extract", "is_read", "settle", "unread"]
