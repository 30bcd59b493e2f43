"""One section out of what systems write in its place."""

from __future__ import annotations

import pytest

from workers.normalise.sections import section


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("Fashion,Beauty", "Fashion"),
        ("Touren, ", "Touren"),
        ("Ports, Ferries, Weather, Sea", "Ports"),
        ("Articles,Highlight,Legal", "Legal"),
        ("à la une,Société", "Société"),
        ("Food, Health", "Food, Health"),
        ("Arts, Culture, and Entertainment", "Arts, Culture, and Entertainment"),
        ("1,000 Places", "1,000 Places"),
        ("Featured", "Featured"),
        ("News;Local", "News"),
        ("NEWS; Pg. 4", "NEWS"),
    ],
)
def test_of_several_sections_in_one_text_the_first_is_taken(told: str, name: str) -> None:
    """A list has three names or commas without a space, and tells where it is shown too."""
    assert section(told) == name
    assert section(name) == name


@pytest.mark.parametrize(
    "told",
    [
        "Uncategorized",
        "Sin categoría",
        "Startseite",
        "Acasă",
        "首页",
        "2016",
        "Beitrag",
        '{"name":"ports"}',
        ",",
        "a " * 60,
    ],
)
def test_defaults_kinds_of_pages_data_and_sentences_are_no_section(told: str) -> None:
    """Nobody filed the article there."""
    assert section(told) == ""
