"""
Are these two articles one story? What the two have in common, measured, and the answer.

Symmetric, without caps or state: the answer depends on the two articles alone, so that neither
the order of arrival nor what else is stored can change it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from shared.domain.story import Evidence
from shared.domain.values import dataclass
from workers.dedup.alike.differences import ahead_of, known, own_parts, spread_of
from workers.dedup.alike.measures import Measures
from workers.dedup.alike.partings import MANY_SHARE
from workers.dedup.alike.rule import FARTHEST_DAYS, WHOLE_LENGTH, could_be_one, decided_by, says_yes
from workers.dedup.texts.features import unpack_text
from workers.dedup.texts.titles import is_of_many, unpack_title

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet
    from datetime import datetime

    from workers.dedup.texts.features import TextFeatures

_DAY_SECONDS = 86_400.0


@dataclass(frozen=True, slots=True)
class Comparable:
    """One side of a comparison: features of the text, and the article's own title and date."""

    features: bytes
    title: bytes
    published_at: datetime | None
    length: int
    marked: bool = False
    """Whether it is a correction or an update by its mark."""


class _Part(TypedDict):
    """Measures of a part, by their names."""

    share: float
    ahead: int
    spread: float
    known: float | None
    of_many: bool


def compare(left: Comparable, right: Comparable) -> tuple[bool, Evidence]:
    """
    Tell whether two articles are near-duplicates, and why.

    Raises ValueError where the features of one are of another version of the hashes.
    """
    found = measure(left, right)
    rule = decided_by(found)
    return says_yes(rule), Evidence(
        rule=rule,
        jaccard=found.jaccard,
        containment=found.containment,
        title=found.title or 0.0,
        numbers=found.numbers,
        days=found.days,
    )


def hopeless(left: Comparable, right: Comparable) -> bool:
    """
    Tell of some pairs, at a tenth of the cost, that `compare` would say no.

    Two short texts days apart are no story however much they share: a family of templates (the
    weather of ten years) must not cost a full comparison with each of its members.
    """
    days = _days(left.published_at, right.published_at)
    length = min(left.length, right.length)
    if days is None or days < FARTHEST_DAYS or length >= WHOLE_LENGTH:
        return False
    one, other = unpack_text(left.features), unpack_text(right.features)
    return not could_be_one(length, min(len(one.numbers), len(other.numbers)))


def measure(left: Comparable, right: Comparable) -> Measures:
    """Return all that the rule weighs, and what a person may want to see beside it."""
    one, other = unpack_text(left.features), unpack_text(right.features)
    titles = unpack_title(left.title), unpack_title(right.title)
    common = len(one.shingles & other.shingles)
    sizes = sorted((len(one.shingles), len(other.shingles)))
    numbers = len(one.numbers & other.numbers)
    words = len(one.words & other.words) - numbers
    spoken = [len(each.words) - len(each.numbers) for each in (one, other)]
    apart = own_parts((left.title, right.title), (one, other))
    return Measures(
        jaccard=common / max(sum(sizes) - common, 1),
        containment=common / max(sizes[0], 1),
        title=_overlap(*titles),
        support=_support(titles, (one, other)),
        shared_numbers=numbers,
        missing_numbers=min(len(one.numbers), len(other.numbers)) - numbers,
        length=min(left.length, right.length),
        days=_days(left.published_at, right.published_at),
        wording=words / max(sum(spoken) - words, 1),
        marked=left.marked or right.marked,
        own_names=apart.names,
        own_share=apart.share,
        frame=apart.frame,
        own_words=min(spoken) - words,
        own_opening=apart.opening,
        **_as_a_part(left, right),
    )


def _overlap(left: AbstractSet[int], right: AbstractSet[int]) -> float | None:
    """Return the share of the shorter headline that the longer has too; None where one is empty."""
    shorter = min(len(left), len(right))
    return len(left & right) / shorter if shorter else None


def _support(
    titles: tuple[AbstractSet[int], AbstractSet[int]], texts: tuple[TextFeatures, TextFeatures]
) -> float | None:
    """
    Return how far each article speaks of what the other's headline says: the lesser share.

    A text that contains another whole, but under a headline of which the other knows nothing, is
    a round-up, not a copy. None where a headline is empty.
    """
    if not all(map(len, titles)):
        return None
    (left, right), (one, other) = titles, texts
    return min(known(left, right, other), known(right, left, one))


def _days(left: datetime | None, right: datetime | None) -> float | None:
    if left is None or right is None:
        return None
    return abs((left - right).total_seconds()) / _DAY_SECONDS


def _as_a_part(left: Comparable, right: Comparable) -> _Part:
    """Return how the shorter of two articles would stand in the longer as one of many stories."""
    shorter, longer = sorted((left, right), key=lambda each: each.length)
    share = (shorter.length or 1) / (longer.length or 1)
    if share > MANY_SHARE:  # by far the most: then nothing else is asked
        return {"share": share, "ahead": 0, "spread": 0.0, "known": None, "of_many": False}
    titles = unpack_title(longer.title), unpack_title(shorter.title)
    text, whole = unpack_text(shorter.features), unpack_text(longer.features)
    ahead = ahead_of(text, whole)
    return {
        "share": share,
        "ahead": ahead,
        "spread": spread_of(text, whole) if ahead else 0.0,
        "known": known(*titles, text) if all(titles) else None,
        "of_many": is_of_many(longer.title) and not is_of_many(shorter.title),
    }
