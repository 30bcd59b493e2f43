"""Which charset bytes are in when nothing trustworthy says so."""

from __future__ import annotations

import charset_normalizer

from workers.parsers.charset_labels import canonical

FALLBACK = "windows-1252"
"""What a browser takes where nothing is known; it gives some reading of any bytes."""


def guess(sample: bytes) -> str:
    """Return the canonical name of the likeliest charset of bytes that are not UTF-8."""
    best = charset_normalizer.from_bytes(sample).best()
    return (canonical(best.encoding) if best else None) or FALLBACK
