"""Lists of words as they are read most easily: a text with commas or spaces between them."""

from __future__ import annotations


def words(listed: str) -> tuple[str, ...]:
    """Return words, or phrases of several, that stand in a text with commas between them."""
    return tuple(" ".join(listed.split()).split(", "))
