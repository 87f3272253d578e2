"""Source in, claims out: reads every figure and date of an article. Pure: no clock, no network, no state.

The text is tokenised once (`tokens`); dates (`dates`) and figures (`figures`, whose docstring is the map of the number
grammar) are found on the tokens by `claims`; start there. `reading` then reads the sentences that hold figures:

- words to phrases: `tagging` (with `verbal`), `syntax`, `event_phrases`
- the clause and what it is about: `clauses`, `subjects`, `about`
- what is counted: `nouns`, and where it is left out `ellipsis` with `antecedents`; `ages`
- what happens, where and when: `events`, `places`, `movement`, `timing`
- who says so and how surely: `speakers`, `quoting`, `standing`
- what alignment and the trail are given: `context`

What it knows of the language comes from rules/ through `lexicon`.
"""

from reconcile.extract.claims import extract

__all__ = ["extract"]
