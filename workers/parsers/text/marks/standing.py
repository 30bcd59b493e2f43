"""The marks of a passage within its page: beside its neighbours, the core and the headline."""

from __future__ import annotations

from bisect import bisect
from typing import TYPE_CHECKING

from workers.parsers.bylines.marked import byline_of
from workers.parsers.bylines.persons import looks_like_person
from workers.parsers.text.marks.house import house_marks, names_of_house
from workers.parsers.text.marks.kinship import LONG, kinship_marks
from workers.parsers.text.marks.page import PROSE_STEPS, STEPS, TOPIC_STEPS, Page, beside_core

if TYPE_CHECKING:
    from collections.abc import Iterator

_BELOW = (1, 2, 3, 5, 8, 12, 20, 30, 50, 90)
_FAR_BELOW = (1, 4, 10, 25, 50)
_SINCE = (1, 150, 400, 1000, 2000, 4000, 8000)
_GAPS = (1, 2, 3, 4, 6, 9, 14, 20)
_TIMES = (2, 4, 8, 16, 32)
_FAR = 99


def body_marks(page: Page, head: int) -> Iterator[list[str]]:
    """Yield the marks of each passage in turn; `head` is the headline's place, -1 for none."""
    people = _people(page, head)
    house = names_of_house(page)
    gap = longest = 0
    for at, kinship in enumerate(kinship_marks(page, head)):
        told = at > head and page.sums[at] - page.sums[head + 1] > PROSE_STEPS[1]
        longest = max(longest, gap) if told else 0
        names = [*page.own[at], *page.around[at], *page.settings[at], *kinship]
        names += _place(page, at)
        names += _below(page, at, head, gap, max(longest, 0 if page.sizes[at] else gap + 1))
        names += _named(page, at, head, people)
        names += house_marks(page, at, house)
        gap = 0 if page.sizes[at] or at <= head else gap + 1
        yield names


def _people(page: Page, head: int) -> tuple[str, ...]:
    """Return who is named around the headline: the first two words, case folded."""
    found: list[str] = []
    for passage in page.passages[max(0, head - 4) : head + 10]:
        text = passage.text
        who = byline_of(text) or (text if looks_like_person(text) else None)
        if who:
            found.append(" ".join(who.casefold().split()[:2]))
    return tuple(found)


def _place(page: Page, at: int) -> list[str]:
    sums = page.sums
    total = sums[-1]
    near = sums[min(at + 5, len(sums) - 1)] - sums[max(0, at - 4)]
    names = [f"place {int(10 * sums[at] / (total or 1))}", f"near {bisect(PROSE_STEPS, near)}"]
    if not sums[at]:
        names.append("before all prose")
    if sums[at + 1] == total:
        names.append("after all prose")
    names.append("alone" if page.alone(at) else "crowded")
    text = page.passages[at].text
    if page.seen[text] > 1:
        names.append("repeated long" if len(text) > 100 else "repeated")  # noqa: PLR2004
    side = beside_core(page, at)
    names.append(side)
    if (share := page.topic.share(at)) is not None:
        step = bisect(TOPIC_STEPS, share)
        names += [f"topic {step}", f"topic {'in' if side == 'in core' else 'out'} {step}"]
    return names + _clocks(page, at)


def _clocks(page: Page, at: int) -> list[str]:
    before = bisect(page.times, at - 1)
    gap = at - page.times[before - 1] if before else _FAR
    near = bisect(page.times, at + 6) - bisect(page.times, at - 7)
    return [f"time above {bisect(_TIMES, gap)}", f"times near {bisect((1, 2, 3, 5), near)}"]


def _below(page: Page, at: int, head: int, gap: int, longest: int) -> list[str]:
    """Return how far below the headline, after how much prose and after which gaps in it."""
    step = at - head
    if step <= 0:
        return ["at head" if step == 0 else f"above head {bisect(STEPS[:4], -step)}"]
    since = page.sums[at] - page.sums[max(head, 0)]
    names = [f"below head {bisect(_BELOW, step)}", f"prose since {bisect(_SINCE, since)}"]
    names.append(f"below head {bisect(_FAR_BELOW, step)} {page.own[at][3]}")
    names += [f"gap {bisect(_GAPS, gap)}", f"longest gap {bisect(_GAPS, longest)}"]
    if since:
        names.append(f"gap after {bisect(_GAPS, gap)}")
    return names


def _named(page: Page, at: int, head: int, people: tuple[str, ...]) -> list[str]:
    """Return whether the author is named (a note about him) and words of the headline recur."""
    text = page.passages[at].text
    size = "long" if len(text) > LONG else "short"
    start = text[:200].casefold()
    names: list[str] = []
    if any(who in start for who in people):
        names.append(f"author named {size}")
        if start.startswith(people):
            names.append(f"author first {size}")
    if head >= 0 and page.topic.terms[at] and page.topic.terms[head]:
        shared = len(page.topic.terms[at] & page.topic.terms[head])
        names.append(f"head words {bisect((1, 2, 3, 5), shared)} {size}")
    return names
