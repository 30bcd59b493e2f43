"""Headlines as evidence: the words that carry them, without the desk's marks."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from workers.dedup.features import pack, unpack
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
_GATHERS = b"\x01"
"""In the place where a text has the length of its body; what was stored before says no."""


def carrying(tokens: Sequence[str]) -> list[str]:
    """Return what is stored of a headline: the words that carry it; all where none does."""
    words = [token for token in tokens if token not in _MARKS]
    return [token for token in words if carries_meaning(token)] or words


def pack_title(tokens: bytes, *, gathers: bool) -> bytes:
    """Return a headline's tokens as they are stored, with whether it is one of many stories."""
    return pack(tokens, body=int(gathers))


def is_of_many(packed: bytes) -> bool:
    """Tell of a stored headline whether it is one of a text that gathers many stories."""
    return packed[1:2] == _GATHERS


@lru_cache(_CACHED)
def unpack_title(packed: bytes) -> frozenset[int]:
    """Return a stored headline's words; ValueError as for `unpack`."""
    return frozenset(unpack(packed).tolist())
