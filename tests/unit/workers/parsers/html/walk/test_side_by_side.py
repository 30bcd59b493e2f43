"""Elements of a line without white space between them, as scripts and style sheets set pages."""

# ruff: noqa: RUF001 - an apostrophe as papers print it
from __future__ import annotations

import re

import pytest

from workers.parsers.html.walk.tree import parse


def line(markup: str) -> str:
    (block,) = parse(f"<html><body><div>{markup}</div></body></html>").blocks
    return block.text


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<a>Ada Brook</a><span>Reporter</span>", "Ada Brook Reporter"),
        ("<a>Ada Brook</a><span>Mar 12, 2024 · 4 min</span>", "Ada Brook Mar 12, 2024 · 4 min"),
        ("<b>ADA BROOK</b><i>Staff Writer</i>", "ADA BROOK Staff Writer"),
        ("<span>Reporter</span><time>12 March 2024</time>", "Reporter 12 March 2024"),
        (
            "<span>12 March 2024</span><span>Updated 13 March</span>",
            "12 March 2024 Updated 13 March",
        ),
        (
            "<span>It is over.</span><span>“I know,” he said.</span>",
            "It is over. “I know,” he said.",
        ),
        ("<span><b>It is over.</b></span><svg></svg><span>Go.</span>", "It is over. Go."),
    ],
)
def test_words_of_two_elements_are_two_words(markup: str, text: str) -> None:
    """What parts them on the page is a style: a reader sees a gap."""
    assert line(markup) == text


@pytest.mark.parametrize(
    "markup",
    [
        "<span>T</span><span>He town</span>",
        "<b>Mc</b><b>Donald</b>",
        "<span>the old fer</span><span>ry terminal</span>",
        "<b>CO</b><sub>2</sub>",
        "10<sup>12</sup><i>Watt</i>",
        "The Harbour<b>Fest</b>",
        "<b>COVID</b><span>-19</span>",
        "<i>Lady of the River</i><span>’s last trip</span>",
    ],
)
def test_a_word_in_several_elements_stays_one(markup: str) -> None:
    """First letters stand in an element of their own, and formulas are made of them."""
    assert line(markup) == re.sub("<[^>]+>", "", markup)


def test_code_is_as_it_is_written() -> None:
    """Programs that colour it give each sign an element."""
    (block,) = parse("<body><pre><b>self</b><i>Name</i></pre>").blocks
    assert block.text == "selfName"


def test_lines_of_a_headline_are_parted() -> None:
    """Each of several words, in an element of its own."""
    page = parse("<body><h1><span>The last ferry</span><span>leaves the river</span></h1>")
    assert [block.text for block in page.blocks] == ["The last ferry leaves the river"]


def test_the_sign_of_a_link_to_a_heading_is_no_part_of_it() -> None:
    """Programs that make pages of Markdown set it behind each heading."""
    page = parse('<body><h2>The vote <a class="headerlink" href="#vote">¶</a></h2><h2>C#</h2>')
    assert [block.text for block in page.blocks] == ["The vote", "C#"]


def test_a_button_that_is_a_heading_s_text_is_shown() -> None:
    """Questions whose answers open below them; any other button is none of the text."""
    page = parse(
        "<body><h3><button>Will it stop?</button></h3><p>Yes.</p><h3>Next<button>Copy</button></h3>"
        "<p>Go<button>Share</button></p>"
    )
    assert [block.text for block in page.blocks] == ["Will it stop?", "Yes.", "Next", "Go"]


def test_a_shadow_tree_in_the_page_is_shown_where_it_stands() -> None:
    """Other templates are for scripts."""
    shadow = '<x-text><template shadowrootmode="open"><p>Two</p></template></x-text>'
    page = parse(f"<body><p>One</p>{shadow}<template><p>None</p></template><p>Three</p>")
    assert [block.text for block in page.blocks] == ["One", "Two", "Three"]
