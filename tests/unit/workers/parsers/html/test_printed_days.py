"""The days that a line prints."""

# ruff: noqa: RUF001 - dashes are meant
from __future__ import annotations

import pytest

from shared.domain.article import Field
from workers.parsers.html.printed_days import days_of


@pytest.mark.parametrize(
    "line",
    [
        "김수정 기자 2024.03.14",
        "Güncel | 14 Mart 2024",
        "From the board (Vorstand) 14.03.2024",
        "Credited 14 March 2024",
    ],
)
def test_words_that_hold_one_for_a_change_tell_of_none(line: str) -> None:
    """A reporter's name, a section, a board."""
    assert [field for field, _, _ in days_of(line)] == [Field.PUBLISHED]


@pytest.mark.parametrize(
    "line",
    [
        "최종수정 2024.03.14",
        "Güncelleme: 14 Mart 2024",
        "Redaktionsstand: 14.03.2024",
        "Edited 14 March 2024",
    ],
)
def test_a_word_for_a_change_before_a_day_makes_it_one(line: str) -> None:
    """Also written together with the word before it."""
    assert [field for field, _, _ in days_of(line)] == [Field.UPDATED]


def test_hours_of_business_before_a_day_are_no_clock_of_it() -> None:
    """From when to when is not when."""
    assert [value for _, value, _ in days_of("Mo–Fr 9:00–18:00 | 14 March 2024")] == [
        "14 March 2024"
    ]
    assert [value for _, value, _ in days_of("18:00 | 14 March 2024")] == ["18:00 | 14 March 2024"]
