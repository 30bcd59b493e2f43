"""A page of teasers is none of an article."""

from __future__ import annotations

import pytest

from shared.errors import Reason
from tests.unit.workers.parsers.reading import Read, read

SAID = "The council of Norrholm approved timetable {} on Monday, after a debate of three hours."
TEASER = "<div><h2>{}</h2><p>" + SAID + "</p></div>"
LINK = "<a href='/news/{0}'>Ferries on timetable {0}</a>"


def page(inner: str, head: str = "") -> Read:
    """Read a page with something between its menu and its foot."""
    nav = "<nav><a href='/a'>News</a> <a href='/b'>Sport</a></nav>"
    whole = f"<!DOCTYPE html><html><head>{head}</head><body>{nav}<main>{inner}</main></body></html>"
    return read("a.html", whole.encode())


def teasers(count: int, link: str = LINK) -> str:
    return "".join(TEASER.format(link.format(at), at) for at in range(count))


def test_a_page_whose_text_is_below_headlines_that_are_links_lists_articles() -> None:
    """A front page; as an article it would be other people's first sentences."""
    found = page(f"<h1>Harbour Weekly</h1>{teasers(9)}")
    assert found.reason is Reason.NO_ARTICLE
    assert found.rejected is not None
    assert "lists articles" in found.rejected.detail


def test_a_live_report_has_headlines_that_are_no_links() -> None:
    """Its entries are the article."""
    assert len(page(teasers(9, "Ferries on timetable {0}")).items) == 1


def test_an_article_that_lists_things_introduces_them() -> None:
    """The best ferries, each with a link."""
    opening = "<p>We have sailed on all ferries of the coast this summer. These we liked best.</p>"
    assert len(page(f"<h1>The best ferries</h1>{opening}{teasers(9)}").items) == 1


def test_a_page_that_states_when_it_was_published_is_an_article() -> None:
    """Whatever it is made of."""
    head = "<meta property='article:published_time' content='2024-05-02T10:00:00Z'>"
    assert len(page(teasers(9), head).items) == 1


def test_a_few_teasers_are_a_box() -> None:
    """Beside the shortest of articles."""
    assert len(page(f"<h1>Ferries</h1><p>{SAID}</p><p>{SAID}</p>{teasers(3)}").items) == 1


def test_headlines_that_are_links_into_their_own_page_head_what_stands_there() -> None:
    """Questions and answers that open when they are pressed; the parts of a manual."""
    anchor = "<a class='open' href='#answer-{0}'>Ferries on timetable {0}</a>"
    assert len(page(f"<h1>Questions</h1>{teasers(9, anchor)}").items) == 1


def test_texts_below_linked_headlines_are_no_teasers() -> None:
    """What a list of hotels says of each is text, and was written for it."""
    long = "".join(
        f"<h2>{LINK.format(at)}</h2>" + "".join(f"<p>{SAID.format(at)}</p>" for _ in range(6))
        for at in range(9)
    )
    assert len(page(f"<h1>The best ferries</h1>{long}").items) == 1


def test_a_front_page_with_one_teaser_among_its_links_holds_no_article() -> None:
    """At its host's own address alone; a small site's first page has few links and is read."""
    links = "".join(
        f"<li><a href='/n/{at}'>Ferries on timetable {at} today</a></li>" for at in range(70)
    )
    teaser = f"<div><p>{SAID.format(1)}</p></div>"
    head = "<link rel=canonical href='https://harbour.example/{}'>"
    found = page(f"<ul>{links}</ul>{teaser}", head.format(""))
    assert found.rejected is not None
    assert "front page" in found.rejected.detail
    assert len(page(f"<ul>{links}</ul>{teaser}", head.format("news/timetable")).items) == 1
    assert len(page(teaser, head.format("")).items) == 1
    for own in ("<link rel=canonical href='/news/timetable'>", head.format("#!/news/timetable")):
        assert len(page(f"<ul>{links}</ul>{teaser}", own).items) == 1


