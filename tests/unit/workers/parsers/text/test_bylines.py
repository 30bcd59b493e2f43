"""Bylines and datelines are known by how they are written."""

from __future__ import annotations

import pytest

from workers.parsers.text.bylines import author_of, dateline_of, looks_like_person


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ann Ek", "Ann Ek"),
        ("by Ann Ek and Bo Lind", "Ann Ek and Bo Lind"),
        ("By Ann Ek | 3 May 2021", "Ann Ek"),
        ("By Ann Ek 2021-05-03T10:00:00Z", "Ann Ek"),
        ("Von Jannes Petersen", "Jannes Petersen"),
        ("Par Camille Roussel", "Camille Roussel"),
        ("Por Lucía Arregui", "Lucía Arregui"),
        ("记者 陆青禾", "陆青禾"),
        ("記者 小野寺 楓", "小野寺 楓"),
        ("بقلم: ليلى منصور", "ليلى منصور"),
    ],
)
def test_a_byline_gives_its_names_without_the_by(line: str, names: str) -> None:
    """What follows the names (a time, a role) is left out."""
    assert author_of(line) == names


@pytest.mark.parametrize(
    "line",
    [
        "By the end of the week the water had gone.",
        "By noon",
        "Von der Küste kam am Abend der Wind.",
        "By " + "Ann " * 80,
        "Bystanders",
    ],
)
def test_a_sentence_that_begins_with_by_is_no_byline(line: str) -> None:
    """Names are capitalised and few, and no sentence."""
    assert author_of(line) is None


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("PORTO, Feb 12 (Meridian) - Bakers walked out.", "PORTO, Feb 12 (Meridian)"),
        ("NEW YORK (AP) — A ship ran aground.", "NEW YORK (AP)"),
        ("PUNTA CLARA, 8 ene (Austral) - El gobierno abrió.", "PUNTA CLARA, 8 ene (Austral)"),
        ("LONDON - The fog lifted.", "LONDON"),
        ("Bern, 4 May 2021 (SDA) - Der Rat hat getagt.", "Bern, 4 May 2021 (SDA)"),
    ],
)
def test_a_dateline_is_read_off_the_first_paragraph(text: str, line: str) -> None:
    """Place in capitals, or place with a day or an agency, before a dash."""
    assert dateline_of(text) == line


@pytest.mark.parametrize(
    "text",
    [
        "The mayor - a baker by trade - laughed.",
        "Rain fell all day.",
        "Tom Adeyemi - the singer - has died.",
    ],
)
def test_a_dash_alone_makes_no_dateline(text: str) -> None:
    """A name before a dash is none without a day, an agency or capitals."""
    assert dateline_of(text) is None


def test_two_to_four_capitalised_words_may_be_a_person() -> None:
    """The page must say more (a date beside it) before that is believed."""
    assert looks_like_person("Sarah E. Needleman")
    assert not looks_like_person("US POLITICS")
    assert not looks_like_person("Weather and tides")
