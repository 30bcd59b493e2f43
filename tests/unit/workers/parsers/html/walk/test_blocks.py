"""A page as a row of blocks: what a reader sees as one paragraph."""

from __future__ import annotations

import pytest

from shared.errors import Reason, Rejected
from workers.parsers.html.walk.blocks import DEEPEST, MOST_BLOCKS
from workers.parsers.html.walk.tree import parse


def texts(body: str) -> list[str]:
    return [block.text for block in (parse(f"<html><body>{body}</body></html>")).blocks]


def test_inline_elements_do_not_part_a_paragraph() -> None:
    """Links, emphasis and spans stay in their sentence, with single spaces."""
    assert texts("<p>One <a href=x>two</a>\n <b>three</b><i>.</i></p>") == ["One two three."]


def test_an_element_that_a_page_made_up_is_a_part_of_its_line() -> None:
    """`<NYT_HEADLINE>` in a heading is no block of its own: the heading is one."""
    for tag in ("NYT_HEADLINE", "x-name", "fb:like"):
        (block,) = parse(f"<html><body><h1><{tag} a=b>One two</{tag}></h1></body></html>").blocks
        assert (block.text, block.node.tag) == ("One two", "h1")


def test_two_line_breaks_part_what_one_does_not() -> None:
    """Old pages write paragraphs with `<br><br>`."""
    assert texts("<div>One<br>two<br><br>three<br> <br>four</div>") == ["One two", "three", "four"]


def test_an_indent_of_two_wide_spaces_begins_a_paragraph() -> None:
    """One line break stands before it in Chinese and Japanese pages; without it that is a line."""
    text = "<p>\u3000\u3000茶馆重新开门。<br>\n\u3000\u3000客人排队。<br>茶很好。</p>"
    page = parse(f"<html><body>{text}</body></html>")
    assert [block.text for block in page.blocks] == ["茶馆重新开门。", "客人排队。 茶很好。"]


def test_scripts_styles_and_signs_alone_are_no_text() -> None:
    """Only what has a letter or digit is a block."""
    assert texts("<script>a()</script><style>b{}</style><p>|</p><p>Text</p>") == ["Text"]


def test_links_are_counted_in_characters() -> None:
    """The share of linked characters tells menus from sentences."""
    (block,) = (parse("<p>ab <a href=x>cdef</a></p>")).blocks
    assert (block.link_chars, block.links) == (4, 1)


def test_endless_nesting_is_refused_with_a_reason() -> None:
    """Beyond a thousand elements in elements nothing is a page."""
    with pytest.raises(Rejected) as caught:
        (parse("<html><body>" + "<div>" * (DEEPEST + 10) + "text"))
    assert caught.value.reason is Reason.TOO_DEEP


def test_unclosed_paragraphs_by_the_thousand_are_read() -> None:
    """The walk stops at its limit of blocks instead of running on."""
    assert len(texts("<p>One more paragraph" * 50_000)) > 10_000


def test_text_that_the_parser_hands_out_in_parts_is_one() -> None:
    """Entities and a thousand characters break what it hands out, not what is read."""
    (block,) = parse(f"<p><a href=x>Q &amp; A {'x' * 3000}</a></p>").blocks
    assert block.link_chars == len(block.text) == 3006


def test_an_element_counts_only_where_there_is_text_in_it() -> None:
    """Pages are full of empty boxes; those around text are kept, outer ones first."""
    page = parse("<div id=a><div></div><div><p>Text</p></div></div><div></div>")
    assert [node.tag for node in page.nodes] == ["html", "html", "body", "div", "div", "p"]


def test_the_head_is_read_in_the_same_walk() -> None:
    """Metas and links wherever they stand; of scripts the JSON-LD alone; the first title."""
    page = parse(
        "<html lang=de><head><title>One &amp; two</title><meta name=author content=Ada>"
        "<script>no()</script><script type='application/ld+json'>{}</script></head>"
        "<body><link rel=canonical href=x><svg><title>Icon</title></svg><p>Text</p></body></html>"
    )
    head = page.head
    assert (head.language, head.titles[0], head.scripts) == ("de", "One & two", ["{}"])
    assert [dict(meta) for meta in head.metas] == [{"name": "author", "content": "Ada"}]
    assert [link["rel"] for link in head.links] == ["canonical"]


def test_a_marked_element_keeps_its_lines_and_what_is_around_it() -> None:
    """Label and name apart; too long a text is no name and is not kept."""
    markup = '<div class="author"><p>Author</p><p class="byline">Ada Brook</p></div>'
    outer, inner = parse(markup).marks
    assert (outer.lines, inner.lines, inner.outer) == (
        ("Author", "Ada Brook"),
        ("Ada Brook",),
        outer,
    )
    (long,) = parse(f'<div class="author">{"word " * 400}</div>').marks
    assert long.lines == ()


