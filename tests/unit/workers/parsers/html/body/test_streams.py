"""Of a page with several articles the one that its title names is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.unit.workers.parsers.reading import read

if TYPE_CHECKING:
    from collections.abc import Callable

OWN = "Old bridge closes to lorries"
NEXT = "Ferry line closes for the winter"
DAY = "<p>{} March 2024</p>"


def said(what: str) -> tuple[str, ...]:
    """Return the paragraphs of an article about something."""
    return tuple(
        f"The council of Norrholm spoke of {what} for {hours} hours on Monday, and then it agreed "
        "that nothing should be changed before the end of the summer, whatever it costs."
        for hours in ("two", "three", "four")
    )


def text(what: str) -> str:
    return "".join(f"<p>{each}</p>" for each in said(what))


def body_of(inner: str) -> tuple[str, ...]:
    """Return the body of a page with some articles in it."""
    head = f"<head><title>{OWN} | Harbour News</title></head>"
    (item,) = read("a.html", f"<html>{head}<body>{inner}</body></html>".encode()).items
    return item.body


def in_articles(headline: str, what: str, day: int) -> str:
    return f"<article><h1>{headline}</h1>{DAY.format(day)}{text(what)}</article>"


def in_boxes(headline: str, what: str, day: int) -> str:
    """Return one of a blog: the first headline is of level one, the others are links."""
    level = 1 if headline == OWN else 2
    linked = f"<h{level} class='title'><a href='/{day}'>{headline}</a></h{level}>"
    return f"<div id='post-{day}'>{linked}{DAY.format(day)}<div>{text(what)}</div></div>"


def in_lines(headline: str, what: str, day: int) -> str:
    """Return one whose headline only its class tells."""
    return f"<div><div class='hed'>{headline}</div>{DAY.format(day)}{text(what)}</div>"


def without_day(headline: str, what: str, day: int) -> str:
    return f"<div class='a{day}'><h1 class='hed'>{headline}</h1>{text(what)}</div>"


def flat(headline: str, what: str, day: int) -> str:
    return f"<h1>{headline}</h1>{DAY.format(day)}{text(what)}"


@pytest.mark.parametrize("made", [in_articles, in_boxes, in_lines, without_day, flat])
def test_the_articles_below_are_left_out(made: Callable[[str, str, int], str]) -> None:
    """What scrolling loads stays in a saved page."""
    inner = made(OWN, "the bridge", 14) + made(NEXT, "the ferry", 13) + made("Ice", "ice", 12)
    assert body_of(inner) == said("the bridge")


@pytest.mark.parametrize("made", [in_articles, in_boxes, without_day])
def test_the_articles_above_are_left_out_too(made: Callable[[str, str, int], str]) -> None:
    """A reader who scrolled down saved the article that the address names by then."""
    inner = made(NEXT, "the ferry", 15) + made(OWN, "the bridge", 14)
    assert body_of(inner) == said("the bridge")


def test_an_article_loaded_into_a_box_below_is_left_out() -> None:
    """`Read next`, and all of it."""
    below = f"<div><span>Read next</span>{in_articles(NEXT, 'the ferry', 13)}</div>"
    found = body_of(in_articles(OWN, "the bridge", 14) + below)
    assert found == said("the bridge")


def test_entries_of_a_live_report_are_its_text() -> None:
    """Each has a headline and a time, and that of the page is none of them."""
    entries = in_boxes("The ferry", "the ferry", 13) + in_boxes("The ice", "ice", 12)
    found = body_of(f"<h1>{OWN}</h1><p>By Ada Brook</p>{entries}")
    assert set(said("the ferry") + said("ice")) <= set(found)


def test_parts_of_an_article_are_its_text() -> None:
    """Builders of pages put each into an element of its own; they have no byline and no day."""
    parts = "".join(
        f"<section><h2 class='hed'>{headline}</h2>{text(headline)}</section>"
        for headline in (OWN, "The engineers", "The shopkeepers")
    )
    assert set(said("The engineers") + said("The shopkeepers")) <= set(body_of(parts))


def test_a_heading_of_the_same_class_in_a_box_below_ends_nothing() -> None:
    """`Most read` is made as the headline is; the text before it lies in the same element."""
    boxed = f"<div>{text('the bridge')}<h1 class='hed'>Most read today</h1></div>"
    found = body_of(f"<header><h1 class='hed'>{OWN}</h1></header>{boxed}")
    assert set(said("the bridge")) <= set(found)


def test_chapters_of_the_headline_s_class_are_text() -> None:
    """Many sites give each chapter a heading of level one; only the article has a day."""
    parts = {"the bridge": OWN, "the engineers": "The engineers", "the shops": "The shopkeepers"}
    inner = "".join(
        f"<section><h1 class='hed'>{headline}</h1>{DAY.format(14) * (headline == OWN)}"
        f"{text(what)}</section>"
        for what, headline in parts.items()
    )
    assert {each for what in parts for each in said(what)} <= set(body_of(inner))


def test_a_chapter_that_begins_with_a_day_is_text() -> None:
    """A sentence with a day in it is no line that says when an article was written."""
    begin = "<h1>The engineers</h1><p>On 15 January 2023 they came to look at it at last.</p>"
    inner = f"<h1>{OWN}</h1>{DAY.format(14)}{text('the bridge')}{begin}{text('the engineers')}"
    assert set(said("the bridge") + said("the engineers")) <= set(body_of(inner))
