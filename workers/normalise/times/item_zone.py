"""
The zone of clocks without one, as the same item's other times state or show it.

Systems write one time with its zone and another without: `2024-03-14T14:57:27+01:00` as the
publication, `14.03.2024, 16:10` as the last change. Both are of one clock on one wall.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, timedelta
from typing import TYPE_CHECKING

from workers.normalise.times.moments import CLOCKED, UNPLACED, ZONED

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from workers.normalise.times.moments import Moment

_EARLIER = timedelta(days=1)
"""A clock of Auckland, read as that of UTC, is so much later than it was, and half."""


def is_without(moment: Moment) -> bool:
    """Return whether a moment is a clock that nothing places: UTC was assumed for it."""
    return moment.precision == CLOCKED and (moment.assumed or "").endswith(UNPLACED)


def placed(
    moment: Moment, told: Collection[Collection[Moment]], since: datetime | None = None
) -> Moment:
    """
    Return a moment in the one zone of an item's other times; the same where it needs or has none.

    `told` are the times of each field: a change is not the publication shown elsewhere, however
    many half hours lie between them. Those more than a day before `since`, the publication, are of
    other things: a picture shown in the page was posted at 9:10 PST wherever the paper is. UTC
    itself proves nothing of clocks without a zone: programs write it, whatever people see.
    """
    if not is_without(moment):
        return moment
    first = since - _EARLIER if since else None
    own = [[each for each in times if first is None or each.at > first] for times in told]
    away = {offset for times in own for offset in (*_stated(times), *_shown(times))}
    if len(away) != 1 or not (offset := away.pop()):
        return moment
    assumed = (moment.assumed or "").removesuffix(UNPLACED)
    sign, span = ("-", -offset) if offset < timedelta(0) else ("+", offset)
    minutes = span // timedelta(minutes=1)
    zone = f"zone {sign}{minutes // 60:02}:{minutes % 60:02}: of the item's other times"
    return replace(moment, at=moment.at - offset, assumed=f"{assumed}{zone}")


def _stated(told: Collection[Moment]) -> list[timedelta]:
    """Return how far from UTC the zones lie that times state."""
    return [
        offset
        for moment in told
        if moment.precision == ZONED and moment.wall is not None
        if (offset := moment.wall.replace(tzinfo=UTC) - moment.at)
    ]


def _shown(told: Collection[Moment]) -> list[timedelta]:
    """Return how far from UTC clocks lie that show the minute of a time with a zone."""
    clocks = [moment for moment in told if is_without(moment)]
    zoned = [moment for moment in told if moment.precision == ZONED]
    return [
        clock.minute - moment.minute
        for clock in clocks
        for moment in zoned
        if moment.completes(clock)
    ]
