"""
Letters with accents as teletex writes them: the accent's byte first, then the letter's.

Source: ITU-T T.61, Table 2 and ISO/IEC 6937, which IPTC 7901 names for text beyond ASCII. In other
charsets these bytes are capital letters, which do not stand before small ones all over a text.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from workers.parsers.charset import Decoded

if TYPE_CHECKING:
    from collections.abc import Iterator

_ACCENTS: Final = {
    0xC1: "\u0300", 0xC2: "\u0301", 0xC3: "\u0302", 0xC4: "\u0303", 0xC5: "\u0304", 0xC6: "\u0306",
    0xC7: "\u0307", 0xC8: "\u0308", 0xCA: "\u030a", 0xCB: "\u0327", 0xCD: "\u030b", 0xCE: "\u0328",
    0xCF: "\u030c",
}  # fmt: skip
_SIGNS: Final = dict(
    zip(
        (0xA1, 0xA2, 0xA3, 0xA5, 0xA7, 0xAB, 0xB0, 0xBB, 0xBF, 0xE1, 0xE2, 0xE8, 0xE9, 0xEA, 0xEC,
         0xF1, 0xF2, 0xF3, 0xF5, 0xF8, 0xF9, 0xFA, 0xFB, 0xFC, 0xFD, 0xA9, 0xB9, 0xAA, 0xBA, 0xA0),
        "¡¢£¥§«°»¿ÆĐŁØŒÞæđðıłøœßþŧ‘’“”\u00a0",  # noqa: RUF001 - the signs themselves
        strict=True,
    )
)  # fmt: skip
"""Letters and signs of one byte, of those that wires use."""
_PAIR: Final = re.compile(rb"[\xc1-\xc8\xca\xcb\xcd-\xcf][A-Za-z]")
_ASCII: Final = 0x80
_INSIDE: Final = re.compile(rb"[a-z](?:[\xc1-\xc8\xca\xcb\xcd-\xcf][a-z])")
_LEAST: Final = 3
"""Fewer pairs inside words can be an accident."""
_CHARSET: Final = "iso-6937"


def accented(data: bytes) -> Decoded | None:
    """Return the text of bytes whose accents stand before their letters; None for any other."""
    inside = len(_INSIDE.findall(data))
    if inside < _LEAST or None in map(_letter, set(_PAIR.findall(data))):
        return None
    pieces = list(_pieces(data))
    if None in pieces:
        return None
    text = "".join(filter(None, pieces))
    return Decoded(text, _CHARSET, (f"charset assumed: {_CHARSET}",))


def _pieces(data: bytes) -> Iterator[str | None]:
    """Yield the text between accented letters and these; None for a byte that is no sign."""
    at = 0
    for found in _PAIR.finditer(data):
        yield from map(_sign, data[at : found.start()])
        yield _letter(found[0])
        at = found.end()
    yield from map(_sign, data[at:])


def _sign(byte: int) -> str | None:
    return chr(byte) if byte < _ASCII else _SIGNS.get(byte)


def _letter(pair: bytes) -> str | None:
    """Return the letter with its accent; None where no language has such a one."""
    letter = unicodedata.normalize("NFC", chr(pair[1]) + _ACCENTS[pair[0]])
    return letter if len(letter) == 1 else None
