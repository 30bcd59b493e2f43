"""Written times are found in short lines, as they stand."""

from __future__ import annotations

import pytest

from shared.domain.article import Field
from workers.parsers.text.moments import is_moment_line, moments


@pytest.mark.parametrize(
    "text",
    [
        "2020-11-18 16:42:35",
        "2019-11-18T20:51:19Z",
        "Nov. 19, 2019 8:03 am ET",
        "March 4, 2024 12:45 PM UTC",
        "14 March 2024 10:30 GMT",
        "21.09.2022 17:05 Uhr",
        "2 juin 2023 à 7h45",
        "22 de outubro de 2010 às 20:13",
        "2022年10月14日 18時30分",
        "18 ноября 2020, 16:42",
        "21/06/2014",
    ],
)
def test_a_written_time_is_found_whole(text: str) -> None:
    """Day, clock and zone stay together, in the words of the text."""
    assert moments(f"Posted: {text}") == [(Field.PUBLISHED, text)]


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


@pytest.mark.parametrize("text", ["Bus 14", "12:30", "1.2.3", "page 3/4", "May", "42-17"])
def test_numbers_without_a_day_are_no_time(text: str) -> None:
    """Scores, versions and clocks alone name no day."""
    assert moments(text) == []
