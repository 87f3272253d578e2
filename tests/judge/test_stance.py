"""How a figure of a draft stands to one of a source, from bare sentences of one figure each."""

import pytest

from reconcile import Source, extract
from reconcile.facts import Claim
from reconcile.judge.checking import checking_of
from reconcile.judge.excuses import bench_of
from reconcile.judge.stance import Stances
from reconcile.language.units import units_of
from reconcile.rulebook import shipped_rules

TABLE = """
The blast killed 12 people. | The blast killed 12 people. -> same
The blast killed a dozen people. | The blast killed 12 people. -> same
The blast killed 13 people. | The blast killed 12 people. -> apart
The tunnel is 19 km long. | The tunnel is 12 miles long. -> conversion
The tunnel is 19 km long. | The tunnel cost 19 euros. -> unlike

# One is the other rounded, and only the draft may be the rougher.
The plant cost 2.4 billion euros. | The plant cost 2.38 billion euros. -> rounding
The plant cost 2.38 billion euros. | The plant cost 2.4 billion euros. -> loose
The plant cost 950 million euros. | The plant cost 946 million euros. -> apart
The plant cost about 950 million euros. | The plant cost 946 million euros. -> bound
The economy grew by 1%. | The economy grew by 1.5%. -> apart
The economy grew by 2%. | The economy grew by 1.5%. -> rounding

# Bounds: the source's own, or one cut down to a rounder figure.
More than 120 police came. | More than 120 police came. -> same
More than 1,000 police came. | More than 1,100 police came. -> bound
More than 9 police came. | More than 10 police came. -> apart
More than 120 police came. | Fewer than 120 police came. -> turned
More than 120 police came. | 120 police came. -> edge
More than 120 police came. | 140 police came. -> bound
More than 120 police came. | 300 police came. -> loose
At least 12 people died. | 12 people died. -> bound

# What rises in the one falls in the other.
Sales rose by 4%. | Sales fell by 4%. -> reversed
Sales rose by 4%. | Sales rose by 4%. -> same
"""
CASES = [line for line in TABLE.splitlines() if line and not line.startswith("#")]


def claim(text: str, name: str) -> Claim:
    (found,) = extract(Source.from_text(text, id=name))
    return found


@pytest.mark.parametrize("line", CASES)
def test_the_table(line: str) -> None:
    told, _, expected = line.partition(" -> ")
    draft, source = (claim(text, name) for text, name in zip(told.split(" | "), ("draft", "a"), strict=True))
    rules = shipped_rules()
    stances = Stances(bench_of(rules, ()).comparer, units_of(rules), checking_of(rules).stance)
    assert stances.of(draft, source) == expected
