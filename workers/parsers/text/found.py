"""Where things stand in a text: its headline, its body and its labels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.domain.article import Field
from shared.domain.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from collections.abc import Set as AbstractSet

    from workers.parsers.text.label_rows import Labelled


@dataclass(frozen=True, slots=True)
class Found:
    """Where things stand: the headline (None for none), the body's passages, the labels."""

    headline: int | None
    body: list[int]
    labels: Sequence[Labelled]
    source: str
    listed: AbstractSet[int] = frozenset()
    """Places of the titles and days of other stories."""


def places_of(labels: Iterable[Labelled]) -> set[int]:
    """Return the places of all lines that labels and their values take up."""
    return {at for label in labels for at in range(label.first, label.last + 1)}


def states_headline(labels: Iterable[Labelled], below: int) -> bool:
    """Return whether one of the labels above a line states the headline."""
    return any(one.name is Field.HEADLINE and one.first < below for one in labels)
