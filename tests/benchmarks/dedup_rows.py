"""
Many articles for measuring the store: made of real texts by seeded edits.

Every text has three words in ten exchanged, so that no two have more in common than strangers of
one beat do; one in ten is a copy of a neighbour with two words in a hundred changed. The same
number gives the same article, on any machine.
"""

from __future__ import annotations

import hashlib
import random
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

import numpy as np

from shared.domain import filing
from shared.domain.article import Article
from shared.domain.delivery import Lane, OutcomeWord, State
from shared.domain.story import New, Standing
from shared.storage.articles.texts import name_of
from shared.storage.tables.rows import article_row
from workers.dedup.texts.fingerprint import fingerprint

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from shared.domain.filing import Filing

FIRST_DAY = datetime(2020, 1, 1, tzinfo=UTC)
STRANGER, COPY = 0.3, 0.02
"""The share of words exchanged in a text of its own, and in a copy."""
COPIES = 10
"""One article in so many is a copy."""
SHORTEST = 40
_MINUTES = 3.0
ROUND = 100_000
"""Articles that are made one by one; further ones have the same texts under other keys."""


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes article number so-and-so."""

    bases: Sequence[tuple[str, list[str]]]
    words: Sequence[str]
    items: int
    """How many articles come in one file, whose bytes their ids begin with."""

    @classmethod
    def of(cls, samples: Iterable[tuple[str, str]], items: int = 1000) -> Maker:
        """Take headlines with texts; short ones are left out."""
        bases = [(title, text.split()) for title, text in samples]
        bases = [(title, words) for title, words in bases if len(words) >= SHORTEST]
        vocabulary = sorted({word for _, words in bases for word in words})
        return cls(bases, vocabulary, items)

    def article(self, number: int) -> Article:
        """Return an article; the same for the same number."""
        if number % COPIES == COPIES - 1:
            of = number - 1 - random.Random(number).randrange(COPIES - 1)
            title, words = self._text(of)
            edited = self._edited(words, COPY, random.Random(number))
            return self._article(number, title, [*edited, f"({number})"])
        return self._article(number, *self._text(number))

    def filing(self, number: int, written: Article) -> Filing:
        """Return an article, fingerprinted, of the delivery that it came in."""
        return filing.file(
            written,
            fingerprint(written),
            delivery_id=delivery_id(number),
            sha256=hashlib.sha256(str(number // self.items).encode()).hexdigest(),
            received_at=received_at(number),
            address=None,
        )

    def _text(self, number: int) -> tuple[str, list[str]]:
        chosen = random.Random(number)
        title, words = self.bases[number % len(self.bases)]
        headline = self._edited(title.split(), STRANGER, chosen)
        return " ".join(headline), self._edited(words, STRANGER, chosen)

    def _edited(self, words: Sequence[str], share: float, chosen: random.Random) -> list[str]:
        vocabulary, draw = self.words, chosen.random
        return [
            vocabulary[int(draw() * len(vocabulary))] if draw() < share else word for word in words
        ]

    def _article(self, number: int, title: str, words: Sequence[str]) -> Article:
        return Article(
            headline=title,
            body=tuple(" ".join(words[at : at + 60]) for at in range(0, len(words), 60)),
            provider="wire",
            published_at=published_at(number),
            language="en",
            item=str(number % self.items + 1),
            parser="benchmark/1",
        )


def delivery_id(number: int) -> UUID:
    """Return the delivery of an article: a thousand come in one."""
    return UUID(int=number // 1000 + 1)


def received_at(number: int) -> datetime:
    """Return when the delivery of an article came: as they do, one after the other."""
    return published_at(number - number % 1000 + 1000)


def delivery_rows(first: int, last: int) -> list[dict[str, Any]]:
    """Return the rows of the deliveries of some articles."""
    return [
        {
            "id": UUID(int=at + 1),
            "name": f"{at}.jsonl",
            "provider": "wire",
            "sha256": f"{at:064x}",
            "size": 1,
            "lane": Lane.BULK,
            "received_at": received_at(1000 * at),
            "state": State.DONE,
            "attempts": 1,
            "outcome": OutcomeWord.NEW,
        }
        for at in range(first // 1000, (last - 1) // 1000 + 1)
    ]


@dataclass(frozen=True, slots=True)
class Part:
    """Rows of some articles in a row, each a story of its own; keys as two columns."""

    articles: list[dict[str, Any]]
    texts: list[dict[str, Any]]
    heads: list[dict[str, Any]]
    keys: NDArray[np.int64]
    ids: NDArray[np.int64]
    first: int
    shift: int

    def again(self, times: int, shift: int) -> Part:
        """
        Return the rows of as many other articles, a round further on.

        Their texts are the same; their names, hashes and keys are those of strangers. So a store
        of a million is filled in minutes, and no row in it is like another.
        """
        chosen = random.Random(times)
        mask, narrow = chosen.getrandbits(128), chosen.getrandbits(63)
        other = mask.to_bytes(16)
        first = self.first + times * ROUND
        moved = first + shift - self.first - self.shift
        names = [UUID(int=head["id"].int ^ mask) for head in self.heads]
        return Part(
            articles=[
                row
                | {
                    "id": name,
                    "story_id": name,
                    "delivery_id": delivery_id(first + at),
                    "text_id": row["text_id"] + moved,
                    "content_hash": _masked(row["content_hash"], other),
                    "received_at": received_at(first + at),
                    "published_at": published_at(first + at),
                    "versioned_at": published_at(first + at),
                }
                for at, (row, name) in enumerate(zip(self.articles, names, strict=True))
            ],
            texts=[
                row | {"id": row["id"] + moved, "text_hash": _masked(row["text_hash"], other)}
                for row in self.texts
            ],
            heads=[{"id": name, "canonical_id": name, "members": 1} for name in names],
            keys=self.keys ^ np.int64(narrow),
            ids=self.ids + np.sign(self.ids) * moved,
            first=first,
            shift=shift,
        )


def published_at(number: int) -> datetime:
    """Return when an article was published: some 500 come out a day."""
    return FIRST_DAY + timedelta(minutes=_MINUTES * number)


def _masked(value: bytes, mask: bytes) -> bytes:
    return bytes(one ^ other for one, other in zip(value, mask, strict=True))


def part_of(maker: Maker, first: int, last: int, shift: int) -> Part:
    """Sign articles and return their rows; `shift` is how far their texts' ids lie behind."""
    filings = {n: maker.filing(n, maker.article(n)) for n in range(first, last)}
    keys = [(key, n + shift) for n, each in filings.items() for key in set(each.fingerprint.keys)]
    keys += [(name_of(f.fingerprint.text_hash), -(n + shift)) for n, f in filings.items()]
    return Part(
        articles=[_row(number + shift, each) for number, each in filings.items()],
        texts=[
            {
                "id": number + shift,
                "text_hash": each.fingerprint.text_hash,
                "features": each.fingerprint.features,
            }
            for number, each in filings.items()
        ],
        heads=[
            {"id": e.entry.article_id, "canonical_id": e.entry.article_id, "members": 1}
            for e in filings.values()
        ],
        keys=np.array([key for key, _ in keys], np.int64),
        ids=np.array([number for _, number in keys], np.int64),
        first=first,
        shift=shift,
    )


def _row(text_id: int, each: Filing) -> dict[str, Any]:
    return article_row(
        each,
        text_id=text_id,
        story_id=each.entry.article_id,
        standing=Standing(article_id=each.entry.article_id),
        verdict=New(),
        word=OutcomeWord.NEW,
    )
