# ruff: noqa: RUF001 - times as many languages write them
"""Words of a language in written times: months, halves of the day, what stands beside years."""

from __future__ import annotations

import pytest

from tests.unit.workers.normalise.times.moments import stamp


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("2024. gada 14. marts 17:30", "lv"),
        ("14. ožu 2024. 17:30", "hr"),
        ("2024. márc. 14. 17:30", "hu"),
        ("2024 оны 3-р сарын 14 17:30", "mn"),
        ("2024(e)ko martxoaren 14(a) 17:30", "eu"),
        ("2024 թ. մարտի 14, 17:30", "hy"),
        ("14 မတ် 2024 17:30", "my"),
        ("24. 3. 14. 17:30", "ko"),
        ("24/3/14 17:30", "eu"),
        ("14 ta’ Marzu 2024 17:30", "mt"),
        ("۲۴ حوت ۱۴۰۲ ۱۷:۳۰", "fa"),
        ("14 mars 2024 5:30 m.d.", "sq"),
        ("14 मार्च 2024, शाम 5:30", "hi"),
        ("14 de marzo de 2024 a las 5:30 de la tarde", "es"),
        ("১৪ মার্চ ২০২৪, বিকাল ৫:৩০", "bn"),
        ("14.03.2024 5:30 дня", "ru"),
        ("14 Mac 2024 5:30 PTG", "ms"),
    ],
)
def test_a_moment_is_read_as_its_language_writes_it(text: str, language: str) -> None:
    """The year before day and month, genitives, abbreviations, and the afternoon in words."""
    assert stamp(text, language) == "2024-03-14T17:30:00"


@pytest.mark.parametrize(
    ("text", "language", "stamped"),
    [
        ("12. lip 2024.", "hr", "2024-06-12T00:00:00"),
        ("12 lip 2024", "pl", "2024-07-12T00:00:00"),
        ("5. lis 2024.", "hr", "2024-10-05T00:00:00"),
        ("5. lis 2024", "cs", "2024-11-05T00:00:00"),
        ("14 mars 2024 5:30 p.d.", "sq", "2024-03-14T05:30:00"),
        ("14 Maret 2024 5:30 pagi", "id", "2024-03-14T05:30:00"),
        ("১৪ মার্চ ২০২৪, রাত ১১:৩০", "bn", "2024-03-14T23:30:00"),
        ("১৪ মার্চ ২০২৪, রাত ২:৩০", "bn", "2024-03-14T02:30:00"),
        ("14 de marzo de 2024, 8:30 de la noche", "es", "2024-03-14T20:30:00"),
    ],
)
def test_short_months_mornings_and_nights_are_those_of_their_language(
    text: str, language: str, stamped: str
) -> None:
    """`lip` is June or July; `p.d.` is no `p.m.`; a night has hours before and after twelve."""
    assert stamp(text, language) == stamped


def test_a_clock_with_a_point_behind_an_iso_day_is_a_clock() -> None:
    """`2024-01-05 09.05` is five past nine, not a part of an hour."""
    assert stamp("2024-01-05 09.05", "fi") == "2024-01-05T09:05:00"


def test_a_british_clock_says_that_the_day_stands_first() -> None:
    """English without a country has the month first; `GMT`, `IST` or `AEDT` tells more."""
    assert str(stamp("05/03/2024 14:30 GMT", "en")).startswith("2024-03-05")
    assert str(stamp("05/03/2024 2:30 pm EST", "en")).startswith("2024-05-03")
