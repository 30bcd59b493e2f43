"""Lines that say by whom: where the names end, and what only looks like a byline."""

from __future__ import annotations

import pytest

from shared.domain.article import Field
from tests.unit.workers.parsers.html.signed.signed_lines.pages import gathered
from workers.normalise.bylines.authors import people


def test_who_reviewed_a_text_is_none_of_its_authors() -> None:
    """Where a byline stands above: of a review there is one author, who reviewed."""
    checked = "<p>Reviewed by Bo Li, MD</p>"
    assert gathered(f"<p>By Ada Brook</p>{checked}").values(Field.AUTHOR) == ["Ada Brook"]
    assert gathered(checked).values(Field.AUTHOR) != []


@pytest.mark.parametrize(
    "line",
    [
        "Works by Ada Brook on show in Oslo from May",
        "Photo by Ada Brook / North Pictures",
        "Licensed under CC by Ada Brook",
        "Leiterin Redaktion Garten und Heim",
        "Bilder von Ada Brook",
        "Übersetzt von: Ada Brook",
        "Last Modified | 14 March 2024",
        "Buch-Tipp: Gartenjahre von Ada Brook",
    ],
)
def test_by_in_a_sentence_or_below_a_picture_names_nobody(line: str) -> None:
    """Before a byline stands nothing, a date, or a word for writing."""
    assert Field.AUTHOR not in gathered(f"<p>{line}</p>").claims


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("ByAda Brook", "Ada Brook"),
        ("ByA.B. Brook", "A.B. Brook"),
        ("Garden | Por: Ada Brook | Actualizado el 14 marzo 2024", "Ada Brook"),
        ("von Ada Brook Erstellt am 14.03.2024", "Ada Brook"),
        ("Writing by Ada Brook; Editing by Ben Carr", "Ada Brook"),
        ("Autorka: Ada Brook", "Ada Brook"),
        ("Автор: Ада Брук", "Ада Брук"),
        ("Szerző: Ada Brook", "Ada Brook"),
        ("Oleh Ada Brook", "Ada Brook"),
    ],
)
def test_the_names_end_where_other_words_begin(line: str, names: str) -> None:
    """Whatever is run together with them, in the languages of the world."""
    assert gathered(f"<p>{line}</p>").values(Field.AUTHOR) == [names]


@pytest.mark.parametrize(
    "line",
    [
        "Von Ada Brook, dpa",
        "Blog Beitrag von Ada Brook",
        "Text von Ada Brook Illustration von Ben Carr",
        "Geschrieben von Ada Brook am 25.08.2023 22:30 (1599 x gelesen)",
    ],
)
def test_a_byline_between_the_first_paragraphs_is_read(line: str) -> None:
    """With its agency, and with the words that open it."""
    (names,) = gathered(inside=f"<p>{line}</p>").values(Field.AUTHOR)
    assert names.startswith("Ada Brook")


def test_names_in_the_line_after_a_label_may_have_an_agency_behind_a_stroke() -> None:
    """`Author:` stands alone in its line, the names in the next one."""
    evidence = gathered("<h5>Autor: </h5>Ada Brook/XY-Z")
    assert evidence.values(Field.AUTHOR) == ["Ada Brook/XY-Z"]


def test_a_word_of_menus_is_a_label_only_with_its_colon() -> None:
    """`Story` and `Interview` stand above other things than names."""
    assert Field.AUTHOR not in gathered("<p>Story</p><p>Garten Heute</p>").claims


def test_a_second_byline_far_below_the_first_is_that_of_a_teaser() -> None:
    """Between headline and body pages place links to others."""
    teaser = "<p>More</p><p>of</p><p>this</p><p>von Ben Carr</p>"
    evidence = gathered(f"<p>von Ada Brook</p>{teaser}")
    told = {claim.value: claim.source for claim in evidence.claims[Field.AUTHOR]}
    assert told == {
        "Ada Brook": "byline pattern",
        "Ben Carr": "byline pattern beside the body",
    }


def test_a_linked_word_after_by_is_a_name_that_somebody_took() -> None:
    """It has digits and no capital, as users choose them."""
    page = "<p>by</p><h3><a href=/profile/7>delta201</a></h3>"
    assert gathered(page).values(Field.AUTHOR) == ["delta201"]


@pytest.mark.parametrize("line", ["Text Size", "By BST", "Zur Artikelübersicht"])
def test_words_of_the_page_are_nobody(line: str) -> None:
    """Buttons and zones stand where bylines do."""
    assert not people(gathered(f"<p>{line}</p>").values(Field.AUTHOR))


def test_a_weekday_behind_an_arabic_name_is_no_part_of_it() -> None:
    """Byline and date stand in one line."""
    line = "<p>كتب: أحمد سالم الجمعة 14 مارس 2025</p>"
    assert gathered(line).values(Field.AUTHOR) == ["أحمد سالم"]


def test_a_talk_names_both() -> None:
    """`im Gespräch mit` stands between two persons."""
    line = "<p>Autorin: Ada Brook im Gespräch mit Ben Carr</p>"
    assert people(gathered(line).values(Field.AUTHOR)) == ("Ada Brook", "Ben Carr")


def test_an_address_beside_the_headline_is_its_authors() -> None:
    """The element is made for it; without a class it says so all the same."""
    (claim,) = gathered("<address>Ada Brook</address>").claims[Field.AUTHOR]
    assert (claim.value, claim.source) == ("Ada Brook", "address element")
