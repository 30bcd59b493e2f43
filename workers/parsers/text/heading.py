"""
Which of the lines above a body is its headline: one that is likely by itself, and speaks of it.

The odds of a line are worked out before the body is known. Among teasers that look like headlines
the one whose words the body takes up is its own; a time and a byline stand below it, menus do not
stand between.
"""

# ruff: noqa: RUF001 - the signs between the steps of a path are meant

from __future__ import annotations

import re
from bisect import bisect
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workers.parsers.bylines.marked import byline_of
from workers.parsers.lines.lexicon import FURNITURE
from workers.parsers.text.marks.page import PROSE_STEPS
from workers.parsers.text.marks.tables import tables, weigh
from workers.parsers.text.moments import is_moment_line
from workers.parsers.text.sentences import leads_away

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from workers.parsers.text.marks.page import Page
    from workers.parsers.text.typesetting.lines import Passage

TABLE = "heading"
"""The table's name; its `odds` is what a line's own log-odds count."""
REACH = 60
"""Lines above the body beyond which nothing is its headline."""
LESS_LIKELY = 7.0
"""Log-odds below those of the likeliest line from which a line is not looked at."""
LEAD = 3
"""Paragraphs that say what the body is about."""
_SHARES = (0.01, 0.2, 0.35, 0.5, 0.7)
_DISTANCES = (1, 2, 3, 4, 6, 9, 14, 21, 34)
_LENGTHS = (10, 20, 30, 45, 70, 110, 160)
_DIFFERENCES = (-3.0, -1.0, -0.6, 0.0, 1.0, 3.0)
_LEAST, _MOSTLY = 8, 0.35
"""Characters of a heading inside a longer line, and its share of that line."""
_SIGNS = frozenset("|–—-»·•/<")
"""What stands between a heading and the site's name."""
_NEAR, _AS_LIKELY = 4, 2.0
_SIGNED = 160
"""Characters of a line that can be a byline or tell the time."""
_PICTURE = re.compile(
    r"\b(?:getty|shutterstock|copyright|images?|fotos?|photos?|photograph|courtesy|credit|bild|abb)"
    r"\b|©",
    re.IGNORECASE,
)
_TRAIL = re.compile(
    r"\s[>»›]\s.*\s[>»›]\s|^(?:Home|Startseite|Accueil|Inicio|Sie sind hier|You are here)\b.*[>»›:]"
)
"""Where on the site a page lies: `Home » News » Harbour`."""


def heading_of(page: Page, odds: Mapping[int, float], body: Sequence[int]) -> int | None:
    """
    Return the headline of a body whose passages stand at `body`; None where no line can be it.

    It may be what was taken for the first line of the body.
    """
    own = tables()[TABLE]["odds"]
    chances = {
        at: own * near + weigh(TABLE, marks) for at, near, marks in candidates(page, odds, body)
    }
    return max(chances, key=lambda at: chances[at], default=None)


def bare_heading(parts: Sequence[Passage], headline: int, body: Sequence[int]) -> int:
    """
    Return the line between a headline and the text that it has inside more words; or itself.

    A page's title has the site's name behind the heading, or before it, and a sign between.
    """
    text = parts[headline].text
    least = max(_LEAST, _MOSTLY * len(text))
    for at in range(next((at for at in body if at > headline), headline), headline, -1):
        line = parts[at].text
        if len(text) > len(line) >= least and " " in line and not parts[at].bullet:
            before, found, behind = text.partition(line)
            if found and (before.strip()[-1:] or behind.strip()[:1]) in _SIGNS:
                return at
    return headline


def candidates(
    page: Page, odds: Mapping[int, float], body: Sequence[int]
) -> Iterator[tuple[int, float, list[str]]]:
    """Yield the lines that may be a body's headline: place, log-odds by itself, and marks."""
    first = body[0]
    near = {at: value for at, value in odds.items() if first - REACH <= at <= first}
    least = max(near.values(), default=0.0) - LESS_LIKELY
    near = {at: value for at, value in near.items() if value > least}
    if not near:
        return
    around = _around(page, odds, near, body)
    below = _around(page, odds, near, body[1:]) if first in near and len(body) > 1 else around
    for at, value in near.items():
        if at < first:
            yield at, value, _marks(around, at)
        else:  # the paragraphs below are what it would be the headline of
            marks = _marks(below, at)
            yield at, value, ["at body", *(one for one in marks if not one.startswith(_OWN))]


