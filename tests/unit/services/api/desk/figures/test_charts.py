"""Charts: figures in, geometry out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.api.desk.figures.charts import HEIGHT, WIDTH, round_up, spans, stacked

FIGURES = st.lists(st.tuples(st.integers(0, 10**9), st.integers(0, 10**9)), max_size=70)


@pytest.mark.parametrize(
    ("figure", "edge"), [(0, 1), (1, 1), (3, 5), (6, 10), (11, 20), (501, 1000)]
)
def test_the_upper_edge_is_a_figure_that_people_can_read(figure: int, edge: int) -> None:
    """1, 2 or 5, and zeros."""
    assert round_up(figure) == edge


@given(FIGURES)
def test_every_bar_lies_within_its_drawing(figures: list[tuple[int, int]]) -> None:
    """Side by side, none higher than the edge but for the least height of what is not none."""
    found = stacked([("12:00", lower, upper) for lower, upper in figures])
    assert found.total == sum(map(sum, figures))
    for bar, (lower, upper) in zip(found.bars, figures, strict=True):
        assert 0 <= bar.x < bar.x + bar.width <= WIDTH
        assert bar.lower + bar.upper <= HEIGHT + 4
        assert (bar.lower > 0, bar.upper > 0) == (lower > 0, upper > 0)


def test_spans_are_measured_by_the_longest() -> None:
    """Half by the median, nineteen of twenty by the other; what no delivery has is left out."""
    timings = [{"parse": float(ms)} for ms in range(1, 101)] + [{"queue": 10.0}]
    queue, parse = spans(timings, ("queue", "parse", "store"))
    assert (parse.stage, parse.median, parse.slow, parse.slow_share) == ("parse", 51, 96, 100)
    assert queue.stage == "queue"
    assert queue.median_share == pytest.approx(10.42)
    assert spans([], ("parse",)) == ()
