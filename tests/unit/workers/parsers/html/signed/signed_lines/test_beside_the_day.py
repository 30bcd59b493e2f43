# ruff: noqa: RUF001 - the signs of many scripts are meant
"""Names that stand beside the day, and what else stands there."""

from __future__ import annotations

import pytest

from shared.domain.article import Field
from tests.unit.workers.parsers.html.signed.signed_lines.pages import BODY, END, gathered
from workers.normalise.bylines.authors import people
from workers.parsers.claims.evidence import Evidence
from workers.parsers.html.signed import lines
from workers.parsers.html.walk.tree import parse


def test_the_site_s_name_before_a_name_and_a_day_does_not_hide_them() -> None:
    """`Harbour Press | Ada Brook | Thursday, March 14, 2024`"""
    page = parse(
        "<html><body><h1>Headline</h1>"
        f"<p>Harbour Press | Ada Brook | Thursday, March 14, 2024</p>{BODY}{END}</body></html>"
    )
    evidence = Evidence()
    evidence.add(Field.SOURCE, "Harbour Press", "title", 0.35)
    lines.gather(page, evidence, 2, 3)
    assert evidence.values(Field.AUTHOR) == ["Ada Brook"]


def test_places_beside_a_date_are_no_persons() -> None:
    """Of several names in a row the first is in full."""
    assert Field.AUTHOR not in gathered("<p>14.03.2024, Oslo, Bergen</p>").claims


def test_a_line_with_all_that_a_blog_tells_is_read_at_its_start() -> None:
    """Day, author, sections and tags in one, however many tags there are."""
    tags = ", ".join(["boats", "harbour", "tides"] * 8)
    line = f"Veröffentlicht: 05.01.2020 | Autor: annek | Abgelegt unter: {tags}"
    assert gathered(f"<p>{line}</p>").values(Field.AUTHOR) == ["annek"]


def test_a_section_beside_the_day_is_no_author() -> None:
    """Only its place speaks for it; a byline says more, and a columnist can have a section."""
    for line, expected in (
        ("North Korea 09:31 August 20, 2019", []),
        ("By Ada Brook", ["Ada Brook"]),
    ):
        evidence = gathered(f"<p>{line}</p>")
        for section in ("North Korea", "Ada Brook"):
            evidence.add(Field.SECTION, section, "meta article:section", 0.75)
        evidence.doubt_site_as_author("https://harbour.example/1")
        assert evidence.values(Field.AUTHOR) == expected


def test_labels_in_one_run_are_fields_apart() -> None:
    """Above the text in Chinese pages, and below it: who edited is no author."""
    evidence = gathered(
        "<p>2021-03-04 12:11来源：江城日报作者：李晓明</p>", below="<p>（责任编辑：何一舟）</p>"
    )
    assert evidence.values(Field.SOURCE) == ["江城日报"]
    assert evidence.values(Field.AUTHOR) == ["李晓明"]
    assert evidence.values(Field.EDITOR) == ["何一舟"]


def test_a_site_in_ideographs_that_the_title_ends_with_is_no_author() -> None:
    """`江城网` of `…_江城网财经`; a person may have a site of his own."""
    evidence = gathered()
    evidence.add(Field.AUTHOR, "江城网", "meta author", 0.45)
    evidence.add(Field.AUTHOR, "李晓明", "meta article:author", 0.45)
    evidence.add(Field.AUTHOR, "江城日报", "meta article:author", 0.45)
    evidence.add(Field.SOURCE, "江城日报", "name beside a date", 0.38)
    evidence.doubt_site_as_author("", "_李晓明_江城网财经")
    assert evidence.values(Field.AUTHOR) == ["李晓明"]


def test_what_stands_beside_the_date_in_ideographs_is_a_paper_or_persons() -> None:
    """A paper is the source; names of menus and of the letters' size are neither."""
    paper = gathered("<p>2019年11月25日 18:57 江城日报 收藏</p>")
    assert paper.values(Field.SOURCE) == ["江城日报"]
    persons = gathered("<p>2020-06-05 20:35:11 李晓明 王芳</p>")
    assert people(persons.values(Field.AUTHOR)) == ("李晓明", "王芳")
    neither = gathered("<p>2020-06-05 20:35 字号 大 中 小</p>")
    assert Field.AUTHOR not in neither.claims
    assert Field.SOURCE not in neither.claims


