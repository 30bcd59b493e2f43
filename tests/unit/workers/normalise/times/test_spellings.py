# ruff: noqa: RUF001 - times as many languages write them
"""Days and clocks in the spellings of the world, and what is neither."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.unit.workers.normalise.times.moments import NOON, NOW, stamp
from workers.normalise.times.moments import DATED, parse


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
        ("November 18, 2020 11:42 AM Eastern Standard Time", "en"),
        ("18 November 2020 17:42 Central European Time", "en"),
        ("18 November 2020 10:12 p.m. India Standard Time", "en"),
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


def test_croatian_and_polish_listopad_are_two_months() -> None:
    """October in Zagreb, November in Warsaw."""
    assert stamp("18. listopada 2020", "hr") == "2020-10-18T00:00:00"


def test_the_slow_reader_knows_rarer_languages() -> None:
    """Welsh months are not among our own words."""
    assert stamp("18 Tachwedd 2020", "cy") == "2020-11-18T00:00:00"


def test_an_unknown_language_is_no_error_for_the_slow_reader() -> None:
    """It knows some two hundred; `xx` is none of them."""
    assert stamp("18 Tachwedd 2020", "xx") is None
