"""What a reader makes of pages otherwise than their truth says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.errors import Rejected
from tests.benchmarks.scoring import body_hits, body_score, folded

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.benchmarks.corpora import Sample
    from tests.benchmarks.readers import Reading

DOUBTFUL = 0.9
"""Bodies below this F1 are shown."""


def otherwise(pages: list[Sample], read: Callable[[Sample], Reading]) -> None:
    """Print the pages whose headline, day or body is read otherwise than their truth says."""
    for page in pages:
        truth, where = page.truth, f"  {page.path.parent.name}/{page.name}"
        try:
            told = read(page)
        except Rejected as refused:
            print(f"{where}: {refused}")
            continue
        day = (truth.get("published") or "")[:10]
        if truth.get("headline") and folded(told.headline) != folded(truth["headline"]):
            print(f"{where}: {told.headline!r}, not {truth['headline']!r}")
        if day and day not in told.days:
            print(f"{where}: {told.days}, not {day}")
        score = body_score([body_hits(told.body, truth["body"])]) if "body" in truth else None
        if score is not None and score.f1 < DOUBTFUL:
            print(f"{where}: body F1 {score.f1:.3f}")