def test_a_name_alone_beside_the_line_of_the_day_is_the_author_s() -> None:
    """Above it or below it; what a day is called is no name."""
    assert gathered("<p>Anna Kowalska</p><p>14.03.2024, 18:30</p>").values(Field.AUTHOR) == [
        "Anna Kowalska"
    ]
    assert gathered("<p>14.03.2024</p><p>Νίκος Γεωργίου</p>").values(Field.AUTHOR) == [
        "Νίκος Γεωργίου"
    ]
    signed = "<p>14.03.2024 | Harbour</p><p>Gesundheit Angst</p>"
    assert Field.AUTHOR not in gathered(signed).claims
    line = "<p>14.03.2024 - 18:30 | Son Güncelleme: 14.03.2024 - 19:00</p>"
    assert Field.AUTHOR not in gathered(line).claims


def test_a_clock_before_its_day_belongs_to_it() -> None:
    """`14:30 | 14 March 2024`; where one stands behind it, that is meant."""
    assert gathered("<p>14:30 | 14 March 2024</p>").values(Field.PUBLISHED) == [
        "14:30 | 14 March 2024"
    ]
    assert gathered("<p>3:10 | 14 March 2024 18:30</p>").values(Field.PUBLISHED) == [
        "14 March 2024 18:30"
    ]


def test_topics_and_teasers_beside_a_day_are_no_persons() -> None:
    """A topic's word is an entry of the page's menu; a teaser is a link with its day in it."""
    topics = "<ul><li>Ehrenamt</li><li>Politik</li></ul>"
    line = "<p>Ehrenamt Jugendarbeit 14.03.2024</p>"
    assert gathered(above=line).values(Field.AUTHOR) == ["Ehrenamt Jugendarbeit"]
    assert Field.AUTHOR not in gathered(above=topics + line).claims
    teaser = "<p><a href=x>Haus Alfeld 14.03.2024</a></p>"
    assert Field.AUTHOR not in gathered(below=teaser).claims


def test_the_line_of_old_blogs_names_its_author_before_the_clock() -> None:
    """`Filed under: News — jdoe @ 00:11 Tags: …`, however long its folders are."""
    folders = ", ".join(f"Folder {number}" for number in range(20))
    line = f"<div>Filed under: {folders} — adab @ 00:11 Tags: Harbour</div>"
    assert gathered(line).values(Field.AUTHOR) == ["adab"]


@pytest.mark.parametrize("line", ["| 14.03.2024", "- - -", "AP / ", "·", "de Oslo", "/ Ada Brook"])
def test_a_line_of_signs_or_of_an_agency_beside_a_day_names_nobody(line: str) -> None:
    """Such a line has no first word."""
    assert "name beside a date's line" not in {
        claim.source
        for claim in gathered(f"<p>14.03.2024</p><p>{line}</p>").claims.get(Field.AUTHOR, ())
    }


@pytest.mark.parametrize(
    "above",
    [
        "<p>Maren Oakes</p><p>• Publiziert vor einer Stunde</p>",
        "<p>Maren Oakes - 4 hours ago</p>",
        "<p>Maren Oakes | Publicado hace 3 horas</p>",
    ],
)
def test_how_long_ago_it_was_is_a_day_too(above: str) -> None:
    """Below the headline alone: comments and teasers tell it as well."""
    assert gathered(above).values(Field.AUTHOR) == ["Maren Oakes"]
    beside = [claim.source for claim in gathered(below=above).claims.get(Field.AUTHOR, ())]
    assert beside in ([], ["signature"])


@pytest.mark.parametrize("name", ["Maren Oakes", "Maren Oakes im Gespräch mit Robin Vogt"])
def test_a_name_alone_below_the_headline_signs_where_the_text_tells_of_none(name: str) -> None:
    """A topic, an item of a menu and who took a picture do not."""
    (claim,) = gathered(f"<p>{name}</p>").claims[Field.AUTHOR]
    assert (claim.value, claim.source) == (name, "name below the headline")
    told = "<p>The mayor, Oakes, has said so in a long sentence of the text, and so on.</p>"
    for above, inside in (
        (f"<p>{name}</p>", told),
        (f"<ul><li>{name}</li></ul>", ""),
        (f"<div class=picture><p class=photo>{name}</p></div>", ""),
        ("<p>Harbour Quay</p>", ""),
    ):
        assert Field.AUTHOR not in gathered(above, inside).claims


def test_of_bylines_in_several_places_beside_the_text_the_nearest_is_its_own() -> None:
    """Teasers behind it have a byline each."""
    far = "<p>Another headline</p>" * 5
    below = f"<p>By Maren Oakes</p><p>By Robin Vogt</p>{far}<p>By Tobias Lindqvist</p>"
    assert gathered(below=below).values(Field.AUTHOR) == ["Maren Oakes", "Robin Vogt"]
