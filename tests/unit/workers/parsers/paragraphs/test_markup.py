"""Markup in fields of other formats gives the paragraphs that a reader would see."""

from __future__ import annotations

import pytest
from lxml import etree

from workers.parsers.paragraphs.markup import (
    element_paragraphs,
    entry_paragraphs,
    html_paragraphs,
    line,
    without_headline,
)
from workers.parsers.paragraphs.typeset import text_paragraphs, wrapped_paragraphs


@pytest.mark.parametrize(
    ("markup", "read"),
    [
        ("<p>One.</p><p>Two.</p>", ("One.", "Two.")),
        ("One.<br>Still one.", ("One. Still one.",)),
        ("One.<br/> <br/>Two.", ("One.", "Two.")),
        ("<div>One <b>bo</b>ld</div>", ("One bold",)),
        ("<ul><li>One</li><li>Two</li></ul>", ("One", "Two")),
        ("<h2>Head</h2>Text", ("Head", "Text")),
        ("<blockquote>Said</blockquote>he", ("Said", "he")),
        ("<table><tr><td>A</td><td>1</td></tr><tr><td>B</td><td>2</td></tr></table>",
         ("A 1", "B 2")),
        ("A &amp; B&nbsp;&mdash; C", ("A & B — C",)),
        ("&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;", ("One.", "Two.")),
        ("<p>One.<p>Two.", ("One.", "Two.")),
        ("<pre>  One was\nwrapped.\n  Two.\n\nA    1\nB    2</pre><p>End.</p>",
         ("One was wrapped.", "Two.", "A 1", "B 2", "End.")),
    ],
)  # fmt: skip
def test_blocks_are_paragraphs_and_breaks_are_spaces(markup: str, read: tuple[str, ...]) -> None:
    """A row is a line, a list's item a paragraph, one break a space, two a new paragraph."""
    assert html_paragraphs(markup) == read


@pytest.mark.parametrize(
    "dropped",
    [
        "<script>x()</script>",
        "<style>p {}</style>",
        "<!-- note -->",
        "<figure><img><figcaption>Boat</figcaption></figure>",
        '<p class="wp-caption-text">Boat</p>',
        "<iframe>Boat</iframe>",
        "<media><media-reference/><media-caption>Boat</media-caption></media>",
    ],
)
def test_what_is_no_text_is_dropped(dropped: str) -> None:
    """Scripts, styles, comments, captions, embedded pages."""
    assert html_paragraphs(f"<p>One.</p>{dropped}<p>Two.</p>") == ("One.", "Two.")


def test_the_head_of_a_whole_page_is_no_text() -> None:
    """Its title is not a paragraph."""
    page = "<html><head><title>Boat</title></head><body><p>One.</p></body></html>"
    assert html_paragraphs(page) == ("One.",)


def test_halves_of_characters_are_joined_or_replaced() -> None:
    """JSON can hold either."""
    assert html_paragraphs("<p>\ud83d\ude00 and \ud800</p>") == ("\U0001f600 and \ufffd",)


@pytest.mark.filterwarnings("error")
def test_markup_that_looks_like_something_else_warns_nobody() -> None:
    """A path, an address, an XML declaration."""
    assert html_paragraphs("https://x.example/a") == ("https://x.example/a",)
    assert html_paragraphs("<?xml version='1.0'?><x><p>One.</p></x>") == ("One.",)


def test_deep_markup_is_read_without_recursion() -> None:
    """Twenty thousand nested blocks break nothing."""
    assert html_paragraphs("<div>" * 20_000 + "In") in {("In",), ()}


def test_a_last_paragraph_of_links_leads_away_and_is_dropped() -> None:
    """Only at the end, and never the only paragraph."""
    away = '<p>From <a href="x">Boats sail again from Monday</a> on <a href="y">Herald</a></p>'
    assert entry_paragraphs(f"<p>Text.</p>{away}") == ("Text.",)
    assert entry_paragraphs(f"{away}<p>Text.</p>")[1:] == ("Text.",)
    assert len(entry_paragraphs(away)) == 1
    assert entry_paragraphs(f"<p>Text.</p><h3>Related</h3>{away}") == ("Text.",)
    assert entry_paragraphs(f"<p>Text.</p><p>Read more:</p>{away}") == ("Text.",)
    assert entry_paragraphs("<p>Text.</p><h3>Related</h3>") == ("Text.", "Related")


def test_an_entry_without_markup_is_plain_text() -> None:
    """Its lines are its paragraphs."""
    assert entry_paragraphs("One.\nTwo <3.") == ("One.", "Two <3.")


@pytest.mark.parametrize(
    "markup", ['<img src="a.jpg"/>', "<svg><circle/></svg>", "<details></details>"]
)
def test_an_entry_that_is_markup_without_a_text_has_no_paragraph(markup: str) -> None:
    """Its tags are no text."""
    assert entry_paragraphs(markup) == ()


def test_what_was_meant_for_a_pages_machinery_is_no_text() -> None:
    """Nor is the heading above it."""
    written = "&lt;div class='poll'&gt;&lt;/div&gt;&lt;script src='a.js'&gt;&lt;/script&gt;"
    assert html_paragraphs(f"<p>Text.</p><h3>Embed:</h3><p>{written}</p><h3>More</h3>") == (
        "Text.",
        "More",
    )


def test_plain_text_has_a_paragraph_a_line() -> None:
    """Blank lines are gone, spaces single."""
    assert text_paragraphs(" One.\r\n\r\nTwo  lines. ") == ("One.", "Two lines.")


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("One\nstill.\n\nTwo.", ("One still.", "Two.")),
        ("  One\nstill.\n  Two\nstill.", ("One still.", "Two still.")),
        ("One.\nTwo.", ("One.", "Two.")),
        ("Results:\n\nNorthby   2\nSouthby   1\n\nThat\nwas all.",
         ("Results:", "Northby 2", "Southby 1", "That was all.")),
        ("One was\nwrapped here\nand there.", ("One was wrapped here and there.",)),
    ],
)  # fmt: skip
def test_wrapped_lines_are_joined_where_paragraphs_show(text: str, read: tuple[str, ...]) -> None:
    """By blank lines or indents; without either by how the lines end."""
    assert wrapped_paragraphs(text) == read


def test_elements_with_prefixes_and_empty_ones_are_read() -> None:
    """`<x:p/>` swallows nothing of what follows."""
    source = (
        '<x:div xmlns:x="http://www.w3.org/1999/xhtml"><x:p/><x:p>One.</x:p><x:p>Two.</x:p></x:div>'
    )
    assert element_paragraphs([etree.fromstring(source)]) == ("One.", "Two.")


def test_a_title_is_one_line_without_tags() -> None:
    """Whatever is in it."""
    assert line("The <i>Nord</i> &amp;\n boat") == "The Nord & boat"


def test_the_headline_is_no_paragraph_unless_it_is_all() -> None:
    """Case and punctuation do not matter."""
    assert without_headline(("THE BOAT", "Text."), "The boat!") == ("Text.",)
    assert without_headline(("THE BOAT",), "The boat!") == ("THE BOAT",)
