# ruff: noqa: RUF001 - times as many languages write them
"""Which number is the day, the month, the year: what decides, and that it is said."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from tests.unit.workers.normalise.times.moments import NOW, stamp
from workers.normalise.times.moments import parse


@pytest.mark.parametrize(
    ("language", "day"), [("de", 3), ("fr", 3), ("en-GB", 3), ("en", 4), ("en-US", 4), (None, 4)]
)
def test_the_language_orders_day_and_month(language: str | None, day: int) -> None:
    """`03/04/2020` is March 4 to an American and 3 April to most others, and that is said."""
    moment = parse("03/04/2020", now=NOW, language=language)
    assert moment is not None
    assert moment.at.day == day
    assert "order of day and month" in str(moment.assumed)


def test_an_order_that_lies_in_the_future_is_not_taken() -> None:
    """On 24 November 2026 `12/11/2026` is not December."""
    moment = parse("12/11/2026", now=NOW, language="en")
    assert moment is not None
    assert moment.at == datetime(2026, 11, 12, tzinfo=UTC)
    assert "day first" in str(moment.assumed)


def test_an_order_that_lies_in_the_future_both_ways_is_the_language_s() -> None:
    """Then only the language can decide."""
    assert stamp("03/04/2027", "en") == "2027-03-04T00:00:00"


def test_the_future_is_kept_and_said() -> None:
    """More than a day ahead of now is told, less can be a wrong zone."""
    ahead = parse("2027-05-01T00:00:00Z", now=NOW)
    assert ahead is not None
    assert ahead.assumed == "in the future when it was read"
    near = parse((NOW + timedelta(hours=20)).isoformat(), now=NOW)
    assert near is not None
    assert near.assumed is None


def test_an_order_of_impossible_years_is_none() -> None:
    """Neither order helps where the year is no year."""
    assert stamp("03/04/0000", "en") is None


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("发布时间：19-09-30 10:12", "zh", "2019-09-30T10:12:00"),
        ("18-03-0823:16", "zh-CN", "2018-03-08T23:16:00"),
        ("21.03.04", "ko", "2021-03-04T00:00:00"),
        ("20-25-19", "zh", None),
        ("19-09-30 10:12", "pt", None),
    ],
)
def test_a_short_year_stands_first_where_years_do(
    text: str, language: str, day: str | None
) -> None:
    """Of `19-09-30` the language decides which number is the year; elsewhere it ends in 2030."""
    assert stamp(text, language) == day


def test_dots_before_a_short_year_are_american_where_the_page_is() -> None:
    """`06.05.13` is a day of June in San Francisco; before a full year dots are Europe's."""
    assert stamp("06.05.13", "en-US") == "2013-06-05T00:00:00"
    assert stamp("06.05.13", "en-GB") == stamp("06.05.2013", "en-US") == "2013-05-06T00:00:00"
