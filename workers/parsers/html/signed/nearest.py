"""Of names in several places those nearest to the text: others are teasers'."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

from shared.domain.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

_TOGETHER = 3
"""Blocks that lie between two names of one list, at most."""


class _Placed(Protocol):
    @property
    def at(self) -> int:
        """The place of the block that it stands in."""


_One = TypeVar("_One", bound=_Placed)


@dataclass(frozen=True, slots=True)
class Beside:
    """A byline beside the body: its names, where they are from, how far to believe them."""

    names: str
    source: str
    weight: float
    at: int


def nearest(told: Sequence[_One], first: int, last: int) -> list[_One]:
    """Return what is nearest to the blocks `first` to `last`, and what stands in a row with it."""
    if not told:
        return []
    places = sorted({each.at for each in told})
    middle = min(range(len(places)), key=lambda n: max(first - places[n], places[n] - last, 0))
    low = high = middle
    while low and places[low] - places[low - 1] <= _TOGETHER:
        low -= 1
    while high + 1 < len(places) and places[high + 1] - places[high] <= _TOGETHER:
        high += 1
    return [each for each in told if places[low] <= each.at <= places[high]]
