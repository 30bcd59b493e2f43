"""Pages that say that they are no article are refused by what they say."""

from __future__ import annotations

import pytest

from shared.errors import Reason
from tests.unit.workers.parsers.reading import PAGE, PARAGRAPHS, read

ARTICLE = '<meta property="og:type" content="article">'
DATED = '<meta property="article:published_time" content="2026-03-13T18:30:00Z">'


def page(head: str = "", classes: str = "") -> bytes:
    """Return a page of three paragraphs with something in its head."""
    body = f'<body id="top" class="{classes}">'
    return PAGE.replace("</head>", f"{head}</head>").replace("<body>", body).encode()


def listed(classes: str) -> bytes:
    """Return such a page with a headline that is a link above each paragraph."""
    link = b"<h2><a href='/1'>The ferry to the islands</a></h2><p>"
    return page(classes=classes).replace(b"<p>", link)


def json_ld(kind: str) -> str:
    return f'<script type="application/ld+json">{{"@type": "{kind}", "name": "Ann Ek"}}</script>'


@pytest.mark.parametrize(
    ("head", "classes", "what"),
    [
        (json_ld("SearchResultsPage"), "", "the answers to a search"),
        (json_ld("ProfilePage"), "", "the profile of a person"),
        ('<meta property="og:type" content="profile">', "", "the profile of a person"),
        ("", "search search-results wide", "the answers to a search"),
        ("", "mediawiki ltr ns--1 ns-special mw-special-Search", "the answers to a search"),
        ("", "not-front page-search html", "the answers to a search"),
        ("", "pg_forumdisplay", "a list of a forum's threads"),
        ("", "nojs notouch section-viewforum ltr ", "a list of a forum's threads"),
    ],
)
def test_a_page_is_refused_by_what_it_says(head: str, classes: str, what: str) -> None:
    """With the remedy."""
    found = read("a.html", page(head, classes))
    assert found.reason is Reason.NO_ARTICLE
    assert found.rejected is not None
    assert what in found.rejected.detail
    assert "save the page of one" in found.rejected.detail


def test_forums_name_the_page_in_a_template_too() -> None:
    """A thread is another template than a list of them."""
    for name, items in (("forum_view", 0), ("thread_view", 1)):
        whole = page().replace(b'<body id="top"', f'<body data-template="{name}"'.encode())
        assert len(read("a.html", whole).items) == items


@pytest.mark.parametrize(
    "classes",
    [
        "archive category category-sea",
        "archive author author-ann",
        "html not-front page-taxonomy",
        "site com_content view-category layout-blog",
        "tag-template tag-sea",
        "pg_list",
    ],
)
def test_a_list_by_its_classes_has_headlines_that_are_links(classes: str) -> None:
    """Some systems keep articles in folders that they call so."""
    found = read("a.html", listed(classes))
    assert found.rejected is not None
    assert "a list of articles" in found.rejected.detail
    assert read("a.html", page(classes=classes)).items[0].body == PARAGRAPHS


@pytest.mark.parametrize(
    ("head", "classes"),
    [
        (json_ld("ProfilePage") + ARTICLE, ""),
        (json_ld("ProfilePage") + json_ld("NewsArticle"), ""),
        (json_ld("SearchResultsPage") + DATED, ""),
        (json_ld("Product"), ""),
        ("", "single archive-style"),
        ("", "archive tax-coffee"),
        ("", "pg_viewthread"),
        ("", "nojs notouch section-viewtopic ltr "),
        ("", "post-template tag-sea"),
        ("", "site com_content view-article"),
    ],
)
def test_a_page_that_says_more_is_read(head: str, classes: str) -> None:
    """That it is an article, or when it was published; and what is told of goods is a text."""
    assert read("a.html", page(head, classes)).items[0].body == PARAGRAPHS
