"""Sources that labels in lines around the text name."""

from __future__ import annotations

import pytest

from shared.domain.article import Field
from workers.parsers.claims.evidence import Evidence
from workers.parsers.html.signed.source_label import add_source, source_on


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
        ("Fonte: Agência nacional de notícias", "Agência nacional de notícias"),
        ("Źródło: Polska Agencja Śląska", "Polska Agencja Śląska"),
        ("Sursa: Agenția Portului", "Agenția Portului"),
        ("Джерело: Єдине агентство України", "Єдине агентство України"),
        ("المصدر: وكالة أنباء الميناء", "وكالة أنباء الميناء"),
        ("स्रोत: प्रेस ट्रस्ट ऑफ इंडिया", "प्रेस ट्रस्ट ऑफ इंडिया"),
        ("Nguồn: Báo điện tử Chính phủ", "Báo điện tử Chính phủ"),
        ("Quelle: Hafenzucht gGmbH", "Hafenzucht gGmbH"),
        ("Von Max Muster Quelle: dpa", "dpa"),
        ("(Quelle: dpa) Weitere Meldungen", "dpa"),
        ("Quelle: dpa Foto: Max Muster", "dpa"),
        ("Source: Harbour Agency. Read more here", "Harbour Agency"),
        ("Quelle: FC St. Hafen", "FC St. Hafen"),
        ("Quelle: Polizei Hafen - 14.03.2024", "Polizei Hafen"),
    ],
)
def test_a_label_names_the_source_as_far_as_its_name_goes(line: str, name: str) -> None:
    """To the line's end where that is near, whatever its letters; `press release` is no part."""
    assert source_on(line) == name


@pytest.mark.parametrize(
    "line",
    [
        "Weather Data Source: Forecast for 30 days",
        "Image source: Harbour Pictures",
        "Bildquelle: Max Muster",
        "source: the people of the harbour say so",
        "The source was open",
        "Fuente: elaboración propia",
        "Источник: сайт правительства",
        "사진 출처: 항구통신",
        "Source: https://harbour.example/news",
        "Source: 14 March 2024",
        "Quelle: Pressemitteilung",
        "Quelle: pm",
    ],
)
def test_a_source_of_figures_or_pictures_or_within_a_sentence_is_none_of_the_text(
    line: str,
) -> None:
    """The word before the label is part of it; a name in small letters stands alone."""
    assert source_on(line) is None


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("Maren Oakes", Field.AUTHOR),
        ("MAREN OAKES", Field.AUTHOR),
        ("Oakes Verlag", Field.SOURCE),
        ("TSV Grünau", Field.SOURCE),
        ("dpa", Field.SOURCE),
    ],
)
def test_a_person_behind_the_label_wrote_the_text(name: str, field: Field) -> None:
    """`Quelle: Maren Oakes`: a person publishes nothing there."""
    evidence = Evidence()
    add_source(evidence, name)
    assert list(evidence.claims) == [field]
