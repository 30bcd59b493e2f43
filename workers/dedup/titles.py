"""Headlines as evidence: their words, and the desk's marks of a repeat or a correction."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from workers.dedup.features import pack_tokens, unpack_tokens
from workers.dedup.hashing import token_hashes
from workers.dedup.tokens import has_digit

if TYPE_CHECKING:
    from collections.abc import Sequence

_MARKS = frozenset(
    {
        *("corrected", "correction", "corrects", "clarification", "clarifies", "refile", "refiles"),
        *("repeat", "repeats", "repeating", "rpt", "writethru", "lead", "advisory", "kill"),
        *("update", "updated", "updates", *(f"update{n}" for n in range(1, 10)), "urgent"),
    }
)
_OPENING = 3
"""Tokens at either end of a headline among which a mark stands."""


@dataclass(frozen=True, slots=True)
class Title:
    """A headline as `compare` sees it."""

    words: frozenset[int]
    """Its tokens, marks left out."""
    marked: bool
    """Whether it says of itself that it repeats or corrects another."""


def pack_title(tokens: Sequence[str]) -> bytes:
    """Return a headline as it is stored: whether it is marked, then its other tokens."""
    edge = set(range(_OPENING)) | set(range(len(tokens) - _OPENING, len(tokens)))
    marks = {at for at, token in enumerate(tokens) if at in edge and token in _MARKS}
    words = [token for at, token in enumerate(tokens) if at not in marks]
    digits = np.fromiter(map(has_digit, words), dtype=np.bool_, count=len(words))
    return bytes([bool(marks)]) + pack_tokens(token_hashes(words), digits)


def unpack_title(packed: bytes) -> Title:
    """Return a stored headline; ValueError where it is of another version."""
    return Title(
        words=frozenset(unpack_tokens(packed[1:]).tolist()), marked=bool(packed and packed[0])
    )


def overlap(left: Title, right: Title) -> float:
    """Return the share of the shorter headline's words that the longer one has: 0 to 1."""
    shorter = min(len(left.words), len(right.words))
    return len(left.words & right.words) / shorter if shorter else 0.0
