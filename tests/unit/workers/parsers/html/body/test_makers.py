"""What stands below a text about who made it is none of it."""

# ruff: noqa: RUF001 - apostrophes are meant
from __future__ import annotations

import pytest

from tests.unit.workers.parsers.html.body.test_asking import SAID, body_of, lines

BY = "<p>By Ada Brook, Harbour correspondent of the Norrholm News</p><p>14 March 2024</p>"
LIFE = "Ada Brook is professor of engineering in Norrholm and the author of “Spans”."
SITE = "The Harbour News is an independent newsroom that covers the coast since 1994."


@pytest.mark.parametrize(
    "text", [LIFE, "Ada Brook, born in 1970, teaches in Norrholm.", "Ada Brook covers the coast."]
)
def test_an_author_s_life_ends_a_body(text: str) -> None:
    """It begins with the name that stands in the byline, and in no sentence before."""
    assert body_of(BY, lines(*SAID, text)) == SAID
    assert body_of(lines(*SAID, text)) == (*SAID, text)


def test_a_person_of_the_story_may_be_last() -> None:
    """Who is told of before, or stands below a picture above the text."""
    told = "Ada Brook, the last who spoke, said that she would come again on Tuesday."
    before = "Nobody had asked Brook to come, and the council did not want to hear her at all."
    assert body_of(BY, lines(*SAID, before, told)) == (*SAID, before, told)
    caption = "<figure><figcaption>Ada Brook before the council of Norrholm</figcaption></figure>"
    assert body_of(caption, lines(*SAID, told)) == (*SAID, told)


@pytest.mark.parametrize(
    "heading", ["About the author", "Über die Autorin:", "À propos de l’auteure", "关于作者"]
)
def test_what_stands_below_such_a_heading_is_no_text(heading: str) -> None:
    """However the author's life begins."""
    assert body_of(lines(*SAID), f"<h3>{heading}</h3>", lines("She lives by the sea.")) == SAID


def test_what_a_site_tells_of_itself_ends_a_body() -> None:
    """A firm that is told of before tells what it is, and belongs to the text."""
    site = "<meta property='og:site_name' content='Harbour News'>"
    assert body_of(site, lines(*SAID, SITE)) == SAID
    assert body_of(site, lines(*SAID), "<h4>About Harbour News</h4>", lines(SITE)) == SAID
    told = "Harbour News had asked the council to hear its reporters, and was not answered."
    assert body_of(site, lines(*SAID, told, SITE)) == (*SAID, told, SITE)
