"""Bylines that stand as plain text, and what only looks like one."""

# ruff: noqa: RUF001 - the signs of many scripts are meant
from __future__ import annotations

import pytest

from shared.domain.article import Field
from workers.normalise.bylines import people
from workers.parsers.html import lines
from workers.parsers.html.evidence import Evidence
from workers.parsers.html.tree import parse

BODY = "<p>The body begins here, and it has a long sentence or two, as bodies have.</p>"
END = "<p>The body ends here, and it has a long sentence or two, as bodies have too.</p>"


def gathered(above: str = "", inside: str = "", below: str = "") -> Evidence:
    page = parse(f"<html><body><h1>Headline</h1>{above}{BODY}{inside}{END}{below}</body></html>")
    places = [block.at for block in page.blocks if block.text.startswith("The body")]
    evidence = Evidence()
    lines.gather(page, evidence, places[0], places[-1])
    return evidence


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


@pytest.mark.parametrize(
    "line", ["<b>Ada Brook</b>", "- Ada Brook", "<strong>Ada van Dorn</strong>"]
)
def test_a_name_alone_below_the_text_signs_it(line: str) -> None:
    """Bold or behind a dash; without either it may be anything."""
    (claim,) = gathered(below=f"<p>{line}</p>").claims[Field.AUTHOR]
    assert claim.source == "signature"


@pytest.mark.parametrize(
    "line",
    ["Ada Brook", "<b>Mehr Themen:</b>", "<a href=x><b>Ada Brook</b></a>", "<b>More news</b>"],
)
def test_links_and_labels_below_the_text_sign_nothing(line: str) -> None:
    """Nor a name in plain letters: that may be one of a picture or of a list."""
    assert Field.AUTHOR not in gathered(below=f"<p>{line}</p>").claims


def test_places_beside_a_date_are_no_persons() -> None:
    """Of several names in a row the first is in full."""
    assert Field.AUTHOR not in gathered("<p>14.03.2024, Oslo, Bergen</p>").claims


def test_a_name_in_brackets_behind_the_last_sentence_signs_it() -> None:
    """As local papers print it."""
    (claim,) = gathered(inside="", below="").claims.get(Field.AUTHOR, (None,))
    assert claim is None
    signed = "<p>The body stays as it is, whatever the council says. (Ada P. Brook) +++</p>"
    page = parse(f"<html><body><h1>Headline</h1>{BODY}{signed}</body></html>")
    evidence = Evidence()
    lines.gather(page, evidence, 1, 2)
    assert evidence.values(Field.AUTHOR) == ["Ada P. Brook"]


def test_a_korean_reporter_is_named_in_the_first_words() -> None:
    """Before the sign of equality."""
    page = parse(
        "<html><body><h1>제목</h1><p>[서울] 김민수 기자 = 서울시는 오늘.</p></body></html>"
    )
    evidence = Evidence()
    lines.gather(page, evidence, 1, 1)
    assert evidence.values(Field.AUTHOR) == ["김민수"]


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


def test_a_closing_credit_names_the_editors_too() -> None:
    """Agencies print below the text who wrote and who edited."""
    evidence = gathered(below="<p>(Reporting by Ada Brook; Editing by Ben Carr)</p>")
    assert "Ada Brook" in evidence.values(Field.AUTHOR)
    assert evidence.values(Field.EDITOR) == ["Ben Carr"]


def test_an_address_beside_the_headline_is_its_authors() -> None:
    """The element is made for it; without a class it says so all the same."""
    (claim,) = gathered("<address>Ada Brook</address>").claims[Field.AUTHOR]
    assert (claim.value, claim.source) == ("Ada Brook", "address element")


def test_a_line_with_all_that_a_blog_tells_is_read_at_its_start() -> None:
    """Day, author, sections and tags in one, however many tags there are."""
    tags = ", ".join(["boats", "harbour", "tides"] * 8)
    line = f"Veröffentlicht: 05.01.2020 | Autor: annek | Abgelegt unter: {tags}"
    assert gathered(f"<p>{line}</p>").values(Field.AUTHOR) == ["annek"]


def test_an_agency_alone_below_the_text_signs_where_nobody_else_does() -> None:
    """Below a picture it owns that; called the source it is no site."""
    assert gathered(below="<p>dpa/lno</p>").values(Field.AUTHOR) == ["dpa/lno"]
    labelled = gathered(below="<p>Quelle: kathpress</p>")
    labelled.doubt_site_as_author("https://harbour.example/1")
    assert [claim.weight for claim in labelled.claims[Field.AUTHOR]] == [0.2]
    assert people(["Ada Brook", "dpa/lno"]) == ("Ada Brook",)
    assert Field.AUTHOR not in gathered('<p class="caption">dpa</p>').claims


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


def test_a_picture_s_caption_signs_no_text() -> None:
    """Its author took the picture."""
    caption = "<figure><img src='a.jpg'><figcaption>Port / autor: Jan Nowak</figcaption></figure>"
    assert Field.AUTHOR not in gathered(caption).claims


