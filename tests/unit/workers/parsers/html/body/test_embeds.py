"""What stands in the place of an embedded post."""

from __future__ import annotations

import pytest

from workers.parsers.html.body.embeds import without_placeholders
from workers.parsers.html.walk.tree import parse

TEXT = "The ferry sank at night, and nobody knew of it until the morning came."


def left(inside: str, name: str = "instagram-media") -> list[str]:
    """Return what is left of a body with a post in its midst."""
    post = f"<blockquote class='{name}'>{inside}</blockquote>"
    page = parse(f"<body><p>{TEXT}</p>{post}<p>{TEXT}</p></body>")
    return [block.text for block in without_placeholders(list(page.blocks))][1:-1]


@pytest.mark.parametrize(
    ("asked", "shared"),
    [
        ("View this post on Instagram", "A post shared by Ada Brook (@adabrook)"),
        ("Sieh dir diesen Beitrag auf Instagram an", "Ein Beitrag geteilt von A (@a) am 3. Mai"),
        ("この投稿をInstagramで見る", "Ada Brook(@adabrook)がシェアした投稿"),
    ],
)
def test_a_post_that_is_not_shown_leaves_no_words(asked: str, shared: str) -> None:
    """Neither the request to see it nor who shared it, in whatever language; its caption stays."""
    assert left(f"<div>{asked}</div><p>{shared}</p>") == []
    caption = "The old ferry, as it was."
    assert left(f"<div>{asked}</div><p>{caption}</p><p>{shared}</p>") == [caption]


def test_a_text_about_the_network_stays() -> None:
    """Outside of such an element, and where a page wraps its own text in one."""
    line = "She wrote it on Instagram (@adabrook)."
    assert left(f"<p>{line}</p>", name="quote") == [line]
    assert left(f"<p>{TEXT * 2} It was on Instagram.</p>") == [f"{TEXT * 2} It was on Instagram."]