_OWN = ("most", "told")
"""Beginnings of marks that compare a line with the whole body, which has its words anyway."""


@dataclass(frozen=True, slots=True)
class _Around:
    """What candidates are compared with."""

    page: Page
    near: Mapping[int, float]
    first: int
    lead: AbstractSet[str]
    told: AbstractSet[str]
    most: tuple[int, int]
    """Words of the lead, and of the body, that the candidate with most of them has."""
    signs: Mapping[int, str]
    """Lines between that are a byline or tell the time."""


def _around(
    page: Page, odds: Mapping[int, float], near: Mapping[int, float], body: Sequence[int]
) -> _Around:
    terms = page.topic.terms
    lead = set[str]().union(*(terms[at] for at in body[:LEAD]))
    told = set[str]().union(*(terms[at] for at in body))
    above = [at for at in near if at < body[0]]
    most = tuple(max((len(terms[at] & one) for at in above), default=0) for one in (lead, told))
    signs = {
        at: sign
        for at in range(min(near), body[0])
        if at not in odds and (sign := _sign(page.passages[at].text))
    }
    return _Around(page, near, body[0], lead, told, (most[0], most[1]), signs)


def _sign(text: str) -> str:
    """Return whether a line is a byline or tells the time, or both."""
    if len(text) >= _SIGNED:
        return ""
    told = "time " if is_moment_line(text) else ""
    return f"{told}byline" if byline_of(text) else told


def _marks(around: _Around, at: int) -> list[str]:
    page, text = around.page, around.page.passages[at].text
    between = max(0, page.sums[around.first] - page.sums[min(at + 1, around.first)])
    names = _shared(around, at)
    names.append(f"above {bisect(_DISTANCES, around.first - at)}")
    names.append(f"prose between {bisect(PROSE_STEPS, between)}")
    signs = [sign for place, sign in around.signs.items() if place > at]
    names += [f"{sign} between" for sign in ("time", "byline") if any(sign in one for one in signs)]
    names += [f"signed below {step}" for step in (1, 2) if at + step in around.signs]
    names += ["repeated"] if page.seen[text] > 1 else []
    names += ["alone"] if page.alone(at) else []
    names.append(f"size {bisect(_LENGTHS, len(text))}")
    return [*names, *page.own[at][1:3], *_doubts(page, at), *_rivals(around, at)]


def _shared(around: _Around, at: int) -> list[str]:
    """Return how many of a line's words the body takes up, and its first paragraphs."""
    own = around.page.topic.terms[at]
    names: list[str] = []
    for name, words, most, step in (
        ("lead", around.lead, around.most[0], 4), ("told", around.told, around.most[1], 5),
    ):  # fmt: skip
        count = len(own & words)
        names.append(f"{name} {bisect(_SHARES, count / (len(own) or 1))}")
        names.append(f"{name} words {min(count, step)}")
        names += [f"most {name}"] if count and count >= most else []
    return names


def _doubts(page: Page, at: int) -> list[str]:
    """Return whether a line names a picture, a place on the site or a thing to press."""
    text = page.passages[at].text
    words = [word.strip(".,:;!?()[]") for word in text.casefold().split()]
    names = ["pictured"] if "credited" in page.own[at] or _PICTURE.search(text) else []
    names += ["trail"] if _TRAIL.search(text) else []
    names += ["pressed"] if 2 * sum(map(FURNITURE.__contains__, words)) >= len(words) else []
    return names + (["leads away"] if leads_away(text) else [])


def _rivals(around: _Around, at: int) -> list[str]:
    """Return how many likelier lines stand above and below, and what the lines beside are like."""
    near, own = around.near, around.near[at]
    likelier = [place for place, value in near.items() if value > own]
    below = sum(place > at for place in likelier)
    beside = sum(
        value > own - _AS_LIKELY for place, value in near.items() if 0 < abs(place - at) <= _NEAR
    )
    names = [f"better below {min(3, below)}", f"better above {min(3, len(likelier) - below)}"]
    names.append(f"likely near {min(5, beside)}")
    for name, steps in (("above", (-1, -2)), ("below", (1, 2))):
        place = next((at + step for step in steps if at + step in near), None)
        if place is not None:
            shorter = len(around.page.passages[place].text) < len(around.page.passages[at].text)
            step = bisect(_DIFFERENCES, near[place] - own)
            names.append(f"line {name} {step} {'shorter' if shorter else 'longer'}")
    return names
