"""A doubtful last block far below a body is the site's."""

from __future__ import annotations

import numpy as np
import pytest

from workers.parsers.html.body.intruders import without_far
from workers.parsers.html.walk.tree import parse

TEXT = "The council met on Monday, and it voted for the bridge after a long debate."
NOTE = "This page is best viewed in a browser that knows style sheets."
LINKS = "<li>News</li>" * 20
SURE, DOUBTFUL = 0.9, 0.6


def left(last: str, between: str = LINKS, chance: float = DOUBTFUL, text: str = TEXT) -> list[str]:
    """Return what is left of a body whose last block stands below what is none of it."""
    above = f"<div class='part part-1'><p>{text}</p><p>{text}</p></div><ul>{between}</ul>"
    page = parse(f"<html><body>{above}{last}</body></html>")
    chances = np.full(len(page.blocks), chance)
    chosen = [block for block in page.blocks if block.node.tag == "p"]
    return [block.text for block in without_far(chosen, chances)]


@pytest.mark.parametrize(
    "last", [f"<div><p>{NOTE}</p></div>", f"<div class='foot'><p>{NOTE}</p></div>"]
)
def test_a_doubtful_last_block_far_below_a_text_is_none_of_it(last: str) -> None:
    """Below comments and teasers a site tells what browser it wants, or how to write to it."""
    assert left(last) == [TEXT, TEXT]


def test_what_is_near_likely_made_as_the_text_or_much_of_it_is_left() -> None:
    """A text goes on below a gallery, and in the parts that a page builder made alike."""
    last = f"<div class='foot'><p>{NOTE}</p></div>"
    assert left(last, between="<li>News</li>") == [TEXT, TEXT, NOTE]
    assert left(last, chance=SURE) == [TEXT, TEXT, NOTE]
    assert left(f"<div class='part part-2'><p>{NOTE}</p></div>") == [TEXT, TEXT, NOTE]
    assert left(last, text="It rains.") == ["It rains.", "It rains.", NOTE]
    entries = "<div class='size'><p>Sizes</p></div>" * 6
    assert left(entries + LINKS + last)[-1] == NOTE


def test_teasers_of_other_articles_far_below_a_text_go_as_many_as_there_are() -> None:
    """Each is a linked headline with a text behind it; entries of the text have no such gap."""
    teaser = f"<p><a href='/1'>The old pier</a> {NOTE}</p>"
    assert left(f"<div class='more'>{teaser * 3}</div>") == [TEXT, TEXT]
    assert len(left(f"<div class='more'>{teaser * 3}</div>", between="<li>News</li>")) == 5
    assert len(left(f"<div class='more'>{teaser * 2}<p>{NOTE}</p></div>")) == 5
