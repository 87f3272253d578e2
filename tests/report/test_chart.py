from dataclasses import replace

from reconcile.report.chart import HEIGHT, WIDTH, chart
from tests.report.story import CLAIMS, NO_FIGURE

FOUR, SEVEN, NINE = CLAIMS[0], CLAIMS[2], CLAIMS[3]


def test_points_stand_in_proportion_to_time_where_there_is_room() -> None:
    drawn = chart([(FOUR, "2025-03-04"), (SEVEN, "2025-03-05"), (NINE, "2025-03-08")])
    assert drawn
    first, second, third = drawn.points
    assert (third.x - first.x) == 4 * (second.x - first.x)
    assert [point.open for point in drawn.points] == [True, False, False]


def test_captions_that_would_collide_or_unknown_times_are_spread_evenly() -> None:
    for moment in ("2025-03-04T01:00", None, "some day"):
        drawn = chart([(FOUR, "2025-03-04T00:00"), (SEVEN, moment), (NINE, "2025-03-08")])
        assert drawn
        first, second, third = (point.x for point in drawn.points)
        assert second - first == third - second


def test_a_higher_figure_stands_higher_and_all_is_inside() -> None:
    drawn = chart([(FOUR, "2025-03-04"), (SEVEN, "2025-03-05"), (NINE, "2025-03-06")])
    assert drawn
    assert [point.y for point in drawn.points] == sorted((point.y for point in drawn.points), reverse=True)
    assert all(0 < point.x < WIDTH and 0 < point.y < HEIGHT for point in drawn.points)
    assert drawn.path == "M{0.x} {0.y}H{1.x}V{1.y}H{2.x}V{2.y}".format(*drawn.points)


def test_one_point_or_no_figure_is_no_chart() -> None:
    assert chart([(FOUR, "2025-03-04")]) is None
    assert chart([(replace(FOUR, quantity=NO_FIGURE), None), (replace(NINE, quantity=NO_FIGURE), None)]) is None


def test_equal_figures_are_drawn_level() -> None:
    drawn = chart([(SEVEN, "2025-03-04"), (SEVEN, "2025-03-05")])
    assert drawn
    assert drawn.points[0].y == drawn.points[1].y
