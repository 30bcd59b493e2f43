"""What is tidied away at the start of a body that was chosen by chances."""

from __future__ import annotations

import pytest

from workers.parsers.html.body.opening import without_headline
from workers.parsers.html.body.strays import without_strays
from workers.parsers.html.walk.tree import parse

TEXT = "The council met on Monday, and it voted for the bridge. Then all went home."


def kept(markup: str) -> list[str]:
    page = parse(f"<html><body>{markup}<p>{TEXT}</p></body></html>")
    return [block.text for block in without_headline(page.blocks)]


def test_a_kicker_above_the_headline_goes_with_it() -> None:
    """A few words that are no sentence; a sentence there is the standfirst."""
    assert kept("<p>City Council</p><h1>Bridge voted for</h1>") == [TEXT]
    lead = "After two years the city has its bridge."
    assert kept(f"<p>{lead}</p><h1>Bridge voted for</h1>") == [lead, TEXT]


@pytest.mark.parametrize(
    "credit",
    ["Ada Brook / AFP / Getty Images", "© Ada Brook/dpa", "AP", "Harbour at dawn | Reuters"],
)
def test_a_credit_above_the_first_sentence_is_a_pictures(credit: str) -> None:
    """It ends with the agency that it is from."""
    assert kept(f"<p>{credit}</p>") == [TEXT]


@pytest.mark.parametrize(
    "byline",
    [
        "By Ada Brook Science correspondent, Harbour News",
        "By A. Brook Harbour Staff Writer",
        "Von Maren Oakes, Bergen",
    ],
)
def test_a_byline_with_an_office_above_the_text_is_none_of_it(byline: str) -> None:
    """Names and an office, and no sentence: that ends with a stop, or begins with a small word."""
    assert kept(f"<p>{byline}</p>") == [TEXT]


def test_a_sentence_that_begins_with_by_is_text() -> None:
    """Whoever is named in it."""
    line = "By Ada Brook Bridge one walks to the harbour."
    assert kept(f"<p>{line}</p>") == [line, TEXT]


def found(markup: str) -> list[str]:
    page = parse(f"<html><body><p>{TEXT * 4}</p>{markup}</body></html>")
    return [block.text for block in without_strays(page.blocks)][1:]


@pytest.mark.parametrize(
    "stray",
    [
        "<p class='caption'>Ada Brook, left, at the harbour in March.</p>",
        "<div class='wp-caption'><p>The quay is long. It has been so for years.</p></div>",
        "<div class='photo_credit_container'><p>The quay at noon.</p></div>",
        "<p class='video-desc'>The ferry comes in.</p>",
        "<p class='inline-share-tools'>SHARECONNECT 15 TWEETCOMMENTEMAILMORE</p>",
        '<div>{ "modules": [{"name": "photo"}], "assetid": "25" }</div>',
        "<p>PHOTOS: Ten years of the bridge</p>",
        "<p>Image credit: Harbour Press</p>",
        "<p class='small'>Ice on the quay. (Ada Brook, Harbour Press / April 28, 2010)</p>",
        "<p>The quay, as it was in April. Photo: Ada Brook/Harbour Press</p>",
        "<p>Der Kai im April (Foto: picture alliance/Hafenbild)</p>",
        "<p>The quay, as it was in April. / AP Photo/Ada Brook</p>",
        "<figure><figcaption class='source'>The quay, as it was in April.</figcaption></figure>",
        "<figure><figcaption><p>The quay, as it was in April.</p></figcaption></figure>",
        "<p>(function() { document.addEventListener('load', function() { show(); }); })();</p>",
        "<p>Warning: Use of undefined constant comments in /www/wp/sidebar.php on line 12</p>",
    ],
)
def test_what_its_element_calls_a_caption_or_data_is_no_text(stray: str) -> None:
    """Captions, lines for sharing, links to pictures, JSON of a script."""
    assert found(stray) == []


