"""Between blocks that are body a smaller chance makes a block body as well."""

from __future__ import annotations

import numpy as np
import pytest

from workers.parsers.html.body.gaps import filled
from workers.parsers.html.walk.tree import parse

TEXT = "The council met on Monday, and it voted for the bridge after a long debate."
SURE, DOUBTED, LEFT = 0.9, 0.3, 0.1


def kept(between: str, chance: float = DOUBTED) -> list[str]:
    """Return what is body of the blocks between paragraphs that surely are."""
    sure = f"<p>{TEXT}</p><p>{TEXT}</p>"
    page = parse(f"<html><body><div>{sure}{between}{sure}</div></body></html>")
    chances = np.array([SURE if block.text == TEXT else chance for block in page.blocks])
    body = filled(page, chances, chances >= SURE)
    return [block.text for block in page.blocks if body[block.at] and block.text != TEXT]


@pytest.mark.parametrize(
    "markup",
    [
        "<p>Nobody knew, when it began, how the night would end for the town.</p>",
        "<h2>How the vote went</h2>",
        "<ul><li>Two voted against it.</li></ul>",
        "<table><tr><td>For: 17</td></tr></table>",
    ],
)
def test_paragraphs_headings_lists_and_tables_in_the_midst_are_body(markup: str) -> None:
    """Where they are likely enough; what is hardly likely is none there either."""
    assert len(kept(markup)) == 1
    assert kept(markup, LEFT) == []


@pytest.mark.parametrize(
    "markup",
    [
        "<p>Share</p>",
        "<h2>More of the bridge</h2><p>Ferries</p>",
        "<blockquote><h3 class='quote'>Start quote</h3></blockquote>",
        "<p>Ada Brook looks at the bridge, which nobody has crossed yet. © Harbour Press</p>",
        "<ul><li><a href='/a'>Council votes for a bridge</a></li></ul>",
        "<table><tr><td>https://shop.example/bridge?size=2</td></tr></table>",
        "<div class='box'><p>Nobody knew, when it began, how the night would end.</p></div>",
    ],
)
def test_what_is_no_sentence_leads_away_or_stands_in_a_box_is_none(markup: str) -> None:
    """So are headings without a text of the body right below them, and those of quotations."""
    assert kept(markup) == []


def test_nothing_above_and_below_a_body_is_in_its_midst() -> None:
    """Standfirsts, credits and teasers are judged by the table alone."""
    line = "Nobody knew, when it began, how the night would end for the town."
    page = parse(f"<html><body><p>{line}</p>{f'<p>{TEXT}</p>' * 3}<p>{line}</p></body></html>")
    chances = np.array([SURE if block.text == TEXT else DOUBTED for block in page.blocks])
    assert filled(page, chances, chances >= SURE).tolist() == [False, True, True, True, False]


@pytest.mark.parametrize(("tag", "kept_"), [("h2", 1), ("h4", 1), ("h6", 0)])
def test_a_heading_right_between_paragraphs_may_have_an_element_of_its_own(
    tag: str, kept_: int
) -> None:
    """Systems that build a page of parts wrap each; the lowest levels are captions there."""
    assert len(kept(f"<section><{tag}>How the vote went</{tag}></section>")) == kept_
