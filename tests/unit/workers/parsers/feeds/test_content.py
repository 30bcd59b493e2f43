"""The text of an entry, in each of the ways in which it is coded, and what is none."""

from __future__ import annotations

from xml.sax.saxutils import escape

import pytest

from shared.domain.article import Field, RawItem
from shared.errors import Reason, Rejected
from tests.unit.workers.parsers.feeds.feeds import FEED, atom, rss
from tests.unit.workers.parsers.one_parser import (
    one,
    parse,
)
from tests.unit.workers.parsers.reading import PAGE, PARAGRAPHS
from workers.parsers.base import RejectedItem


def test_full_content_is_preferred_to_the_description() -> None:
    """And nothing needs to be said."""
    content = (
        "<content:encoded>&lt;p&gt;The tide was late by eleven minutes.&lt;/p&gt;</content:encoded>"
    )
    item = one(FEED, rss(content))
    assert item.body == ("The tide was late by eleven minutes.",)
    assert (item.body_source, item.notes) == ("content:encoded", ())


def test_a_description_that_is_fuller_than_the_content_is_the_body() -> None:
    """Some feeds put a teaser where the content belongs."""
    item = one(FEED, rss("<content:encoded>Late.</content:encoded>"))
    assert item.body == ("The tide was late.",)
    assert item.notes == ("no full content: the description stands for it",)


@pytest.mark.parametrize(
    "content",
    [
        "<content type='html'>&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;</content>",
        "<content type='xhtml'><d xmlns='u'><p>One.</p><p>Two.</p></d></content>",
        "<content type='text'>One.\nTwo.</content>",
        "<content><![CDATA[<p>One.</p><p>Two.</p>]]></content>",
    ],
    ids=["html", "xhtml", "text", "cdata"],
)
def test_atom_content_is_read_in_each_of_its_types(content: str) -> None:
    """Escaped, inline or plain."""
    assert one(FEED, atom(content)).body == ("One.", "Two.")


def test_an_entry_without_text_is_one_rejected_item() -> None:
    """The others go on."""
    items = parse(FEED, rss("</item><item><title>Bare</title><link>https://x.example</link>"))
    assert isinstance(items[0], RawItem)
    assert isinstance(items[1], RejectedItem)
    assert (items[1].item, items[1].rejected.reason) == ("2", Reason.NO_ARTICLE)


def test_a_feed_without_entries_is_no_article() -> None:
    """It is said so, and not passed over."""
    with pytest.raises(Rejected) as caught:
        parse(FEED, "<rss><channel><title>Herald</title></channel></rss>")
    assert caught.value.reason is Reason.NO_ARTICLE


def test_a_link_with_the_title_and_the_publisher_is_no_text() -> None:
    """That is what aggregators put in the place of one."""
    inside = "<source url='x'>Herald</source>"
    bare = rss(inside).replace("The tide was late.", "&lt;a href='x'&gt;Tide&lt;/a&gt; Herald")
    assert isinstance(parse(FEED, bare)[0], RejectedItem)


def test_content_that_is_pictures_alone_is_no_text() -> None:
    """Their tags are not shown for one."""
    (found,) = parse(FEED, atom('<content type="html">&lt;img src="a.jpg"/&gt;</content>'))
    assert isinstance(found, RejectedItem)


def test_content_in_base64_is_text_or_bytes() -> None:
    """Atom 0.3 codes texts so, and either Atom pictures."""
    coded = '<content mode="base64" type="{}">PHA+VGhlIHRpZGUgd2FzIGxhdGUuPC9wPg==</content>'
    assert one(FEED, atom(coded.format("text/html"))).body == ("The tide was late.",)
    for kind in ("image/jpeg", "application/octet-stream"):
        (found,) = parse(FEED, atom(coded.format(kind)))
        assert isinstance(found, RejectedItem)
    (found,) = parse(FEED, atom('<content mode="base64">PHA</content>'))
    assert isinstance(found, RejectedItem)


def test_a_title_in_base64_is_read() -> None:
    """Atom 0.3 lets every element be coded so; its markup is none of the headline."""
    title = '<title mode="base64" type="text/html">RmVycnkgPGI+bGF0ZTwvYj4=</title>'
    item = one(FEED, atom(f"{title}<summary>The tide was late by eleven minutes.</summary>"))
    told = [claim.value for claim in item.claims[Field.HEADLINE]]
    assert told == ["Tide", "Ferry late"]


def test_content_in_base64_that_is_none_says_nothing() -> None:
    """Signs that are not even ASCII among it."""
    (found,) = parse(FEED, atom('<content mode="base64">\u00e9t\u00e9</content>'))
    assert isinstance(found, RejectedItem)


def test_a_whole_page_in_an_entry_is_read_as_a_page() -> None:
    """With its head: as feeds for networks' readers have it. What it says is evidence beside."""
    page = PAGE.replace("<h1>", "<header><h1>").replace("</h1>", "</h1></header>")
    item = one(FEED, rss(f"<content:encoded>{escape(page)}</content:encoded>"))
    assert item.body == PARAGRAPHS
    empty = "<content:encoded>&lt;html&gt;&lt;nav&gt;Home&lt;/nav&gt;</content:encoded>"
    assert one(FEED, rss(empty)).body == ("The tide was late.",)
