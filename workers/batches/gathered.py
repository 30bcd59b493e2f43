"""Articles between the reading and the store: fingerprinted together, and filed."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from shared.domain import filing as filings
from workers.dedup.fingerprint import fingerprints
from workers.normalise.urls import identity

if TYPE_CHECKING:
    from shared.domain.article import Article
    from shared.domain.filing import Filing
    from shared.domain.story import Fingerprint
    from workers.batches.tally import Tally

LETTERS: Final = 2**17
"""
Of all that waits, before it is fingerprinted: some sixty small texts.

What it takes meanwhile stays in the processor's cache, and a long article waits for no other.
"""


@dataclass(slots=True)
class Gathered:
    """Articles that wait for their fingerprints, each with the tally of its delivery."""

    _waiting: list[tuple[Tally, Article]] = field(default_factory=list)
    _letters: list[int] = field(default_factory=list)

    def __len__(self) -> int:
        """Count the articles that wait."""
        return len(self._waiting)

    @property
    def is_full(self) -> bool:
        """Whether enough waits to be worth it."""
        return sum(self._letters) >= LETTERS

    def add(self, tally: Tally, article: Article) -> None:
        """Let one more wait."""
        self._waiting.append((tally, article))
        self._letters.append(letters_of(article))

    def file(self) -> list[Filing]:
        """Return the filings of all that waits, in the order in which it came; none waits then."""
        started = time.perf_counter()
        prints = fingerprints([article for _, article in self._waiting])
        self._share(time.perf_counter() - started)
        filed = [
            _filed(tally, article, print_)
            for (tally, article), print_ in zip(self._waiting, prints, strict=True)
        ]
        self._waiting, self._letters = [], []
        return filed

    def _share(self, seconds: float) -> None:
        """Note what the fingerprints took, for each delivery by its letters."""
        whole = sum(self._letters)
        for (tally, _), letters in zip(self._waiting, self._letters, strict=True):
            tally.fingerprint += seconds * letters / whole


def letters_of(article: Article) -> int:
    """Count what an article's fingerprint is made of; at least 1."""
    return 1 + len(article.headline) + sum(map(len, article.body))


def _filed(tally: Tally, article: Article, print_: Fingerprint) -> Filing:
    delivery = tally.delivery
    return filings.file(
        article,
        print_,
        delivery_id=delivery.id,
        sha256=delivery.sha256,
        received_at=delivery.received_at,
        address=identity(article.url) if article.url else None,
    )
