"""What opens on top of an article, and what stands below it, is known by its elements' names."""

from __future__ import annotations

import pytest

from workers.parsers.html.body.apart import without_apart
from workers.parsers.html.walk.tree import parse

TEXT = "The council met on Monday, and it voted for the bridge after a long debate."
OTHER = "Nobody asked the ferrymen, who have crossed the harbour for a hundred years."


def left(markup: str) -> list[str]:
    """Return what is left of a body: three paragraphs of its text, and other ones."""
    page = parse(f"<html><body><main>{markup}</main></body></html>")
    return [block.text for block in without_apart(page.blocks)]


@pytest.mark.parametrize(
    "name",
    [
        "authorPopup",
        "popmake-overlay",
        "modal fade",
        "moove-gdpr-tab",
        "cookies",
        "subscribe_overlay",
    ],
)
def test_what_opens_on_top_of_a_page_is_none_of_its_text(name: str) -> None:
    """Wherever it stands: its markup is put anywhere in the page."""
    text = f"<p>{TEXT}</p>"
    assert left(f"{text}<div class='{name}'><p>{OTHER}</p></div>{text}") == [TEXT, TEXT]


@pytest.mark.parametrize(
    "name",
    [
        "comments-area",
        "kommentare",
        "crp_related",
        "related-posts",
        "author-bio",
        "about-the-author",
    ],
)
def test_what_stands_below_a_text_is_none_of_it(name: str) -> None:
    """Readers' comments, related posts, and who wrote it; amid a text such names say nothing."""
    text, below = f"<p>{TEXT}</p>", f"<div class='{name}'><div><p>{OTHER}</p></div></div>"
    assert left(text + below) == [TEXT]
    assert left(text + below + text) == [TEXT, OTHER, TEXT]


@pytest.mark.parametrize("name", ["dialog-off-canvas-main", "popular", "paywall", "commentary"])
def test_names_of_other_things_are_left(name: str) -> None:
    """What holds a page beside its menu, what is read most, what is paid for, and opinions."""
    assert left(f"<p>{TEXT}</p><div class='{name}'><p>{OTHER}</p></div>") == [TEXT, OTHER]


@pytest.mark.parametrize("name", ["modal", "comment"])
def test_a_page_that_is_made_of_such_elements_keeps_them(name: str) -> None:
    """A forum is comments, and some sites show every article in a dialog."""
    inside = f"<div class='{name}'><p>{TEXT}</p><p>{TEXT}</p><p>{TEXT}</p></div>"
    assert len(left(f"<p>{OTHER}</p>{inside}")) == 4
