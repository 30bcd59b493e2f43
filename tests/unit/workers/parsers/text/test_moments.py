"""Written times are found in short lines, as they stand."""

# ruff: noqa: RUF001 - the signs of many scripts are meant

from __future__ import annotations

import pytest

from shared.domain.article import Field
from workers.parsers.text.moments import (
    is_moment_line,
    moment_before_dash,
    moments,
    opening_moment,
    unglued,
)


@pytest.mark.parametrize(
    "text",
    [
        "2020-11-18 16:42:35",
        "2019-11-18T20:51:19Z",
        "Nov. 19, 2019 8:03 am ET",
        "March 4, 2024 12:45 PM UTC",
        "March 05, 2024 08:00 AM Eastern Standard Time",
        "14 March 2024 10:30 GMT",
        "21.09.2022 17:05 Uhr",
        "2 juin 2023 à 7h45",
        "22 de outubro de 2010 às 20:13",
        "2022年10月14日 18時30分",
        "18 ноября 2020, 16:42",
        "21/06/2014",
        "12 мая 2023 в 10:30",
        "14 Mayıs 2023 Pazar, 09:45",
        "5 października 2022, godz. 7:20",
        "3. 5. 2024 12:40",
        "3 Μαΐου 2024, 10:15",
        "12 मई 2023, 10:30 AM",
        "12 مايو 2023 الساعة 1:15 مساء",
        "۱۴ اردیبهشت ۱۴۰۳ ساعت ۱۰:۱۵",
        "12 Mei 2023 10:30 WIB",
        "03/05/2024 10:15 (GMT+7)",
        "12 tháng 5, 2023 lúc 9:05",
        "2023年5月12日(金) 午前10時30分",
        "令和5年5月12日 10時30分",
        "2023.05.12 오후 3:05",
        "2024. gada 5. janvāris 09:05",
        "2024 ж. 5 қаңтар 09:05",
        "2024 оны 3-р сарын 5 09:05",
        "2024. március 3. 9:05",
        "2024, ജനുവരി 5 9:05 AM",
        "2024ko martxoaren 14a",
        "5 كانون الثاني 2024 9:05 ص",
        "5 جنوری، 2024 9:05",
        "5-yanvar, 2024 09:05",
        "05-01-24 9:05",
        "09-05-23, 08:15",
        "24. 1. 5.",
        "5. 1. 24 09:05",
    ],
)
def test_a_written_time_is_found_whole(text: str) -> None:
    """Day, clock and zone stay together, in the words of the text."""
    assert moments(f"Posted: {text}") == [(Field.PUBLISHED, text)]


@pytest.mark.parametrize(
    ("line", "moment"),
    [
        ("发表于2014-08-24 21:30| 1164次阅读", "2014-08-24 21:30"),
        ("2019年09月11日01:53 江城科技 收藏本文", "2019年09月11日01:53"),
        ("2024年3月14日 週四 下午6:30", "2024年3月14日 週四 下午6:30"),
        ("14 มีนาคม 2567 เวลา 18:30 น.", "14 มีนาคม 2567 เวลา 18:30"),
        ("民國113年3月14日", "民國113年3月14日"),
    ],
)
def test_ideographs_and_clocks_may_touch_a_day(line: str, moment: str) -> None:
    """Writing without spaces has none there either."""
    assert moments(line) == [(Field.PUBLISHED, moment)]


def test_two_times_on_one_line_are_told_apart() -> None:
    """The word before a time says whether it is the update."""
    line = "Published May 2, 2021 8:05am EST | Updated May 3, 2021 8:54am EST"
    assert moments(line) == [
        (Field.PUBLISHED, "May 2, 2021 8:05am EST"),
        (Field.UPDATED, "May 3, 2021 8:54am EST"),
    ]


def test_a_sentence_that_mentions_a_day_is_no_line_of_time() -> None:
    """A line of time tells little else."""
    assert is_moment_line("Tuesday, 3 May 2021, 10:15")
    assert not is_moment_line(
        "The bridge, which was closed on 3 May 2021 after the flood had taken a pier, is open."
    )


