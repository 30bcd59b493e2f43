"""What a click unfolds among an article's paragraphs is part of it."""

from __future__ import annotations

import numpy as np
import pytest

from workers.parsers.html.body.folded import with_folded
from workers.parsers.html.walk.tree import parse

TEXT = "The council met on Monday, and it voted for the bridge. Then all went home."
ANSWER = "Nobody had asked for it, and the money was not there before this spring."


def added(folded: str, around: str = "{}") -> list[str]:
    text = f"<div><p>{TEXT}</p>{around.format(folded)}<p>{TEXT}</p></div>"
    page = parse(f"<html><body>{text}</body></html>")
    body = np.array([block.text == TEXT for block in page.blocks])
    whole = with_folded(page, body)
    return [block.text for block in page.blocks if whole[block.at] and not body[block.at]]


def test_a_question_and_its_answer_are_of_the_body() -> None:
    """Those are the element's summary and the rest, lists with it."""
    folded = f"<details><summary>Why now?</summary><p>{ANSWER}</p><ul><li>Money</li></ul></details>"
    assert added(folded) == ["Why now?", ANSWER, "Money"]


@pytest.mark.parametrize(
    "folded",
    [
        "<details><summary>Contents</summary><p><a href='#a'>The vote</a></p></details>",
        f"<details class='comments'><summary>Show</summary><p>{ANSWER}</p></details>",
        f"<details hidden><summary>More</summary><p>{ANSWER}</p></details>",
        f"<details><summary>Read more</summary><p><a href='/a'>{ANSWER}</a></p></details>",
    ],
)
def test_links_comments_and_what_is_never_shown_are_not(folded: str) -> None:
    """Contents and lists of articles fold, too."""
    assert added(folded) == []


def test_what_folds_in_another_element_is_beside_the_text() -> None:
    """A box of the site's own holds none of the body's paragraphs."""
    folded = f"<details><summary>About us</summary><p>{ANSWER}</p></details>"
    assert added(folded, "<div class='box'>{}</div>") == []
