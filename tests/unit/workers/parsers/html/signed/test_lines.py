"""Dates and bylines that stand as plain text around the body."""

from __future__ import annotations

import pytest

from shared.domain.article import Field
from workers.parsers.claims.evidence import Evidence
from workers.parsers.html.signed import lines
from workers.parsers.html.walk.tree import parse

BODY = "<p>The body begins here, and it has a long sentence or two, as bodies have.</p>"


def gathered(above: str, below: str = "") -> Evidence:
    page = parse(f"<html><body><h1>Headline</h1>{above}{BODY}{below}</body></html>")
    at = next(block.at for block in page.blocks if block.text.startswith("The body"))
    evidence = Evidence()
    lines.gather(page, evidence, at, at)
    return evidence


@pytest.mark.parametrize(
    "line",
    [
        "Published 14 March 2024", "March 14, 2024 9:30 am", "14.03.2024 | 09:30 Uhr", "14/03/2024",
        "2024-03-14 09:30", "2024年3月14日 09:30", "14 de marzo de 2024", "le 14 mars 2024",
        "14 Mar 24", "14. März 2024", "14-Mar-2024", "14/Mar/2024", "14-Mar-24",
        "14th of March, 2024"],
)  # fmt: skip
def test_a_printed_date_is_claimed_in_the_habits_of_many_languages(line: str) -> None:
    """Day, month and year in any order, with a month's name or number."""
    (claim,) = gathered(f"<p>{line}</p>").claims[Field.PUBLISHED]
    assert "24" in claim.value


def test_the_days_of_teasers_above_the_body_do_not_count_beside_its_own() -> None:
    """Lists of other articles stand between headline and body too."""
    teasers = "<ul class='related'><li>Ferry sinks <p>Mon, Jun 3 2013</p></li></ul>"
    own = "<p>OSLO | Wed Jun 5, 2013 8:17pm EDT</p>"
    assert [value[:11] for value in gathered(teasers + own).values(Field.PUBLISHED)] == [
        "Jun 5, 2013"
    ]
    assert gathered(teasers).values(Field.PUBLISHED) == ["Jun 3 2013"]


def test_the_day_in_a_caption_is_hardly_believed() -> None:
    """It tells when the picture was taken: the day of an update is nearer to the article's."""
    caption = "<p class='caption'>Ada Brook swims in the harbour on June 4, 2013 in Oslo.</p>"
    evidence = gathered(f"<p>Updated 18 July 2013</p>{caption}")
    evidence.take_updates()
    best, *_ = evidence.ordered()[Field.PUBLISHED]
    assert best.value.startswith("18 July 2013")


def test_a_date_after_a_word_for_change_is_an_update() -> None:
    """`Updated` and its like keep the two times apart."""
    evidence = gathered("<p>Published 14 March 2024, updated 16 March 2024</p>")
    assert evidence.values(Field.PUBLISHED)[0].startswith("14 March 2024")
    assert evidence.values(Field.UPDATED) == ["16 March 2024"]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Maren Oakes and Tobias Lindqvist", "Maren Oakes and Tobias Lindqvist"),
        ("Von Friederike Vogt", "Friederike Vogt"),
        ("By MAREN OAKES Harbour News", "MAREN OAKES"),
        ("By our transport correspondent, Maren Oakes", "Maren Oakes"),
        ("From Maren Oakes in Bergen", "Maren Oakes"),
        ("Words by Maren Oakes. Pictures by Bo Li", "Maren Oakes"),
        ("Reviewed by Bo Li, MD — By Maren Oakes", "Maren Oakes"),
        ("14. März 2024 von Friederike van der Vogt", "Friederike van der Vogt"),
        ("By Maren Oakes, March 14, 2024", "Maren Oakes"),
        ("Datum: 19.11.2021 Autor: Maren Oakes Quelle: Anzeiger", "Maren Oakes"),
        ("作者：沈若兰", "沈若兰"),  # noqa: RUF001 - as it is printed
    ],
)
def test_a_printed_byline_is_claimed(line: str, names: str) -> None:
    """The names after `By` and its like, without what stands before."""
    assert gathered(f"<p>{line}</p>").values(Field.AUTHOR) == [names]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Maren Oakes, Transport correspondent", "Maren Oakes"),
        ("Maren Oakes and Bo Li in Bergen", "Maren Oakes and Bo Li"),
    ],
)
def test_names_beside_a_day_may_have_an_office_or_a_place(line: str, names: str) -> None:
    """A word for writing is not needed there."""
    assert gathered(f"<p>{line}</p><p>14 March 2024</p>").values(Field.AUTHOR) == [names]


