"""A text under study: its passages, what each looks like, and where prose and times stand."""

from __future__ import annotations

from bisect import bisect
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from sys import intern
from typing import TYPE_CHECKING

from workers.parsers.text.marks.features import own_marks
from workers.parsers.text.marks.layout import setting_marks
from workers.parsers.text.marks.topic import GAP, LONGEST, Topic, core
from workers.parsers.text.typesetting.columns import size_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workers.parsers.text.typesetting.lines import Passage

STEPS = (1, 2, 3, 5, 8, 12, 20, 40)
PROSE_STEPS = (1, 150, 400, 1000, 2000)
TOPIC_STEPS = (0.1, 0.2, 0.3, 0.45, 0.6, 0.8)
HERALD_STEPS = (1, 2, 3, 4, 6)
PROSE = 60
"""Characters from which something that ends like a sentence is prose."""
HEADLINE = 260
"""No headline is longer, in characters."""
SHORTEST = 4
"""Nor shorter."""
_BESIDE = tuple((step, f"{step:+d} ") for step in (-2, -1, 1, 2))
"""The neighbours, and how their marks are told from a passage's own."""
_PROSE_ENDS = ("end stop", "end quote", "end ellipsis")
_TOLD = frozenset(
    {"bullet", "furniture dense", "post", "credited", "rights", "month short", "ago", "doubled"}
)
_TIME_MARKS = frozenset({"clock", "year", "ago"})
_TIME_LINE = 120
"""A longer passage that tells a time is a sentence about it."""


@dataclass(frozen=True, slots=True)
class Page:
    """A text as its passages and all that is worked out once for all of them."""

    passages: Sequence[Passage]
    own: list[tuple[str, ...]]
    around: list[list[str]]
    """The marks of the two neighbours on each side: for the headline's odds and for the body's."""
    sizes: list[int]
    """Characters of prose of each passage, up to `LONGEST`."""
    sums: list[int]
    """Prose before each place, and in all."""
    topic: Topic
    heralds: list[float]
    """How much each line is like a headline of what follows."""
    times: list[int]
    """Where short lines tell a time."""
    seen: Counter[str]
    settings: list[list[str]]
    """The marks of how each passage is set (`layout.py`)."""
    first: dict[str, int]
    """Where each line stands first …"""
    last: dict[str, int]
    """… and last."""

    def alone(self, at: int) -> bool:
        """Whether blank lines stand above and below."""
        group = self.passages[at].group
        above = at > 0 and self.passages[at - 1].group == group
        below = at + 1 < len(self.passages) and self.passages[at + 1].group == group
        return not above and not below


def study(passages: Sequence[Passage]) -> Page:
    """Return the page that the passages make; linear in their number and length."""
    own = [own_marks(passage) for passage in passages]
    sizes = [_prose(passage, names) for passage, names in zip(passages, own, strict=True)]
    topic = Topic(passages, core([size or -GAP for size in sizes]))
    heralds = [_herald(passages[at], own[at], topic, at) for at in range(len(passages))]
    times = [
        at
        for at, names in enumerate(own)
        if len(passages[at].text) < _TIME_LINE and not _TIME_MARKS.isdisjoint(names)
    ]
    texts = [passage.text for passage in passages]
    places = range(len(texts))
    last = dict(zip(texts, places, strict=True))
    first = dict(zip(reversed(texts), reversed(places), strict=True))
    sums = list(accumulate(sizes, initial=0))
    seen_from = [_seen_from(names) for names in own]
    around = [_around(seen_from, at) for at in range(len(own))]
    settings = setting_marks(passages, own, sizes)
    return Page(
        passages, own, around, sizes, sums, topic, heralds, times, Counter(texts), settings, first,
        last,
    )  # fmt: skip


def _around(seen_from: list[tuple[tuple[str, ...], ...]], at: int) -> list[str]:
    """Return the marks of the two neighbours on each side."""
    names: list[str] = []
    for side, (step, where) in enumerate(_BESIDE):
        other = at + step
        if 0 <= other < len(seen_from):
            names += seen_from[other][side]
        else:
            names.append(where + "edge")
    return names


@lru_cache(maxsize=4096)  # lines look alike far more often than they differ
def _seen_from(marks: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Return the first four marks of a line, and those that tell more, as its neighbours do."""
    telling = (*marks[:4], *(mark for mark in marks if mark in _TOLD))
    return tuple(tuple(intern(where + mark) for mark in telling) for _, where in _BESIDE)


def beside_core(page: Page, at: int) -> str:
    """Return where a place lies to the core."""
    first, last = page.topic.span
    if at < first:
        return f"before core {bisect(STEPS, first - at)}"
    return f"after core {bisect(STEPS, at - last)}" if at > last else "in core"


def _prose(passage: Passage, names: tuple[str, ...]) -> int:
    if passage.bullet or names[1] not in _PROSE_ENDS:
        return 0
    size = size_of(passage.text)
    return min(size, LONGEST) if size > PROSE else 0


def _herald(passage: Passage, names: tuple[str, ...], topic: Topic, at: int) -> float:
    """Return how many words a line shares with those below; 0 for what can be no headline."""
    if passage.bullet or len(passage.text) > HEADLINE:
        return 0.0
    size = size_of(passage.text)
    sentence = names[1] == "end stop" and size > HEADLINE / 2
    if sentence or not SHORTEST <= size <= HEADLINE:
        return 0.0
    return topic.heralds(at)
