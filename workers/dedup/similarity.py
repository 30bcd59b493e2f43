"""
Are these two articles one story? The rule that verifies a candidate pair, and its evidence.

Symmetric, without caps or state: the answer depends on the two articles alone, so that neither
the order of arrival nor what else is stored can change it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from shared.domain.story import Evidence
from workers.dedup.features import unpack_text
from workers.dedup.rule import NONE, decided_by
from workers.dedup.titles import overlap, unpack_title

if TYPE_CHECKING:
    from datetime import datetime

    from numpy.typing import NDArray

    from workers.dedup.features import TextFeatures
    from workers.dedup.hashing import Words

_DAY_SECONDS = 86_400.0


@dataclass(frozen=True, slots=True)
class Comparable:
    """One side of a comparison: features of the text, and the article's own title and date."""

    features: bytes
    title: bytes
    published_at: datetime | None
    length: int


def compare(left: Comparable, right: Comparable) -> tuple[bool, Evidence]:
    """Tell whether two articles are near-duplicates, and why."""
    one, other = unpack_text(left.features), unpack_text(right.features)
    titles = unpack_title(left.title), unpack_title(right.title)
    shared = _shared(one.shingles, other.shingles)
    smaller = min(len(one.shingles), len(other.shingles))
    union = len(one.shingles) + len(other.shingles) - shared
    days = _days(left.published_at, right.published_at)
    evidence = Evidence(
        rule="",
        jaccard=shared / union if union else 1.0,
        containment=shared / smaller if smaller else 0.0,
        title=overlap(*titles),
        numbers=_shared_numbers(one, other),
        days=days,
    )
    rule = decided_by(evidence, marked=titles[0].marked or titles[1].marked)
    return rule != NONE, replace(evidence, rule=rule)


def _shared(left: Words | NDArray[np.uint16], right: Words | NDArray[np.uint16]) -> int:
    """Count what two sorted arrays without repeats have in common."""
    both = np.concatenate([left, right])
    both.sort(kind="stable")
    return int(np.count_nonzero(both[1:] == both[:-1]))


def _shared_numbers(left: TextFeatures, right: TextFeatures) -> float:
    """Return the share of the numbers of the text that has fewer which the other has too."""
    smaller = min(len(left.numbers), len(right.numbers))
    return _shared(left.numbers, right.numbers) / smaller if smaller else 1.0


def _days(left: datetime | None, right: datetime | None) -> float | None:
    if left is None or right is None:
        return None
    return abs((left - right).total_seconds()) / _DAY_SECONDS
