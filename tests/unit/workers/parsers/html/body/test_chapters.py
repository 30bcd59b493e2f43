"""The headings of a text's parts are known by one another, where each is believed too little."""

from __future__ import annotations

import numpy as np
import pytest

from workers.parsers.html.body.chapters import with_headings
from workers.parsers.html.walk.tree import parse

TEXT = "The council met on Monday, and it voted for the bridge after a long debate."
SURE, DOUBTED, LEFT = 0.9, 0.15, 0.02


def headings(markup: str, chance: float = DOUBTED) -> list[str]:
    """Return what is body beside the text; `§` stands for a paragraph of it."""
    shown = f"§{markup}§".replace("§", f"<p>{TEXT}</p>")
    page = parse(f"<html><body><div>{shown}</div></body></html>")
    chances = np.array([SURE if block.text == TEXT else chance for block in page.blocks])
    body = with_headings(page, chances, chances >= SURE)
    return [block.text for block in page.blocks if body[block.at] and block.text != TEXT]


def test_headings_that_are_made_alike_head_the_parts_of_a_text() -> None:
    """Each says something else; a picture with its line may stand between it and its text."""
    markup = (
        "<h3 class='part first'>The vote</h3>§<h3 class='part'>The cost</h3>"
        "<figure><figcaption>A ferry</figcaption></figure>"
    )
    assert headings(markup) == ["The vote", "The cost"]


@pytest.mark.parametrize(
    "markup",
    [
        "<h3>The vote</h3>",
        "<h3>Advertisement</h3>§<h3>Advertisement</h3>",
        "<h3>The vote:</h3>§<h3>The cost:</h3>",
        "<h3><a href='/a'>The vote</a></h3>§<h3><a href='/b'>The cost</a></h3>",
        "<h3 class='quote'>We voted</h3>§<h3 class='quote'>We paid</h3>",
        "<h3 class='caption'>The town hall</h3>§<h3 class='caption'>The ferry</h3>",
        "<h3>Read on</h3><ul><li>a</li><li>b</li><li>c</li></ul>§<h3>The cost</h3>",
        "<h3>Read on</h3><h3>Watch</h3>§<h2>The cost</h2>",
    ],
)
def test_names_of_boxes_are_none(markup: str) -> None:
    """One alone, one said again, links, quotations, captions, and most of them above no text."""
    assert headings(markup) == []


def test_headings_that_are_hardly_likely_are_none() -> None:
    """The table knows boxes with a headline and a lead each."""
    assert headings("<h3>The vote</h3>§<h3>The cost</h3>", LEFT) == []
