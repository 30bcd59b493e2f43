"""Headlines as evidence: the words that carry them, without the desk's marks."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from workers.dedup.features import unpack
from workers.dedup.tokens import carries_meaning

if TYPE_CHECKING:
    from collections.abc import Sequence

_MARKS = frozenset(
    {
        *("corrected", "correction", "corrects", "clarification", "clarifies", "refile", "refiles"),
        *("repeat", "repeats", "rpt", "writethru", "update", "updated", "updates", "advisory"),
        *("update1", "update2", "update3", "update4", "update5"),
    }
)
"""What a desk puts before a headline that comes again; it says nothing of the story."""
_CACHED = 4096


def carrying(tokens: Sequence[str]) -> list[str]:
    """Return what is stored of a headline: the words that carry it; all where none does."""
    words = [token for token in tokens if token not in _MARKS]
    return [token for token in words if carries_meaning(token)] or words


@lru_cache(_CACHED)
def unpack_title(packed: bytes) -> frozenset[int]:
    """Return a stored headline's words; ValueError as for `unpack`."""
    return frozenset(unpack(packed).tolist())
