"""Names of archive members, which may be in any charset and seldom say in which."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from workers.parsers.charset.decoding import decode

if TYPE_CHECKING:
    from collections.abc import Sequence

_DOS = "cp437"


def decode_names(raw: Sequence[bytes]) -> list[str]:
    """
    Return names as text, one for each.

    They are looked at together: a charset shows in a hundred names where it does not in one.
    """
    joined = b"\n".join(raw)
    decoded = decode(joined)
    if decoded.charset != "windows-1252":
        return _parted(decoded.text, len(raw)) or [decode(name).text for name in raw]
    # The format's own default is the code page of DOS: the reading with more Latin letters wins.
    readings = [decoded.text, joined.decode(_DOS)]
    return _parted(max(readings, key=_latin_letters), len(raw)) or [decode(n).text for n in raw]


def _parted(text: str, count: int) -> list[str] | None:
    """Return the names of a joined text; None where a name had a line break of its own."""
    parts = text.split("\n")
    return parts if len(parts) == count else None


def _latin_letters(text: str) -> int:
    return sum(unicodedata.name(c, "").startswith("LATIN") for c in text if c > "\x7f")
