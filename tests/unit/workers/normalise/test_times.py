# ruff: noqa: RUF001 - times as many languages write them
from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from workers.normalise.calendars import from_solar_hijri
from workers.normalise.times import CLOCKED, DATED, ZONED, Moment, parse

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
NOON = "2020-11-18T16:42:00"


def stamp(text: str, language: str | None = None, zone: str | None = None) -> str | None:
    """Return what a text is read as: `2020-11-18T16:42:00`."""
    moment = parse(text, now=NOW, language=language, zone=zone)
    return moment.at.replace(tzinfo=None).isoformat() if moment else None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("2020-11-18T16:42:00Z", None),
        ("2020-11-18t16:42:00z", None),
        ("2020-11-18T17:42:00+01:00", None),
        ("2020-11-18 16:42:00 +0000 UTC", None),
        ("20201118T164200Z", None),
        ("20201118T174200+0100", None),
        ("20201118164200", None),
        ("202011181642", None),
        ("D:20201118174200+01'00'", None),
        ("Wed, 18 Nov 2020 17:42:00 +0100", None),
        ("Wed, 18 Nov 2020 16:42:00 GMT", None),
        ("Wed Nov 18 16:42:00 2020", None),
        ("Wed Nov 18 11:42:00 EST 2020", None),
        ("1605717720", None),
        ("1605717720.0", None),
        ("1605717720000", None),
        ("1605717720000000", None),
        ("1605717720000000000", None),
        ("18-NOV-2020 16:42:00.00", None),
        ("Nov. 18, 2020, 11:42 a.m. EST", "en"),
        ("Nov 18 2020 11:42AM ET", "en"),
        ("Wednesday, November 18th, 2020 - 04:42 PM", "en"),
        ("Updated 11:42 AM EST, Wed November 18, 2020", "en"),
        ("18/11/2020 16:42", "en"),
        ("11/18/2020 4:42 pm", "en"),
        ("18. November 2020, 17:42 Uhr MEZ", "de"),
        ("Mi., 18.11.2020 – 16.42 Uhr", "de"),
        ("18.11.20 16:42", "de"),
        ("16:42 18.11.2020", "de"),
        ("18. 11. 2020, 16:42", "cs"),
        ("18 novembre 2020 à 16h42", "fr"),
        ("18 de noviembre de 2020, 16:42", "es"),
        ("18 de nov. de 2020 4:42 p. m.", "es"),
        ("18 novembre 2020 alle 16.42", "it"),
        ("18 de novembro de 2020 às 16h42", "pt"),
        ("18 november 2020 16:42", "nl"),
        ("18 november 2020 kl. 16.42", "sv"),
        ("18. marraskuuta 2020 klo 16.42", "fi"),
        ("18 ноября 2020, 16:42", "ru"),
        ("18 нояб. 2020 г. в 19:42 мск", "ru"),
        ("18 листопада 2020, 16:42", "uk"),
        ("18 listopada 2020, 16:42", "pl"),
        ("18. studenoga 2020. 16:42", "hr"),
        ("2020. november 18. 16:42", "hu"),
        ("2020 m. lapkričio 18 d. 16:42", "lt"),
        ("18 Kasım 2020 16:42", "tr"),
        ("18 Νοεμβρίου 2020 4:42 μ.μ.", "el"),
        ("١٨ نوفمبر ٢٠٢٠ ١٦:٤٢", "ar"),
        ("18 تشرين الثاني 2020 4:42 م", "ar"),
        ("18 בנובמבר 2020 16:42", "he"),
        ("18 नवंबर 2020 16:42", "hi"),
        ("18 November 2020 23:42 WIB", "id"),
        ("18 tháng 11, 2020 16:42", "vi"),
        ("18/11/2020 23:42 GMT+7", "vi"),
        ("2020年11月18日 16:42", "zh"),
        ("2020年11月18日下午4时42分", "zh"),
        ("2020年11月18日 16時42分", "ja"),
        ("2020/11/18 午後4:42", "ja"),
        ("令和2年11月18日 16時42分", "ja"),
        ("2020년 11월 18일 오후 4:42", "ko"),
        ("18 พฤศจิกายน 2563 16:42 น.", "th"),
        ("18 พ.ย. 2563 16:42 น.", "th"),
        ("2563-11-18 16:42", "th"),
        ("۲۸ آبان ۱۳۹۹ - ۱۶:۴۲", "fa"),
        ("۱۳۹۹/۰۸/۲۸ ۱۶:۴۲", "fa"),
        ("2020-11-18 17:42:00 Europe/Berlin", "de"),
        ("2020-11-18 11:42 Eastern Time", "en"),
        ("(16:42) 18 November 2020", "en"),
        ("18 November 2020 16:42:00 \u22120000", "en"),
    ],
)
def test_one_moment_is_read_in_every_spelling(text: str, language: str | None) -> None:
    """All of these are 18 November 2020, 16:42 UTC."""
    assert stamp(text, language) == NOON


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("2020-11-18", None),
        ("20201118", None),
        ("18.11.2020", "de"),
        ("18-11-2020", "nl"),
        ("November 18, 2020", "en"),
        ("18th of November, 2020", "en"),
        ("18 Nov ’20", "en"),
        ("1399/08/28", "fa"),
        ("令和2年11月18日", "ja"),
        ("18 listopada 2020", "pl"),
    ],
)
def test_a_date_alone_stays_its_day(text: str, language: str | None) -> None:
    """It is midnight UTC whatever the provider's zone, and that is said."""
    moment = parse(text, now=NOW, language=language, zone="Asia/Tokyo")
    assert moment is not None
    assert (moment.at, moment.precision) == (datetime(2020, 11, 18, tzinfo=UTC), DATED)
    assert "only the date" in str(moment.assumed)


