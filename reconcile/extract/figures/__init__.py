"""Quantity expressions: tokens in, figures out: numbers with their hedges, signs, units and rates, each an interval.

`find` is the way in. `numerals` reads bare numbers (`digits`, `cardinals`, `composed`, `fractions`); `multiples`,
`ordinals`, `clocked`, `spans` and `zeros` read the other ways to state one; `nonclaims`, `names`, `phrases` and
`phones` tell what is no figure; `ranges` and `parts` join numbers; `units`, `metres` and `hedges` read what stands
around them, `amounts` puts the figure together; `ties` and `local_units` settle what one figure owes to the rest of the
text. What a figure counts and who says so is read afterwards, in `reading`.
"""
