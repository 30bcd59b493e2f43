"""
Letters with accents as teletex writes them: the accent's byte first, then the letter's.

Source: ITU-T T.61, Table 2 and ISO/IEC 6937, which IPTC 7901 names for text beyond ASCII. In other
charsets these bytes are capital letters, which do not stand before small ones all over a text.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import islice
from typing import Final

from workers.parsers.charset.decoding import Decoded

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
_HIGH: Final = range(0x80, 0x100)
_TABLE: Final = {byte: _ACCENTS.get(byte) or _SIGNS.get(byte) or "\ufffd" for byte in _HIGH}
_INSIDE: Final = re.compile(rb"[a-z](?:[\xc1-\xc8\xca\xcb\xcd-\xcf][a-z])")
_PAIR: Final = re.compile("([\u0300-\u036f])([A-Za-z])")
_OTHERS: Final = re.compile("[\u0300-\u036f\ufffd]")
"""Bytes that are no signs, accents before no letter, or before one that no language has."""
_LEAST: Final = 3
"""Fewer pairs inside words can be an accident."""
_CHARSET: Final = "iso-6937"


def accented(data: bytes) -> Decoded | None:
    """Return the text of bytes whose accents stand before their letters; None for any other."""
    if sum(1 for _ in islice(_INSIDE.finditer(data), _LEAST)) < _LEAST:
        return None
    text = _PAIR.sub(_letter, data.decode("latin-1").translate(_TABLE))
    if _OTHERS.search(text):
        return None
    return Decoded(text, _CHARSET, (f"charset assumed: {_CHARSET}",))


def _letter(pair: re.Match[str]) -> str:
    return unicodedata.normalize("NFC", pair[2] + pair[1])