@pytest.mark.parametrize(
    "markup",
    [
        "<blockquote class='twitter-tweet'>- Ada Brook (@adab) March 18, 2019</blockquote>",
        "<p class='share'>All shared what they had, she said.</p>",
        "<p>{ is how it begins, he said.</p>",
        '<pre>{"name": "ferry"}</pre>',
        "<h2 class='caption-large'>The council goes home</h2>",
        "<p>Photos of the quay hang in the hall.</p>",
        "<p>She looked at the photo: the quay, in April, before the bridge stood there.</p>",
        "<p>What the image shows, Image: Ada Brook never said. She has left the town.</p>",
        "<p>Warning: severe delays are expected on line 2 of the metro.</p>",
    ],
)
def test_a_quoted_post_and_a_sentence_are_text(markup: str) -> None:
    """Whatever their elements are called."""
    assert len(found(markup)) == 1


def test_an_element_around_most_of_the_text_is_no_caption() -> None:
    """A gallery's text may be all that a page has; so may the texts below its pictures."""
    slides = "".join(f"<p class='slide-caption'>{TEXT}</p>" for _ in range(5))
    page = parse(f"<html><body><p>{TEXT}</p>{slides}</body></html>")
    assert without_strays(page.blocks) == page.blocks
    figures = "".join(f"<figure><figcaption>{TEXT}</figcaption></figure>" for _ in range(4))
    page = parse(f"<html><body><p>{TEXT}</p><p>{TEXT}</p><p>{TEXT}</p>{figures}</body></html>")
    assert without_strays(page.blocks) == page.blocks
    page = parse(f"<html><body><div class='caption'><p>{TEXT * 4}</p></div></body></html>")
    assert without_strays(page.blocks) == page.blocks


def test_a_headline_and_a_lead_set_below_a_picture_are_no_caption() -> None:
    """Some sites open an article inside the element for captions."""
    lead = "Ada Brook takes over the harbour from May on, the council said on Sunday."
    told = f"<small>31.01.2022</small><h1>Brook takes over</h1><p>{lead}</p>"
    assert lead in kept(f"<figure></figure><figcaption>{told}</figcaption>")


def test_a_sentence_that_ends_with_an_agency_is_text() -> None:
    """It has a full stop, or no sign before the name."""
    line = "The minister spoke to Reuters"
    assert kept(f"<p>{line}</p>") == [line, TEXT]


def test_the_line_that_says_where_a_page_was_printed_from_is_no_text() -> None:
    """It stands above the headline of a print version."""
    printed = "Printed from the Harbour News, https://harbour.example/bridge"
    assert kept(f"<p>{printed}</p><h1>Bridge voted for</h1>") == [TEXT]


def test_what_a_closed_dialog_holds_is_not_shown() -> None:
    """Pages keep forms in them for whoever presses a button."""
    told = "<p>We read every piece of feedback, and take your input very seriously.</p>"
    assert kept(f"<dialog><h2>Feedback</h2>{told}</dialog>") == [TEXT]
    assert len(kept(f"<dialog open>{told}</dialog>")) == 2


@pytest.mark.parametrize(
    "line",
    ["4 min read", "3 years ago", "Listen to this article", "Lesezeit: 3 Minuten",
     "Temps de lecture 5 min", "By ADA BROOK Harbour News"],
)  # fmt: skip
def test_how_long_a_text_takes_and_who_signs_it_stand_above_it(line: str) -> None:
    """Among the first lines of a body."""
    assert kept(f"<p>{line}</p>") == [TEXT]


def test_a_list_of_films_above_the_text_is_none_of_it() -> None:
    """Its title and its entries; what such a list is around of is the text."""
    films = "<div class='video-playlist'><div>Ferries of the day 15 videos</div></div>"
    assert kept(films) == [TEXT]
    assert kept("<p class='playlist'>A record of the night.</p>") == [TEXT]
    spoken = f"The ferry sails again on Monday, the office said. {TEXT}"
    assert kept(f"<div class='video-playlist'><p>{spoken}</p></div>") == [spoken, TEXT]


def test_lines_that_are_sentences_are_paragraphs() -> None:
    """Some systems know no others than a line break; verses and addresses end otherwise."""
    lines = [
        "The council met on Monday, and it voted for the bridge with nine to six.",
        "“We shall cross it in spring, and nobody will ask what it cost,” said a member.",
        "Then all went home.",
    ]
    page = parse(f"<html><body><div>{'<br>'.join(lines)}</div></body></html>")
    assert [block.lines for block in page.blocks] == [tuple(lines)]
    verse = "The boats go out, the boats come in,<br>and nobody has counted them.<br>"
    assert [block.lines for block in parse(f"<body><p>{verse * 3}</p></body>").blocks] == [()]
