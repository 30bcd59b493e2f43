"""Why two articles are, or are not, one story: all that the decision looks at, for a person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workers.dedup.fingerprint import fingerprint
from workers.dedup.rule import APART, BIAS, contributions, decided_by, score
from workers.dedup.similarity import Comparable, measure

if TYPE_CHECKING:
    from collections.abc import Mapping

    from shared.domain.article import Article
    from workers.dedup.rule import Measures


@dataclass(frozen=True, slots=True)
class Explanation:
    """What the pair has in common, and what the rule makes of it."""

    same_text: bool
    """The normalised bodies are equal: one story, whatever else differs."""
    shared_keys: int
    """Candidate keys in common; without one, the two are never compared at all."""
    near: bool
    """Whether the rule calls them near-duplicates; it counts only with a shared key."""
    rule: str
    """What decided: the weights, the clause for texts that are almost the same, or neither."""
    measures: Measures
    contributions: Mapping[str, float]
    """What each measure adds to the odds (natural logarithm), the rule's bias among them."""
    score: float
    """Their sum: above 0 the two are near-duplicates, by the weights alone."""


def explain(left: Article, right: Article) -> Explanation:
    """Compare two articles as a batch of both would."""
    prints = fingerprint(left), fingerprint(right)
    one, other = (
        Comparable(print_.features, print_.title, article.published_at, print_.length)
        for print_, article in zip(prints, (left, right), strict=True)
    )
    found = measure(one, other)
    rule = decided_by(found)
    return Explanation(
        same_text=prints[0].text_hash == prints[1].text_hash,
        shared_keys=len(set(prints[0].keys) & set(prints[1].keys)),
        near=rule != APART,
        rule=rule,
        measures=found,
        contributions={**contributions(found), "bias": BIAS},
        score=score(found),
    )