def test_a_sentence_with_by_in_it_is_no_byline() -> None:
    """`by` inside a sentence names nobody."""
    assert Field.AUTHOR not in gathered("<p>It was built by Roman soldiers long ago</p>").claims


def test_dates_in_comments_do_not_count() -> None:
    """A reader's comment has a date of its own."""
    below = '<div class="comment"><p>Nice! 15 March 2024</p></div>'
    assert Field.PUBLISHED not in gathered("", below).claims


def test_names_stand_in_the_line_after_their_label() -> None:
    """`Author:` can be a heading of its own."""
    above = gathered("<h5>Autor:</h5><p>Maren Oakes</p>").values(Field.AUTHOR)
    assert set(above) == {"Maren Oakes"}
    told = gathered("", "<h5>Author</h5><p>Maren Oakes @harbour247</p>")
    assert told.values(Field.AUTHOR) == ["Maren Oakes"]
    assert Field.AUTHOR not in gathered("<h5>Autor:</h5><p>Filter</p>").claims
    assert Field.AUTHOR not in gathered("<h5>Autor:</h5><p>Impressum & Datenschutz</p>").claims


def test_bylines_above_and_below_the_body_are_two_sources() -> None:
    """Or the writer of another article would be one more author of this."""
    evidence = gathered("<p>By Maren Oakes</p>", "<p>By Tobias Lindqvist</p>")
    sources = [claim.source for claim in evidence.claims[Field.AUTHOR]]
    assert sources == ["byline pattern", "byline pattern beside the body"]


@pytest.mark.parametrize("line", ["14.03.2024", "14 | 03 | 2024", "Veröffentlicht am 14.03.2024"])
def test_a_line_of_the_body_that_is_a_date_is_one(line: str) -> None:
    """Beside words for publishing, or alone."""
    page = parse(f"<html><body><h1>Headline</h1>{BODY}<p>{line}</p>{BODY}{BODY}</body></html>")
    evidence = Evidence()
    lines.gather(page, evidence, 1, 4)
    assert [claim.weight for claim in evidence.claims[Field.PUBLISHED]] == [0.5]


def test_a_day_inside_a_sentence_is_hardly_believed() -> None:
    """It is when something happens."""
    body = "<p>Whoever wants to take part can do so until the 14 March 2024, and then no more.</p>"
    page = parse(f"<html><body><h1>Headline</h1>{body}</body></html>")
    evidence = Evidence()
    lines.gather(page, evidence, 1, 1)
    assert [claim.weight for claim in evidence.claims[Field.PUBLISHED]] == [0.15]


@pytest.mark.parametrize(
    "opening",
    ["(14 March 2024) ", "Oslo, 14.03.2024 - ", "Press release of 14 March 2024 | Oslo: "],
)
def test_the_date_that_opens_a_long_paragraph_is_claimed(opening: str) -> None:
    """Releases carry their date in the first line of the text."""
    paragraph = f"<p>{opening}{'The text goes on, and it goes on for long. ' * 8}</p>"
    (claim,) = gathered(paragraph).claims[Field.PUBLISHED]
    assert claim.source == "opening of the body"


def test_a_date_in_a_sentence_of_a_long_paragraph_is_none_of_the_article() -> None:
    """It is that of what is told."""
    told = f"<p>The dam broke on 14 March 2024 in the north. {'It was old and weak. ' * 15}</p>"
    assert Field.PUBLISHED not in gathered(told).claims


def test_a_date_behind_its_label_needs_no_space() -> None:
    """Lists of facts have label and value in elements without white space between them."""
    (claim,) = gathered("<ul><li><b>Datum:</b>26. Januar 2022</li></ul>").claims[Field.PUBLISHED]
    assert claim.value == "26. Januar 2022"


def test_a_date_alone_right_above_the_headline_is_the_article_s() -> None:
    """Whatever the element around it is called."""
    page = parse(
        f'<html><body><h3 class="teaser">02.01.2022</h3><h1>Headline</h1>{BODY}</body></html>'
    )
    evidence = Evidence()
    lines.gather(page, evidence, 2, 2)
    assert evidence.values(Field.PUBLISHED) == ["02.01.2022"]


