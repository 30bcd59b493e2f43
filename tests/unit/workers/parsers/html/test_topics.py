"""Section and keywords as links beside an article tell them."""

# ruff: noqa: RUF001 - the signs between steps are meant
from __future__ import annotations

from shared.domain.article import Field
from workers.parsers.claims.evidence import Evidence
from workers.parsers.html import topics
from workers.parsers.html.walk.tree import parse

TEXT = "<p>The body stands here, and it has a long sentence or two, as bodies have.</p>"


def gathered(markup: str) -> Evidence:
    page = parse(f"<html><body><h1>Headline</h1>{markup}</body></html>")
    (at,) = (block.at for block in page.blocks if block.text.startswith("The body"))
    evidence = Evidence()
    topics.gather(page, evidence, at, at)
    return evidence


def test_a_link_to_a_category_is_the_section_and_links_to_tags_are_keywords() -> None:
    """As blogs print them below an entry; a sign before a tag is none of it."""
    below = (
        '<p>In <a rel="category tag" href="/c/harbour">Harbour</a>, '
        '<a rel="category tag" href="/c/news">News</a>: '
        '<a rel="tag" href="/t/boats">#Boats</a> <a rel="tag" href="/t/tides">Tides</a></p>'
    )
    evidence = gathered(TEXT + below)
    assert evidence.values(Field.SECTION) == ["Harbour"]
    assert evidence.values(Field.KEYWORD) == ["Boats", "Tides"]


def test_the_tags_of_other_entries_and_of_the_whole_site_are_not_the_articles() -> None:
    """Teasers have theirs, and a cloud has all of them."""
    teaser = '<div class="related-posts"><a rel="tag" href="/t/boats">Boats</a></div>'
    assert Field.KEYWORD not in gathered(TEXT + teaser).claims
    cloud = "".join(f'<a rel="tag" href="/t/{at}">Tag {at}</a> ' for at in range(40))
    assert Field.KEYWORD not in gathered(f"{TEXT}<p>{cloud}</p>").claims


def test_a_tag_is_no_mark_of_author_or_time() -> None:
    """What stands near a byline is judged by marks: links to tags are kept apart."""
    page = parse(f'<html><body>{TEXT}<p><a rel="tag" href="/t/b">Boats</a></p></body></html>')
    assert not page.marks
    assert [mark.text for mark in page.tags] == ["Boats"]


def test_a_link_into_the_folder_of_categories_is_the_section() -> None:
    """Block themes of WordPress write `rel=tag` for both."""
    evidence = gathered(
        f'<a rel="tag" href="https://h.example/category/harbour/">Harbour</a>{TEXT}'
    )
    assert evidence.values(Field.SECTION) == ["Harbour"]


def test_the_last_step_of_the_way_to_a_page_is_its_section() -> None:
    """In one line or an element for each; the page itself, which may be cut short, is none."""
    links = [f"<a href='/{step}'>{step}</a>" for step in ("Home", "News", "Transport")]
    one = f"<nav class=breadcrumb>{' › '.join(links)} › Headl…</nav>"
    assert gathered(one + TEXT).values(Field.SECTION) == ["Transport"]
    each = "".join(f"<li>{link}</li>" for link in links)
    way = f"<ul class='c-breadcrumbs'>{each}<li>Headline</li></ul>"
    assert gathered(way + TEXT).values(Field.SECTION) == ["Transport"]


def test_what_else_stands_among_the_steps_is_no_section() -> None:
    """Days, commands, and lines without a link; a surer section is believed."""
    way = "<div class=crumbs><a href='/n'>News</a> › <a href='?p'>Drucken</a> › 14.03.2024</div>"
    back = "<div class=crumbs><a href='/b'>‹ Zurück</a></div>"
    assert Field.SECTION not in gathered(back + TEXT).claims
    assert gathered(way + TEXT).values(Field.SECTION) == ["News"]
    assert Field.SECTION not in gathered(f"<div class=crumbs>You are here</div>{TEXT}").claims
    filed = "<p>In <a rel='category tag' href='/c/harbour'>Harbour</a></p>"
    assert gathered(way + TEXT + filed).values(Field.SECTION) == ["Harbour"]


def test_steps_that_run_into_one_another_are_no_section() -> None:
    """Where only its style sheet parts them, nothing says where one ends: no section is none."""
    way = "<nav class=breadcrumb><a href='/'>Home</a> <a href='/n'>Harbour News</a> Boats</nav>"
    assert Field.SECTION not in gathered(way + TEXT).claims


def test_the_word_for_the_text_is_no_step_whatever_stands_behind_it() -> None:
    """Chinese pages end the way to them with it, and put a link for writers beside it."""
    way = "<div class=crumbs><a href='/n'>港口</a> &gt; 正文 <a href='/join'>申请入驻</a></div>"
    assert gathered(way + TEXT).values(Field.SECTION) == ["港口"]
