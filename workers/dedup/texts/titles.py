"""Headlines as evidence: the words that carry them, without the desk's marks."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from workers.dedup.texts.features import pack, unpack
from workers.dedup.texts.sounds import Heard
from workers.dedup.texts.tokens import carries_meaning

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_MARKS = frozenset(
    {
        *("corrected", "correction", "corrects", "clarification", "clarifies", "refile", "refiles"),
        *("repeat", "repeats", "rpt", "writethru", "update", "updated", "updates", "advisory"),
        *("update1", "update2", "update3", "update4", "update5"),
    }
)
"""What a desk puts before a headline that comes again; it says nothing of the story."""
_CACHED = 4096
_GATHERS, _HEARD = 1, 2
"""
In the place where a text has the length of its body: whether it is a headline of many stories, and
whether its words' sounds stand behind them. What was stored before says no to both.
"""


def carrying(tokens: Sequence[str]) -> list[str]:
    """Return what is stored of a headline: the words that carry it; all where none does."""
    words = [token for token in tokens if token not in _MARKS]
    return [token for token in words if carries_meaning(token)] or words


def pack_title(tokens: bytes, sounds: bytes, *, gathers: bool) -> bytes:
    """
    Return a headline's tokens as they are stored, with the sound of each behind them.

    The header says beside it whether the headline is one of many stories.
    """
    return pack(tokens + sounds, body=_HEARD | gathers)


def is_of_many(packed: bytes) -> bool:
    """Tell of a stored headline whether it is one of a text that gathers many stories."""
    return bool(packed[1] & _GATHERS)


@lru_cache(_CACHED)
def unpack_title(packed: bytes) -> frozenset[int]:
    """Return a stored headline's words; ValueError as for `unpack`."""
    return frozenset(_columns(packed)[0])


@lru_cache(_CACHED)
def heard_in(packed: bytes) -> Mapping[int, Heard]:
    """Return how a stored headline's words sound; empty where that was not stored yet."""
    words, sounds = _columns(packed)
    return dict(zip(words, map(Heard.of, sounds), strict=False))


def _columns(packed: bytes) -> tuple[list[int], list[int]]:
    tokens = unpack(packed).tolist()
    words = len(tokens) // 2 if packed[1] & _HEARD else len(tokens)
    return tokens[:words], tokens[words:]
