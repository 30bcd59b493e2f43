"""Years that are not counted as in Rome."""

from __future__ import annotations

import pytest

from tests.unit.workers.normalise.times.moments import stamp
from workers.normalise.times.calendars import from_solar_hijri


@pytest.mark.parametrize(
    ("persian", "gregorian"),
    [
        ((1399, 8, 28), (2020, 11, 18)),
        ((1403, 12, 30), (2025, 3, 20)),
        ((1404, 1, 1), (2025, 3, 21)),
        ((1357, 11, 22), (1979, 2, 11)),
        ((1285, 5, 14), (1906, 8, 6)),
    ],
)
def test_persian_days_are_found(
    persian: tuple[int, int, int], gregorian: tuple[int, int, int]
) -> None:
    """Days of history that both calendars are known for."""
    date = from_solar_hijri(*persian)
    assert (date.year, date.month, date.day) == gregorian


@pytest.mark.parametrize("day", [(1404, 12, 30), (1399, 13, 1), (1399, 7, 31)])
def test_a_persian_day_that_does_not_exist_is_refused(day: tuple[int, int, int]) -> None:
    """1404 is no leap year, there is no thirteenth month, Mehr has 30 days."""
    with pytest.raises(ValueError, match="no such day"):
        from_solar_hijri(*day)


def test_a_persian_day_that_does_not_exist_is_no_date() -> None:
    """Mehr, the seventh month, has thirty days."""
    assert stamp("1399/07/31", "fa") is None


def test_a_year_of_the_republic_is_counted_on() -> None:
    """Taiwan counts from 1912; which era it is stands before the year."""
    assert stamp("民國113年3月14日", "zh-TW") == "2024-03-14T00:00:00"
