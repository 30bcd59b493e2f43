"""
Ways to find near-duplicates, each as a function from articles to linked pairs, with its cost.

Copydesk's own, and two that everybody uses: MinHash-LSH (datasketch: 128 permutations, 5-word
shingles, threshold 0.5) and SimHash (64 bits over 3-word shingles, at most 10 bits apart).
"""

from __future__ import annotations

import re
import time
from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING
from uuid import UUID

import numpy as np
import xxhash
from datasketch import MinHash, MinHashLSH

from shared.domain.article import PubStatus
from shared.domain.story import Entry
from tests.builders import fingerprint_of
from tests.unit.workers.dedup.book import Book
from workers.dedup.alike.similarity import Comparable, compare
from workers.dedup.verdict import decide

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from shared.domain.story import Fingerprint
    from tests.benchmarks.duplicates_corpora import LabelledSet, Pair, Sample

BATCH = 64
_DISTANCE = 10
_ROWS = 500
"""Signatures compared with all others at once: bounds the memory."""
_WORD = re.compile(r"\w+")


@dataclass(slots=True)
class Found:
    """What a method found in a set, and at what cost."""

    links: set[Pair]
    candidates: set[Pair]
    """Pairs that it looked at; the same as the links where it verifies nothing."""
    sign: float
    """CPU seconds for all signatures."""
    figures: dict[str, float] = field(default_factory=dict)
    """What else is worth knowing, by its name."""


def copydesk(labelled: LabelledSet) -> Found:
    """Fingerprints, keys, verification; decisions in batches, as the workers make them."""
    samples = labelled.samples
    started = time.process_time()
    prints = [fingerprint_of(sample.title, sample.body) for sample in samples]
    sign = time.process_time() - started
    exact = sharing([print_.text_hash] for print_ in prints)
    candidates = sharing(print_.keys for print_ in prints)
    sides = [
        Comparable(
            features=print_.features,
            title=print_.title,
            published_at=sample.published_at,
            length=print_.length,
            marked=print_.reissue is not None,
        )
        for print_, sample in zip(prints, samples, strict=True)
    ]
    started = time.process_time()
    verified = {(a, b) for a, b in sorted(candidates - exact) if compare(sides[a], sides[b])[0]}
    compared = time.process_time() - started
    count = len(samples)
    return Found(
        links=verified | exact,
        candidates=candidates | exact,
        sign=sign,
        figures={
            "us to compare a pair": 1e6 * compared / max(len(candidates - exact), 1),
            "us to decide an article": 1e6 * _deciding(samples, prints) / count,
            "keys": sum(len(print_.keys) for print_ in prints) / count,
            "bytes": sum(len(print_.features) + len(print_.title) for print_ in prints) / count,
            "candidates": len(candidates - exact) / count,
            "tokens": sum(print_.length for print_ in prints) / count,
        },
    )


def minhash_lsh(labelled: LabelledSet) -> Found:
    """Return datasketch's index, asked as its manual says; what it returns is taken as found."""
    started = time.process_time()
    signatures = []
    for sample in labelled.samples:
        signature = MinHash(num_perm=128)
        signature.update_batch([shingle.encode() for shingle in _shingles(sample, 5)])
        signatures.append(signature)
    sign = time.process_time() - started
    index = MinHashLSH(threshold=0.5, num_perm=128)
    links: set[Pair] = set()
    for place, signature in enumerate(signatures):
        links |= {(other, place) for other in index.query(signature)}
        index.insert(place, signature)
    return Found(links, links, sign)


def simhash(labelled: LabelledSet) -> Found:
    """Compare all 64-bit SimHashes with all others; those at most 10 bits apart are found."""
    started = time.process_time()
    signatures = np.array([_simhash(_shingles(sample, 3)) for sample in labelled.samples])
    sign = time.process_time() - started
    links: set[Pair] = set()
    for first in range(0, len(signatures), _ROWS):
        apart = np.bitwise_count(signatures[first : first + _ROWS, None] ^ signatures[None, :])
        near = np.argwhere(apart <= _DISTANCE)
        near[:, 0] += first
        links |= {(int(a), int(b)) for a, b in near if a < b}
    return Found(links, links, sign)


def sharing(keys: Iterable[Iterable[object]]) -> set[Pair]:
    """Return the pairs of positions that have a key in common."""
    holders: dict[object, list[int]] = {}
    for place, own in enumerate(keys):
        for key in set(own):
            holders.setdefault(key, []).append(place)
    return {pair for places in holders.values() for pair in combinations(places, 2)}


def _deciding(samples: Sequence[Sample], prints: Sequence[Fingerprint]) -> float:
    """Return the CPU seconds of all decisions, batch by batch, the look-ups not counted."""
    book = Book()
    spent = 0.0
    for first in range(0, len(samples), BATCH):
        batch = [
            (_entry(place, samples[place], prints[place]), prints[place])
            for place in range(first, min(first + BATCH, len(samples)))
        ]
        entries = [entry for entry, _ in batch]
        own = {entry.article_id: print_ for entry, print_ in batch}
        known = book.neighbourhood(entries, own)
        started = time.process_time()
        decision = decide(entries, own, known)
        spent += time.process_time() - started
        book.write(batch, decision)
    return spent


def _entry(place: int, sample: Sample, print_: Fingerprint) -> Entry:
    published = sample.published_at
    return Entry(
        article_id=UUID(int=place),
        provider=str(place),  # stories are measured here, not versions
        story_id=None,
        text_hash=print_.text_hash,
        content_hash=print_.content_hash,
        title=print_.title,
        length=print_.length,
        published_at=published,
        versioned_at=published,  # type: ignore[arg-type] # no item has a second version here
        version=None,
        pub_status=PubStatus.USABLE,
    )


def _shingles(sample: Sample, width: int) -> list[str]:
    words = _WORD.findall(" ".join(sample.body).lower())
    return [" ".join(words[at : at + width]) for at in range(max(len(words) - width + 1, 1))]


def _simhash(shingles: Sequence[str]) -> np.uint64:
    hashes = np.array(
        [xxhash.xxh3_64_intdigest(shingle.encode()) for shingle in shingles], dtype=np.uint64
    )
    bits: NDArray[np.uint8] = np.unpackbits(hashes.view(np.uint8).reshape(len(hashes), 8), axis=1)
    majority = np.packbits(2 * bits.sum(axis=0) > len(hashes))
    found: np.uint64 = majority.view(np.uint64)[0]
    return found
