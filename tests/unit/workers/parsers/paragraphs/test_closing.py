"""The line that a blog's software adds below an entry is left out of its text."""

from __future__ import annotations

import pytest

from workers.parsers.paragraphs.closing import without_closing

TEXT = "The lamp is lit again."


@pytest.mark.parametrize(
    "line",
    [
        "The post A Lamp appeared first on Harbor Times.",
        "The post A Lamp first appeared on Harbor Times.",
        "Der Beitrag A Lamp erschien zuerst auf Harbor Times.",
        "La entrada A Lamp se publicó primero en Harbor Times.",
        "L’article A Lamp est apparu en premier sur Harbor Times.",  # noqa: RUF001
        "Запись A Lamp впервые появилась Harbor Times.",
        "Artikkeli A Lamp julkaistiin ensin: Harbor Times.",
    ],
)
def test_the_closing_line_of_a_blog_is_left_out(line: str) -> None:
    """By its words, or because it names the entry and the feed."""
    assert without_closing((TEXT, line), "A Lamp", ["Harbor Times"]) == (TEXT,)


def test_other_last_paragraphs_stay() -> None:
    """A sentence that names the title, and a line that is all there is."""
    last = "He called his painting A Lamp, and it hangs in the town hall to this day."
    assert without_closing((TEXT, last), "A Lamp", ["Harbor Times"]) == (TEXT, last)
    only = ("The post A Lamp appeared first on Harbor Times.",)
    assert without_closing(only, "A Lamp", ["Harbor Times"]) == only


@pytest.mark.parametrize(
    "last",
    [
        "The post, which first appeared on X on Tuesday, has since been deleted.",
        "The post first appeared on Facebook.",
        "The post about the lamp first appeared on Facebook in May, police said.",
        "The Post Office first appeared on the map in 1911.",
    ],
)
def test_a_sentence_about_a_post_stays(last: str) -> None:
    """A blog's line has a title, and a site's name behind."""
    assert without_closing((TEXT, last), None, ()) == (TEXT, last)
