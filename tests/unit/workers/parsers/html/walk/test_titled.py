"""The line that is the headline and no heading."""

# ruff: noqa: RUF001 - the signs of many scripts are meant
from __future__ import annotations

import pytest

from shared.domain.article import Field
from workers.parsers.claims.evidence import Evidence
from workers.parsers.html.headline import headings
from workers.parsers.html.walk.titled import completed, low_heading, titled
from workers.parsers.html.walk.tree import parse

BODY = "<p>The body begins here, and it has a long sentence or two, as bodies have.</p>"


def found(title: str, above: str) -> str | None:
    page = parse(f"<html><head><title>{title}</title></head><body>{above}{BODY}</body></html>")
    line = titled(page, len(page.blocks) - 1)
    return line.text if line else None


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("Bridge reopens after years - Harbour Post", "Bridge reopens after years"),
        ("江边老茶馆重新开门迎客_本地_江城网", "江边老茶馆重新开门迎客"),
        ("江边老茶馆重新开门迎客 东区办事处_江城网", "江边老茶馆重新开门迎客"),
        ("本地新闻--江边老茶馆重新开门迎客", "江边老茶馆重新开门迎客"),
    ],
)
def test_the_title_s_first_or_last_part_is_the_headline_s_line(title: str, line: str) -> None:
    """Behind it the site is named, before it a section."""
    assert found(title, f"<div>Menu</div><div>{line}</div><div>2021-03-04</div>") == line


def test_a_link_a_word_or_half_a_word_is_no_headline() -> None:
    """Menus repeat the title as a link; `Bridge` and `Bridge reopen` are no parts of it."""
    title = "Bridge reopens after years - Harbour Post"
    assert found(title, "<div><a href='/b'>Bridge reopens after years</a></div>") is None
    assert found(title, "<div>Bridge</div><div>Bridge reopen</div>") is None
    assert found("Post", "<div>Post</div>") is None
    line = "Bridge reopens after years"
    assert found(title, f"<ul><li><a href='/'>Home</a></li><li>{line}</li></ul>") is None
    assert found(title, f"<div class='breadcrumbs'><span>{line}</span></div>") is None


def test_a_title_without_the_headline_proves_nothing() -> None:
    """What the page is called in the head is another thing then; a page may have no title."""
    assert found("Harbour Post", "<div>Bridge reopens after years</div>") is None
    page = parse(f"<html><body><div>Bridge reopens after years</div>{BODY}</body></html>")
    assert titled(page, 1) is None


def test_a_low_heading_with_the_day_below_it_is_the_headline() -> None:
    """Without a day it is one of a box."""
    heading = "<h5>Bridge reopens after years</h5>"
    page = parse(f"<html><body>{heading}<div>14 March 2021</div>{BODY}</body></html>")
    line = low_heading(page, 2)
    assert line is not None
    assert line.text == "Bridge reopens after years"
    assert (
        low_heading(parse(f"<html><body>{heading}<div>Share</div>{BODY}</body></html>"), 2) is None
    )
    assert low_heading(parse(f"<html><body>{BODY}</body></html>"), 0) is None


def test_a_low_heading_is_claimed_where_no_title_has_the_headline() -> None:
    """It is believed more than a title that only names the section."""
    head = "<head><title>Notices of the harbour</title></head>"
    above = "<h5>Bridge reopens after years</h5><div>14 March 2021</div>"
    page = parse(f"<html>{head}<body>{above}{BODY}</body></html>")
    evidence = Evidence()
    evidence.add(Field.HEADLINE, "Notices of the harbour", "title", 0.3)
    headings.gather(page, evidence, 2)
    assert evidence.ordered()[Field.HEADLINE][0].value == "Bridge reopens after years"


def test_a_heading_that_was_cut_is_completed() -> None:
    """By the head's title or by a line that quotes the old one."""
    line = "<p>本文原标题：《江边老茶馆重新开门迎客，客人从早排到晚》</p>"
    page = parse(f"<html><body>{line}{BODY}</body></html>")
    whole = "江边老茶馆重新开门迎客，客人从早排到晚"
    assert completed("江边老茶馆重新开门迎客，客人...", (), page, 1) == whole
    assert completed("Bridge reopens aft…", ("Bridge reopens after years",), page, 1) == (
        "Bridge reopens after years"
    )
    assert completed("Bridge reopens aft…", ("Bridge reopens aft..._Post",), page, 1) == (
        "Bridge reopens aft…"
    )
    assert completed("Then…", ("Then came more",), page, 1) == "Then…"
