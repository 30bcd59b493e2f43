"""Whose clock it is, where the text does not say; and which of two times says more."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.unit.workers.normalise.times.moments import NOW
from workers.normalise.times.moments import CLOCKED, Moment, parse


def test_a_clock_without_zone_is_utc_and_says_so() -> None:
    """Nothing is known of the provider."""
    moment = parse("2020-11-18 16:42", now=NOW)
    assert moment is not None
    assert (moment.assumed, moment.precision) == ("zone UTC: none stated", CLOCKED)
    assert parse("2020-11-18 16:42", now=NOW, zone="No/Where") == moment


def test_a_clock_without_zone_takes_the_provider_s() -> None:
    """With summer time by the date."""
    moment = parse("18 July 2020 16:42", now=NOW, zone="Europe/Berlin")
    assert moment is not None
    assert moment.at == datetime(2020, 7, 18, 14, 42, tzinfo=UTC)
    assert moment.assumed == "zone Europe/Berlin: the provider's"


@pytest.mark.parametrize(
    ("text", "language", "hour"),
    [
        ("18 Nov 2020 16:42 CST", "en", 22),
        ("18 Nov 2020 16:42 CST", "zh", 8),
        ("18 Nov 2020 16:42 IST", "en", 11),
        ("18 Nov 2020 16:42 IST", "he", 14),
    ],
)
def test_a_doubtful_abbreviation_is_said_to_be_assumed(text: str, language: str, hour: int) -> None:
    """Several countries use it: the language decides."""
    moment = parse(text, now=NOW, language=language)
    assert moment is not None
    assert moment.at.hour == hour
    assert "taken as" in str(moment.assumed)


def test_words_after_the_clock_that_are_no_zone_say_nothing() -> None:
    """`+99` and `et al` are no zones."""
    assert parse("18 Nov 2020 16:42 et al", now=NOW) == parse("18 Nov 2020 16:42", now=NOW)
    assert parse("18 Nov 2020 16:42 +99", now=NOW) == parse("18 Nov 2020 16:42", now=NOW)
    assert parse("18 Nov 2020 16:42 Not/Azone", now=NOW) == parse("18 Nov 2020 16:42", now=NOW)


def test_a_fuller_time_completes_a_vaguer_one() -> None:
    """A clock completes its day, a zone its clock; nothing completes another day."""
    day, clock, zoned, other, bare = (
        parse("2020-11-18", now=NOW),
        parse("2020-11-18 16:42", now=NOW),
        parse("2020-11-18 16:42 EST", now=NOW),
        parse("2020-11-17", now=NOW),
        Moment(NOW),
    )
    assert day is not None
    assert clock is not None
    assert zoned is not None
    assert other is not None
    assert zoned.completes(clock)
    assert zoned.completes(day)
    assert clock.completes(day)
    assert not clock.completes(other)
    assert not day.completes(clock)
    assert not bare.completes(clock)


@pytest.mark.parametrize(
    ("clock", "same"),
    [
        ("2020-11-18 17:42", True),
        ("2020-11-18 22:12", True),
        ("2020-11-18 17:43", False),
        ("2020-11-19 07:42", False),
    ],
)
def test_a_clock_where_the_readers_live_is_completed_by_its_moment(
    clock: str, *, same: bool
) -> None:
    """A page prints 17.42 what its data has as 16:42:50 UTC: half hours lie between places."""
    moment, shown = parse("2020-11-18T16:42:50Z", now=NOW), parse(clock, now=NOW)
    assert moment is not None
    assert shown is not None
    assert moment.completes(shown) is same
