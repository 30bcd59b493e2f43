"""The fields of an entry, and what its feed says for it."""

from __future__ import annotations

import pytest

from shared.domain.article import Field
from tests.unit.workers.parsers.feeds.feeds import FEED, atom, rss
from tests.unit.workers.parsers.one_parser import (
    one,
    sources,
    values,
)


@pytest.mark.parametrize(
    ("inside", "field", "read", "source"),
    [
        ("<pubDate>Tue, 05 Mar 2024 10:00:00 GMT</pubDate>", Field.PUBLISHED,
         ["Tue, 05 Mar 2024 10:00:00 GMT"], "rss pubDate"),
        ("<dc:date>2024-03-05</dc:date>", Field.PUBLISHED, ["2024-03-05"], "dc:date"),
        ("<t:modified>2024-03-06</t:modified>", Field.UPDATED, ["2024-03-06"], "dcterms:modified"),
        ("<dc:creator>Ann Ek</dc:creator><dc:creator>Bo Ek</dc:creator>", Field.AUTHOR,
         ["Ann Ek", "Bo Ek"], "dc:creator"),
        ("<author>a@x.example (Ann Ek)</author>", Field.AUTHOR, ["Ann Ek"], "rss author"),
        ("<guid>https://x.example/1</guid>", Field.URL, ["https://x.example/1"], "rss guid"),
        ("<category>Sea</category><category>Moon</category>", Field.KEYWORD, ["Sea", "Moon"],
         "rss category"),
        ("<dc:language>sv</dc:language>", Field.LANGUAGE, ["sv"], "dc:language"),
    ],
)  # fmt: skip
def test_an_element_of_an_item_is_a_claim(
    inside: str, field: Field, read: list[str], source: str
) -> None:
    """In the publisher's own words, with its place."""
    item = one(FEED, rss(inside))
    assert values(item, field) == read
    assert set(sources(item, field)) == {source}


def test_an_entry_names_the_feed_that_it_is_from() -> None:
    """It weighs more than the feed that it stands in; an entry may stand alone."""
    taken = atom("<source><title>Wire</title></source><summary>Text.</summary>")
    assert values(one(FEED, taken), Field.SOURCE) == ["Wire", "Herald"]
    assert values(one(FEED, rss("<source url='u'>Wire</source>")), Field.SOURCE)[0] == "Wire"
    alone = (
        "<entry xmlns='http://www.w3.org/2005/Atom'><title>T</title><summary>S.</summary></entry>"
    )
    assert one(FEED, alone).body == ("S.",)


def test_an_address_alone_is_no_author() -> None:
    """A mailbox names nobody."""
    assert values(one(FEED, rss("<author>desk@x.example</author>")), Field.AUTHOR) == []


def test_an_identity_that_is_no_permalink_is_no_address() -> None:
    """It stays the identity."""
    item = one(FEED, rss('<guid isPermaLink="false">https://x.example/?p=1</guid>'))
    assert values(item, Field.GUID) == ["https://x.example/?p=1"]
    assert values(item, Field.URL) == []


def test_the_channel_speaks_for_its_items() -> None:
    """Its title is the source, its language theirs."""
    item = one(FEED, rss("", "<language>en</language>"))
    assert values(item, Field.SOURCE) == ["Herald"]
    assert sources(item, Field.LANGUAGE) == ["rss channel/language"]


def test_only_the_alternate_link_is_the_address() -> None:
    """Enclosures, comments and the feed itself are not."""
    links = (
        "<link rel='self' href='https://x.example/s'/><link href='https://x.example/a'/>"
        "<link rel='enclosure' href='https://x.example/e'/><summary>Text.</summary>"
    )
    assert values(one(FEED, atom(links)), Field.URL) == ["https://x.example/a"]


def test_an_update_time_stands_in_for_a_missing_publication_time() -> None:
    """It is said to, and weighs little."""
    item = one(FEED, atom("<updated>2024-03-05T10:00:00Z</updated><summary>Text.</summary>"))
    assert sources(item, Field.PUBLISHED) == ["atom:updated, no other time"]
    assert item.claims[Field.PUBLISHED][0].weight < 0.5


def test_a_bracket_that_never_closes_costs_no_more_than_its_length() -> None:
    """Behind an address, where a name would stand."""
    author = f"a@x.example ({'a' * 100_000}"
    assert one(FEED, rss(f"<author>{author}</author><description>Tide.</description>")).body


def test_a_namespace_is_known_in_any_case_and_without_its_last_sign() -> None:
    """As Apple's own is written in two ways."""
    spaces = 'xmlns:c="http://purl.org/rss/1.0/modules/content"'
    apple = 'xmlns:i="http://www.itunes.com/DTDs/Podcast-1.0.dtd"'
    found = one(
        FEED,
        f"<rss><channel><item {spaces} {apple}><title>Tide</title><i:author>Ann Ek</i:author>"
        "<c:encoded>The tide was late.</c:encoded></item></channel></rss>",
    )
    assert (values(found, Field.AUTHOR), found.body) == (["Ann Ek"], ("The tide was late.",))


def test_an_address_names_no_publisher() -> None:
    """What stands in brackets behind it does."""
    found = one(FEED, rss("<dc:publisher>desk@x.example</dc:publisher>"))
    assert values(found, Field.SOURCE) == ["Herald"]
    found = one(FEED, rss("<dc:publisher>desk@x.example (The Times)</dc:publisher>"))
    assert values(found, Field.SOURCE)[0] == "The Times"


def test_a_search_engine_names_the_paper_of_each_entry() -> None:
    """In a namespace of its own; the title of its feed is nobody's name."""
    news = '<n:Source xmlns:n="https://search.example/news">The Harbour Times</n:Source>'
    item = one(FEED, rss(news))
    assert values(item, Field.SOURCE) == ["The Harbour Times", "Herald"]


def test_wordpress_tells_sections_from_tags() -> None:
    """By the domain of a category."""
    told = '<category domain="category">Local</category><category domain="post_tag">Sea</category>'
    kind = '<w:post_type xmlns:w="http://wordpress.org/export/1.2/">post</w:post_type>'
    item = one(FEED, rss(told + kind))
    assert values(item, Field.SECTION) == ["Local"]
    assert values(item, Field.KEYWORD) == ["Sea"]


def test_a_service_for_company_news_means_dublin_core() -> None:
    """It gives the page about that for a namespace; who contributed is the company."""
    told = "<d:publisher>Wire Inc.</d:publisher><d:contributor>Gull Ltd</d:contributor>"
    changed = "<d:modified>2024-03-06</d:modified>"
    space = 'xmlns:d="http://dublincore.org/documents/dcmi-namespace/"'
    item = one(FEED, rss(told + changed).replace("<item>", f"<item {space}>"))
    assert values(item, Field.SOURCE)[0] == "Wire Inc."
    assert values(item, Field.UPDATED) == ["2024-03-06"]
    assert values(item, Field.AUTHOR) == []
