"""Sentences that hold figures: what each figure counts, what happens to it, where and when, and who says so.

`reader` takes the figures of a source through all steps; start there.

- words to phrases: `tagging` (with `verbal`), `syntax`, `event_phrases`
- the clause and what it is about: `clauses`, `subjects`, `about`
- what is counted: `nouns`, and where it is left out `ellipsis` with `antecedents`; `ages`
- what happens, where and when: `events`, `places`, `movement`, `timing`
- who says so and how surely: `speakers`, `quoting`, `standing`
- what alignment and the trail are given: `context`
"""