def test_nothing_of_a_page_is_in_the_next_one_be_it_refused_cut_or_whole() -> None:
    """The parser is taken again; one that was interrupted is not."""
    plain = "<title>One</title><p>Text of its own.</p>"
    first = parse(plain)
    with pytest.raises(Rejected):
        parse("<title>Deep</title>" + "<div>" * (DEEPEST + 1) + "text")
    parse("<p>many</p>" * (MOST_BLOCKS + 5))
    again = parse(plain)
    assert again is not first
    for page in (first, again):
        assert [block.text for block in page.blocks] == ["Text of its own."]
        assert page.head.titles == ["One"]


def test_the_text_of_a_pre_is_parted_at_blank_lines() -> None:
    """As old pages and archives of mailing lists set whole stories."""
    story = "The ferry sails\nagain on Monday.\n\nA second ship is\n<b>hired</b> for the summer.\n"
    page = parse(f"<body><pre>{story}</pre><p>One more.</p></body>")
    assert [block.text for block in page.blocks] == [
        "The ferry sails again on Monday.",
        "A second ship is hired for the summer.",
        "One more.",
    ]


def test_lines_of_a_pre_that_all_stand_in_are_one_paragraph() -> None:
    """Standards and letters set their text so; a first line that stands in begins another."""
    story = "1. Ferries\n\n    The ferry sails\n    again on Monday.\n\n      Alone it\n    goes.\n"
    page = parse(f"<body><pre>{story}</pre><p>One more.</p></body>")
    assert [block.text for block in page.blocks] == [
        "1. Ferries",
        "The ferry sails again on Monday.",
        "Alone it goes.",
        "One more.",
    ]


def test_how_a_word_is_read_is_no_part_of_it() -> None:
    """Japanese pages set kana above ideographs, with brackets for those who see no ruby."""
    assert texts("<p><ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby>です。</p>") == [
        "漢字です。"
    ]
    assert texts("<p><ruby>漢<rt>かん</rt>字<rt>じ</ruby>です。</p>") == ["漢字です。"]


def test_what_a_paragraph_does_not_show_is_no_part_of_it() -> None:
    """Words for those who hear a page, and what opens over a line when it is touched."""
    told = [
        "<span class='sr-only'> (opens in new tab)</span>",
        "<span class='c-visually-hidden'>, external</span>",
        "<span style='clip: auto; display: none'>, to be shown later</span>",
        "<span hidden>, not yet</span>",
        "<span style='border:0;clip:rect(0 0 0 0);position:absolute'>, opens new tab</span>",
        "<span class='rollover-people-block'><span><a href='/ada'>More on Ada</a></span></span>",
    ]
    for part in told:
        assert texts(f"<p>She read <a>the report{part}</a> twice.</p>") == [
            "She read the report twice."
        ]


def test_what_names_a_text_for_those_who_hear_it_is_kept_elsewhere() -> None:
    """So are the first words of a line, and spans that only look so."""
    assert texts("<div>12 May <span class='sr-only'>was published</span></div>") == [
        "12 May was published"
    ]
    assert texts("<p><span class='sr-only'>Note:</span> it rained.</p>") == ["Note: it rained."]
    assert texts("<p>It <span class='hide-on-print'>rained</span>.</p>") == ["It rained."]


def test_the_rest_of_a_text_that_a_click_shows_is_kept() -> None:
    """Its names say that it is: `more`, `full-text`, `expanded`."""
    for names in ("class='more-text'", "id='full'", "class='is-collapsed'"):
        rest = f"<span {names} style='display:none'>and the rest of it.</span>"
        assert texts(f"<p>The beginning, {rest}</p>") == ["The beginning, and the rest of it."]


def test_a_first_line_that_is_the_title_is_a_block_in_a_page_that_is_a_table() -> None:
    """Byline and day follow it behind one line break each; a heading in two lines stays one."""
    head = "<head><title>Harbour News - The old ferry is to close</title></head>"
    cell = "<td><font size=5>The old ferry is to close</font><br>By Ada Brook<br>March 12</td>"
    page = parse(f"<html>{head}<body><table><tr>{cell}</tr></table></body></html>")
    assert [block.text for block in page.blocks] == [
        "The old ferry is to close",
        "By Ada Brook March 12",
    ]
    (heading,) = parse(f"{head}<h1>The old ferry is<br>to close</h1>").blocks
    assert heading.text == "The old ferry is to close"
