"""Days in printed lines, and the lines without them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workers.parsers.lines.printed_dates import DATE, has_date, without_date


def test_a_line_is_freed_of_date_clock_and_weekday() -> None:
    """What is left is what the line says besides."""
    assert without_date("Thursday, 14 March 2024, 09:30") == ""
    assert without_date("Ada Brook | Thursday, March 14, 2024") == "Ada Brook"
    assert without_date("Adabrook Thursday, March 14, 2024") == "Adabrook"
    assert without_date("Ada Brook am 14.03.2024 um 9:30 Uhr") == "Ada Brook"
    assert without_date("Ada Brook/Jan. 27, 2024 6:38 pm EST") == "Ada Brook"
    assert without_date("Mo., 3. Mai 2026, Ada Brook") == "Ada Brook"
    assert without_date("Friday, Ada Brook") == "Ada Brook"


def test_a_name_that_is_a_weekday_s_stays() -> None:
    """Before one more word and beside a date: in Nigeria, in Pakistan and in China."""
    for name in ("Friday Okoro", "Mo Adeyemi", "Sun Li", "Sun-Hee Lee", "Di Wang"):
        assert without_date(name) == without_date(f"{name} | Sunday, 3 May 2026") == name


@given(
    st.lists(
        st.sampled_from(
            [
                *(
                    "1",
                    "14",
                    "3",
                    ".2024",
                    "-05",
                    "March",
                    "年",
                    "3月",
                    ",",
                    "a",
                    "1999",
                    "2024",
                    "/",
                ),
                *("|", ". ", "th", "de", "tháng 5", "năm", "08:30", "٣", "24"),
            ]
        )
    ).map(" ".join)
)
def test_the_short_look_for_a_date_misses_none(text: str) -> None:
    """Each way to print a date has two digits side by side, and a year or two signs."""
    assert has_date(text) == (DATE.search(text) is not None)
    assert has_date(text.replace(" ", "")) == (DATE.search(text.replace(" ", "")) is not None)


def test_a_number_behind_one_capital_begins_no_date() -> None:
    """`G7-Präsidentschaft 2022` is of seven countries; a name's last letters may touch a day."""
    assert not has_date("Deutsche G7-Präsidentschaft 2022")
    assert not has_date("Der G20-Gipfel 2017")
    assert without_date("ADA BROOK14 March 2024") == "ADA BROOK"


def test_a_measure_of_so_many_days_is_no_date() -> None:
    """Some languages join a day and its month with a hyphen; so does English a number and days."""
    assert has_date("5-yanvar 2024")
    for line in ("a 10-day 2024 tour", "the 5-star 2023 hotel", "12-month 2024 contract"):
        assert not has_date(line)