@pytest.mark.parametrize(
    "address", ["", "de/", "index.html", "en/home.html", "#top", "default.aspx", "pt-BR"]
)
def test_a_front_page_can_have_a_language_or_a_files_name_in_its_address(address: str) -> None:
    """Or be kept by an archive of the web."""
    links = "".join(f"<p><a href='/n/{at}'>Ferries on {at}</a></p>" for at in range(70))
    for host in ("", "https://web.archive.org/web/20240502101112/"):
        head = f"<link rel=canonical href='{host}https://harbour.example/{address}'>"
        found = page(f"{links}<div><p>{SAID.format(1)}</p></div>", head)
        assert found.rejected is not None
        assert "front page" in found.rejected.detail


def test_a_whole_text_among_the_links_of_a_front_page_is_read() -> None:
    """It is longer than a teaser."""
    links = "".join(f"<p><a href='/n/{at}'>Ferries on line {at} today</a></p>" for at in range(300))
    text = "".join(f"<p>{SAID.format(at)}</p>" for at in range(10))
    head = "<link rel=canonical href='https://harbour.example/'>"
    assert len(page(f"{links}<div>{text}</div>", head).items) == 1


def threads(opened: str = "", texts: tuple[int, ...] = (3, 9), last: int = 16) -> str:
    """Return headlines that are links in paragraphs with a class, with texts below some."""
    parts = [opened]
    for at in range(last):
        link = f"<p class='title new-{at}'><a href='/t/{at}'>The ferries on timetable {at}</a></p>"
        text = f"<p class=about>{SAID.format(at)}</p>" if at in texts else ""
        parts.append(f"<div>{link}<div class=by>Ann Ek</div>{text}</div>")
    return "".join(parts)


def test_texts_below_some_of_many_links_alike_are_a_sections_or_a_forums() -> None:
    """Their headlines are no headings, and a picture or nothing stands below most."""
    found = page(f"<h1>Harbour</h1>{threads()}")
    assert found.reason is Reason.NO_ARTICLE
    assert found.rejected is not None
    assert "lists articles" in found.rejected.detail


def test_a_text_beside_many_links_alike_is_an_article() -> None:
    """With an introduction, above the links, or with few of them."""
    opening = "<p>We have sailed on all ferries of the coast this summer. These we liked best.</p>"
    assert len(page(f"<h1>The best ferries</h1>{threads(opening)}").items) == 1
    text = "".join(f"<p>{SAID.format(at)}</p>" for at in range(3))
    assert len(page(f"<h1>Ferries</h1><div>{text}</div>{threads(texts=())}").items) == 1
    assert len(page(f"<h1>Ferries</h1>{threads(texts=(1, 3), last=5)}").items) == 1


def test_paragraphs_that_are_links_to_other_articles_stand_in_a_text() -> None:
    """Without a class they are paragraphs of it: `Read also: …`."""
    also = "<p><a href='/n/{0}'>Read also: the ferries on timetable {0}</a></p>"
    text = "".join(f"{also.format(at)}<p>{SAID.format(at)}</p>" for at in range(12))
    assert len(page(f"<h1>Ferries</h1><div>{text}</div>").items) == 1


WEB_PAGE = (
    '<meta property="og:type" content="{}"><script type="application/ld+json">{{"@graph": [{{'
    '"@type": "{}", "datePublished": "2020-01-01T00:00:00Z", "headline": "Harbour"}}]}}</script>'
)


@pytest.mark.parametrize(
    ("graph", "kind", "items"),
    [("website", "WebPage", 0), ("article", "WebPage", 1), ("website", "NewsArticle", 1)],
)
def test_when_a_page_of_a_site_was_made_is_no_articles_day(
    graph: str, kind: str, items: int
) -> None:
    """Systems tell search engines so of each page, their front pages too."""
    assert len(page(teasers(9), WEB_PAGE.format(graph, kind)).items) == items


def test_a_day_for_each_teaser_is_no_articles_day() -> None:
    """In microdata, of each article that is listed."""
    day = "<meta itemprop=datePublished content='2024-05-{:02}T10:00:00Z'>"
    listed = "".join(day.format(at + 1) + TEASER.format(LINK.format(at), at) for at in range(9))
    assert page(listed).reason is Reason.NO_ARTICLE


def test_the_answers_of_a_search_can_be_terms_and_what_is_said_of_them() -> None:
    found = "".join(f"<dt>{LINK.format(at)}</dt><dd>{SAID.format(at)}</dd>" for at in range(12))
    assert page(f"<h1>Ferries</h1><dl>{found}</dl>").reason is Reason.NO_ARTICLE
