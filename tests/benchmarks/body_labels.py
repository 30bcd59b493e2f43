"""
Which blocks of a page are its body, by what is known of it: the teacher of the tables.

Three kinds of truth: a whole body (block by block), phrases that must and must not be in it, and,
where only phrases are known, the blocks on which two peers agree (weighed little).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tests.benchmarks.scoring import SHINGLE, flattened, folded, shingles, tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from workers.parsers.html.walk.nodes import Block

    Vector = NDArray[np.float64]
    Shingle = tuple[str, ...]

MOSTLY = 0.5
"""Share of a block's shingles in the truth that makes it body."""
_PHRASE_WEIGHT = 0.15
_PEER_WEIGHT = 0.2
_LEAST_TOKENS, _LEAST_BODY = 5, 50


@dataclass(frozen=True)
class Labels:
    """For each block: 1 body, 0 not; and how much that counts (0: not known)."""

    body: Vector
    weight: Vector


def of_body(blocks: Sequence[Block], truth: str, optional: Sequence[str]) -> Labels:
    """Label the blocks of a page whose whole body is known."""
    words = [tokens(block.text) for block in blocks]
    want = shingles(truth)
    free = sum((shingles(text) for text in optional), Counter["Shingle"]())
    lines = {folded(line) for line in truth.split("\n")}
    share = np.array([_share(each, want) for each in words])
    for at, block in enumerate(blocks):
        if len(words[at]) < SHINGLE:
            listed = folded(block.text) in lines
            share[at] = 0.9 if words[at] and (listed or _joins(at, words, share, want)) else 0.0
    _drop_repeats(blocks, words, share, want)
    sizes = np.array([len(each) for each in words], dtype=float)
    whole = max(sizes[share > MOSTLY].sum(), _LEAST_BODY)
    weight = np.minimum(np.maximum(sizes, _LEAST_TOKENS) / whole, 1.0)
    weight[[len(each) >= SHINGLE and _share(each, free) > 0.8 for each in words]] = 0.0
    return Labels((share > MOSTLY).astype(float), weight)


def of_phrases(
    blocks: Sequence[Block], wanted: Sequence[str], unwanted: Sequence[str], peers: Sequence[str]
) -> Labels:
    """Label the blocks of a page of which phrases are known, and what peers read."""
    words = [tokens(block.text) for block in blocks]
    body, weight = _of_peers(words, [shingles(text) for text in peers])
    texts = [flattened(block.text) for block in blocks]
    for value, phrases in ((0.0, unwanted), (1.0, wanted)):
        for phrase in map(flattened, phrases):
            places = [at for at, text in enumerate(texts) if phrase in text]
            if len(places) == 1 or (not value and len(places) <= 3):
                body[places] = value
                weight[places] = np.maximum(weight[places], _PHRASE_WEIGHT)
    return Labels(body, weight)


def _of_peers(
    words: Sequence[Sequence[str]], peers: Sequence[Counter[Shingle]]
) -> tuple[Vector, Vector]:
    """Label what all peers take and what all leave; blocks on which they differ stay unknown."""
    body, known = np.zeros(len(words)), np.zeros(len(words), dtype=bool)
    for at, each in enumerate(words):
        if len(each) >= SHINGLE:
            shares = [_share(each, read) for read in peers]
            body[at] = min(shares) > 0.8
            known[at] = min(shares) > 0.8 or max(shares) < 0.1
    sizes = np.array([max(len(each), _LEAST_TOKENS) for each in words], dtype=float)
    whole = max(sizes[body > 0].sum(), 2 * _LEAST_BODY)
    return body, np.where(known, _PEER_WEIGHT * np.minimum(sizes / whole, 1.0), 0.0)


def _share(words: Sequence[str], of: Counter[Shingle]) -> float:
    """Return the share of a block's shingles that a text has; 0 for a shorter block."""
    own = [tuple(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1)]
    return sum(each in of for each in own) / len(own) if own else 0.0


def _joins(at: int, words: Sequence[list[str]], share: Vector, want: Counter[Shingle]) -> bool:
    """Return whether a short block stands in the truth between its neighbours."""
    if not 0 < at < len(words) - 1:
        return False
    before = tuple((words[at - 1][-3:] + words[at])[-SHINGLE:])
    after = tuple((words[at] + words[at + 1][:3])[:SHINGLE])
    return (before in want and share[at - 1] > 0.8) or (len(after) == SHINGLE and after in want)


def _mostly(share: Vector) -> list[int]:
    """Return the places of the blocks that stand in the truth for the most part."""
    return [int(at) for at in np.flatnonzero(share > MOSTLY)]


def _drop_repeats(
    blocks: Sequence[Block], words: Sequence[list[str]], share: Vector, want: Counter[Shingle]
) -> None:
    """Leave of blocks with the same text as many as the truth has: those among other body."""
    places: dict[str, list[int]] = {}
    for at in _mostly(share):
        places.setdefault(folded(blocks[at].text), []).append(at)
    for same in places.values():
        head = tuple(words[same[0]][:SHINGLE])
        allowed = max(want[head], 1) if len(head) == SHINGLE else 1
        company = {at: share[max(at - 1, 0) : at + 2].sum() for at in same}
        for at in sorted(same, key=lambda place: -company[place])[allowed:]:
            share[at] = 0.0
    have: Counter[Shingle] = Counter()
    chosen = [at for at in _mostly(share) if len(words[at]) >= SHINGLE + 2]
    for at in chosen:
        have.update(tuple(words[at][i : i + SHINGLE]) for i in range(len(words[at]) - 3))
    for at in sorted(chosen, key=lambda place: len(words[place])):
        own = [tuple(words[at][i : i + SHINGLE]) for i in range(len(words[at]) - 3)]
        if sum(have[each] > want[each] for each in own) > 0.8 * len(own):
            share[at] = 0.0
            have.subtract(own)