def test_the_nearest_date_of_the_rest_of_the_page_is_claimed_last_of_all() -> None:
    """For pages where nothing else has one; a sentence that tells of a day states none."""
    told = "<p>On 12 March 2024 the council met, and all of its members were there.</p>"
    page = parse(f"<html><body>{BODY}{told}<p>14.03.2024</p><p>11.03.2024</p></body></html>")
    evidence = Evidence()
    lines.gather_farther(page, evidence, 0, 0)
    (claim,) = evidence.claims[Field.PUBLISHED]
    assert (claim.value, claim.weight) == ("14.03.2024", 0.15)


def test_a_printed_day_before_there_were_pages_is_hardly_believed() -> None:
    """It is a birthday, or what the text tells of."""
    (claim,) = gathered("<p>Signed on 14 August 1935</p>").claims[Field.PUBLISHED]
    assert claim.weight < 0.1


def test_a_sentence_in_ideographs_is_not_a_date_alone() -> None:
    """It has no spaces to count its words by."""
    born = "<p>1995年1月28日出生于某某市的一个小镇后来在那里工作</p>"
    evidence = gathered("", born)
    assert all(claim.weight < 0.5 for claim in evidence.claims.get(Field.PUBLISHED, ()))


def test_a_clock_glued_to_a_short_year_is_a_clock() -> None:
    """Day and clock stand in elements of their own."""
    evidence = gathered("<p>28.09.1912:44</p>")
    assert evidence.values(Field.PUBLISHED) == ["28.09.1912:44"]


def test_the_line_of_a_blog_that_says_when_a_text_was_posted_dates_it() -> None:
    """It stands last, and begins with other words than those for a time."""
    text = "Dieser Beitrag wurde vor langer Zeit am Samstag, 3. Dezember 2011 veröffentlicht."
    page = parse(f"<html><body><h1>Headline</h1>{BODY * 4}<p>{text}</p></body></html>")
    evidence = Evidence()
    lines.gather(page, evidence, 1, len(page.blocks) - 1)
    (claim,) = evidence.claims[Field.PUBLISHED]
    assert claim.value.startswith("3. Dezember 2011")


def test_the_date_that_opens_the_first_sentence_is_claimed_below_a_heading() -> None:
    """The body may begin with lines of its head: `Feb. 23, 2015 -- …` follows them."""
    head = "<h2>Headline</h2><div>For the Harbour</div><div>Reviewed</div>"
    text = "<p>Feb. 23, 2015 -- The quay is long, and it has been so for a hundred years.</p>"
    page = parse(f"<html><body>{head}{text}{BODY}</body></html>")
    evidence = Evidence()
    lines.gather(page, evidence, 0, len(page.blocks) - 1)
    assert "Feb. 23, 2015" in evidence.values(Field.PUBLISHED)


def test_a_date_that_opens_one_of_the_first_paragraphs_at_once_is_claimed() -> None:
    """Below a summary, or before words that somebody said."""
    long = "The ferry left the harbour at noon with all its guests on board, " * 5
    for opening in ("14.03.2024 - ", "14.03.2024 „"):
        (claim,) = gathered("", f"<p>{opening}{long}</p>").claims[Field.PUBLISHED]
        assert (claim.value, claim.source) == ("14.03.2024", "opening of the body")
    third = parse(f"<html><body>{BODY * 2}<p>Oslo, 14.03.2024 - {long}</p></body></html>")
    evidence = Evidence()
    lines.gather(third, evidence, 0, 2)
    assert Field.PUBLISHED not in evidence.claims


def test_a_printed_day_far_from_the_body_counts_beside_a_change_in_the_head() -> None:
    """Servers state when a file was changed; the page says somewhere when it was published."""
    far = "<p>Menu</p>" * 40 + "<p>Published 12 March 2024</p><p>Updated 15 March 2024</p>"
    page = parse(f"<html><body><h1>Headline</h1>{BODY}{far}</body></html>")
    evidence = Evidence()
    evidence.add(Field.UPDATED, "2024-03-15", "meta last-modified", 0.5)
    lines.gather_farther(page, evidence, 1, 1)
    assert evidence.values(Field.PUBLISHED) == ["12 March 2024"]
    assert evidence.values(Field.UPDATED) == ["2024-03-15"]


def test_the_day_on_which_a_page_was_printed_is_none_of_its_own() -> None:
    """Print versions say when somebody asked for them."""
    above = "<p>Print date: 20 April 2024</p><p>By Ada Brook<br>14 March 2024</p>"
    assert gathered(above).values(Field.PUBLISHED) == ["14 March 2024"]
