"""Judgement: groups of claims in, facts with their verdicts and the relations between facts out.

`facts.judge` is the door. `intervals` says how near two figures are, `likeness` compares two claims across units;
`timeline` says what held when. `pairs` and `excuses` put the claims of a group side by side and find why a later figure
may differ; `verdicts` decides; `message` and `label` find the words.
`doubt` asks whether figures that contradict each other are of one thing at all. `sums` and `checks` find the equations:
`terms` are the figures that can stand in one, `evidence` what speaks for a sum, `totals` meets a total with the parts
that another source tells. `drafts.check_draft` holds a draft against the sources: `docket`, `witness` and `echo` find
what they say to each figure, `stance` compares the figures, `comparable` and `misplaced` ask whether they are of one
thing (`contrast`: what other figures have in common with the draft's; `binding`: which words are whose), `derived`
finds what follows by `arithmetic` from others told in one of the `places` (`search`: among how many results it was
found), `slips` names what went wrong, `mends` what would put it right, `draft_dates` judges dates; `consistency`
finds what does not fit inside the draft. No comparison loads any of these. The tolerances stand in
rules/tolerance.toml (typed by `policy`), those of the check in rules/check.toml (`checking`), the phrases in
rules/en/revision.toml.
"""

from reconcile.judge.facts import Judgement, judge

__all__ = ["Judgement", "judge"]
