"""Judgement: groups of claims in, facts with their verdicts and the relations between facts out.

`judge` is the door. `intervals` and `units` say how near two figures are, `likeness` compares two claims with both;
`timeline` and `wording` say what held when and what the words make of a figure; `verdicts` decides on one group,
`message` puts the decision into words, `sums` finds the equations. The tolerances stand in rules/tolerance.toml, the
phrases in rules/en/revision.toml.
"""

from reconcile.judge.facts import judge

__all__ = ["judge"]
