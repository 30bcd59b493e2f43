"""Exports of blogs, drafts and what was withdrawn: feeds that hold more than articles."""

from __future__ import annotations

import pytest

from shared.domain.article import Field
from shared.errors import Reason, Rejected
from tests.unit.workers.parsers.feeds.feeds import FEED, SPACES, atom
from tests.unit.workers.parsers.one_parser import (
    one,
    parse,
    values,
)


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
