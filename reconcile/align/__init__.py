"""`align`: claims in, groups of those that speak of one fact out; `origins`: which sources republish one another;
`superseded`: which are earlier versions of another.

`ruled` lays an editor's own word over what `align` found.

`joining` runs the steps in order. `texts` has each text take part once, under no name, `lexis` looks up what the rules
say of words and units, `corpus` works out once what is compared of a claim, a `Record` of `records` (`amounts`: its
figures, `nearness`: its words, `accounts`: other figures that its source sets beside it), `candidates` picks the pairs
worth weighing (`vetoes` strikes some out), `features` tells the evidence of a pair, `scoring` adds up its weights
(rules/align.toml), `rivals` sets pairs against one another, `groups` joins by average linkage, `dates` joins dates, and
`evidence` puts reasons into words. Start with `joining.align`.
"""

from reconcile.align.joining import align
from reconcile.align.origins import origins
from reconcile.align.rulings import ruled
from reconcile.align.versions import superseded

__all__ = ["align", "origins", "ruled", "superseded"]