def test_forty_ideographs_with_a_day_before_them_are_a_sentence() -> None:
    """They say as much as three times the letters; a line of a day has no stop."""
    assert is_moment_line("2018年3月20日 14:30 来源：江城日报 阅读次数：128")
    assert not is_moment_line("2018年3月20日，大会表决通过了《监察法》。")


@pytest.mark.parametrize("text", ["Bus 14", "12:30", "1.2.3", "page 3/4", "May", "42-17"])
def test_numbers_without_a_day_are_no_time(text: str) -> None:
    """Scores, versions and clocks alone name no day."""
    assert moments(text) == []


@pytest.mark.parametrize("text", ["12 Freunde 2020", "Route 66 Diner 1950", "3 Jahre 2021"])
def test_a_word_between_two_numbers_has_to_be_a_month(text: str) -> None:
    """Any word can stand between a number and a year."""
    assert moments(text) == []


@pytest.mark.parametrize(
    "line",
    [
        "Published Wed, Feb 28 20247:00 AM ESTUpdated an hour ago",
        "Updated 1:39 am EST, Wednesday, November 20, 2019",
        "17/11/201917/11/2019",
    ],
)
def test_a_time_is_read_where_two_elements_of_the_page_touch(line: str) -> None:
    """A page saved as text puts no space between what stood in two elements."""
    assert is_moment_line(line)
    assert moments(unglued(line))


@pytest.mark.parametrize("line", ["By Ann Ek2013-07-19 06:40:50 UTC", "By Ann Ek June 07, 20130"])
def test_a_day_is_read_where_a_name_or_a_counter_touches_it(line: str) -> None:
    """The answers below a text are counted right behind its day."""
    assert not moments(line)
    assert moments(unglued(line))


@pytest.mark.parametrize(
    ("line", "moment"),
    [
        ("二〇二四年三月十四日", "2024年3月14日"),
        ("二零二四年十一月二十日", "2024年11月20日"),
        ("二〇二四年十月三十一日", "2024年10月31日"),
        ("2024年（令和6年）3月14日", "2024年3月14日"),
        ("令和6年(2024年)3月14日", "2024年3月14日"),
    ],
)
def test_a_day_in_ideographs_or_of_two_calendars_is_one(line: str, moment: str) -> None:
    """As offices date their letters, and papers that run downwards."""
    assert is_moment_line(line)
    assert moments(line) == [(Field.PUBLISHED, moment)]


def test_a_score_or_telephone_before_a_clock_is_no_day() -> None:
    """Two figures with hyphens are a day where one can be the month."""
    assert moments("05-01-24 10:30") == [(Field.PUBLISHED, "05-01-24 10:30")]
    for line in ("21-19-21 10:30", "12-34-56 10:30", "020-12-34-56 12:30"):
        assert not moments(line)


@pytest.mark.parametrize(
    ("line", "opens", "before_dash"),
    [
        ("06.11.23 - The tide came late.", "06.11.23", "06.11.23"),
        ("Wednesday, March 7, 2018 21 Garden, Home", "March 7, 2018", None),
        ("8.Dezember 2010 um 09:43 · Garten", "8.Dezember 2010 um 09:43", None),
        ("In 2013 on 4 May 2013 the tide came late", None, None),
        ("The tide of 4 May 2013", None, None),
    ],
)
def test_a_moment_that_a_line_begins_with_is_told(
    line: str, opens: str | None, before_dash: str | None
) -> None:
    """A weekday may stand before it; a dash behind it parts it from a headline or a text."""
    assert opening_moment(line) == opens
    assert moment_before_dash(line) == before_dash


def test_a_month_between_two_stops_is_one_of_a_day() -> None:
    """Brazilian papers write so; a version's number is none."""
    assert [moment for _, moment in moments("9.mai.2023 às 16h42")] == ["9.mai.2023 às 16h42"]
    assert not moments("as of release 9.foo.2023")