@pytest.mark.parametrize(
    "text",
    [
        "", "yesterday", "1 hour ago", "November 2020", "2020", "2020-02-30", "31 April 2020",
        "18:30", "32/13/2020", "1599-12-31", "0001-01-01T00:00:00Z", "2030-01-01",
        "123456789012345",
        "99999999", "20201399000000", "۳۱ مهر ۱۳۹۹", "9999999999999",
        "may contain 3 nuts of 12",
        "昭和99年99月99日",
        "0001-01-01T00:00:00+14:00",
        "January 1, 0001", "5 mai about 12 of them",
    ],
)  # fmt: skip
def test_what_is_no_time_is_none(text: str) -> None:
    """Relative, incomplete, impossible and implausible times are refused."""
    assert parse(text, now=NOW) is None


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


def test_croatian_and_polish_listopad_are_two_months() -> None:
    """October in Zagreb, November in Warsaw."""
    assert stamp("18. listopada 2020", "hr") == "2020-10-18T00:00:00"


def test_the_future_is_kept_and_said() -> None:
    """More than a day ahead of now is told, less can be a wrong zone."""
    ahead = parse("2027-05-01T00:00:00Z", now=NOW)
    assert ahead is not None
    assert ahead.assumed == "in the future when it was read"
    near = parse((NOW + timedelta(hours=20)).isoformat(), now=NOW)
    assert near is not None
    assert near.assumed is None


def test_the_slow_reader_knows_rarer_languages() -> None:
    """Welsh months are not among our own words."""
    assert stamp("18 Tachwedd 2020", "cy") == "2020-11-18T00:00:00"


def test_a_long_text_is_looked_at_only_at_its_start() -> None:
    """Two hundred characters are enough for a time."""
    assert stamp("x" * 250 + " 2020-11-18") is None


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=40))
def test_any_text_gives_a_moment_or_none(text: str) -> None:
    """Nothing raises."""
    assert parse(text, now=NOW) is None or text


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.datetimes(
        min_value=datetime(1700, 1, 1),  # noqa: DTZ001 - hypothesis adds the zone
        max_value=datetime(2026, 1, 1),  # noqa: DTZ001 - hypothesis adds the zone
        timezones=st.just(UTC),
    )
)
def test_a_written_moment_is_read_as_itself(moment: datetime) -> None:
    """ISO 8601 comes back to the microsecond, with nothing assumed; epoch 0 is no time at all."""
    assume(moment.timestamp() != 0)
    found = parse(moment.isoformat(), now=NOW)
    assert found is not None
    assert (found.at, found.assumed, found.precision) == (moment, None, ZONED)


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


def test_an_order_of_impossible_years_is_none() -> None:
    """Neither order helps where the year is no year."""
    assert stamp("03/04/0000", "en") is None


def test_an_unknown_language_is_no_error_for_the_slow_reader() -> None:
    """It knows some two hundred; `xx` is none of them."""
    assert stamp("18 Tachwedd 2020", "xx") is None


def test_a_clock_glued_to_a_short_year_is_a_clock() -> None:
    """Pages set the two in elements of their own, without a space between."""
    assert stamp("18.11.2016:42", "de") == "2020-11-18T16:42:00"


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


def test_the_first_second_of_computers_is_no_time() -> None:
    """Programs write it where they know none; the day alone can be meant."""
    assert stamp("1970-01-01T01:00:00+01:00") is None
    assert stamp("1 January 1970, 00:00") is None
    assert stamp("1970-01-01") == "1970-01-01T00:00:00"


def test_a_year_of_the_republic_is_counted_on() -> None:
    """Taiwan counts from 1912; which era it is stands before the year."""
    assert stamp("民國113年3月14日", "zh-TW") == "2024-03-14T00:00:00"


def test_a_clock_glued_to_a_full_year_is_a_clock() -> None:
    """`<time>18 de noviembre de 2020</time><time>16:42</time>`"""
    assert stamp("18 de noviembre de 202016:42", "es") == NOON


def test_dots_before_a_short_year_are_american_where_the_page_is() -> None:
    """`06.05.13` is a day of June in San Francisco; before a full year dots are Europe's."""
    assert stamp("06.05.13", "en-US") == "2013-06-05T00:00:00"
    assert stamp("06.05.13", "en-GB") == stamp("06.05.2013", "en-US") == "2013-05-06T00:00:00"


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
