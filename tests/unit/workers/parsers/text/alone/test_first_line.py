"""The headline of a bare text is its first line that can be one."""

from __future__ import annotations

import pytest

from shared.domain.article import Field
from workers.parsers.text.reading import read_text

_TEXT = "The tide came late on Monday, and the boats in the harbour waited for it until noon."


@pytest.mark.parametrize(
    ("above", "headline"),
    [
        ("BC-Ferries\nTide comes late", "Tide comes late"),
        ("NORWAY-FERRIES/\nTide comes late", "Tide comes late"),
        ("AC/DC\nA band of the harbour", "AC/DC"),
        ("COVID-19\nFrom the free encyclopedia", "COVID-19"),
        ("BMW-Werk\nMan feiert am Hafen", "BMW-Werk"),
        ("Sea-level rise\nTide comes late", "Sea-level rise"),
        ("COVID-19", "COVID-19"),
    ],
)
def test_what_desks_call_a_story_is_no_headline(above: str, headline: str) -> None:
    """Where no other line is one, it is."""
    reading = read_text(f"{above}\n\n{_TEXT}\n\n{_TEXT} Nobody complained.")
    assert reading.claims[Field.HEADLINE][0].value == headline
