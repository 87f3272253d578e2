from hypothesis import given
from hypothesis import strategies as st

from reconcile.align.groups import linked_groups, members_of


def groups(count: int, scores: dict[tuple[int, int], float], least: float = 0.0) -> list[list[int]]:
    return sorted(members for members, _ in linked_groups(count, scores, least, lambda k: ("", k)))


def test_a_pair_is_joined_from_the_threshold_on() -> None:
    assert groups(2, {(0, 1): 1.0}, 1.0) == [[0, 1]]
    assert groups(2, {(0, 1): 0.9}, 1.0) == [[0], [1]]


def test_one_strong_pair_does_not_drag_two_groups_together() -> None:
    scores = {(0, 1): 4.0, (2, 3): 4.0, (1, 2): 3.0, (0, 2): -4.0, (0, 3): -4.0, (1, 3): -4.0}
    assert groups(4, scores) == [[0, 1], [2, 3]]


def test_a_pair_that_was_never_weighed_counts_against_a_chain() -> None:
    assert groups(3, {(0, 1): 3.0, (1, 2): 2.0}) == [[0, 1], [2]]


def test_one_pair_cannot_outweigh_all_others() -> None:
    scores = {(0, 1): 3.0, (1, 2): 90.0, (0, 2): -6.0}
    assert groups(3, scores, -1.6) == [[0, 1, 2]]
    assert groups(3, scores, -1.4) == [[0], [1, 2]]


def test_a_group_that_fits_two_others_equally_is_tied() -> None:
    found = linked_groups(3, {(0, 1): 2.0, (0, 2): 2.0, (1, 2): -5.0}, 0.0, lambda k: ("", k))
    assert sorted(found) == [([0, 1], True), ([2], False)]


def test_a_clear_best_is_not_tied() -> None:
    found = linked_groups(3, {(0, 1): 3.0, (0, 2): 2.0, (1, 2): -5.0}, 0.0, lambda k: ("", k))
    assert sorted(found) == [([0, 1], False), ([2], False)]


SCORES = st.dictionaries(
    st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda pair: pair[0] < pair[1]), st.integers(-40, 40)
)


@given(SCORES, st.permutations(range(8)))
def test_renumbering_changes_no_group(scores: dict[tuple[int, int], int], order: list[int]) -> None:
    plain = {pair: score / 8 for pair, score in scores.items()}
    moved = {tuple(sorted((order[i], order[j]))): score for (i, j), score in plain.items()}
    back = {new: old for old, new in enumerate(order)}
    found = linked_groups(8, moved, 0.0, lambda k: ("", back[k]))  # type: ignore[arg-type]
    assert sorted(sorted(back[k] for k in members) for members, _ in found) == groups(8, plain)


@given(SCORES)
def test_each_statement_is_in_one_group(scores: dict[tuple[int, int], int]) -> None:
    found = linked_groups(8, dict(scores), 0.0, lambda k: ("", k))
    assert sorted(members_of(found)) == list(range(8))
    assert sum(len(members) for members, _ in found) == 8
