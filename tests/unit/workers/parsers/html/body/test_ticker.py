"""A live page is one article: its headline, its beginning, and all of its entries."""

from __future__ import annotations

import json

import numpy as np
import pytest

from shared.domain.article import Field
from tests.unit.workers.parsers.reading import read
from workers.parsers.html.body.ticker import entries as entries_of
from workers.parsers.html.walk.tree import parse

HEADLINE = "Norrholm bridge closed after barge strike"
SUMMARY = "A barge struck the bridge on Monday and closed the only road to the island for hours."
TIMES = ("14:52", "14:31", "13:58", "13:20", "12:47", "12:05", "11:41")
EVENTS = (
    "Bridge open",
    "A lucky day",
    "Divers end",
    "Buses run",
    "Schools shut",
    "Facts",
    "Strike",
)
SAID = tuple(
    f"Inspectors who looked at pier {number} of the bridge for the council found no damage to it, "
    f"and traffic is moving again in lane {number}, the harbour master has announced."
    for number in range(1, 8)
)
SHARE = "<div class='share'><a href='#'>Share on Facebook</a><a href='#'>Copy link</a></div>"


def page(entries: str, head: str = "", above: str = "") -> tuple[str, ...]:
    foot = "<footer><p>© 2026 The Post. All rights reserved.</p></footer>"
    text = (
        f"<html><head><title>{HEADLINE} | The Post</title>{head}</head><body>"
        "<nav><ul><li><a href='/news'>News</a></li><li><a href='/sport'>Sport</a></li></ul></nav>"
        f"<main><div class='top'><h1 class='title'>{HEADLINE}</h1>{above}<p>{SUMMARY}</p></div>"
        f"{entries}</main>{foot}</body></html>"
    )
    (item,) = read("a.html", text.encode()).items
    return item.body


def entries(made: str) -> str:
    return "".join(
        made.format(time=time, event=event, said=said)
        for time, event, said in zip(TIMES, EVENTS, SAID, strict=True)
    )


@pytest.mark.parametrize(
    "made",
    [
        "<div class='post'><div class='at'>{time}</div><h3>{event}</h3><div><p>{said}</p></div>"
        + SHARE + "</div>",
        "<div class='item'><span class='at'>{time} Uhr</span><h3>{event}</h3><p>{said}</p></div>",
        "<article><time>{time} CEST</time><h2 class='title'>{event}</h2><p>{said}</p></article>",
        "<p class='at'>{time}</p><h2>{event}</h2><p>{said}</p>",
        "<li><time>2h ago</time><h4>{event}</h4><p>{said}</p></li>",
    ],
)  # fmt: skip
def test_all_entries_are_in_the_body_in_their_order_with_their_headings(made: str) -> None:
    """A page of a hundred entries is as much itself at its end as at its top."""
    body = page(entries(made))
    told = [text for pair in zip(EVENTS, SAID, strict=True) for text in pair]
    assert [text for text in body if text in told] == told
    assert {text for text in body if not text.startswith(TIMES)} <= {SUMMARY, *told}


def test_entries_with_the_headline_s_class_and_a_day_are_no_other_articles() -> None:
    """Those of other articles are links, or of the headline's level."""
    made = (
        "<div><h3 class='title'>{event}</h3><p>{time} on 4 May 2026</p><p>{said} {said}</p></div>"
    )
    above = f"<p>10 May 2026</p><p>{SUMMARY} {SUMMARY} {SUMMARY}</p>"
    assert {f"{said} {said}" for said in SAID} <= set(page(entries(made), above=above))


def test_a_list_of_articles_with_their_times_is_none_of_it() -> None:
    """Their headings lead to them."""
    linked = "<h3><a href='/{event}'>{event}</a></h3>"
    made = f"<div><span class='at'>{{time}}</span>{linked}<p>{{said}}</p></div>"
    others = f"<aside class='latest'><h2>Latest</h2>{entries(made)}</aside>"
    text = "".join(
        f"<p>The council spoke of the bridge for {n} hours, and agreed.</p>" for n in "234"
    )
    assert not set(page(text + others)) & set(EVENTS)


def live(**more: object) -> str:
    """Return the JSON-LD of a live blog with an object for each entry."""
    updates = [
        {"@type": "BlogPosting", "headline": event, "articleBody": said}
        for event, said in zip(EVENTS, SAID, strict=True)
    ]
    thing = {"@type": "LiveBlogPosting", "headline": HEADLINE, "liveBlogUpdate": updates, **more}
    return f"<script type='application/ld+json'>{json.dumps(thing)}</script>"


@pytest.mark.parametrize("shown", [0, 3])
def test_what_a_page_loads_when_asked_is_read_from_its_json_ld(shown: int) -> None:
    """Of many entries the newest alone are shown, or none without scripts."""
    made = "<div class='item'><span class='at'>{}</span><h3>{}</h3><p>{}</p></div>"
    rows = list(zip(TIMES, EVENTS, SAID, strict=True))[:shown]
    body = page("".join(made.format(*row) for row in rows), head=live())
    assert [text for text in body if text in SAID] == list(SAID)


def test_of_a_live_blog_the_time_is_its_own_and_not_that_of_an_entry() -> None:
    """It was published when it began, and changed with its newest entry."""
    times = {"datePublished": "2026-05-04T11:41Z", "dateModified": "2026-05-04T14:52Z"}
    made = "<article><time datetime='2026-05-04T{time}Z'>{time}</time><p>{said}</p></article>"
    text = f"<html><head><title>{HEADLINE}</title>{live(**times)}</head><body><h1>{HEADLINE}</h1>"
    (item,) = read("a.html", f"{text}{entries(made)}</body></html>".encode()).items
    assert item.claims[Field.PUBLISHED][0].value == "2026-05-04T11:41Z"
    assert item.claims[Field.UPDATED][0].value == "2026-05-04T14:52Z"


def test_prices_are_no_times_of_day() -> None:
    """A shop's table is no ticker, though something is said below each price."""
    goods = "".join(
        f"<tr><td>{price}</td><td>{said}</td></tr>"
        for price, said in zip(("94.95", "49.99", "74.95", "64.99"), SAID, strict=False)
    )
    shop = parse(f"<html><body><table>{goods}</table></body></html>")
    assert entries_of(shop, np.ones(len(shop.blocks), dtype=bool)) == []
