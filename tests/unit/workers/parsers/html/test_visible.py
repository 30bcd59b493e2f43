"""Bylines and times that the names of elements tell."""

from __future__ import annotations

import pytest

from shared.domain.article import Field
from workers.parsers.claims.evidence import Evidence
from workers.parsers.html import visible
from workers.parsers.html.walk.tree import parse

BODY = "<p>The body begins here, and it has a long sentence or two, as bodies have.</p>" * 3


def gathered(above: str, below: str = "", headline: str = "<h1>Headline</h1>") -> Evidence:
    page = parse(f"<html><body>{headline}{above}{BODY}{below}</body></html>")
    places = [block.at for block in page.blocks if block.text.startswith("The body")]
    evidence = Evidence()
    visible.gather(page, evidence, places[0], places[-1])
    return evidence


@pytest.mark.parametrize(
    ("markup", "names"),
    [
        ('<span class="author vcard">~ <a href=x>Ada Brook</a></span>', "Ada Brook"),
        ('<div class="byline"><p>Author</p><p>Ada Brook</p></div>', "Ada Brook"),
        ('<span class="author"><b>Author</b><a href=x>Ada Brook</a></span>', "Ada Brook"),
        ('<span class="post-author">Eingestellt von der Fuchs</span>', "der Fuchs"),
        ('<div class="author">Author: gardenfox on 14.03.2024, 13:36</div>', "gardenfox"),
        ('<div class="teaser-meta"><p class="byline">By Ada Brook</p></div>', "Ada Brook"),
    ],
)
def test_an_element_named_for_its_author_names_him(markup: str, names: str) -> None:
    """Labels in it, their colon and the date go, whatever the elements around it are called."""
    assert names in gathered(markup).values(Field.AUTHOR)


def test_a_headline_and_links_side_by_side_name_nobody() -> None:
    """Blogs call their title after its author, and author boxes have menus."""
    menu = '<p class="author-menu"><a href=x>WebsiteTwitter</a><a href=y>GithubYoutube</a></p>'
    assert Field.AUTHOR not in gathered(menu).claims
    named = gathered("", headline='<h1 class="vcard author">Gardens of Ada</h1>')
    assert Field.AUTHOR not in named.claims


def test_comments_below_the_body_name_no_author() -> None:
    """Readers have bylines too."""
    below = '<div class="comment"><span class="comment-author">Ben Carr</span> Nice!</div>'
    assert Field.AUTHOR not in gathered("", below).claims


def test_the_name_inside_an_author_of_microdata_is_taken() -> None:
    """Not what stands beside it in the same element."""
    markup = '<p itemprop="author">About <b itemprop="name">Ada Brook</b>, a gardener</p>'
    assert gathered(markup).values(Field.AUTHOR) == ["Ada Brook"]


def test_a_time_element_is_read_by_its_machine_time() -> None:
    """The text is for people; a word for a change in it makes it an update."""
    evidence = gathered('<time datetime="2024-03-14T09:30">14 March</time>')
    assert evidence.values(Field.PUBLISHED) == ["2024-03-14T09:30"]
    evidence = gathered('<time datetime="2024-03-15">Updated 15 March</time>')
    assert evidence.values(Field.UPDATED) == ["2024-03-15"]


@pytest.mark.parametrize(
    "markup",
    [
        '<abbr class="date" title="2024-03-14T09:30:00+01:00">14 March</abbr>',
        '<time data-timestamp="1710405000">yesterday</time>',
        '<span class="date" data-date="2024-03-14"></span>',
        '<div class="date"><b>Mar</b> <b>14</b><b>2024</b></div>',
    ],
)
def test_a_time_is_read_where_machines_have_it(markup: str) -> None:
    """In attributes of many names; else as it is printed, in elements of their own."""
    (value,) = gathered(markup).values(Field.PUBLISHED)
    assert value in {"2024-03-14T09:30:00+01:00", "1710405000", "2024-03-14", "Mar 14 2024"}


@pytest.mark.parametrize("text", ["09:34 2021", "1945 1960 1980 2000", "2021"])
def test_years_and_clocks_alone_are_no_date(text: str) -> None:
    """A claim that nobody can read would keep better places from being asked."""
    assert Field.PUBLISHED not in gathered(f'<div class="date">{text}</div>').claims


def test_a_time_that_is_called_published_and_updated_is_the_first_of_both() -> None:
    """Blogs call the time of an entry so that nobody has changed."""
    markup = '<time class="entry-date published updated" datetime="2024-03-14">14 March</time>'
    evidence = gathered(markup)
    assert evidence.values(Field.PUBLISHED) == ["2024-03-14"]
    assert Field.UPDATED not in evidence.claims


def test_the_updated_time_of_an_entry_may_be_all_that_it_has() -> None:
    """So hAtom has it: weak evidence of the publication, and an update all the same."""
    evidence = gathered('<span class="updated" title="2024-03-14T09:30"></span>')
    assert evidence.values(Field.UPDATED) == ["2024-03-14T09:30"]
    (claim,) = evidence.claims[Field.PUBLISHED]
    assert claim.weight < 0.3


def test_a_time_in_a_card_beside_the_article_counts_where_no_other_does() -> None:
    """References below the body are made like teasers."""
    card = '<div class="related"><time datetime="2024-03-14">14 March</time></div>'
    (claim,) = gathered("", card).claims[Field.PUBLISHED]
    assert (claim.value, claim.weight) == ("2024-03-14", 0.25)
    evidence = gathered('<time datetime="2024-03-12">12 March</time>', card)
    assert evidence.values(Field.PUBLISHED) == ["2024-03-12"]


def test_an_abbreviation_holds_the_time_for_machines() -> None:
    """`1 hr ago` is for people; an `abbr` of words holds none."""
    ago = "<p><abbr title='2024-03-14T01:40:40Z'>1 hr ago</abbr></p>"
    assert gathered(ago).values(Field.PUBLISHED) == ["2024-03-14T01:40:40Z"]
    words = "<p><abbr title='2024 budget bill'>bill</abbr></p>"
    assert Field.PUBLISHED not in gathered(words).claims


def test_the_time_of_a_printing_is_no_article_s() -> None:
    """Pages for printers tell when they were opened."""
    printed = (
        "<div class='print-date'>Wydrukowano: <time datetime='2021-05-11'>11.05.2021</time></div>"
    )
    assert Field.PUBLISHED not in gathered(printed).claims
