"""What more than one step knows of words and units: the layer between the rulebook and the three steps.

`cues` finds the phrases of rules/en/revision.toml (revised, so far, disputed, somebody's account), `breaks` lists the
marks and words at which a clause ends, `stems` cuts words to what their inflected forms share, `units` converts what
rules/units defines. No step's own notions live here: a module belongs here once two of `extract`, `align` and `judge`
need it.
"""
