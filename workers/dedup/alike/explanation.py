"""What is found out about a pair of articles, for a person to read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workers.dedup.alike.measures import Measures


@dataclass(frozen=True, slots=True)
class Explanation:
    """What the pair has in common, and what the rule makes of it."""

    why: str
    """The answer for this pair in one plain sentence; others can join the two all the same."""
    one_item: bool
    """Their provider makes them versions of one item: by name, by mark, or by a notice."""
    noticed: bool
    """One is a notice that speaks of the other."""
    same_text: bool
    """The normalised bodies are equal: one story, whatever else differs."""
    shared_keys: int
    """Candidate keys in common; without one, the two are never compared at all."""
    near: bool
    """Whether the rule calls them near-duplicates; it counts only with a shared key."""
    rule: str
    """What decided: the weights, one of the clauses, or nothing."""
    measures: Measures
    contributions: Mapping[str, float]
    """What each measure adds to the odds (natural logarithm), the rule's bias among them."""
    score: float
    """Their sum: above 0 the two are near-duplicates, by the weights alone."""
