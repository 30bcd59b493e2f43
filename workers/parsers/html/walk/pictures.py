"""The pictures that stand in the bytes of a page: most of some pages, and nobody reads them."""

from __future__ import annotations

import re

_DATA_URI = re.compile(rb"data:[\w/+.-]{3,60};base64,[A-Za-z0-9+/=\s%]{200,}")
_MIDDLE, _BEFORE_MIDDLE = b";base64,", 65
"""What stands in each of them, and how many characters before it at the most."""


def without(page: bytes) -> bytes:
    """Return a page without its embedded pictures, each looked for from its unlikely middle."""
    kept: list[bytes] = []
    at = 0
    middle = page.find(_MIDDLE)
    while middle >= 0:
        start = page.rfind(b"data:", max(at, middle - _BEFORE_MIDDLE), middle)
        found = _DATA_URI.match(page, start) if start >= 0 else None
        if found is not None:
            kept.append(page[at:start])
            at = found.end()
        middle = page.find(_MIDDLE, max(at, middle + 1))
    return b"".join((*kept, page[at:])) if kept else page