def test_a_name_alone_beside_the_line_of_the_day_is_the_author_s() -> None:
    """Above it or below it; what a day is called is no name, nor is a name without a day."""
    assert gathered("<p>Anna Kowalska</p><p>14.03.2024, 18:30</p>").values(Field.AUTHOR) == [
        "Anna Kowalska"
    ]
    assert gathered("<p>14.03.2024</p><p>Νίκος Γεωργίου</p>").values(Field.AUTHOR) == [
        "Νίκος Γεωργίου"
    ]
    assert Field.AUTHOR not in gathered("<p>Anna Kowalska</p><p>Share</p>").claims
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


def test_a_line_that_is_not_shown_signs_nothing() -> None:
    """It is of a film that the page shows later."""
    assert Field.AUTHOR not in gathered(above="<div hidden><p>By Ada Brook</p></div>").claims


def test_a_bold_name_that_ends_its_box_signs_though_more_was_taken_for_the_body() -> None:
    """News in brief follow below many an article; a name above more text is a heading."""
    text = "".join(
        f"<p>The ferry sailed again on day {day}, as it does each week.</p>" for day in "123"
    )
    signed = f"<div>{text}<p><b>Ada Brook</b></p></div>"
    assert gathered(inside=signed).values(Field.AUTHOR) == ["Ada Brook"]
    named = f"<div>{text}<p><b>Ada Brook</b></p>{text}</div>"
    assert Field.AUTHOR not in gathered(inside=named).claims


def test_the_line_of_old_blogs_names_its_author_before_the_clock() -> None:
    """`Filed under: News — jdoe @ 00:11 Tags: …`, however long its folders are."""
    folders = ", ".join(f"Folder {number}" for number in range(20))
    line = f"<div>Filed under: {folders} — adab @ 00:11 Tags: Harbour</div>"
    assert gathered(line).values(Field.AUTHOR) == ["adab"]


def test_an_agency_in_the_dateline_or_behind_the_last_sentence_signs_where_nobody_else_does() -> (
    None
):
    """In paragraphs of any length; the place is none of it."""
    long = "The ferry stayed in the harbour, and nobody knew for how long it would be. " * 5
    opened = gathered(inside="", above="")
    assert Field.AUTHOR not in opened.claims
    for first in ("Oslo (dpa/lno) – The ferry stays. " + long, "OSLO, March 3 (Reuters) - " + long):
        page = parse(f"<html><body><h1>Headline</h1><p>{first}</p>{END}</body></html>")
        evidence = Evidence()
        lines.gather(page, evidence, 1, 2)
        assert people(evidence.values(Field.AUTHOR)) in {("dpa/lno",), ("Reuters",)}
    page = parse(f"<html><body><h1>Headline</h1>{BODY}<p>{long} (APA/red)</p></body></html>")
    evidence = Evidence()
    lines.gather(page, evidence, 1, 2)
    assert evidence.values(Field.AUTHOR) == ["APA/red"]


def test_a_person_with_a_well_known_given_name_signs_a_line_of_plain_text() -> None:
    """Notes may stand below; a place or a party in such a line is nobody."""
    note = "<p>(1) The figures are those of the harbour's own office, as it says.</p>"
    assert gathered(below="<p>Martin Brook</p>").values(Field.AUTHOR) == ["Martin Brook"]
    assert gathered(inside=f"<p>Martin Brook</p>{note}").values(Field.AUTHOR) == ["Martin Brook"]
    assert Field.AUTHOR not in gathered(below="<p>Neue Mitte</p>").claims


def test_an_agency_in_a_line_called_credit_signs_and_one_called_a_photos_credit_does_not() -> None:
    """A year before it says that the text is its own, not a picture."""
    assert gathered('<p class="credit">JIJI</p>').values(Field.AUTHOR) == ["JIJI"]
    assert Field.AUTHOR not in gathered('<p class="photo-credit">JIJI</p>').claims
    assert gathered("<p>© 2024 APA/AP</p>").values(Field.AUTHOR) == ["APA/AP"]
    assert Field.AUTHOR not in gathered("<p>© dpa</p>").claims


@pytest.mark.parametrize("line", ["| 14.03.2024", "- - -", "AP / ", "·", "de Oslo", "/ Ada Brook"])
def test_a_line_of_signs_or_of_an_agency_beside_a_day_names_nobody(line: str) -> None:
    """Such a line has no first word."""
    assert "name beside a date's line" not in {
        claim.source
        for claim in gathered(f"<p>14.03.2024</p><p>{line}</p>").claims.get(Field.AUTHOR, ())
    }


@pytest.mark.parametrize(
    "lines",
    [
        "<p>Contact:</p><p>Martin Brook</p>",
        "<h3>Press contact</h3><p>Martin Brook</p>",
        "<h2>Topics</h2><p>Martin Brook</p><p>Oslo</p>",
        "<p>Martin Brook GmbH</p>",
        "<p>Martin Brook Foundation</p>",
    ],
)
def test_whom_to_ask_a_topic_and_a_firm_below_the_text_sign_nothing(lines: str) -> None:
    """A plain signature stands right below a sentence, and is a person's."""
    assert Field.AUTHOR not in gathered(inside=lines).claims
