"""Which line is the headline: short, above the prose, apart from lists, and about what follows."""

from __future__ import annotations

from bisect import bisect
from typing import TYPE_CHECKING

from workers.parsers.bylines.marked import byline_of
from workers.parsers.bylines.persons import looks_like_person
from workers.parsers.text.alone.first_line import is_kind
from workers.parsers.text.label_words import LABELS
from workers.parsers.text.marks.page import (
    HEADLINE,
    HERALD_STEPS,
    PROSE_STEPS,
    TOPIC_STEPS,
    Page,
    beside_core,
)
from workers.parsers.text.marks.tables import weigh
from workers.parsers.text.moments import is_moment_line
from workers.parsers.text.never_headline import never_headline

if TYPE_CHECKING:
    from collections.abc import Mapping
    from collections.abc import Set as AbstractSet

_TIME_STEPS = (1, 2, 3, 5, 8, 16)
_FAR = 99
TELLING, NEAR = 3, 8
"""A step of `HERALD_STEPS`, and lines on each side: among those the headline tells most."""


def headline_odds(page: Page, taken: AbstractSet[int] = frozenset()) -> dict[int, float]:
    """Return the log-odds of each line that may be the headline."""
    return {
        at: weigh("headline", headline_marks(page, at))
        for at in range(len(page.passages))
        if at not in taken and may_be_headline(page, at)
    }


def likeliest(odds: Mapping[int, float]) -> int:
    """Return the place with the greatest odds, the first of equals; -1 where there is none."""
    return max(odds, key=lambda at: odds[at], default=-1)


def may_be_headline(page: Page, at: int) -> bool:
    """Whether a line is short, no list entry, no label, no byline and no date."""
    passage = page.passages[at]
    text = passage.text
    if passage.bullet or not 2 <= len(text) <= HEADLINE:  # noqa: PLR2004
        return False
    if text.casefold().rstrip(":：") in LABELS:  # noqa: RUF001 - the sign of Chinese is meant
        return False
    return not (never_headline(text) or is_moment_line(text) or byline_of(text) or is_kind(text))


def headline_marks(page: Page, at: int) -> list[str]:
    """Return the marks by which a line is weighed as the headline."""
    text = page.passages[at].text
    herald = page.heralds[at]
    names = [*page.own[at], *page.around[at], *page.settings[at]]
    tells = bisect(HERALD_STEPS, herald)
    names.append(f"herald {tells}")
    if tells >= TELLING and herald >= max(page.heralds[max(0, at - NEAR) : at + NEAR + 1]):
        names.append("foremost")
    names.append(f"herald share {bisect(TOPIC_STEPS, herald / (len(page.topic.terms[at]) or 1))}")
    after = bisect(page.times, at)
    gap = page.times[after] - at if after < len(page.times) else _FAR
    names.append(f"time below {bisect(_TIME_STEPS, gap)}")
    since = at - page.times[after - 1] if after else _FAR
    names.append(f"time above {bisect(_TIME_STEPS, since)}")
    sums = page.sums
    end = len(sums) - 1
    for reach in (4, 12, 30):
        below = sums[min(at + 1 + reach, end)] - sums[at + 1]
        names.append(f"prose below {reach} {bisect(PROSE_STEPS, below)}")
    names.append(f"prose above {bisect(PROSE_STEPS, sums[at] - sums[max(0, at - 12)])}")
    names.append(beside_core(page, at))
    names.append("alone" if page.alone(at) else "crowded")
    names.append(f"place {int(10 * sums[at] / (sums[-1] or 1))}")
    return names + _echoes(page, at, text, tells) + _people(page, at, text)


def _echoes(page: Page, at: int, text: str, tells: int) -> list[str]:
    """Return whether the line stands in the text again, or inside a longer line near it."""
    names: list[str] = []
    if page.seen[text] > 1:
        names += [f"repeated {min(page.seen[text], 3)}", f"repeated tells {tells}"]
        names += ["again above"] if page.first[text] < at else []
        names += ["again below"] if page.last[text] > at else []
    near = page.passages[max(0, at - 6) : at + 7]
    if len(text) > 15 and any(len(one.text) > len(text) and text in one.text for one in near):  # noqa: PLR2004
        names.append("echoed")
    return names


def _people(page: Page, at: int, text: str) -> list[str]:
    names = ["person"] if looks_like_person(text) else []
    below = [byline_of(one.text) is not None for one in page.passages[at + 1 : at + 6]]
    if below[:1] == [True]:
        names.append("byline below 1")
    elif any(below):
        names.append("byline below 5")
    return names
