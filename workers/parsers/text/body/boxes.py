"""
What goes on below a box of links: `Read more` with its entries may stand in the middle of a text.

Below the end of most articles stand the same boxes, and teasers under them. A section below a box
is of the article where it is written in sentences about what was told above, and nothing between
dates it, signs it or heads it anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from workers.parsers.bylines.marked import byline_of
from workers.parsers.lines.stops import ends_sentence
from workers.parsers.text.alone.rows import table_places
from workers.parsers.text.moments import is_moment_line
from workers.parsers.text.sentences import leads_away

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workers.parsers.text.marks.page import Page

NEAR = 2
"""So many lines below the last paragraph a box begins."""
ENTRIES = 8
"""So many entries at the most has a box inside a text."""
ROWS = 40
"""So many rows at the most has a table inside a text."""
LIKELY, SURE = -1.2, -1.0
"""Log-odds of being body of a paragraph that goes on if it speaks of what was told, or anyhow."""
SHARED = 2
"""So many telling words of a paragraph below the box must have been told above …"""
SHARE = 0.1
"""… and so great a part of them."""
ABOUT = ("bio", "profession", "rights", "credited", "post", "you unquoted")
"""Beginnings of the marks of notes on authors and rights, of pictures and calls to readers."""
HEADING = 80
"""Characters of a heading between a box and a paragraph."""


def beyond_box(page: Page, odds: Sequence[float], first: int, last: int) -> int:
    """
    Return the last place of a text that goes on below a box of links or a table, else `last`.

    `odds` are the log-odds of each passage to be body, `first` and `last` the text so far.
    """
    at = below_table(page, last) or _below_box(page, last)
    if at is None:
        return last
    told = set().union(*(page.topic.terms[place] for place in range(first, last + 1)))
    end = last
    while at < len(page.passages) and _goes_on(page, odds, at, told):
        end = at
        at += 1
        if at + 1 < len(page.passages) and _heads(page, at) and page.sizes[at + 1]:
            at += 1
    return end


def below_table(page: Page, last: int) -> int | None:
    """Return where the paragraph below a table may stand; None where the text ends at no table."""
    at = last + 1
    tables = table_places(page.passages[at : at + ROWS])
    while at - last - 1 in tables:
        at += 1
    return at if last + 1 < at < len(page.passages) else None


def _below_box(page: Page, last: int) -> int | None:
    """Return where the first paragraph below a box may stand; None where there is no box."""
    count = len(page.passages)
    tops = range(last + 1, min(last + 1 + NEAR, count - 1))
    top = next((place for place in tops if _tops_box(page, place)), None)
    if top is None:
        return None
    at = top + 1
    while at < count and at - top <= ENTRIES and page.passages[at].bullet:
        at += 1
    if at < count and not page.sizes[at] and _heads(page, at):
        at += 1
    return at if at - top > 1 and at < count else None


def _tops_box(page: Page, at: int) -> bool:
    """Whether a line heads a list of links: no sentence is, and entries of a list stand below."""
    text = page.passages[at].text
    if not page.passages[at + 1].bullet:
        return False
    return leads_away(text) or (len(text) <= HEADING and not ends_sentence(text))


def _heads(page: Page, at: int) -> bool:
    """Whether a line may be a heading within a text."""
    passage = page.passages[at]
    if passage.bullet or len(passage.text) > HEADING or ends_sentence(passage.text):
        return False
    return not (leads_away(passage.text) or _dates_or_signs(passage.text))


def _dates_or_signs(text: str) -> bool:
    return is_moment_line(text) or byline_of(text) is not None


def _goes_on(page: Page, odds: Sequence[float], at: int, told: set[str]) -> bool:
    """Whether a paragraph is likely body and speaks of what was told."""
    if not page.sizes[at] or odds[at] <= LIKELY:
        return False
    if any(mark.startswith(ABOUT) for mark in page.own[at]):
        return False
    own = page.topic.terms[at]
    shared = len(own & told)
    return odds[at] >= SURE or (shared >= SHARED and shared >= SHARE * len(own))
