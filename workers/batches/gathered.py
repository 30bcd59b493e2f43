"""
Items between the parsing and the store: normalised and fingerprinted together, and filed.

Each step for some sixty texts, one after the other: its code is in the processor's cache from the
second text on. Where each text went through all steps by itself, that took an eighth more.
"""

from __future__ import annotations

import contextlib
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from shared import logs
from shared.domain import filing as filings
from shared.errors import Reason, Rejected
from workers.dedup.texts.fingerprint import fingerprints
from workers.normalise.urls import identity
from workers.parsers.base import RejectedItem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from shared.domain.article import Article, RawItem
    from shared.domain.filing import Filing
    from shared.domain.story import Fingerprint
    from workers.batches.tally import Tally
    from workers.reading import Reader

LETTERS: Final = 2**17
"""
Of all that waits, before it is normalised: some sixty small texts.

What it takes meanwhile stays in the processor's cache, and a long article waits for no other.
"""

TOO_LONG: Final = "its text is so long that comparing it took more memory than the limit"


@dataclass(slots=True)
class Gathered:
    """Items that wait to be normalised, each with the tally of its delivery."""

    reader: Reader
    _waiting: list[tuple[Tally, RawItem]] = field(default_factory=list)
    _letters: int = 0

    def __len__(self) -> int:
        """Count the items that wait."""
        return len(self._waiting)

    @property
    def is_full(self) -> bool:
        """Whether enough waits to be worth it."""
        return self._letters >= LETTERS

    def add(self, tally: Tally, item: RawItem) -> None:
        """Let one more wait."""
        self._waiting.append((tally, item))
        self._letters += letters_of(item)

    def file(self) -> list[Filing]:
        """Return the filings of all that waits, in the order in which it came; none waits then."""
        read = list(self._articles())
        self._waiting, self._letters = [], 0
        started = time.perf_counter()
        printed = _fingerprinted(read)
        _share(time.perf_counter() - started, read)
        return [_filed(*each) for each in printed]

    def _articles(self) -> Iterator[tuple[Tally, Article]]:
        """Yield the articles of all that waits; what is none, or fails, goes to its tally."""
        for tally, item in self._waiting:
            delivery = tally.delivery
            with logs.bind(delivery_id=delivery.id, provider=delivery.provider):
                try:
                    read = self.reader.normalised(item, delivery, tally.clock)
                except OSError as error:
                    tally.failure = error
                    continue
            if isinstance(read, RejectedItem):
                tally.reject(read.item, read.rejected)
            else:
                yield tally, read


def letters_of(text: RawItem | Article) -> int:
    """Count what a text's steps take their time by; at least 1."""
    return 1 + sum(map(len, text.body))


def _fingerprinted(
    read: Sequence[tuple[Tally, Article]],
) -> list[tuple[Tally, Article, Fingerprint]]:
    """
    Return articles with their fingerprints.

    One that takes more memory than the limit goes to its tally, and no other with it.
    """
    with contextlib.suppress(MemoryError):
        prints = fingerprints([article for _, article in read])
        return [(*each, print_) for each, print_ in zip(read, prints, strict=True)]
    # beyond the statement: an error in hand holds all that its frames had made
    if len(read) > 1:
        return [found for each in read for found in _fingerprinted([each])]
    for tally, article in read:
        tally.reject(article.item, Rejected(Reason.TOO_MUCH_MEMORY, TOO_LONG))
    return []


def _share(seconds: float, read: Sequence[tuple[Tally, Article]]) -> None:
    """Note what the fingerprints took, for each delivery by its letters."""
    letters = [letters_of(article) for _, article in read]
    whole = sum(letters)
    for (tally, _), own in zip(read, letters, strict=True):
        tally.fingerprint += seconds * own / whole


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
