"""The stages of a delivery in the order of its way."""

from __future__ import annotations

import pytest

from services.telling.timeline import steps

TIMINGS = {
    "queue": 10.0,
    "batch": 2.0,
    "parse": 20.0,
    "normalise": 1.0,
    "fingerprint": 1.0,
    "dedup": 3.0,
    "store": 6.0,
    "total": 36.0,
}


def test_each_stage_begins_where_the_one_before_it_ended() -> None:
    """What no stage accounts for stands at the end; comparing is told with the writing."""
    found = steps(TIMINGS)
    assert [(each.stage, each.at, each.ms) for each in found] == [
        ("queue", 0, 10),
        ("batch", 10, 2),
        ("parse", 12, 20),
        ("normalise", 32, 1),
        ("fingerprint", 33, 1),
        ("store", 34, 6),
        ("between", 40, 6),
    ]
    assert "3.0 ms of it" in found[5].meaning
    assert sum(each.share for each in found) == pytest.approx(1)


@pytest.mark.parametrize("timings", [{}, {"queue": 0.0}, {"queue": 5.0, "total": 0.0}])
def test_a_way_that_was_short_is_no_error(timings: dict[str, float]) -> None:
    """Refused before it was read, or ended by a person."""
    assert [each.stage for each in steps(timings)] == [*timings][:1]
