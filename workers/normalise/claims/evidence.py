"""Which claim to believe: the best-supported value of a field, and what lost against it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

from shared.domain.article import Claim, Provenance

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Hashable, Iterable, Sequence

Value = TypeVar("Value")

MOST_OTHERS = 5
"""Claims that lost and are kept for people to see."""
LONGEST_OTHER = 200
"""Characters of each of them."""


@dataclass(slots=True)
class Candidate(Generic[Value]):
    """One value of a field with all that speaks for it."""

    value: Value
    claim: Claim
    """The heaviest claim for it."""
    assumed: str | None = None
    doubt: float = 1.0
    """The product of `1 - weight` over its sources: see `support`."""
    sources: set[str] = field(default_factory=set)

    def support(self, claim: Claim) -> None:
        """
        Add a claim for the same value.

        Independent sources add up as chances do: .6 and .5 make 1 - .4 x .5 = .8, so that the sum
        stays below 1 and two weak sources do not outweigh a sure one. A source counts once.
        """
        if claim.source not in self.sources:
            self.sources.add(claim.source)
            self.doubt *= 1.0 - min(max(claim.weight, 0.0), 1.0)

    def join(self, other: Candidate[Value]) -> None:
        """Take the support of a candidate that says the same, only less of it."""
        if other.claim.source not in self.sources:
            self.doubt *= other.doubt
        else:
            self.doubt = min(self.doubt, other.doubt)
        self.sources |= other.sources


def weigh(
    claims: Collection[Claim], cleaned: Callable[[Claim], tuple[Value, Hashable, str | None] | None]
) -> list[Candidate[Value]]:
    """
    Return the candidates of a field, best first; among equals the first claim wins.

    `cleaned` gives a claim's value, the key by which two values are the same, and what was
    assumed; None for a claim that does not survive.
    """
    found: dict[Hashable, Candidate[Value]] = {}
    several = len(claims) > 1  # most fields have one
    for claim in sorted(claims, key=lambda each: -each.weight) if several else claims:
        survived = cleaned(claim)
        if survived is None:
            continue
        value, key, assumed = survived
        if (known := found.get(key)) is None:
            known = found[key] = Candidate(value, claim, assumed)
        known.support(claim)
    candidates = list(found.values())
    if len(candidates) > 1:
        candidates.sort(key=lambda each: each.doubt)
    return candidates


def provenance(candidates: Sequence[Candidate[Value]], written: str | None = None) -> Provenance:
    """Return where the best candidate came from and which lost against it; `written`: of a time."""
    best = candidates[0]
    if len(candidates) == 1:
        return Provenance(source=best.claim.source, assumed=best.assumed, written=written)
    others = tuple(
        Claim(each.claim.value[:LONGEST_OTHER], each.claim.source, each.claim.weight)
        for each in candidates[1 : MOST_OTHERS + 1]
    )
    return Provenance(
        source=best.claim.source, assumed=best.assumed, written=written, others=others
    )


def together(claims: Iterable[Claim]) -> list[tuple[Claim, list[str]]]:
    """
    Return the claims of a field with several values, one for each source, with its values.

    The claim that stands for a source has its values joined and its heaviest weight.
    """
    by_source: dict[str, list[Claim]] = {}
    for claim in claims:
        by_source.setdefault(claim.source, []).append(claim)
    return [
        (
            Claim(
                "; ".join(each.value for each in group),
                source,
                max(each.weight for each in group),
            ),
            [each.value for each in group],
        )
        for source, group in by_source.items()
    ]
