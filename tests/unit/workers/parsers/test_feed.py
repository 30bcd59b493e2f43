"""RSS, RDF and Atom as publishers write them."""

from __future__ import annotations

from pathlib import Path

import pytest

from shared.domain.article import Field, RawItem
from shared.errors import Reason, Rejected
from tests.unit.workers.parsers.wire import (
    BILLION_LAUGHS,
    assert_survives,
    one,
    parse,
    score,
    sources,
    until_refused,
    values,
)
from workers.parsers.base import RejectedItem
from workers.parsers.feed import Feed

FEED = Feed()
GOLDEN = Path(__file__).parents[3] / "golden" / "feed"
SPACES = (
    'xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:t="http://purl.org/dc/terms/"'
)


def rss(inside: str, channel: str = "") -> str:
    return (
        f'<rss version="2.0" {SPACES}><channel><title>Herald</title>{channel}'
        f"<item><title>Tide</title><description>The tide was late.</description>{inside}</item>"
        "</channel></rss>"
    )


def atom(inside: str) -> str:
    return (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Herald</title><entry>'
        f"<title>Tide</title>{inside}</entry></feed>"
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


def test_a_deleted_entry_of_atom_is_a_kill() -> None:
    """It keeps the identity of what it withdraws, and the reason for its text."""
    deleted = (
        '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0">'
        '<at:deleted-entry ref="urn:x:1" when="2024-03-05T10:00:00Z"><at:comment>Was wrong.'
        "</at:comment></at:deleted-entry></feed>"
    )
    item = one(FEED, deleted)
    assert values(item, Field.GUID) == ["urn:x:1"]
    assert values(item, Field.PUB_STATUS) == ["canceled"]
    assert item.body == ("Was wrong.",)


def exported(inside: str, kind: str = "post") -> str:
    return (
        f'<rss version="2.0" {SPACES} xmlns:wp="http://wordpress.org/export/1.2/"><channel>'
        "<wp:author><wp:author_login>annek</wp:author_login><wp:author_display_name>Ann Ek"
        "</wp:author_display_name></wp:author><item><title>Tide</title>"
        f"<dc:creator>annek</dc:creator><wp:post_type>{kind}</wp:post_type>{inside}</item>"
        "</channel></rss>"
    )


def test_an_export_of_wordpress_is_read_as_its_site_prints_it() -> None:
    """Blank lines part paragraphs, short codes are no text, the channel names the accounts."""
    text = (
        "The tide\nwas late.\n\n[caption id='7']&lt;img src='x'/&gt; A tide[/caption]\n\n"
        "It [gallery ids='1,2']came at noon."
    )
    told = "<wp:status>draft</wp:status><wp:post_date_gmt>2024-03-05 10:00:00</wp:post_date_gmt>"
    read = one(FEED, exported(f"<content:encoded>{text}</content:encoded>{told}"))
    assert read.body == ("The tide was late.", "It came at noon.")
    assert values(read, Field.AUTHOR) == ["Ann Ek", "annek"]
    assert values(read, Field.PUB_STATUS) == ["withheld"]
    assert values(read, Field.PUBLISHED) == ["2024-03-05 10:00:00Z"]


def test_attachments_of_an_export_are_passed_over() -> None:
    """Where nothing else is there, the feed has no text."""
    content = exported("<content:encoded>A picture</content:encoded>", "attachment")
    with pytest.raises(Rejected) as refused:
        parse(FEED, content)
    assert refused.value.reason is Reason.NO_ARTICLE


def test_a_link_with_the_title_and_the_publisher_is_no_text() -> None:
    """That is what aggregators put in the place of one."""
    inside = "<source url='x'>Herald</source>"
    bare = rss(inside).replace("The tide was late.", "&lt;a href='x'&gt;Tide&lt;/a&gt; Herald")
    assert isinstance(parse(FEED, bare)[0], RejectedItem)


def test_a_feed_that_breaks_off_gives_what_came_before() -> None:
    """Then it is malformed; half an entry is none."""
    whole = rss("</item><item><title>Half</title><description>Cut off in the mid")
    items, reason = until_refused(FEED, whole.partition("</item></channel>")[0])
    assert [item.item for item in items] == ["1"]
    assert reason is Reason.MALFORMED


def test_one_bad_entry_costs_no_other() -> None:
    """It is mended and said to be; the one after it is read as it stands."""
    bad = "</item><item><description>Late<br>tide</description></item><item><description>Fine."
    items = parse(FEED, rss(bad + "</description>"))
    assert [item.body for item in items if isinstance(item, RawItem)] == [
        ("The tide was late.",),
        ("Late tide",),
        ("Fine.",),
    ]
    assert [("broken markup mended" in item.notes) for item in items if isinstance(item, RawItem)] \
        == [False, True, False]  # fmt: skip


def test_entities_that_multiply_are_refused() -> None:
    """Before they do."""
    items, reason = until_refused(FEED, BILLION_LAUGHS + rss("<dc:date>&a9;</dc:date>"))
    assert (items, reason) == ([], Reason.EXPANDS_TOO_MUCH)


@pytest.mark.parametrize(
    ("content", "least", "most"),
    [
        ("<rss version='0.91'>", 0.95, 1),
        ("<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'>", 0.95, 1),
        ("<rdf:RDF xmlns='http://purl.org/rss/1.0/'>", 0.95, 1),
        ("<rdf:RDF xmlns:owl='http://www.w3.org/2002/07/owl#'>", 0, 0),
        ("<feed><price>3</price></feed>", 0, 0),
        ("<html><body><rss></body></html>", 0, 0),
        ('{"rss": 1}', 0, 0),
    ],
)
def test_the_score_follows_the_first_tag(content: str, least: float, most: float) -> None:
    """A feed's, by name and namespace; anything else has none."""
    assert least <= score(FEED, content) <= most


@pytest.mark.parametrize("case", ["rss_full_content", "atom", "rdf"])
def test_a_damaged_feed_is_read_or_refused(case: str) -> None:
    """Cut anywhere or with any byte changed: no other exception, no item without a body."""
    (path,) = (GOLDEN / case).glob("input.*")
    assert_survives(FEED, path.read_bytes())


@pytest.mark.parametrize("kind", ["settings", "template", "comment"])
def test_an_export_of_blogger_holds_more_than_posts(kind: str) -> None:
    """Settings, designs and readers' comments are passed over, the post beside them is read."""
    scheme = "http://schemas.google.com/g/2005#kind"
    term = f"http://schemas.google.com/blogger/2008/kind#{kind}"
    other = f'<entry><category scheme="{scheme}" term="{term}"/><content>true</content></entry>'
    post = (
        f'<category scheme="{scheme}" term="http://schemas.google.com/blogger/2008/kind#post"/>'
        '<category scheme="http://www.blogger.com/atom/ns#" term="Sea"/><content>Late.</content>'
    )
    found = one(FEED, atom(post).replace("</feed>", f"{other}</feed>"))
    assert (values(found, Field.KEYWORD), found.body) == (["Sea"], ("Late.",))


@pytest.mark.parametrize(
    "said",
    [
        '<app:control xmlns:app="http://www.w3.org/2007/app"><app:draft>yes</app:draft></app:control>',
        '<b:status xmlns:b="http://schemas.google.com/blogger/2018">DRAFT</b:status>',
    ],
)
def test_a_draft_of_atom_is_withheld(said: str) -> None:
    """By the publishing protocol, or by Blogger's own element."""
    found = one(FEED, atom(f"{said}<content>The tide was late.</content>"))
    assert values(found, Field.PUB_STATUS) == ["withheld"]


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


def test_content_in_base64_that_is_none_says_nothing() -> None:
    """Signs that are not even ASCII among it."""
    (found,) = parse(FEED, atom('<content mode="base64">\u00e9t\u00e9</content>'))
    assert isinstance(found, RejectedItem)


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


def test_a_charset_that_xml_cannot_name_is_read() -> None:
    """The declaration has done its work when the bytes are text."""
    document = '<?xml version="1.0" encoding="866"?>' + rss("").replace("late", "поздно")
    assert one(FEED, document.encode("cp866")).body == ("The tide was поздно.",)
