"""
All verified pairs that a batch brings: each of its articles with every candidate, old or new.

Verification is between articles, for the headline and the date count; but the many copies of one
text under one headline and date get one comparison, and one answer. What has one name is one item
already, and is not compared.
"""

from __future__ import annotations

from itertools import chain, combinations, product, repeat
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from shared.domain.story import Link
from workers.dedup.alike.similarity import Comparable, compare, hopeless

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import TypeAlias
    from uuid import UUID

    from shared.domain.story import Entry, Evidence, Fingerprint, Neighbourhood

    Side: TypeAlias = tuple[Comparable, list[Entry]]
    """A text under one headline and date, and who brought it so."""


class _Sides(NamedTuple):
    """All of one text: those that an article of the batch is among, and the others."""

    fresh: list[Side]
    stored: list[Side]


_NOBODYS = _Sides([], [])


def verified_links(
    batch: Sequence[Entry], fingerprints: Mapping[UUID, Fingerprint], known: Neighbourhood
) -> list[Link]:
    """Return every link that has an article of the batch at one end or both, sorted by ids."""
    fresh = {entry.article_id for entry in batch}
    sides = _sides_of(batch, fingerprints, known)
    links = [
        _link(left, right, evidence)
        for one, other in _text_pairs(batch, fingerprints, known)
        for lefts, rights, evidence in _verified(
            sides.get(one, _NOBODYS), sides.get(other, _NOBODYS)
        )
        for left, right in product(lefts, rights)
        if (left.article_id in fresh or right.article_id in fresh) and not _share_name(left, right)
    ]
    return sorted(links, key=lambda link: (link.left, link.right))


def _sides_of(
    batch: Sequence[Entry], fingerprints: Mapping[UUID, Fingerprint], known: Neighbourhood
) -> dict[bytes, _Sides]:
    """Return what there is to compare, by text."""
    features = dict(known.features)
    features |= {entry.text_hash: fingerprints[entry.article_id].features for entry in batch}
    found: dict[bytes, dict[Comparable, list[Entry]]] = {}
    for entry in (*known.entries, *batch):
        # notices are alike in all but what they speak of
        if entry.text_hash in features and not entry.is_notice:
            side = found.setdefault(entry.text_hash, {})
            side.setdefault(_comparable(entry, features), []).append(entry)
    fresh = {entry.article_id for entry in batch}
    sides: dict[bytes, _Sides] = {}
    for text, brought in found.items():
        sides[text] = _Sides([], [])
        for comparable, entries in brought.items():
            is_fresh = entries[-1].article_id in fresh  # those of the batch stand last
            (sides[text].fresh if is_fresh else sides[text].stored).append((comparable, entries))
    return sides


def _text_pairs(
    batch: Sequence[Entry], fingerprints: Mapping[UUID, Fingerprint], known: Neighbourhood
) -> Iterator[tuple[bytes, bytes]]:
    """
    Yield the pairs of different texts to compare, each once: a candidate, and one of the batch.

    All pairs of a stored text follow one another: a family of templates has more of them than can
    be kept unpacked.
    """
    texts = {entry.text_hash: entry.article_id for entry in batch}
    met: dict[bytes, list[bytes]] = {}
    for text in texts:
        for candidate in known.candidates.get(text, ()):
            if candidate not in texts:
                met.setdefault(candidate, []).append(text)
    for candidate, meeting in met.items():
        yield from zip(repeat(candidate), meeting)
    within: set[tuple[bytes, bytes]] = set()
    for sharing in _sharing(texts, fingerprints):
        within.update(combinations(sharing, 2))
    yield from within


def _sharing(
    texts: Mapping[bytes, UUID], fingerprints: Mapping[UUID, Fingerprint]
) -> Iterable[list[bytes]]:
    """Return the texts of the batch that hold a key together, in order, for each such key."""
    prints = [fingerprints[article_id] for article_id in texts.values()]
    keys = np.fromiter(chain.from_iterable(each.keys for each in prints), np.int64)
    distinct, counts = np.unique(keys, return_counts=True)
    twice = set(distinct[counts > 1].tolist())  # nearly every key has one holder
    shared: dict[int, set[bytes]] = {}
    for text, print_ in zip(texts, prints, strict=True) if twice else ():
        for key in twice.intersection(print_.keys):
            shared.setdefault(key, set()).add(text)
    return map(sorted, shared.values())


def _verified(one: _Sides, other: _Sides) -> Iterator[tuple[list[Entry], list[Entry], Evidence]]:
    """Compare two texts as they came, but for how both came before."""
    pairs = chain(
        product(one.fresh, (*other.fresh, *other.stored)), product(one.stored, other.fresh)
    )
    for (left, lefts), (right, rights) in pairs:
        if not _are_versions(lefts, rights) and not hopeless(left, right):
            same, evidence = compare(left, right)
            if same:
                yield lefts, rights, evidence


def _are_versions(lefts: Sequence[Entry], rights: Sequence[Entry]) -> bool:
    """Tell whether all are of one name; of a page that changes each minute there are many."""
    first = lefts[0]
    return _share_name(first, rights[0]) and all(
        each.identity == first.identity for each in (*lefts, *rights)
    )


def _share_name(one: Entry, other: Entry) -> bool:
    """Tell whether a guid or an address makes two one item: no likeness makes them more so."""
    return one.identity is not None and one.identity == other.identity


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
