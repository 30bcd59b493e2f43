"""When the time that a source calls the publication's is the last change's."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from workers.normalise.times.moments import DATED, Moment

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from workers.normalise.claims.evidence import Candidate

_BESIDE = timedelta(minutes=15)
"""Between a change and the publication that the same click wrote."""
_EARLIER = timedelta(days=2)
"""Less can be the same moment elsewhere, or an article of the day before beside this one."""
_SURE = 0.35
"""The most doubt about an earlier time that outdoes such a one."""
_LEFT = 0.6
"""What is left of the belief in it."""


def doubt_changes(candidates: Sequence[Candidate[Moment]], changes: Iterable[Moment]) -> None:
    """
    Weigh down times of publication that are the time of a change, beside a sure earlier one.

    Systems write the moment of the last change in both places when an old article is saved again,
    while the page, or another of its tags, has the first day still.
    """
    told = tuple(changes)
    for each in candidates:
        if not any(_is_same(each.value, change) for change in told):
            continue
        before = each.value.at - _EARLIER
        if any(other.value.at < before and other.doubt <= _SURE for other in candidates):
            each.doubt = 1.0 - (1.0 - each.doubt) * _LEFT


def _is_same(published: Moment, change: Moment) -> bool:
    """Return whether two times are of one click, or the same day where only that is stated."""
    if published.precision == DATED and published.wall and change.wall:
        return published.wall.date() == change.wall.date()
    return change.precision > DATED and abs(published.at - change.at) <= _BESIDE
