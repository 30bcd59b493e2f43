"""Bylines and times that the names of elements tell."""

from __future__ import annotations

import pytest

from shared.domain.article import Field
from workers.parsers.html import visible
from workers.parsers.html.evidence import Evidence
from workers.parsers.html.tree import parse

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
