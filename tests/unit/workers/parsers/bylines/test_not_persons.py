"""Names that look like a person's and are a place's, a club's or a topic's."""

from __future__ import annotations

import pytest

from workers.parsers.bylines.not_persons import is_thing


@pytest.mark.parametrize(
    "name", ["Real Madrid", "White House", "Green Party", "Middle West", "City Hall", "Tesla Model"]
)
def test_a_word_of_a_place_a_club_or_a_topic_makes_a_thing(name: str) -> None:
    assert is_thing(name)


@pytest.mark.parametrize(
    "name",
    [
        "Boipelo Green", "Fionnuala Black", "Anwen White", "Quynh Le", "Tiago Costa",
        "Rhian Hall", "Dawn French", "Rob Black", "Guy Law", "Veronica Lake",
    ],
)  # fmt: skip
def test_a_surname_that_is_a_word_too_makes_none(name: str) -> None:
    assert not is_thing(name)
