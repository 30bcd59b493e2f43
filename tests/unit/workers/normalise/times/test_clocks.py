"""Hours, fractions and clocks that are odd, or glued to their day."""

from __future__ import annotations

from tests.unit.workers.normalise.times.moments import NOON, stamp


def test_an_hour_without_minutes_is_read() -> None:
    """`4 p.m.` and `16 Uhr` are whole hours; noon is one too."""
    assert stamp("Nov 18, 2020 at 4pm GMT") == "2020-11-18T16:00:00"
    assert stamp("18. November 2020, 16 Uhr", "de") == "2020-11-18T16:00:00"
    assert stamp("2020年11月18日中午12:05", "zh") == "2020-11-18T12:05:00"
    assert stamp("Nov 18, 2020 12:05 am") == "2020-11-18T00:05:00"
    assert stamp("Nov 18, 2020 16:42 pm") == NOON


def test_odd_clocks_are_bent_or_left_out() -> None:
    """24:00 is the end of the day, a leap second the second before; 25:00 is no clock."""
    assert stamp("18 Nov 2020 24:00") == "2020-11-18T23:59:59"
    assert stamp("18 Nov 2020 16:42:60") == "2020-11-18T16:42:59"
    assert stamp("18 Nov 2020 25:00") == "2020-11-18T00:00:00"


def test_fractions_of_a_second_are_kept() -> None:
    """The wire of 1987 writes hundredths."""
    assert stamp("26-FEB-1987 15:01:01.79") == "1987-02-26T15:01:01.790000"


def test_a_clock_glued_to_a_short_year_is_a_clock() -> None:
    """Pages set the two in elements of their own, without a space between."""
    assert stamp("18.11.2016:42", "de") == "2020-11-18T16:42:00"


def test_the_first_second_of_computers_is_no_time() -> None:
    """Programs write it where they know none; the day alone can be meant."""
    assert stamp("1970-01-01T01:00:00+01:00") is None
    assert stamp("1 January 1970, 00:00") is None
    assert stamp("1970-01-01") == "1970-01-01T00:00:00"


def test_a_clock_glued_to_a_full_year_is_a_clock() -> None:
    """`<time>18 de noviembre de 2020</time><time>16:42</time>`"""
    assert stamp("18 de noviembre de 202016:42", "es") == NOON
