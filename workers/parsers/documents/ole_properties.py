"""
What a document in the shell of older Office programs says about itself.

Source: [MS-OLEPS] 2.21 (PropertySetStream), 2.15 (TypedPropertyValue), 2.25.1 (SummaryInformation).
The shell's reader has this as well, and believes any number of properties that a broken file names.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from workers.parsers.charset.decoding import decode
from workers.parsers.charset.labels import of_code_page
from workers.parsers.documents.ole import moment

STREAM: Final = "\x05SummaryInformation"
_SECTION: Final = 44
"""Where the stream says at which byte its properties begin."""
_CODE_PAGE, _TITLE, _AUTHOR, _KEYWORDS, _CREATED = 1, 2, 4, 5, 12
_SHORT, _TEXT, _WIDE, _TIME = 2, 0x1E, 0x1F, 0x40
_MOST: Final = 100
"""Properties; the standard names 19."""
_LONGEST: Final = 2_000
"""Bytes of a text."""
_FIRST_WORD: Final = 1983


@dataclass(frozen=True, slots=True)
class About:
    """Each property, None where it is not stated or cannot be read."""

    title: str | None = None
    author: str | None = None
    keywords: str | None = None
    created: str | None = None
    """In ISO 8601."""


def about(stream: bytes) -> About:
    """Return what the stream of properties says; nothing for one that is broken."""
    try:
        told = _values(stream)
    except struct.error:
        return About()
    created = told.get(_CREATED)
    return About(
        title=_as_text(told.get(_TITLE)),
        author=_as_text(told.get(_AUTHOR)),
        keywords=_as_text(told.get(_KEYWORDS)),
        created=created.isoformat() if isinstance(created, datetime) else None,
    )


def _values(stream: bytes) -> dict[int, str | datetime | None]:
    (start,) = struct.unpack_from("<I", stream, _SECTION)
    (count,) = struct.unpack_from("<I", stream, start + 4)
    places = dict(
        struct.unpack_from("<II", stream, start + 8 + 8 * at) for at in range(min(count, _MOST))
    )
    page = 0
    if _CODE_PAGE in places:
        # a page above 32,767 is kept as a negative number
        (page,) = struct.unpack_from("<H", stream, start + places[_CODE_PAGE] + 4)
    charset = of_code_page(page)
    return {number: _value(stream, start + at, charset) for number, at in places.items()}


def _value(stream: bytes, at: int, charset: str) -> str | datetime | None:
    """Return the value at a place, of a type that is wanted here."""
    (kind,) = struct.unpack_from("<H", stream, at)
    if kind in {_TEXT, _WIDE}:
        (size,) = struct.unpack_from("<I", stream, at + 4)
        size = min(size * (2 if kind == _WIDE else 1), _LONGEST)
        content = stream[at + 8 : at + 8 + size]
        if kind == _WIDE:
            return content.decode("utf-16-le", "replace").partition("\0")[0]
        return decode(content.partition(b"\0")[0], charset).text
    if kind == _TIME:
        (ticks,) = struct.unpack_from("<Q", stream, at + 4)
        told = moment(ticks)
        # the shell's clock begins in 1601: where none is kept, it says that
        return told if told is not None and told.year >= _FIRST_WORD else None
    return None


def _as_text(value: object) -> str | None:
    return value if isinstance(value, str) else None
