"""A name without a word for it signs where it is a person's: beside a day, below the headline."""

from __future__ import annotations

from collections import defaultdict

import pytest

from shared.domain.article import Field
from workers.parsers.text.masthead import Claims, read_head, without_signs
from workers.parsers.text.typesetting.lines import passages, split

_TEXT = "The tide came late. " * 30


def authors(lines: str, headline: str = "Tide comes late") -> list[str]:
    parts = passages(split(f"{headline}\n{lines}\n{_TEXT}\nMore"))
    body = next(at for at, part in enumerate(parts) if part.text.startswith("The tide"))
    claims: Claims = defaultdict(list)
    read_head(parts, 0, {body}, set(), claims)
    return [claim.value for claim in claims[Field.AUTHOR]]


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        ("Swantje Ek\n3 May 2021", "Swantje Ek"),
        ("Swantje Ek\nErstellt: vor 4 Stunden", "Swantje Ek"),
        ("-- Swantje Ek", "Swantje Ek"),
        ("Swantje Ek Harbour News\nHarbour News", "Swantje Ek"),
        ("Osmar Ek\nDo Porto, em Lisboa\n3 May 2021", "Osmar Ek"),
        ("What came of it in the end\nBoipelo Ek\nLas Palmas\n3 May 2021", "Boipelo Ek"),
        ("By Swantje Ek, CNN meteorologist", "Swantje Ek"),
        ("Luciana Ek | Publicado hace 3 horas", "Luciana Ek"),
        ("Gesine Ek / 22.04.2020 / 06:15 / Foto: harbour.example / 150", "Gesine Ek"),
        ("Gesine Ek,02.01.2023, 11:08 Uhr", "Gesine Ek"),
        ("[Swantje-Ek-]von Swantje Ek13.12.2022 - 08:13 Uhr", "Swantje Ek"),
        ("Von [ef7] Swantje Ek\n3. Mai 2021", "Swantje Ek"),
        ("By Ann Ek facebooktwitterwhatsapp", "Ann Ek"),
        ("Interview: Julia Ek\n31.03.2020", "Julia Ek"),
        ("Kolumnist*in: Toni Ek", "Toni Ek"),
        ("Иван Петров\n3 мая 2021", "Иван Петров"),
    ],
)
def test_a_person_beside_a_day_or_a_label_signs(lines: str, name: str) -> None:
    """How long ago it was is a time too; pictures, buttons and what stands behind are left out."""
    assert authors(lines) == [name]


@pytest.mark.parametrize(
    "lines",
    [
        "More\nLink Copied\n3 May 2021",
        "Letzte Aktualisierung\n3. Mai 2021",
        "Schreiben Sie\n3. Mai 2021",
        "image1-3.jpeg | 3 May 2021",
        "mardi 3 mai 2021",
        "Comes Harbour\n3 May 2021\nComes Harbour",
        "DE\nEN\n3. Mai 2021",
        "Lübeck, 3. Mai 2021",
        "Politik | 3. Mai 2021",
        "Jean-Paul Ek, seen little by the people of his town\nMore",
        "Julia Ek has a harbour of her own to look after\nMore",
        "Julia Ek and his wife Anna\nMore",
        "Julia Ek (Instagram Julia Ek)\nMore",
        "Plankton Quayle\nShare\n3 May 2021",
    ],
)
def test_two_capitals_that_are_no_person_sign_nothing(lines: str) -> None:
    """Buttons, headings, languages, towns and sections stand beside a day as well."""
    assert authors(lines) == []


def test_a_name_that_nobody_knows_signs_where_it_stands_again() -> None:
    """A note on the author repeats it; a menu has it well above the headline."""
    assert authors("Boats\nVell Brook\n3 May 2021") == []
    assert authors("Boats\nVell Brook\n3 May 2021\nVell Brook") == ["Vell Brook"]


def test_a_name_between_headline_and_day_signs_whoever_it_is() -> None:
    """Nothing else stands there."""
    assert authors("Vell Brook\n3 May 2021\nMore") == ["Vell Brook"]
    assert authors("Link Copied\nMore\n3 May 2021") == []


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        ("harbourfox — 2. Februar 2022", "harbourfox"),
        ("Redaktion\n1. November 2023 10:29", "Redaktion"),
        ("Fabian · April 19, 2019 · Boats · 7 comments", "Fabian"),
        ("Geschrieben von\nCooper\nam 25.08.2015 22:30", "Cooper"),
        ("2015-04-05\nby\nmarc\n|", "marc"),
        ("Posted by\nAnn Ek at\n2:33 PM", "Ann Ek"),
    ],
)
def test_one_word_beside_a_day_is_an_account_a_given_name_or_the_newsroom(
    lines: str, name: str
) -> None:
    """Weblogs and boards sign so, and in one line or in pieces."""
    assert authors(lines) == [name]


@pytest.mark.parametrize("word", ["views", "lokales", "actualité", "новости", "premium"])
def test_a_section_or_a_count_beside_a_day_is_no_account(word: str) -> None:
    """Though it is in small letters; and hardly an account has other letters than ASCII's."""
    assert authors(f"{word} 2. Februar 2022") == []


def test_a_byline_that_was_taken_for_a_paragraph_is_none() -> None:
    """Nor is a time among the first; further down both may be the text's, as in a chronicle."""
    parts = passages(split(f"By Ann Ek\n3 May 2021\n{_TEXT}\n{_TEXT}\n4 May 2021"))
    assert without_signs(parts, [0, 1, 2, 3, 4]) == [2, 3, 4]
    assert without_signs(parts, [0, 1]) == [0, 1]


def test_a_name_below_the_headline_that_the_text_tells_of_is_a_caption() -> None:
    """Who signs is seldom named in several paragraphs."""
    text = "Julia Ek said that the tide came late. " * 9
    parts = passages(split(f"Tide comes late\nJulia Ek\nPlay\n{text}\n{text}"))
    claims: Claims = defaultdict(list)
    read_head(parts, 0, {3, 4}, set(), claims)
    assert claims[Field.AUTHOR] == []


def test_a_name_above_the_headline_signs_where_an_office_stands_below_it() -> None:
    """Columnists' pages begin with who they are."""
    above = "Home\nJulia Ek\n{}\nFollow Julia\nTide comes late\nMore\nThe text."
    for line, names in (("Senior Harbour Columnist", ["Julia Ek"]), ("All our Boats", [])):
        claims: Claims = defaultdict(list)
        read_head(passages(split(above.format(line))), 4, {6}, set(), claims)
        assert [claim.value for claim in claims[Field.AUTHOR]] == names
