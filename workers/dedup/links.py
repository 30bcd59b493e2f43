"""
All verified pairs that a batch brings: each of its articles with every candidate, old or new.

Verification is between articles, for the headline and the date count; but the many copies of one
text under one headline and date get one comparison, and one answer.
"""

from __future__ import annotations

from itertools import chain, combinations, product
from typing import TYPE_CHECKING

import numpy as np

from shared.domain.story import Link
from workers.dedup.alike.similarity import Comparable, compare, hopeless

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from uuid import UUID

    from shared.domain.story import Entry, Evidence, Fingerprint, Neighbourhood


def verified_links(
    batch: Sequence[Entry], fingerprints: Mapping[UUID, Fingerprint], known: Neighbourhood
) -> list[Link]:
    """Return every link that has an article of the batch at one end or both, sorted by ids."""
    features = dict(known.features)
    features |= {entry.text_hash: fingerprints[entry.article_id].features for entry in batch}
    fresh = {entry.article_id for entry in batch}
    sides: dict[bytes, dict[Comparable, list[Entry]]] = {}
    for entry in (*known.entries, *batch):
        # notices are alike in all but what they speak of
        if entry.text_hash in features and not entry.is_notice:
            side = sides.setdefault(entry.text_hash, {})
            side.setdefault(_comparable(entry, features), []).append(entry)
    links = [
        _link(left, right, evidence)
        for one, other in _text_pairs(batch, fingerprints, known)
        for lefts, rights, evidence in _verified(sides.get(one, {}), sides.get(other, {}), fresh)
        for left, right in product(lefts, rights)
        if left.article_id in fresh or right.article_id in fresh
    ]
    return sorted(links, key=lambda link: (link.left, link.right))


def _text_pairs(
    batch: Sequence[Entry], fingerprints: Mapping[UUID, Fingerprint], known: Neighbourhood
) -> set[tuple[bytes, bytes]]:
    """Return the pairs of different texts to compare: one of the batch, and a candidate."""
    texts = {entry.text_hash: entry.article_id for entry in batch}
    pairs = {
        _ordered(text, candidate) for text in texts for candidate in known.candidates.get(text, ())
    }
    for sharing in _sharing(texts, fingerprints):
        pairs.update(_ordered(*pair) for pair in combinations(sharing, 2))
    return {(one, other) for one, other in pairs if one != other}


def _sharing(
    texts: Mapping[bytes, UUID], fingerprints: Mapping[UUID, Fingerprint]
) -> Iterable[list[bytes]]:
    """Return the texts of the batch that hold a key together, for each such key."""
    prints = [fingerprints[article_id] for article_id in texts.values()]
    keys = np.fromiter(chain.from_iterable(each.keys for each in prints), np.int64)
    distinct, counts = np.unique(keys, return_counts=True)
    twice = set(distinct[counts > 1].tolist())  # nearly every key has one holder
    shared: dict[int, set[bytes]] = {}
    for text, print_ in zip(texts, prints, strict=True) if twice else ():
        for key in twice.intersection(print_.keys):
            shared.setdefault(key, set()).add(text)
    return map(sorted, shared.values())


def _verified(
    lefts: Mapping[Comparable, list[Entry]],
    rights: Mapping[Comparable, list[Entry]],
    fresh: set[UUID],
) -> Iterator[tuple[list[Entry], list[Entry], Evidence]]:
    """Compare two texts under each headline and date that they came with."""
    for (one, left), (other, right) in product(lefts.items(), rights.items()):
        if (_any_of(left, fresh) or _any_of(right, fresh)) and not hopeless(one, other):
            same, evidence = compare(one, other)
            if same:
                yield left, right, evidence


def _any_of(entries: Iterable[Entry], fresh: set[UUID]) -> bool:
    return any(entry.article_id in fresh for entry in entries)


def _comparable(entry: Entry, features: Mapping[bytes, bytes]) -> Comparable:
    return Comparable(
        features=features[entry.text_hash],
        title=entry.title,
        published_at=entry.published_at,
        length=entry.length,
        marked=entry.reissue is not None,
    )


def _link(one: Entry, other: Entry, evidence: Evidence) -> Link:
    left, right = sorted((one.article_id, other.article_id))
    return Link(left=left, right=right, evidence=evidence)


def _ordered(one: bytes, other: bytes) -> tuple[bytes, bytes]:
    return (one, other) if one < other else (other, one)
