"""
An article's words as PostgreSQL's `tsvector`, in its binary form.

The words are folded and parted already (`shared/domain/searching.py`). `to_tsvector` would look
for addresses, numbers and hyphens in them again, at most of what the words cost the database
(`tests/benchmarks/database_parts.py`), and by some locales it breaks words of scripts with marks.
The form and its limits are those of `tsvectorrecv` and `ts_type.h`: the number of words, then of
each the word, a zero byte, how many places it has, and these in ascending order.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from struct import Struct
from typing import Final

from shared.domain.searching import LONGEST_WORD

LAST_PLACE: Final = 16383
"""The highest place that is told apart: where what comes later stands, too."""

MOST_PLACES: Final = 255
"""Places of one word that are kept: those that come first."""

MOST_BYTES: Final = 2**20 - 1
"""Of an article's words with their places; more is refused, and would hold up all that follow."""

_NUMBER: Final = Struct(">i").pack
_SHORT: Final = Struct(">H").pack
_PLACES: Final = [_SHORT(place) for place in range(1, LAST_PLACE + 1)]
_COUNTED: Final = [b"\0" + _SHORT(size // 2) for size in range(2 * MOST_PLACES + 1)]
"""What goes between a word and its places, by the bytes of these."""


def word_vector(words: str) -> bytes:
    """
    Return words with a space between as a `tsvector`, each with the places where it stands.

    A word of more than `LONGEST_WORD` bytes is left out, and what first comes after `MOST_BYTES`:
    a hundred thousand rare characters, of which no two pairs are the same.
    """
    said = words.encode().split()
    if len(max(said, key=len, default=b"")) > LONGEST_WORD:
        said = [word for word in said if len(word) <= LONGEST_WORD]
    entries = [word + _COUNTED[len(where)] + where for word, where in _placed(said).items()]
    packed = b"".join(entries)
    if len(packed) > MOST_BYTES:
        entries = entries[: bisect_right(list(accumulate(map(len, entries))), MOST_BYTES)]
        packed = b"".join(entries)
    return _NUMBER(len(entries)) + packed


def _placed(said: list[bytes]) -> dict[bytes, bytes]:
    """Return each word with its places, as many as one may have."""
    places: dict[bytes, bytes] = {}
    before = places.get
    for word, place in zip(said, _PLACES, strict=False):
        places[word] = before(word, b"") + place
    for word in dict.fromkeys(said[LAST_PLACE:]):
        if not places.get(word, b"").endswith(_PLACES[-1]):
            places[word] = places.get(word, b"") + _PLACES[-1]
    if len(max(places.values(), key=len, default=b"")) > 2 * MOST_PLACES:
        places = {word: where[: 2 * MOST_PLACES] for word, where in places.items()}
    return places
