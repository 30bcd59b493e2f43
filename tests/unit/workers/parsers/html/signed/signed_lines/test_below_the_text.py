# ruff: noqa: RUF001 - the signs of many scripts are meant
"""Names and agencies that sign a text at its end, and what stands below it otherwise."""

from __future__ import annotations

import pytest

from shared.domain.article import Field
from tests.unit.workers.parsers.html.signed.signed_lines.pages import BODY, END, gathered
from workers.normalise.bylines.authors import people
from workers.parsers.claims.evidence import Evidence
from workers.parsers.html.signed import lines
from workers.parsers.html.walk.tree import parse


@pytest.mark.parametrize(
    "line", ["<b>Ada Brook</b>", "- Ada Brook", "<strong>Ada van Dorn</strong>"]
)
def test_a_name_alone_below_the_text_signs_it(line: str) -> None:
    """Bold or behind a dash; without either it may be anything."""
    (claim,) = gathered(below=f"<p>{line}</p>").claims[Field.AUTHOR]
    assert claim.source == "signature"


@pytest.mark.parametrize(
    "line",
    [
        "Vell Brook",
        "<table><tr><td><div><b>Growth Rate</b></div><td>11 %</table>",
        "<b>Mehr Themen:</b>",
        "<a href=x><b>Ada Brook</b></a>",
        "<b>More news</b>",
    ],
)
def test_links_and_labels_below_the_text_sign_nothing(line: str) -> None:
    """Nor a name in plain letters: that may be one of a picture or of a list."""
    assert Field.AUTHOR not in gathered(below=f"<p>{line}</p>").claims


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


def test_a_closing_credit_names_the_editors_too() -> None:
    """Agencies print below the text who wrote and who edited."""
    evidence = gathered(below="<p>(Reporting by Ada Brook; Editing by Ben Carr)</p>")
    assert "Ada Brook" in evidence.values(Field.AUTHOR)
    assert evidence.values(Field.EDITOR) == ["Ben Carr"]


def test_an_agency_alone_below_the_text_signs_where_nobody_else_does() -> None:
    """Below a picture it owns that; called the source it is no site."""
    assert gathered(below="<p>dpa/lno</p>").values(Field.AUTHOR) == ["dpa/lno"]
    labelled = gathered(below="<p>Quelle: kathpress</p>")
    labelled.doubt_site_as_author("https://harbour.example/1")
    assert [claim.weight for claim in labelled.claims[Field.AUTHOR]] == [0.2]
    assert people(["Ada Brook", "dpa/lno"]) == ("Ada Brook",)
    assert Field.AUTHOR not in gathered('<p class="caption">dpa</p>').claims


def test_a_picture_s_caption_signs_no_text() -> None:
    """Its author took the picture."""
    caption = "<figure><img src='a.jpg'><figcaption>Port / autor: Jan Nowak</figcaption></figure>"
    assert Field.AUTHOR not in gathered(caption).claims


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


def test_the_agency_whose_text_it_is_signs_where_nobody_else_does() -> None:
    """It says so in two sentences; a paper that keeps its own rights signs nothing there."""
    owned = (
        "<p>Copyright 2013 {}. All rights reserved. This material may not be published, broadcast,"
        " rewritten or redistributed.</p>"
    )
    agency = gathered(below=owned.format("The Associated Press"))
    assert agency.values(Field.AUTHOR) == ["The Associated Press"]
    tight = gathered(below="<p>©2013 AFP. All rights reserved.</p>")
    assert tight.values(Field.AUTHOR) == ["AFP"]
    assert Field.AUTHOR not in gathered(below=owned.format("Harbour Post")).claims
