"""Names that nothing but a day beside them tells to be names."""

# ruff: noqa: RUF001 - apostrophes as papers print them
from __future__ import annotations

from datetime import UTC, datetime

import pytest

from shared.domain.article import RawItem
from workers.normalise.article import normalise
from workers.normalise.claims.choosing import Profile
from workers.parsers.base import ParseContext, RawFile
from workers.parsers.html.signed.alone import is_somebody, is_topic
from workers.parsers.html.walk.tree import parse
from workers.parsers.html.web_page import WebPage

NOW = datetime(2025, 1, 1, tzinfo=UTC)
TEXT = (
    "<p>The harbour stayed closed for a third day, and nobody could say when it opens.</p>"
    "<p>Kelso Brava has lost two of its boats in the storm, and the town its bridge.</p>"
    "<p>“We have waited since the morning,” said a driver, who had slept in his lorry.</p>"
)


def authors(above: str, below: str = "") -> list[str]:
    title = "Late goal settles it"
    head = f'<meta charset="utf-8"><title>{title}</title>'
    page = f"{head}<main><h1>{title}</h1>{above}{TEXT}{below}</main>"
    file = RawFile(name="page.html", content=page.encode())
    (item,) = WebPage().parse(file, ParseContext(url="https://harbour.example/x"))
    assert isinstance(item, RawItem)
    return list(normalise(item, Profile(), now=NOW).authors)


@pytest.mark.parametrize("line", ["<p>{} | March 14, 2024</p>", "<p>{}</p><p>March 14, 2024</p>"])
@pytest.mark.parametrize(
    "name",
    [
        "Real Madrid", "New York", "White House", "Premier League", "Los Angeles", "Hong Kong",
        "Buenos Aires", "Saudi Arabia", "Supreme Court", "Manchester United", "Climate Change",
        "Artificial Intelligence", "Rio Grande", "Côte d’Azur", "Local Government", "Tesla Model",
        "Kelso Brava",
    ],
)  # fmt: skip
def test_places_clubs_and_topics_beside_a_day_are_nobody(name: str, line: str) -> None:
    """By their words; or, without a given name, because the text tells of them."""
    assert authors(line.format(name)) == []


@pytest.mark.parametrize("line", ["<p>{} | March 14, 2024</p>", "<p>{}</p><p>March 14, 2024</p>"])
@pytest.mark.parametrize(
    "name",
    ["Ada Brook", "Ngozi Okafor", "Priya Natarajan", "Minh Do", "Selcan Hacaoglu", "Jack London"],
)
def test_persons_beside_a_day_sign(name: str, line: str) -> None:
    """Given names that no list has, and surnames that are towns."""
    assert authors(line.format(name)) == [name]


def test_a_known_given_name_signs_though_the_text_has_it() -> None:
    """Who writes of himself; an agency that is credited for its report."""
    assert is_somebody("Anna Ek, Bo Li", ["Anna Ek saw the boat."])
    assert is_somebody("Associated Press", ["told the Associated Press"])
    assert not is_somebody("Kelso Brava", ["Kelso Brava has lost two boats."])
    assert is_somebody("Kelso Brava", ["Kelso has lost two boats."])


def test_words_of_a_menu_are_topics() -> None:
    """A link with its day is a teaser's."""
    page = parse('<p><a href="/x">Ada Brook 14 March 2024</a></p><p>Ada Brook</p>')
    teaser, line = page.blocks
    assert is_topic(teaser, "Ada Brook", frozenset())
    assert is_topic(line, "Harbour News", {"News"})
    assert not is_topic(line, "Ada Brook", {"News"})


def test_a_last_paragraph_that_says_who_wrote_the_text_tells_of_no_topic() -> None:
    """Papers outside the lists of given names end so: `Xanthe Okpara is our reporter in Lagos.`"""
    about = "<p>Xanthe Okpara is our reporter in Lagos and has written of harbours for years.</p>"
    assert authors("<p>Xanthe Okpara | March 14, 2024</p>", about) == ["Xanthe Okpara"]


@pytest.mark.parametrize("between", ["", " "])
@pytest.mark.parametrize(
    ("name", "office"),
    [
        ("Ada Brook", "Political editor"),
        ("Ada Brook", "Madrid correspondent"),
        ("Anna McDonald", "Health reporter"),
    ],
)
def test_an_office_in_an_element_beside_the_name_is_no_part_of_it(
    name: str, office: str, between: str
) -> None:
    """Pages set them apart by their style alone, and write no comma."""
    line = f"<div><span>{name}</span>{between}<span>{office}</span></div>"
    assert authors(f"{line}<p>Published 14 March 2024</p>") == [name]


def test_a_capital_inside_a_surname_does_not_end_it() -> None:
    """`DiMarco` is one word, also before an office."""
    assert authors("<p>Anna DiMarco</p><p>Published 14 March 2024</p>") == ["Anna DiMarco"]
