"""
The marks of a passage's kinship: does it speak of what was told, is it written like its neighbours.

A second article below the first brings words of its own; a list or a live report that belongs to
the article repeats one shape of line between paragraphs, as a menu does far from any.
"""

from __future__ import annotations

from bisect import bisect
from typing import TYPE_CHECKING

from workers.parsers.lines.lexicon import MONTHS
from workers.parsers.text.marks.page import PROSE_STEPS, TOPIC_STEPS, Page

if TYPE_CHECKING:
    from collections.abc import Iterator

LONG = 80
"""Characters that part a line from a paragraph."""
LEAD = 3
"""Paragraphs below the headline that say what the article is about."""
_ALIKE = (2, 3, 5, 8, 12)
_REACH = 8
"""Lines on each side that are compared with a line."""
_LED = (2, 4, 8)
_LED_REACH = 5


def kinship_marks(page: Page, head: int) -> Iterator[list[str]]:
    """Yield these marks of each passage in turn; `head` is the headline's place, -1 for none."""
    told: set[str] = set()
    lead: set[str] = set()
    paragraphs = 0
    shapes = [names[3] for names in page.own]
    led = [at for at in range(len(page.own)) if _led_by_month(page, at)]
    for at in range(len(page.own)):
        own = page.topic.terms[at]
        yield _told(page, at, told, lead) + _beside(page, at, shapes) + _dates(at, led)
        if at > head and page.sizes[at]:
            told |= own
            paragraphs += 1
            if paragraphs <= LEAD:
                lead |= own


def _told(page: Page, at: int, told: set[str], lead: set[str]) -> list[str]:
    """Return how many of a passage's words the paragraphs above have, and the first of them."""
    own = page.topic.terms[at]
    if not own or not told:
        return []
    size = "long" if len(page.passages[at].text) > LONG else "short"
    known = bisect(TOPIC_STEPS, len(own & told) / len(own))
    first = bisect(TOPIC_STEPS, len(own & lead) / len(own))
    return [f"known {known} {size}", f"lead {first} {size}"]


def _beside(page: Page, at: int, shapes: list[str]) -> list[str]:
    """Return how many lines near are as long and end alike, and which prose stands around."""
    size = page.own[at][0]
    near = shapes[max(0, at - _REACH) : at + _REACH + 1].count(shapes[at])
    sums = page.sums
    above = bisect(PROSE_STEPS, sums[at] - sums[max(0, at - 3)])
    below = bisect(PROSE_STEPS, sums[min(at + 4, len(sums) - 1)] - sums[at + 1])
    names = [
        f"alike {bisect(_ALIKE, near)}",
        f"alike {bisect(_ALIKE, near)} {size}",
        f"between {above} {below}",
        f"between {min(above, 2)} {min(below, 2)} {size}",
    ]
    for step, marks in enumerate(page.own[at + 1 : at + 4], 1):
        if "dateline" in marks:
            names.append(f"dateline below {step}")
    return names


def _led_by_month(page: Page, at: int) -> bool:
    """Whether a line begins with a month, as those of a calendar or of a tour do."""
    marks = page.own[at]
    if "month" not in marks and "month short" not in marks:
        return False
    return page.passages[at].text.split(None, 1)[0].casefold() in MONTHS


def _dates(at: int, led: list[int]) -> list[str]:
    """Return whether a line begins with a month, and how many near it do."""
    place = bisect(led, at)
    if not place or led[place - 1] != at:
        return []
    near = bisect(led, at + _LED_REACH) - bisect(led, at - _LED_REACH - 1)
    return ["month led", f"months led {bisect(_LED, near)}"]
