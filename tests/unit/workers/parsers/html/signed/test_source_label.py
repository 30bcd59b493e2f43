"""Sources that labels in lines around the text name."""

from __future__ import annotations

import pytest

from workers.parsers.html.signed.source_label import source_on


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Quelle: dpa", "dpa"),
        ("(Quelle: dpa)", "dpa"),
        ("14.03.2024 Quelle: Harbour Agency", "Harbour Agency"),
        ("Autor: Max Muster Quelle: dpa", "dpa"),
        ("Source: The Gardeners' Association", "The Gardeners' Association"),
        ("Photo: A. Brook | Fonte: Agência de Notícias do Porto", "Agência de Notícias do Porto"),
        ("Quelle: Pressemitteilung der Stadt Hafen", "Stadt Hafen"),
        ("Источник: РИА Гавань", "РИА Гавань"),
        ("출처: 항구통신", "항구통신"),
    ],
)
def test_a_label_names_the_source_as_far_as_its_name_goes(line: str, name: str) -> None:
    """Small words inside a name, an apostrophe and a name in small letters are part of it."""
    assert source_on(line) == name


@pytest.mark.parametrize(
    "line",
    [
        "Weather Data Source: Forecast for 30 days",
        "Image source: Harbour Pictures",
        "Bildquelle: Max Muster",
        "source: the people of the harbour say so",
        "The source was open",
    ],
)
def test_a_source_of_figures_or_pictures_or_within_a_sentence_is_none_of_the_text(
    line: str,
) -> None:
    """The word before the label is part of it; a name in small letters stands alone."""
    assert source_on(line) is None
