"""
Titles and days of other stories, one below the other, around a page's own: `Related News`.

A list of teasers between a headline and its text has all that a head has: titles that are likely
headlines, days, at times a name. What tells it is that titles and days take turns.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workers.parsers.bylines.marked import byline_of
from workers.parsers.text.label_words import LABELS
from workers.parsers.text.moments import is_moment_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workers.parsers.text.typesetting.lines import Passage

_FEWEST, _FEWEST_HEADED = 3, 2
"""So many days take turns with titles in a list, and in no head of a story."""
_LONGEST_DAY = 40
_CLOCK = re.compile(r"\d{1,2}:\d\d\s?(?:[ap]\.?m\.?)?(?:\s?[A-Z]{2,4})?")
"""What stands for today's day."""
_HEADING = 2
"""Words above a list."""
_SHORTEST, _LONGEST = 15, 200
"""Characters of a title."""


def teasers(parts: Sequence[Passage]) -> set[int]:
    """
    Return the places of titles and days that take turns three times or more.

    Behind a line of one or two words, as lists stand, twice is enough. Elsewhere the first pair is
    left out, which may be the page's own headline and day; the last one too where a text begins
    below it.
    """
    found: set[int] = set()
    run: list[int] = []
    for at in _days(parts):
        if run and at != run[-1] + 2:
            found |= _listed(parts, run)
            run = []
        run.append(at)
    return found | _listed(parts, run)


def _days(parts: Sequence[Passage]) -> list[int]:
    """Return the places of days, or of clocks alone, that stand below a title."""
    short = [at for at, part in enumerate(parts) if at and len(part.text) <= _LONGEST_DAY]
    days = [at for at in short if _is_day(parts[at].text)]
    return [at for at in days if _is_title(parts[at - 1].text)]


def _listed(parts: Sequence[Passage], run: Sequence[int]) -> set[int]:
    """Return the places of the pairs of a run that are a list's."""
    if len(run) < _FEWEST_HEADED:
        return set()
    first, last = run[0], run[-1]
    above = parts[first - 2].text if first > 1 else ""
    headed = 0 < len(above.split()) <= _HEADING and not _is_day(above)
    if len(run) < _FEWEST and not (headed and all(_is_bare(parts[at].text) for at in run)):
        return set()
    goes_on = last + 1 < len(parts) and len(parts[last + 1].text) > _LONGEST
    return {place for at in run[not headed : len(run) - goes_on] for place in (at - 1, at)}


def _is_day(text: str) -> bool:
    return is_moment_line(text) or _CLOCK.fullmatch(text) is not None


def _is_bare(text: str) -> bool:
    """Return whether a line has a day or a clock alone, without `Published` or `Updated`."""
    return text.split(None, 1)[0].casefold().rstrip(":") not in LABELS


def without_own(parts: Sequence[Passage], listed: set[int], headline: int | None) -> set[int]:
    """Return listed places without the title and the day of the page's own story among them."""
    if headline is None:
        return listed
    line = parts[headline].text
    own = [at for at in listed if parts[at].text == line]
    return listed.difference(own, (at + 1 for at in own))


def _is_title(text: str) -> bool:
    return _SHORTEST <= len(text) <= _LONGEST and not _is_day(text) and byline_of(text) is None
