"""Who wrote a page and when, as systems of many publishers print it: from bytes to names."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from workers.normalise.article import normalise
from workers.normalise.claims.choosing import Profile
from workers.parsers.base import ParseContext, RawFile
from workers.parsers.html.web_page import WebPage

NOW = datetime(2026, 1, 1, tzinfo=UTC)
H1 = "Council votes to close the old ferry terminal"
TEXT = (
    "<p>The council voted on Tuesday night to close a line that had run since long before.</p>"
    "<p>About 400 people use the crossing on a working day, and half of them have no car.</p>"
    "<p>“We have looked at every figure twice,” said a member of the committee for transport.</p>"
    "<p>A bus is to replace the boats, but it will take passengers twenty minutes longer.</p>"
)
DAY = "2024-03-12T20:40:00+00:00"


def read(above: str, below: str = "", head: str = "") -> tuple[tuple[str, ...], str | None]:
    """Return the authors and the moment of a page."""
    told = f'<meta charset="utf-8"><title>{H1}</title>{head}'
    page = (
        f"<head>{told}</head><article><header><h1>{H1}</h1>{above}</header>{TEXT}{below}</article>"
    )
    parsed = WebPage().parse(RawFile(name="page.html", content=page.encode()), ParseContext())
    article = normalise(next(iter(parsed)), Profile(provider="p"), now=NOW)  # type: ignore[arg-type]
    when = article.published_at
    return article.authors, when.isoformat() if when else None


@pytest.mark.parametrize(
    "above",
    [
        "<div><a href='/authors/ada'>Ada Brook</a><span>Reporter</span></div>",
        "<address class='vcard author'><a class='fn'>Ada Brook</a><span>Reporter</span></address>",
        "<i itemprop=author itemscope><meta itemprop=name content='Ada Brook'></i>",
        "<p itemprop=author><a itemprop=url><b itemprop=name>Ada Brook</b></a><i>Chief</i></p>",
        "<p property='schema:author'><b property='schema:name'>Ada Brook</b><i>x</i></p>",
        "<p class=author>By <a class=author href=x>Ada Brook For Harbour News</a></p>",
        "<p>By Ada Brook<br>Special to Harbour News</p>",
        "<p>By Ada Brook of the Harbour News Staff</p>",
        "<p>ADA BROOK<br>Staff Writer</p>",
        "<p>Door onze redacteur Ada Brook</p>",
        "<div class=byline><i class=role>Journalist</i><b class=author-name>Ada Brook</b></div>",
        "<p class=byline><b>Ada Brook</b><i><a>Facebook</a><a>Twitter</a></i></p>",
        (
            "<div class=byline><p class=byline-name>Ada Brook</p><p class=byline-role>Reporter</p>"
            "<p class=byline-name>Ben Carr</p><p class=byline-role>Photographer</p></div>"
        ),
    ],
)
def test_the_one_author_of_a_head_is_read(above: str) -> None:
    """Whatever office, paper, network or photographer stands beside the name."""
    assert read(above)[0] == ("Ada Brook",)


@pytest.mark.parametrize(
    "above",
    [
        "<p>BY ADA BROOK AND BEN CARR</p>",
        "<p>By Ada Brook, with Ben Carr</p>",
        "<p class=byline>Ada Brook in Oslo and Ben Carr in London</p>",
        "<p>By Ada Brook in Oslo and Ben Carr in London</p>",
        (
            "<p class=author>By <a class=author>Ada Brook For Harbour News</a> and"
            " <a class=author>Ben Carr</a></p>"
        ),
    ],
)
def test_both_authors_of_a_head_are_read(above: str) -> None:
    """In capitals, with their towns, behind a comma."""
    assert read(above)[0] == ("Ada Brook", "Ben Carr")


def test_a_comma_before_the_last_and_loses_nobody() -> None:
    """As American papers write a row of three."""
    assert read("<p>By Ada Brook, Ben Carr, and Cem Dorn</p>")[0] == (
        "Ada Brook",
        "Ben Carr",
        "Cem Dorn",
    )


@pytest.mark.parametrize(
    "author",
    [
        {"@list": [{"@type": "Person", "name": "Ada Brook"}]},
        {"@type": "Person", "name": "abrook"},
        {"@type": "Person", "name": "adab"},
    ],
)
def test_json_ld_s_author_is_the_one_that_the_page_shows(author: object) -> None:
    """A list by its keyword, and the account of somebody whose name stands in the byline."""
    script = {"@type": "NewsArticle", "headline": H1, "author": author}
    told = f'<script type="application/ld+json">{json.dumps(script)}</script>'
    assert read("<p>By Ada Brook</p>", head=told)[0] == ("Ada Brook",)


@pytest.mark.parametrize(
    "above",
    [
        (
            f"<p>Last updated <time datetime='2024-03-15T08:00:00Z'>15 March</time></p>"
            f"<p>First published <time datetime='{DAY}'>12 March</time></p>"
        ),
        (
            "<div>Updated</div><div><time datetime='2024-03-15T08:00:00Z'>15 Mar 2024</time></div>"
            f"<div>Published</div><div><time datetime='{DAY}'>12 March 2024</time></div>"
        ),
        (
            f"<p>Updated <time datetime='2024-03-15T08:00:00Z'>15 March 2024</time>"
            f" Published <time datetime='{DAY}'>12 March 2024</time></p>"
        ),
        f"<p><relative-time datetime='{DAY}'>2 years ago</relative-time></p>",
        f"<time-ago datetime='{DAY}'></time-ago>",
        f"<p>On <b property='dc:date dc:created' content='{DAY}'>03/12/2024 - 21:40</b></p>",
    ],
)
def test_the_time_of_publication_is_told_from_that_of_a_change(above: str) -> None:
    """By the words before its element, whatever element it is."""
    assert read(above)[1] == DAY


def test_the_day_of_the_printed_paper_is_not_the_page_s() -> None:
    """It was on the web the evening before."""
    printed = "<p>This article was published in the print edition of March 13, 2024</p>"
    assert read(f"{printed}<p>March 12, 2024</p>")[1] == "2024-03-12T00:00:00+00:00"


def test_the_day_of_a_reader_s_comment_is_not_the_article_s() -> None:
    """No day is better than one that somebody had a word on it."""
    comment = "<p>I will miss the boats.</p><time datetime='2024-03-13T10:00:00Z'>13 March</time>"
    assert read("", f"<div class=comments><div class=comment>{comment}</div></div>")[1] is None


def test_a_day_far_from_the_text_is_not_the_page_s_where_it_states_a_change() -> None:
    """The change is nearer to the truth than the day of a race."""
    changed = f"<p>Updated: <time datetime='{DAY}'>12 March 2024</time></p>"
    assert (
        read(changed, f"</article>{'<li><a href=x>Sea</a>' * 12}<p>Race: 2 May 2023</p>")[1] == DAY
    )
