"""Figures and times as people read them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from services.telling.words import counted, duration, moment, plain, size


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "0.0 s"),
        (9.94, "9.9 s"),
        (59, "59 s"),
        (60, "1 min"),
        (61, "1 min 1 s"),
        (3600, "1 h"),
        (7500, "2 h 5 min"),
        (90_000, "1 d 1 h"),
        (172_800, "2 d"),
    ],
)
def test_a_duration_has_its_two_largest_units(seconds: float, text: str) -> None:
    """As people say it."""
    assert duration(seconds) == text
    assert duration(timedelta(seconds=seconds)) == text


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (0, "0 B"),
        (999, "999 B"),
        (1000, "1.0 kB"),
        (5_640_000, "5.6 MB"),
        (10**12, "1.0 TB"),
        (10**16, "10000.0 TB"),
    ],
)
def test_a_size_has_a_decimal_unit(count: int, text: str) -> None:
    """As disks are sold."""
    assert size(count) == text


def test_a_time_says_that_it_is_utc() -> None:
    """And an absent one is a dash."""
    value = datetime(2020, 11, 18, 16, 42, 35, tzinfo=UTC)
    assert moment(value) == "2020-11-18 16:42:35 UTC"
    assert moment(value, parts="minutes") == "2020-11-18 16:42 UTC"
    assert moment(None) == "-"


def test_words_and_numbers_are_said_as_people_say_them() -> None:
    """No underscores; one is one."""
    assert plain("exact_duplicate") == "exact duplicate"
    assert (counted(1, "story", "stories"), counted(2300, "story", "stories")) == (
        "1 story",
        "2,300 stories",
    )
