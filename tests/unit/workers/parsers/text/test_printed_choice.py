"""Which parser reads what a program printed."""

from __future__ import annotations

from shared.domain.article import RawItem
from workers.parsers.base import ParseContext, RawFile
from workers.parsers.registry import choose
from workers.parsers.text.printers.programs import is_printed_page


def test_a_link_at_the_start_is_no_json() -> None:
    """Pages begin with the empty link of a logo, or an empty field for words to search."""
    for head in (
        b"[ ](/)\n\n* [Home](/)\n",
        b"[](/weather/)\n",
        b"[    ] [Go]\n\nHome\n",
        b"[]\n\nHome\n",
    ):
        assert choose(RawFile(name="page.txt", content=head)).name == "plain_text"
    assert choose(RawFile(name="list", content=b"[]")).name == "json_lines"


def test_a_page_printed_as_markdown_is_read_as_a_page_and_an_article_as_markdown() -> None:
    """The menus tell: nobody writes eight entries of nothing but links by hand."""
    menu = b"".join(b"  * [Port %d](/p/%d)\n" % (at, at) for at in range(9))
    story = b"\n\n".join(
        b"The ferries wait outside %s for week %d, say the towns on the coast and the islands."
        % (place, week)
        for week, place in enumerate((b"the bar", b"Port Ek", b"the locks", b"the mole", b"Ness"))
    )
    page = RawFile(name="page.md", content=b"# Harbour opens late\n\n" + menu + b"\n" + story)
    article = RawFile(name="page.md", content=b"# Harbour opens late\n\n" + story)
    assert is_printed_page(page.head)
    assert choose(RawFile(name="page.txt", content=page.content)).name == "plain_text"
    assert choose(article).name == "markdown"
    for name in ("page.txt", "page.md"):
        named = RawFile(name=name, content=page.content)
        (item,) = choose(named).parse(named, ParseContext())
        assert isinstance(item, RawItem)
        assert not any("Port 3" in paragraph for paragraph in item.body)
