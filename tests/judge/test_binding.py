"""Which words belong to which figure of a sentence."""

import pytest

import reconcile
from reconcile.judge.binding import Binding
from reconcile.language.stems import stem

TABLE = """
Women made up 58% of buyers, and 44% of the crowd were young. | woman buyer | crowd young
Kromspruit 12.7%; Witklip 26.3%. | kromspruit | witklip
Trains: cancelled - 23; diverted - 38. | train cancel | divert
Sofia won 31 votes while Plovdiv won 24. | sofia vote | plovdiv
Sales rose 8% to 500 cars. | sale rise | car
The blast hurt 30 people. | blast hurt person
"""


@pytest.mark.parametrize("line", TABLE.strip().splitlines())
def test_the_strongest_mark_parts_the_words(line: str) -> None:
    text, *wanted = line.split(" | ")
    claims = reconcile.extract(reconcile.Source.from_text(text, id="a"))
    binding = Binding(claims)
    for claim, words in zip(claims, wanted, strict=True):
        assert {stem(word) for word in words.split()} <= binding.of(claim), claim.text
        others = {stem(word) for each in wanted if each != words for word in each.split()}
        assert binding.of(claim).isdisjoint(others), claim.text


def test_words_that_nothing_parts_belong_to_both() -> None:
    one, other = reconcile.extract(reconcile.Source.from_text("It cut 600 jobs making 40 models.", id="a"))
    binding = Binding([one, other])
    assert stem("job") in binding.of(one) & binding.of(other)
