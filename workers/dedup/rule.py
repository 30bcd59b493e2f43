"""
The rule that says whether two articles are one story, as a table of clauses.

Measured on a wire of 1987 and on edited copies: see `docs/deduplication.md`. The nearer in time,
the less need be alike; a pair without dates is taken as of the same day.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shared.domain.story import Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One way to be one story: either similarity suffices, if all the rest holds."""

    name: str
    days: float
    """At most this far apart."""
    jaccard: float
    containment: float
    title: float = 0.0
    numbers: float = 0.0
    marked: bool = False
    """Only where a headline says that it repeats or corrects."""

    def holds(self, evidence: Evidence, *, marked: bool) -> bool:
        """Tell whether a pair is one story by this clause."""
        return (
            (evidence.days or 0.0) <= self.days
            and evidence.title >= self.title
            and evidence.numbers >= self.numbers
            and marked >= self.marked
            and (evidence.jaccard >= self.jaccard or evidence.containment >= self.containment)
        )


CLAUSES: Sequence[Clause] = (
    Clause(name="same-day/1", days=1, jaccard=0.5, containment=0.8, numbers=0.7),
    Clause(name="same-title/1", days=1, jaccard=0.5, containment=0.7, title=0.6, numbers=0.7),
    Clause(name="three-days/1", days=3, jaccard=0.8, containment=0.9, numbers=0.9),
    Clause(name="marked/1", days=3, jaccard=0.4, containment=0.7, title=0.5, marked=True),
)
NONE = "none/1"
"""The name of the rule that says no."""


def decided_by(evidence: Evidence, *, marked: bool) -> str:
    """Return the name of the first clause that holds, or `NONE`."""
    return next((c.name for c in CLAUSES if c.holds(evidence, marked=marked)), NONE)
